"""«¿Por qué?» of the figures of a person: their seat, where their hours stand, and every verdict."""

from __future__ import annotations

from collections.abc import Iterator

from cpepa_desktop.domain.attendance import Tally
from cpepa_desktop.domain.law import Answer, Verdict
from cpepa_desktop.domain.people import SeatKind
from cpepa_desktop.domain.status import ModuleStatus, PersonStatus
from cpepa_desktop.domain.texts import _
from cpepa_desktop.domain.words import day_words, hours_words, listed
from cpepa_desktop.operations.explanation_words import answer_word, rule_formulas, rule_title
from cpepa_desktop.operations.explanations import (
    Explanation,
    Figure,
    Frame,
    Line,
    explain,
    reading_of,
    sources_of,
)
from cpepa_desktop.operations.law_texts import articles_of
from cpepa_desktop.operations.week_grid import GridCell, GridRow
from cpepa_desktop.rules.forecast import is_at_risk
from cpepa_desktop.rules.registry import RULES
from cpepa_desktop.rules.tally import computable_minutes


def person_figures(person: PersonStatus, frame: Frame) -> tuple[Figure, ...]:
    """Return everything that is known of a person in a course, each figure with what explains it."""
    return (
        *_seat(person, frame),
        _attended(person.tally),
        _absences(person.tally),
        _pending(person.tally, frame),
        *_margin(person),
        *_pace(person),
        *_computable(person.tally, frame),
        *(_judged(rule, "", verdict, frame) for rule, verdict in person.verdicts.items()),
        *(
            _judged(rule, module.code, verdict, frame)
            for module in person.modules
            for rule, verdict in module.verdicts.items()
        ),
    )


def week_figure(row: GridRow) -> Figure:
    """Return the hours that a person has attended of a week, stretch by stretch."""
    entered = [cell for cell in row.cells if cell.attended_minutes is not None]
    attended = [cell.attended_minutes or 0 for cell in entered]
    total, given = hours_words(sum(attended)), hours_words(sum(cell.minutes for cell in entered))
    citation = RULES["tally_block"].citation
    sums = " + ".join(hours_words(minutes) for minutes in attended)
    explanation = Explanation(
        title=_("Horas de la semana"),
        sentence=_("De las {given} introducidas de la semana ha asistido a {total}.").format(
            given=given, total=total
        ),
        lines=tuple((day_words(cell.day), _cell_words(cell)) for cell in row.cells),
        citation=str(citation),
        formula=(
            _("Suma de lo asistido en cada clase introducida"),
            *([f"{sums} = {total}"] if sums else ()),
        ),
        articles=articles_of(citation),
    )
    return Figure("week", _("Esta semana"), total, explanation)


def _cell_words(cell: GridCell) -> str:
    if cell.attended_minutes is None:
        return _("sin introducir")
    return _("{attended} de {minutes}").format(
        attended=hours_words(cell.attended_minutes), minutes=hours_words(cell.minutes)
    )


def verdict_key(rule: str, module: str = "") -> str:
    """Return the key of the figure of a verdict on the action, or on a module."""
    return f"{rule}/{module}"


def explain_unjudged(module: ModuleStatus, frame: Frame) -> Explanation:
    """Return why nothing is judged of a module: it is accredited already, or it has no test of its own."""
    need = frame.call.reading("complementary_need")
    is_accredited = not any(module.code == extra.code for extra in frame.call.complementary)
    sentence = (
        _("No lo cursa: lo tiene acreditado, y sus horas no entran en las de su acción.")
        if is_accredited
        else _("Cuenta en las horas de la acción y no decide ni la prueba de un módulo ni el diploma.")
    )
    citation = RULES["diploma_attendance"].citation if is_accredited else need.citation
    return Explanation(
        title=f"{module.code} {module.title}",
        sentence=sentence,
        lines=tuple(_parts(module.tally)),
        citation=str(citation),
        articles=articles_of(citation),
    )


def _judged(rule: str, module: str, verdict: Verdict, frame: Frame) -> Figure:
    label = f"{module} · {rule_title(rule)}" if module else rule_title(rule)
    answer = answer_word(verdict.answer).capitalize()
    return Figure(verdict_key(rule, module), label, answer, explain(verdict, frame))


def _seat(person: PersonStatus, frame: Frame) -> Iterator[Figure]:
    number, kind = person.enrolment.seat, person.enrolment.seat_kind
    if number is None or kind is None:
        return
    citation = RULES["seat_kind"].citation
    sources = sources_of(frame, "subsidised_seats", "additional_seats")
    limit = frame.call.optional("subsidised_seats", frame.day)
    if limit is None:
        sentence = _("La convocatoria no limita las plazas: ninguna es adicional.")
        formula: tuple[str, ...] = (rule_formulas()["seat_kind"],)
    else:
        is_paid = kind is SeatKind.FUNDED
        sentence = _("Es una de las plazas subvencionables.") if is_paid else _("Es una plaza adicional.")
        formula = (rule_formulas()["seat_kind"], f"{number} {'≤' if is_paid else '>'} {limit.value}")
    yield Figure(
        "seat",
        _("Plaza"),
        str(number),
        Explanation(
            title=rule_title("seat_kind"),
            sentence=sentence,
            lines=((_("Plaza"), str(number)), *((source.label, source.value) for source in sources)),
            citation=str(citation),
            formula=formula,
            articles=articles_of(citation),
            sources=sources,
        ),
    )


def _attended(tally: Tally) -> Figure:
    sentence = _("Lleva {attended} de las {base} de su acción.").format(
        attended=hours_words(tally.attended), base=hours_words(tally.base)
    )
    return Figure("attended", _("Asistido"), hours_words(tally.attended), _of_tally(tally, sentence))


def _absences(tally: Tally) -> Figure:
    sentence = _(
        "Ha faltado {absent}: {justified} con justificante validado, {awaiting} a la espera y "
        "{unjustified} sin justificar."
    ).format(
        absent=hours_words(tally.absent),
        justified=hours_words(tally.justified),
        awaiting=hours_words(tally.awaiting),
        unjustified=hours_words(tally.unjustified),
    )
    return Figure("absent", _("Faltas"), hours_words(tally.absent), _of_tally(tally, sentence))


def _pending(tally: Tally, frame: Frame) -> Figure:
    missing = frame.call.reading("missing_data")
    sentence = _("De {pending} ya impartidas no se ha introducido nada: ni asistió ni faltó.").format(
        pending=hours_words(tally.pending)
    )
    if not tally.pending:
        sentence = _("Todo lo impartido está introducido.")
    explanation = Explanation(
        title=missing.question,
        sentence=sentence,
        lines=tuple(_parts(tally)),
        citation=str(missing.citation),
        formula=(missing.text(missing.value),),
        articles=articles_of(missing.citation),
    )
    return Figure("pending", _("Pendiente de introducir"), hours_words(tally.pending), explanation)


def _margin(person: PersonStatus) -> Iterator[Figure]:
    """Yield what may still be missed of the share that is tightest, while none is out of reach."""
    verdicts = [*person.verdicts.values(), *(v for m in person.modules for v in m.verdicts.values())]
    shares = [verdict for verdict in verdicts if "required_minutes" in verdict.numbers]
    if not shares:
        return
    tightest = min(shares, key=_spare)
    spare, numbers = _spare(tightest), tightest.numbers
    citation = RULES["forecast"].citation
    question = rule_title(tightest.rule)
    sentence = _("Lo más justo es «{question}»: aún puede faltar {hours}.")
    if spare < 0:
        sentence = _("«{question}» ya no se alcanza: faltan {hours}.")
    reachable, required = (hours_words(int(str(numbers[f"{n}_minutes"]))) for n in ("reachable", "required"))
    difference = f"{reachable} \N{MINUS SIGN} {required} = {hours_words(spare)}"
    yield Figure(
        "margin",
        rule_title("forecast"),
        hours_words(max(0, spare)),
        Explanation(
            title=rule_title("forecast"),
            sentence=sentence.format(question=question, hours=hours_words(abs(spare))),
            lines=((_("Lo más que puede alcanzar"), reachable), (_("Se pide"), required)),
            citation=str(citation),
            formula=(rule_formulas()["forecast"], difference),
            articles=articles_of(citation),
        ),
    )


def _pace(person: PersonStatus) -> Iterator[Figure]:
    """Yield whether the person would fall short of a module by going on as so far, while any is open."""
    pairs = [(module, module.verdicts["module_test"]) for module in person.modules if module.verdicts]
    judged = [
        (module, is_at_risk(module.tally, required))
        for module, verdict in pairs
        if verdict.answer is Answer.PENDING
        and isinstance(required := verdict.numbers.get("required_minutes"), int)
    ]
    if not judged:
        return
    falling = [module.code for module, is_falling in judged if is_falling]
    citation = RULES["is_at_risk"].citation
    sentence = (
        _("Si sigue faltando como hasta ahora no llegará en {modules}.").format(modules=listed(falling))
        if falling
        else _("Si sigue como hasta ahora llegará a la parte que se pide de cada módulo.")
    )
    yield Figure(
        "pace",
        rule_title("is_at_risk"),
        answer_word(Answer.YES if falling else Answer.NO).capitalize(),
        Explanation(
            title=rule_title("is_at_risk"),
            sentence=sentence,
            lines=tuple(
                (
                    module.code,
                    _("faltas {absent} de {entered} introducidas; quedan {left} por impartir").format(
                        absent=hours_words(module.tally.absent),
                        entered=hours_words(module.tally.attended + module.tally.absent),
                        left=hours_words(module.tally.to_come),
                    ),
                )
                for module, _is_falling in judged
            ),
            citation=str(citation),
            formula=(rule_formulas()["is_at_risk"],),
            articles=articles_of(citation),
        ),
    )


def _computable(tally: Tally, frame: Frame) -> Iterator[Figure]:
    if not frame.call.pays:
        return
    by_subtraction = frame.call.reading("computable_hours").value == "total_minus_unjustified"
    minutes = computable_minutes(tally, by_subtraction=by_subtraction)
    other = computable_minutes(tally, by_subtraction=not by_subtraction)
    citation = RULES["computable_minutes"].citation
    outcome = _("Serían {hours}.").format(hours=hours_words(other))
    sums = f"{hours_words(tally.attended)} + {hours_words(tally.justified)} = {hours_words(minutes)}"
    yield Figure(
        "computable",
        rule_title("computable_minutes"),
        hours_words(minutes),
        Explanation(
            title=rule_title("computable_minutes"),
            sentence=_("Hasta hoy, si resulta subvencionable, se computan {hours}.").format(
                hours=hours_words(minutes)
            ),
            lines=tuple(_parts(tally)),
            citation=str(citation),
            formula=(rule_formulas()["computable_minutes"], *(() if by_subtraction else (sums,))),
            articles=articles_of(citation),
            readings=reading_of(frame, "computable_hours", outcome) if other != minutes else (),
        ),
    )


def _of_tally(tally: Tally, sentence: str) -> Explanation:
    citation = RULES["tally_block"].citation
    parts = list(_parts(tally))
    sums = " + ".join(value for _label, value in parts)
    return Explanation(
        title=rule_title("tally_block"),
        sentence=sentence,
        lines=tuple(parts),
        citation=str(citation),
        formula=(rule_formulas()["tally_block"], f"{hours_words(tally.base)} = {sums}"),
        articles=articles_of(citation),
    )


def _parts(tally: Tally) -> Iterator[Line]:
    """Yield where the official minutes stand; what is nothing is left out, save what was attended."""
    yield _("Asistido"), hours_words(tally.attended)
    for label, minutes in (
        (_("Faltas justificadas y validadas"), tally.justified),
        (_("Faltas a la espera de validación"), tally.awaiting),
        (_("Faltas sin justificar"), tally.unjustified),
        (_("Pendiente de introducir"), tally.pending),
        (_("Por impartir"), tally.to_come),
        (_("Fuera de su matrícula"), tally.outside),
    ):
        if minutes:
            yield label, hours_words(minutes)


def _spare(verdict: Verdict) -> int:
    numbers = verdict.numbers
    return int(str(numbers["reachable_minutes"])) - int(str(numbers["required_minutes"]))
