-- How a centre's file is born. Older files reach this shape through migrations.py; a test holds both equal.
--
-- Days are ISO text checked with date(day, '+0 days'), because date('2024-02-30') alone accepts the impossible.
-- Clock times and lengths are whole minutes, areas are hundredths of a square metre.
-- Nothing is deleted behind the user's back: foreign keys restrict, and the journal keeps what a change replaced.

-- The file itself -----------------------------------------------------------------------------------------------

CREATE TABLE centre_file (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL UNIQUE,
    created_on TEXT NOT NULL CHECK (created_on IS date(created_on, '+0 days')),
    program_version TEXT NOT NULL,
    is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1))
) STRICT;

-- Bytes (scans, logos, issued papers) live beside the file, named by their hash, so that backups stay small.
CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    name TEXT NOT NULL
) STRICT;

-- Law and identity ----------------------------------------------------------------------------------------------

CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    cif TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    municipality TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE centre (
    id INTEGER PRIMARY KEY,
    entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    municipality TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    head_name TEXT NOT NULL DEFAULT '',
    head_role TEXT NOT NULL DEFAULT '',
    -- Working days follow two local calendars: the centre's and the competent organ's (Ley 39/2015, art. 30.6).
    organ_municipality TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE centre_logo (
    centre_id INTEGER NOT NULL REFERENCES centre (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    attachment TEXT NOT NULL REFERENCES attachment (sha256) ON DELETE RESTRICT,
    alternative_text TEXT NOT NULL,
    PRIMARY KEY (centre_id, position)
) STRICT;

CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    centre_id INTEGER NOT NULL REFERENCES centre (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    area_hundredths INTEGER CHECK (area_hundredths > 0),
    title TEXT NOT NULL DEFAULT '',
    title_until TEXT CHECK (title_until IS date(title_until, '+0 days')),
    UNIQUE (centre_id, name)
) STRICT;

-- A call's text is kept inside the file: an update of the program never moves a past verdict.
CREATE TABLE call_version (
    id INTEGER PRIMARY KEY,
    call TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    content TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('official', 'centre'))
) STRICT;

CREATE TABLE holiday_year (
    year INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
    source TEXT NOT NULL
) STRICT;

CREATE TABLE holiday (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    scope TEXT NOT NULL CHECK (scope IN ('national', 'regional', 'local', 'school', 'centre')),
    municipality TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    UNIQUE (day, scope, municipality)
) STRICT;

-- Catalogue -----------------------------------------------------------------------------------------------------

-- What a course teaches is copied here from the official catalogue, or typed by the centre with its source.
CREATE TABLE certificate_version (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    origin TEXT NOT NULL CHECK (origin IN ('official', 'centre')),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    content TEXT NOT NULL CHECK (json_valid(content)),
    source TEXT NOT NULL,
    UNIQUE (code, origin, version)
) STRICT;

-- Modules and units are global: MF0233_2 stands in several certificates and a pass counts in all of them.
CREATE TABLE module (
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL
) STRICT;

-- Texts of the conditions sheet that the centre keeps for every course of one certificate.
CREATE TABLE certificate_text (
    certificate_code TEXT NOT NULL,
    item TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (certificate_code, item)
) STRICT;

-- People --------------------------------------------------------------------------------------------------------

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    surnames TEXT NOT NULL,
    birth_date TEXT CHECK (birth_date IS date(birth_date, '+0 days')),
    sex TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'F', 'M', 'X')),
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    municipality TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT ''
) STRICT;

-- A person exists once and keeps earlier numbers: a NIE becomes a DNI.
CREATE TABLE person_document (
    kind TEXT NOT NULL CHECK (kind IN ('dni', 'nie', 'passport', 'other')),
    country TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL CHECK (number <> ''),
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    PRIMARY KEY (kind, country, number)
) STRICT;
CREATE UNIQUE INDEX person_current_document ON person_document (person_id) WHERE is_current = 1;
CREATE INDEX person_document_person ON person_document (person_id);
CREATE INDEX person_document_number ON person_document (number);

-- A trainer is a role of a person.
CREATE TABLE trainer (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL UNIQUE REFERENCES person (id) ON DELETE RESTRICT,
    speciality TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- A local entity that pays for courses, or for their trainers.
CREATE TABLE local_entity (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    cif TEXT NOT NULL DEFAULT '',
    municipality TEXT NOT NULL DEFAULT '',
    contact_name TEXT NOT NULL DEFAULT '',
    contact_role TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    pays TEXT NOT NULL DEFAULT ''
) STRICT;

-- Course --------------------------------------------------------------------------------------------------------

CREATE TABLE course (
    id INTEGER PRIMARY KEY,
    centre_id INTEGER NOT NULL REFERENCES centre (id) ON DELETE RESTRICT,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    call_version_id INTEGER NOT NULL REFERENCES call_version (id) ON DELETE RESTRICT,
    certificate_version_id INTEGER NOT NULL REFERENCES certificate_version (id) ON DELETE RESTRICT,
    speciality TEXT NOT NULL,
    -- '' where the whole certificate is taught, never NULL: the offer's key is (call, speciality, part).
    part TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level IN (1, 2, 3)),
    route TEXT NOT NULL CHECK (route IN ('own', 'local', 'agreement', 'call')),
    province TEXT NOT NULL,
    file_number TEXT NOT NULL DEFAULT '',
    regime TEXT NOT NULL CHECK (regime IN ('RD34_ESS', 'RD659')),
    regime_reason TEXT NOT NULL DEFAULT '',
    approved_on TEXT CHECK (approved_on IS date(approved_on, '+0 days')),
    start_on TEXT NOT NULL CHECK (start_on IS date(start_on, '+0 days')),
    room_id INTEGER REFERENCES room (id) ON DELETE RESTRICT,
    timetable TEXT NOT NULL,
    -- Why the last day stays under the daily minimum, where it does.
    short_day_reason TEXT NOT NULL DEFAULT '',
    selection_on TEXT CHECK (selection_on IS date(selection_on, '+0 days')),
    selection_minute INTEGER CHECK (selection_minute BETWEEN 0 AND 1439),
    selection_place TEXT NOT NULL DEFAULT '',
    technician_name TEXT NOT NULL DEFAULT '',
    technician_phone TEXT NOT NULL DEFAULT '',
    technician_email TEXT NOT NULL DEFAULT '',
    local_entity_id INTEGER REFERENCES local_entity (id) ON DELETE RESTRICT,
    -- The day it passed to running, once its gates were judged.
    started_on TEXT CHECK (started_on IS date(started_on, '+0 days')),
    renounced_on TEXT CHECK (renounced_on IS date(renounced_on, '+0 days')),
    renounce_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE course_module (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('formative', 'complementary', 'workplace')),
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    official_minutes INTEGER NOT NULL CHECK (official_minutes > 0),
    competence_unit TEXT NOT NULL DEFAULT '',
    -- The workplace module is a row with its days and hours, without sessions.
    from_day TEXT CHECK (from_day IS date(from_day, '+0 days')),
    to_day TEXT CHECK (to_day IS date(to_day, '+0 days')),
    UNIQUE (course_id, code),
    UNIQUE (course_id, position)
) STRICT;

-- What is taught and counted: a unit, an undivided module or the complementary module. The action is the sum of
-- its blocks; a unit shared by two modules is one block in both, so modules are never summed to get the action.
CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    official_minutes INTEGER NOT NULL CHECK (official_minutes > 0),
    UNIQUE (course_id, code),
    UNIQUE (course_id, position)
) STRICT;

CREATE TABLE block_module (
    block_id INTEGER NOT NULL REFERENCES block (id) ON DELETE RESTRICT,
    course_module_id INTEGER NOT NULL REFERENCES course_module (id) ON DELETE RESTRICT,
    PRIMARY KEY (block_id, course_module_id)
) STRICT;
CREATE INDEX block_module_module ON block_module (course_module_id);

-- Who teaches a block unless a session says otherwise.
CREATE TABLE block_trainer (
    block_id INTEGER NOT NULL REFERENCES block (id) ON DELETE RESTRICT,
    trainer_id INTEGER NOT NULL REFERENCES trainer (id) ON DELETE RESTRICT,
    PRIMARY KEY (block_id, trainer_id)
) STRICT;

-- Roles beyond teaching (preparer, tutor, evaluator) with their hours and when they see people.
CREATE TABLE course_role (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    trainer_id INTEGER NOT NULL REFERENCES trainer (id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('teacher', 'preparer', 'tutor', 'evaluator')),
    minutes INTEGER CHECK (minutes > 0),
    tutoring TEXT NOT NULL DEFAULT '',
    validated_on TEXT CHECK (validated_on IS date(validated_on, '+0 days')),
    contract TEXT NOT NULL DEFAULT '' CHECK (contract IN (
        '', 'permanent', 'temporary', 'recurring', 'self_employed', 'public_servant', 'other'
    )),
    contract_from TEXT CHECK (contract_from IS date(contract_from, '+0 days')),
    contract_to TEXT CHECK (contract_to IS date(contract_to, '+0 days')),
    collective_agreement TEXT NOT NULL DEFAULT '',
    sent_on TEXT CHECK (sent_on IS date(sent_on, '+0 days')),
    rejected_on TEXT CHECK (rejected_on IS date(rejected_on, '+0 days')),
    PRIMARY KEY (course_id, trainer_id, role)
) STRICT;

-- One stretch of class on one day, with clock times: the half-day rule and connection logs need them.
CREATE TABLE stretch (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    -- 1 or 2: no day has more. The rule is kept by the program, so that a day can be renumbered row by row.
    n INTEGER NOT NULL CHECK (n >= 1),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440),
    room_id INTEGER REFERENCES room (id) ON DELETE RESTRICT,
    CHECK (from_minute < to_minute),
    UNIQUE (course_id, day, n)
) STRICT;
CREATE INDEX stretch_day ON stretch (day);

-- The part of a stretch given to one block. A cancelled session stays and names nothing; what replaces it names it.
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    block_id INTEGER NOT NULL REFERENCES block (id) ON DELETE RESTRICT,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'virtual', 'bimodal')),
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    replaces_id INTEGER REFERENCES session (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (stretch_id, position)
) STRICT;
CREATE INDEX session_block ON session (block_id);
CREATE INDEX session_replaces ON session (replaces_id);

CREATE TABLE session_trainer (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
    trainer_id INTEGER NOT NULL REFERENCES trainer (id) ON DELETE RESTRICT,
    PRIMARY KEY (session_id, trainer_id)
) STRICT;
CREATE INDEX session_trainer_trainer ON session_trainer (trainer_id);

-- Seats and enrolments ------------------------------------------------------------------------------------------

CREATE TABLE seat (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    n INTEGER NOT NULL CHECK (n >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('funded', 'additional')),
    UNIQUE (course_id, n)
) STRICT;

CREATE TABLE enrolment (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    joined_on TEXT NOT NULL CHECK (joined_on IS date(joined_on, '+0 days')),
    -- The last day of class attended or owed, not the day of the paperwork.
    left_on TEXT CHECK (left_on IS date(left_on, '+0 days')),
    leave_cause TEXT CHECK (leave_cause IN ('job', 'recall', 'illness', 'accident', 'other')),
    contract_start TEXT CHECK (contract_start IS date(contract_start, '+0 days')),
    leave_proof TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    -- NULL while nobody has said it: unknown is not unemployed.
    status_at_start TEXT CHECK (status_at_start IN ('unemployed', 'employed', 'seasonal_idle', 'public_worker')),
    registered_on TEXT CHECK (registered_on IS date(registered_on, '+0 days')),
    leaving_communicated_on TEXT
        CHECK (leaving_communicated_on IS date(leaving_communicated_on, '+0 days')),
    CHECK ((left_on IS NULL) = (leave_cause IS NULL)),
    CHECK (left_on IS NULL OR left_on >= joined_on),
    UNIQUE (course_id, person_id)
) STRICT;
CREATE INDEX enrolment_person ON enrolment (person_id);

-- A substitution is two enrolments in one seat, one after the other.
CREATE TABLE occupancy (
    seat_id INTEGER NOT NULL REFERENCES seat (id) ON DELETE RESTRICT,
    enrolment_id INTEGER NOT NULL UNIQUE REFERENCES enrolment (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    to_day TEXT CHECK (to_day IS date(to_day, '+0 days')),
    PRIMARY KEY (seat_id, enrolment_id)
) STRICT;

-- Modules that are not simply attended. No row means that the person attends the module.
CREATE TABLE enrolment_module (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    course_module_id INTEGER NOT NULL REFERENCES course_module (id) ON DELETE RESTRICT,
    standing TEXT NOT NULL CHECK (standing IN ('accredited', 'exempt')),
    source TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (enrolment_id, course_module_id)
) STRICT;

-- Attendance ----------------------------------------------------------------------------------------------------

-- No row is pending: it never counts as attended. The absent minutes are the session's less these.
CREATE TABLE attendance (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
    attended_minutes INTEGER NOT NULL CHECK (attended_minutes >= 0),
    is_virtual INTEGER NOT NULL DEFAULT 0 CHECK (is_virtual IN (0, 1)),
    PRIMARY KEY (enrolment_id, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_session ON attendance (session_id);

-- The proof of one or more absences, over as many sessions as it covers, with a state of its own.
CREATE TABLE justification (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'validated', 'rejected')),
    event_day TEXT CHECK (event_day IS date(event_day, '+0 days')),
    appointment_minute INTEGER CHECK (appointment_minute BETWEEN 0 AND 1439),
    other_town INTEGER NOT NULL DEFAULT 0 CHECK (other_town IN (0, 1)),
    decided_on TEXT CHECK (decided_on IS date(decided_on, '+0 days')),
    proof TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    note TEXT NOT NULL DEFAULT '',
    -- From another town; NULL is the hour the guide reckons with.
    travel_minutes INTEGER CHECK (travel_minutes >= 0),
    handed_in_on TEXT CHECK (handed_in_on IS date(handed_in_on, '+0 days')),
    registry TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX justification_enrolment ON justification (enrolment_id);

-- Why minutes were missed; several causes may share one session. Minutes with no row here are unjustified.
CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    cause TEXT CHECK (cause IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')),
    justification_id INTEGER REFERENCES justification (id) ON DELETE RESTRICT,
    CHECK (justification_id IS NULL OR cause IS NOT NULL),
    FOREIGN KEY (enrolment_id, session_id) REFERENCES attendance (enrolment_id, session_id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX absence_cell ON absence (enrolment_id, session_id);
CREATE INDEX absence_justification ON absence (justification_id);

-- A week that was sent: its minutes and causes stand still, validation goes on. Unlocking keeps the row, and
-- the week locked again is the next version.
CREATE TABLE week_lock (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    iso_year INTEGER NOT NULL CHECK (iso_year BETWEEN 1 AND 9999),
    iso_week INTEGER NOT NULL CHECK (iso_week BETWEEN 1 AND 53),
    version INTEGER NOT NULL CHECK (version >= 1),
    sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on, '+0 days')),
    registry TEXT NOT NULL,
    content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
    unlocked_on TEXT CHECK (unlocked_on IS date(unlocked_on, '+0 days')),
    unlock_reason TEXT NOT NULL DEFAULT '',
    CHECK ((unlocked_on IS NULL) = (unlock_reason = '')),
    UNIQUE (course_id, iso_year, iso_week, version)
) STRICT;
CREATE UNIQUE INDEX week_lock_standing ON week_lock (course_id, iso_year, iso_week) WHERE unlocked_on IS NULL;

-- Something worth telling the administration of a day of class, of one person or of all.
CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    enrolment_id INTEGER REFERENCES enrolment (id) ON DELETE RESTRICT,
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    what TEXT NOT NULL CHECK (what <> ''),
    cause TEXT NOT NULL DEFAULT '',
    justification TEXT NOT NULL DEFAULT '',
    communicated_on TEXT CHECK (communicated_on IS date(communicated_on, '+0 days'))
) STRICT;
CREATE INDEX incident_stretch ON incident (stretch_id);
CREATE INDEX incident_enrolment ON incident (enrolment_id);

-- What was typed again into the administration's programs: the item, what it said and under which number.
CREATE TABLE typed_item (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    program TEXT NOT NULL CHECK (program IN ('gestifor', 'gacepa')),
    item TEXT NOT NULL CHECK (item <> ''),
    value TEXT NOT NULL,
    typed_on TEXT NOT NULL CHECK (typed_on IS date(typed_on, '+0 days')),
    number TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (course_id, program, item)
) STRICT;

-- Virtual classroom ---------------------------------------------------------------------------------------------

-- How the class is given at a distance, and how the inspection joins it.
CREATE TABLE virtual_class (
    course_id INTEGER PRIMARY KEY REFERENCES course (id) ON DELETE RESTRICT,
    tool TEXT NOT NULL DEFAULT '',
    inspection_link TEXT NOT NULL DEFAULT ''
) STRICT;

-- Why a person may follow it at a distance, and whether they let themselves be recorded: NULL while not asked.
CREATE TABLE virtual_person (
    enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE RESTRICT,
    reason TEXT CHECK (reason IN ('other_town', 'difficulty', 'room_size')),
    reason_note TEXT NOT NULL DEFAULT '',
    consent TEXT CHECK (consent IN ('given', 'refused')),
    consent_on TEXT CHECK (consent_on IS date(consent_on, '+0 days')),
    proof TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    CHECK ((consent IS NULL) = (consent_on IS NULL))
) STRICT;

-- Recordings are kept while an inspection may ask for them, and their destruction is certified.
CREATE TABLE recording (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    place TEXT NOT NULL CHECK (place <> ''),
    destroyed_on TEXT CHECK (destroyed_on IS date(destroyed_on, '+0 days')),
    certificate TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    CHECK (certificate IS NULL OR destroyed_on IS NOT NULL)
) STRICT;
CREATE INDEX recording_stretch ON recording (stretch_id);

-- A file of connections as the tool gave it, of one stretch.
CREATE TABLE connection_log (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    tool TEXT NOT NULL,
    file TEXT NOT NULL REFERENCES attachment (sha256) ON DELETE RESTRICT,
    imported_on TEXT NOT NULL CHECK (imported_on IS date(imported_on, '+0 days')),
    UNIQUE (stretch_id, file)
) STRICT;

-- When somebody was connected, in seconds of the day of class on the centre's clock; it may begin before the
-- class and end after it.
CREATE TABLE connection (
    id INTEGER PRIMARY KEY,
    log_id INTEGER NOT NULL REFERENCES connection_log (id) ON DELETE RESTRICT,
    -- NULL for who is nobody of the course, such as the trainer or the inspection.
    enrolment_id INTEGER REFERENCES enrolment (id) ON DELETE RESTRICT,
    shown_name TEXT NOT NULL,
    from_second INTEGER NOT NULL,
    to_second INTEGER NOT NULL,
    CHECK (from_second <= to_second)
) STRICT;
CREATE INDEX connection_log_id ON connection (log_id);
CREATE INDEX connection_enrolment ON connection (enrolment_id);

-- Under which name a person shows up in the tool, once somebody has confirmed it.
CREATE TABLE connection_alias (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    alias TEXT NOT NULL CHECK (alias <> ''),
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    PRIMARY KEY (course_id, alias)
) STRICT;
CREATE INDEX connection_alias_enrolment ON connection_alias (enrolment_id);

-- Planning ------------------------------------------------------------------------------------------------------

-- A paper that the centre receives or signs: issued_on is the day of its date or signature. One may serve several
-- courses; cents is what it grants to each.
CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN (
        'request', 'authorisation', 'agreement', 'grant', 'directorate_resolution', 'conditions_approval',
        'insurance', 'guarantee', 'support_resolution', 'renunciation', 'other'
    )),
    number TEXT NOT NULL DEFAULT '',
    issued_on TEXT CHECK (issued_on IS date(issued_on, '+0 days')),
    received_on TEXT CHECK (received_on IS date(received_on, '+0 days')),
    ends_on TEXT CHECK (ends_on IS date(ends_on, '+0 days')),
    signer TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    local_entity_id INTEGER REFERENCES local_entity (id) ON DELETE RESTRICT,
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT
) STRICT;

CREATE TABLE paper_course (
    paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE RESTRICT,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    cents INTEGER CHECK (cents >= 0),
    PRIMARY KEY (paper_id, course_id)
) STRICT;
CREATE INDEX paper_course_course ON paper_course (course_id);

-- Days that terms are counted from and that no paper of the file tells.
CREATE TABLE course_event (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    event TEXT NOT NULL CHECK (event IN (
        'publicity_started', 'change', 'requirement', 'recordings_needed', 'justification_closed'
    )),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (course_id, event, day)
) STRICT;

-- An obligation met: the course, its name and what it hangs on. Withdrawing one keeps the row.
CREATE TABLE obligation_filing (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name <> ''),
    subject TEXT NOT NULL DEFAULT '',
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    channel TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on, '+0 days')),
    withdraw_reason TEXT NOT NULL DEFAULT '',
    CHECK ((withdrawn_on IS NULL) = (withdraw_reason = ''))
) STRICT;
CREATE UNIQUE INDEX obligation_filing_standing ON obligation_filing (course_id, name, subject)
    WHERE withdrawn_on IS NULL;

-- A course that stops and goes on: what was planned from from_day on goes on from resume_on.
CREATE TABLE pause (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    resume_on TEXT NOT NULL CHECK (resume_on IS date(resume_on, '+0 days')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    CHECK (from_day < resume_on)
) STRICT;
CREATE INDEX pause_course ON pause (course_id);

-- What a course that no grant pays for costs and brings in, in cents.
CREATE TABLE budget_line (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('expense', 'income')),
    concept TEXT NOT NULL CHECK (concept <> ''),
    cents INTEGER NOT NULL CHECK (cents >= 0),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (course_id, position)
) STRICT;

-- What a trainer proves for a speciality: a) studies, b) teaching competence, c) experience (guide 10.3.1).
CREATE TABLE trainer_proof (
    trainer_id INTEGER NOT NULL REFERENCES trainer (id) ON DELETE RESTRICT,
    speciality TEXT NOT NULL CHECK (speciality <> ''),
    proof TEXT NOT NULL CHECK (proof IN ('a', 'b', 'c')),
    text TEXT NOT NULL CHECK (text <> ''),
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    PRIMARY KEY (trainer_id, speciality, proof)
) STRICT;

-- What the centre is authorised to teach.
CREATE TABLE accreditation (
    id INTEGER PRIMARY KEY,
    centre_id INTEGER NOT NULL REFERENCES centre (id) ON DELETE RESTRICT,
    speciality TEXT NOT NULL CHECK (speciality <> ''),
    number TEXT NOT NULL DEFAULT '',
    day TEXT CHECK (day IS date(day, '+0 days')),
    until TEXT CHECK (until IS date(until, '+0 days')),
    places INTEGER CHECK (places > 0),
    note TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    UNIQUE (centre_id, speciality, number)
) STRICT;

-- What a speciality asks of a centre to be authorised, and how the centre meets it. An area for so many people.
CREATE TABLE speciality_need (
    id INTEGER PRIMARY KEY,
    speciality TEXT NOT NULL CHECK (speciality <> ''),
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('room', 'trainer', 'equipment', 'other')),
    name TEXT NOT NULL CHECK (name <> ''),
    area_hundredths INTEGER CHECK (area_hundredths > 0),
    people INTEGER CHECK (people > 0),
    source TEXT NOT NULL DEFAULT '',
    room_id INTEGER REFERENCES room (id) ON DELETE RESTRICT,
    trainer_id INTEGER REFERENCES trainer (id) ON DELETE RESTRICT,
    met_on TEXT CHECK (met_on IS date(met_on, '+0 days')),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (speciality, position)
) STRICT;

-- What the centre asks for in March and April for the school year that begins in begins_in.
CREATE TABLE yearly_request (
    begins_in INTEGER PRIMARY KEY CHECK (begins_in BETWEEN 2000 AND 2100),
    submitted_on TEXT CHECK (submitted_on IS date(submitted_on, '+0 days')),
    number TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT
) STRICT;

CREATE TABLE request_line (
    id INTEGER PRIMARY KEY,
    begins_in INTEGER NOT NULL REFERENCES yearly_request (begins_in) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    speciality TEXT NOT NULL CHECK (speciality <> ''),
    part TEXT NOT NULL DEFAULT '',
    route TEXT NOT NULL CHECK (route IN ('own', 'local', 'agreement', 'call')),
    local_entity_id INTEGER REFERENCES local_entity (id) ON DELETE RESTRICT,
    starts_on TEXT CHECK (starts_on IS date(starts_on, '+0 days')),
    places INTEGER CHECK (places > 0),
    course_id INTEGER REFERENCES course (id) ON DELETE RESTRICT,
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (begins_in, position)
) STRICT;

-- An application to a call, with its actions and the papers that go with it.
CREATE TABLE application (
    id INTEGER PRIMARY KEY,
    centre_id INTEGER NOT NULL REFERENCES centre (id) ON DELETE RESTRICT,
    call TEXT NOT NULL CHECK (call <> ''),
    published_on TEXT CHECK (published_on IS date(published_on, '+0 days')),
    submitted_on TEXT CHECK (submitted_on IS date(submitted_on, '+0 days')),
    number TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    UNIQUE (centre_id, call)
) STRICT;

CREATE TABLE application_action (
    id INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    speciality TEXT NOT NULL CHECK (speciality <> ''),
    part TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL,
    participants INTEGER CHECK (participants > 0),
    course_id INTEGER REFERENCES course (id) ON DELETE RESTRICT,
    UNIQUE (application_id, position)
) STRICT;

CREATE TABLE application_item (
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
    item TEXT NOT NULL CHECK (item <> ''),
    state TEXT NOT NULL CHECK (state IN ('missing', 'ready', 'not_needed')),
    note TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    PRIMARY KEY (application_id, item)
) STRICT;

-- Support asked for a person with a disability, in minutes.
CREATE TABLE disability_support (
    id INTEGER PRIMARY KEY,
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    service TEXT NOT NULL CHECK (service IN ('sign_language', 'support', 'other')),
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    requested_on TEXT CHECK (requested_on IS date(requested_on, '+0 days')),
    approved_on TEXT CHECK (approved_on IS date(approved_on, '+0 days')),
    approved_minutes INTEGER CHECK (approved_minutes >= 0),
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX disability_support_enrolment ON disability_support (enrolment_id);

-- Papers --------------------------------------------------------------------------------------------------------

-- Every paper printed to file. Rows are never deleted and numbers never used again.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    course_id INTEGER REFERENCES course (id) ON DELETE RESTRICT,
    person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT,
    -- Its period: an ISO week as 2024-W07, a month as 2024-02 or a day; '' where it has none.
    week TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL CHECK (version >= 1),
    printed_on TEXT NOT NULL CHECK (printed_on IS date(printed_on, '+0 days')),
    data TEXT NOT NULL CHECK (json_valid(data)),
    data_sha256 TEXT NOT NULL CHECK (length(data_sha256) = 64),
    sha256 TEXT NOT NULL REFERENCES attachment (sha256) ON DELETE RESTRICT,
    program_version TEXT NOT NULL,
    replaces_id INTEGER REFERENCES document (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('issued', 'replaced', 'annulled')),
    UNIQUE (kind, year, number)
) STRICT;
CREATE INDEX document_course ON document (course_id, kind, week);

-- A paper handed to somebody: sent, approved or handed out, with day, number and scan.
CREATE TABLE filing (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
    act TEXT NOT NULL CHECK (act IN ('sent', 'approved', 'handed_out')),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    channel TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT
) STRICT;
CREATE INDEX filing_document ON filing (document_id);

-- Every exception somebody decided, with who and why.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    actor TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- Journal -------------------------------------------------------------------------------------------------------

-- One row an operation. Undo is an operation too and names what it undoes; a legal act is never undone.
CREATE TABLE journal_operation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    working_day TEXT NOT NULL CHECK (working_day IS date(working_day, '+0 days')),
    kind TEXT NOT NULL CHECK (kind IN ('normal', 'legal', 'undo', 'redo')),
    target_id INTEGER REFERENCES journal_operation (id) ON DELETE RESTRICT,
    CHECK ((target_id IS NOT NULL) = (kind IN ('undo', 'redo')))
) STRICT;
CREATE INDEX journal_target ON journal_operation (target_id);

-- Rows as they were and as they became. Both may be emptied by the right of erasure, so they can be NULL.
CREATE TABLE journal_change (
    id INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES journal_operation (id) ON DELETE RESTRICT,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    table_name TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX journal_change_operation ON journal_change (operation_id);

-- The operation under way, read by the triggers. Empty between operations: a write outside one is refused.
CREATE TABLE journal_current (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    operation_id INTEGER NOT NULL REFERENCES journal_operation (id) ON DELETE RESTRICT
) STRICT;
