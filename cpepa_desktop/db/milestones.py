"""What papers, filings and events say of how far each course has come, in one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlite_utils import Database

from cpepa_desktop.db.values import to_day

# What stands for a gate has its name. A sheet that a correction replaced was approved all the same.
_MILESTONES: Final = """
SELECT course_id, name, day, until FROM (
    SELECT pc.course_id, CASE p.kind
               WHEN 'authorisation' THEN 'authorisation_received' WHEN 'agreement' THEN 'agreement_signed'
               WHEN 'grant' THEN 'grant_resolved' WHEN 'insurance' THEN 'insurance_formalised'
               WHEN 'conditions_approval' THEN 'conditions_sheet_approved' WHEN 'request' THEN 'requested'
               ELSE p.kind END AS name,
           CASE WHEN p.kind = 'authorisation' THEN coalesce(p.received_on, p.issued_on) ELSE p.issued_on END
               AS day, p.ends_on AS until
    FROM paper p JOIN paper_course pc ON pc.paper_id = p.id
    UNION ALL
    SELECT d.course_id, 'conditions_sheet_approved', f.day, NULL
    FROM document d JOIN filing f ON f.document_id = d.id
    WHERE d.kind = 'conditions-sheet' AND d.state <> 'annulled' AND f.act = 'approved'
    UNION ALL
    SELECT course_id, CASE name WHEN 'selection_record' THEN 'selection_record_sent' ELSE 'justified' END,
           day, NULL
    FROM obligation_filing
    WHERE name IN ('selection_record', 'economic_justification') AND withdrawn_on IS NULL
    UNION ALL
    SELECT course_id, 'closed', day, NULL FROM course_event WHERE event = 'justification_closed'
    UNION ALL
    SELECT l.course_id, 'requested', y.submitted_on, NULL
    FROM request_line l JOIN yearly_request y ON y.begins_in = l.begins_in
    WHERE y.submitted_on IS NOT NULL AND l.route <> 'call'
    UNION ALL
    SELECT i.course_id, 'requested', a.submitted_on, NULL
    FROM application_action i JOIN application a ON a.id = i.application_id
    WHERE a.submitted_on IS NOT NULL
    UNION ALL
    SELECT c.id, 'gates_deferred', NULL, NULL FROM decision d JOIN course c ON c.code = d.subject
    WHERE d.rule = 'start_gates' AND d.answer = 'deferred' AND NOT EXISTS (
        SELECT 1 FROM decision n WHERE n.rule = d.rule AND n.subject = d.subject AND n.id > d.id)
    UNION ALL
    SELECT DISTINCT e.course_id, 'attendance', NULL, NULL
    FROM enrolment e WHERE EXISTS (SELECT 1 FROM attendance a WHERE a.enrolment_id = e.id)
) WHERE course_id IS NOT NULL AND course_id = coalesce(?, course_id)
"""


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that happened to a course: its day, where it is known, and until when it is in force."""

    day: date | None = None
    until: date | None = None


Milestones = Mapping[str, Milestone]
"""What happened to a course, by name: the name of a gate, ``requested``, ``attendance``…"""


def milestones(db: Database, course_id: int | None = None) -> dict[int, Milestones]:
    """Return by course what happened to it, of all courses or of one; of the same name, the first known."""
    found: dict[int, dict[str, Milestone]] = defaultdict(dict)
    for key, name, day, until in db.execute(_MILESTONES, (course_id,)):
        each = Milestone(to_day(day), to_day(until))
        known = found[key].setdefault(name, each)
        if each.day is not None and (known.day is None or each.day < known.day):
            found[key][name] = each
    return dict(found)
