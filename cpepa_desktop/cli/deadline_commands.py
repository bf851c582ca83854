"""What the commands on terms do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cpepa_desktop.cli.answers import Answer, of_changes
from cpepa_desktop.cli.parsing import Arguments
from cpepa_desktop.domain.obligations import OBLIGATIONS, Subject
from cpepa_desktop.domain.texts import _
from cpepa_desktop.operations.deadline_estimate import EstimateRequest, estimate_deadlines
from cpepa_desktop.operations.deadlines import DatedObligation, all_obligations, course_obligations
from cpepa_desktop.operations.enrolments import find_enrolment
from cpepa_desktop.operations.obligation_words import pending_words
from cpepa_desktop.operations.obligations import FilingForm, file_obligation
from cpepa_desktop.operations.workspace import Workspace


def deadlines_estimate(ws: Workspace | None, given: Arguments) -> Answer:
    """Date the obligations of a course not planned yet."""
    request = EstimateRequest(
        given.call,
        given.start,
        given.end,
        given.municipality,
        given.selection,
        tuple(given.local_holiday),
        given.teaching_days,
    )
    found = estimate_deadlines(ws, request)
    return Answer([_estimated(each) for each in found.obligations], _lines(found.obligations), found.notices)


def deadlines(ws: Workspace, given: Arguments) -> Answer:
    """List the obligations of a course or of all, or write them as a calendar."""
    if given.ics:
        from cpepa_desktop.operations import agenda  # noqa: PLC0415 - brings a library few commands need

        path = agenda.write_calendar(ws, given.ics, given.course or "")
        return Answer({"path": path}, (str(path),))
    found = course_obligations(ws, given.course) if given.course else all_obligations(ws)
    return Answer([_dated(each) for each in found], _lines(found, ws.clock.today()))


def file(ws: Workspace, given: Arguments) -> Answer:
    """Say that an obligation of a course was met."""
    form = FilingForm(given.day or ws.clock.today(), given.channel, given.number, given.scan)
    changes = file_obligation(ws, given.course, given.obligation, _subject(ws, given), form)
    return of_changes(changes, day=form.day, number=form.number)


def _subject(ws: Workspace, given: Arguments) -> str:
    """Return the key of what an obligation hangs on; a person is named by any document of theirs."""
    is_person = OBLIGATIONS.get(given.obligation) is Subject.PERSON
    if (
        is_person
        and given.subject
        and not any(each.subject == given.subject for each in course_obligations(ws, given.course))
    ):
        return str(find_enrolment(ws, given.course, given.subject).id)
    return str(given.subject)


def _estimated(each: DatedObligation) -> dict[str, object]:
    return {
        "obligation": each.name,
        "subject": each.subject,
        "due": each.due,
        "safe": each.safe,
        "kind": each.kind,
        "anchor": each.anchor,
        "citation": str(each.citation),
        "channels": list(each.channels),
    }


def _dated(each: DatedObligation) -> dict[str, object]:
    met = each.met
    return {
        "course": each.course,
        **_estimated(each),
        "subject_words": each.subject_words,
        "text": each.text,
        "opens": each.opens,
        "other": each.other,
        "safe_citation": str(each.safe_citation),
        "place": each.place,
        "met": met
        and {"day": met.day, "number": met.number, "channel": met.channel, "attachment": met.attachment},
    }


def _lines(found: Iterable[DatedObligation], today: date | None = None) -> tuple[str, ...]:
    return tuple(_line(each, today) for each in found) or (_("No hay ningún plazo."),)


def _dayless_words(each: DatedObligation) -> str:
    """Return why an obligation has no day: what it waits for, or what the call says of it."""
    if each.waits_for:
        return pending_words(each.waits_for)
    note = each.note.rstrip(".") or _("sin plazo")
    return note[0].lower() + note[1:]


def _line(each: DatedObligation, today: date | None) -> str:
    day = f"{each.due:%d/%m/%Y}" if each.due else "-" * 10
    parts = [each.course, each.text, each.subject_words]
    if each.met:
        parts.append(_("hecho el {day}").format(day=f"{each.met.day:%d/%m/%Y}"))
    elif today and each.due and each.due < today and each.is_open(today):
        parts.append(_("VENCIDO"))
    elif each.due is None:
        parts.append(_dayless_words(each))
    elif each.safe and each.safe < each.due:
        parts.append(_("fecha segura {day}").format(day=f"{each.safe:%d/%m/%Y}"))
    return f"{day}  {', '.join(filter(None, parts))}  ({each.citation})"
