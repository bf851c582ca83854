"""The terms of EPE/873/2023 counted a second time, by hand: plain loops over days and nothing of the program.

It was written from the order, its guide and Ley 39/2015, article 30, without looking at the program's own
arithmetic nor at its data, so that a mistake in either shows as a disagreement. It is slow and has no cases
of its own: it only has to be obviously right.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

ONE = timedelta(days=1)
FRIDAY = 5


@dataclass(frozen=True)
class Year:
    """A course on its calendar: its days, which days nobody works, and which have class, in order."""

    start: date
    end: date
    selection: date
    joining: date
    leaving: date
    event: date
    """When everything else happened: the grant was notified, a requirement came, a change was known."""
    holidays: Collection[date]
    class_days: Sequence[date]

    def is_working(self, day: date) -> bool:
        """Say whether a day is neither Saturday, Sunday nor a holiday (30.2)."""
        return day.isoweekday() <= FRIDAY and day not in self.holidays

    def moved_on(self, day: date) -> date:
        """Return the day, or the next that is worked where it is not (30.5)."""
        while not self.is_working(day):
            day += ONE
        return day

    def days_before(self, event: date, number: int) -> date:
        """Walk back so many days of the calendar; it never moves later."""
        for _ in range(number):
            event -= ONE
        return event

    def working_days_before(self, event: date, number: int) -> date:
        """Walk back until so many worked days have been passed."""
        while number:
            event -= ONE
            if self.is_working(event):
                number -= 1
        return event

    def working_days_after(self, event: date, number: int) -> date:
        """Walk on until so many worked days have been passed; the day after the event counts first (30.3)."""
        while number:
            event += ONE
            if self.is_working(event):
                number -= 1
        return event

    def days_after(self, event: date, number: int) -> date:
        """Walk on so many days of the calendar, and on again while the last is not worked."""
        for _ in range(number):
            event += ONE
        return self.moved_on(event)

    def months_before(self, event: date, number: int) -> date:
        """Return the same number so many months back, or the last day of a month that has no such number."""
        year, month = event.year, event.month
        for _ in range(number):
            year, month = (year - 1, 12) if month == 1 else (year, month - 1)
        return same_number(year, month, event.day)

    def months_after(self, event: date, number: int) -> date:
        """Return the same number so many months on, moved on where it is not worked (30.4 and 30.5)."""
        year, month = event.year, event.month
        for _ in range(number):
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return self.moved_on(same_number(year, month, event.day))

    def last_working_day_of_the_week_after(self, day: date) -> date:
        """Return the last worked day of the Monday to Sunday that follow the week of a day."""
        day += ONE
        while day.isoweekday() != 1:
            day += ONE
        week = [day + n * ONE for n in range(7)]
        worked = [each for each in week if self.is_working(each)]
        return worked[-1] if worked else self.moved_on(week[-1])

    def years_after(self, event: date, number: int) -> date:
        """Return the same day so many years on, the last of its month where there is no such day."""
        return self.moved_on(same_number(event.year + number, event.month, event.day))

    def class_day_from(self, first: date, number: int) -> date:
        """Return the class day that is ``number``-th, ``first`` counted where it has class."""
        return self.class_day_after(first - ONE, number, event=first)

    def class_day_after(self, day: date, number: int, *, event: date | None = None) -> date:
        """Return the class day that is ``number``-th after a day; the last where the classes end before."""
        counted = 0
        last = event or day
        for each in self.class_days:
            if each <= day:
                continue
            counted += 1
            last = each
            if counted == number:
                break
        return self.moved_on(last)


def same_number(year: int, month: int, number: int) -> date:
    """Return a day of a month, the last it has where it has no such number."""
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def due_days(year: Year) -> dict[str, date]:
    """Return the day by which each thing of a course is due, by the program's name of the obligation."""
    start, end, selection = year.start, year.end, year.selection
    fifteen_after = year.working_days_after(end, 15)  # cuadro resumen: «15 días hábiles»
    return {
        # «Con anterioridad al inicio de la acción formativa»: at latest the day before.
        "calendar_communication": year.days_before(start, 1),
        "advance_request": year.days_before(start, 1),
        "quality_commitment": year.days_before(start, 1),
        "data_agreement": year.days_before(start, 1),
        # «15 días antes de la fecha de selección».
        "candidate_request": year.days_before(selection, 15),
        # «Con una antelación mínima de 7 días naturales».
        "start_communication": year.days_before(start, 7),
        "conditions_sheet": year.days_before(start, 7),
        "trainer_registration": year.days_before(start, 7),
        "start_change_communication": year.days_before(start, 7),
        # «Con una antelación mínima de 4 días naturales».
        "accident_insurance": year.days_before(start, 4),
        "selection_record": year.days_before(start, 4),
        # Guide 1 and 10.1.2: «dentro de los dos meses anteriores», «tres días antes de la selección».
        "preregistration_opening": year.months_before(start, 2),
        "publicity_opening": year.months_before(start, 2),
        "preregistration_closing": year.days_before(selection, 3),
        # Ap. 18.7: «durante los primeros cinco días lectivos desde el inicio».
        "substitution_limit": year.class_day_from(start, 5),
        # «Hasta el tercer día lectivo inclusive desde la incorporación»; «hasta diez días lectivos después».
        "participant_registration": year.class_day_from(year.joining, 3),
        "disability_support": year.class_day_after(year.joining, 10),
        # «4 días lectivos siguientes a la fecha de baja».
        "leaver_communication": year.class_day_after(year.leaving, 4),
        # «Durante la semana siguiente a la finalización del curso».
        "virtual_final": year.last_working_day_of_the_week_after(end),
        "diplomas": fifteen_after,
        "individual_reports": fifteen_after,
        "evaluation_record": fifteen_after,
        "complementary_record": fifteen_after,
        # «1 mes tras la finalización del curso».
        "economic_justification": year.months_after(end, 1),
        "excess_repayment": year.months_after(end, 1),
        # ESS/1897/2013, 23.2: «cuatro meses».
        "workplace_module_start": year.months_after(end, 4),
        # Ap. 9, 16.2, 19.3 and 19.5.b: ten working days, a month, fifteen days unqualified, five years.
        "grant_application": year.working_days_after(year.event, 10),
        "grant_renunciation": year.months_after(year.event, 1),
        "requirement_answer": year.working_days_after(year.event, 15),
        "document_keeping": year.years_after(year.event, 5),
        # Ap. 18.5: «con una antelación de tres días naturales»; ap. 8.2 and 23: «con anterioridad».
        "change_communication": year.days_before(year.event, 3),
        "publicity_authorisation": year.days_before(year.event, 1),
        "complementary_trainer_validation": year.days_before(year.event, 1),
        # Ap. 18.2: «hasta el día 31 de octubre de 2024».
        "execution_limit": date(2024, 10, 31),
        # Ap. 17.1: «en el ejercicio presupuestario 2023».
        "advance_initial": date(2023, 12, 31),
    }


def safe_days(year: Year) -> dict[str, date]:
    """Return the strictest day of each thing on which the texts disagree; the others are safe when due."""
    due = due_days(year)
    fifteen_calendar = year.days_after(year.end, 15)  # guide 10.2.12: «dentro de los 15 días siguientes»
    stricter = {
        "candidate_request": year.working_days_before(year.selection, 15),
        "preregistration_closing": year.working_days_before(year.selection, 3),
        "diplomas": fifteen_calendar,
        "individual_reports": fifteen_calendar,
        "evaluation_record": fifteen_calendar,
        "complementary_record": fifteen_calendar,
        "leaver_communication": year.moved_on(year.leaving),  # EFP/942/2022, 20.2: «inmediatamente»
        "execution_limit": date(2024, 10, 30),  # guide 6: «antes del 31»
    }
    return {name: min(day, stricter.get(name, day)) for name, day in due.items()}


def weekly_days(year: Year) -> list[date]:
    """Return by when the sheet of each week with class is due: the last worked day of the next week."""
    found = []
    for day in year.class_days:
        due = year.last_working_day_of_the_week_after(day)
        if due not in found:
            found.append(due)
    return found
