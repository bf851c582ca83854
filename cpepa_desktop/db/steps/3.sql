-- What a course needs before it starts and what falls due around it. Released: never changed.

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

ALTER TABLE course ADD COLUMN local_entity_id INTEGER REFERENCES local_entity (id) ON DELETE RESTRICT;
ALTER TABLE course ADD COLUMN started_on TEXT CHECK (started_on IS date(started_on, '+0 days'));
ALTER TABLE course ADD COLUMN renounced_on TEXT CHECK (renounced_on IS date(renounced_on, '+0 days'));
ALTER TABLE course ADD COLUMN renounce_reason TEXT NOT NULL DEFAULT '';

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

CREATE TABLE course_event (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    event TEXT NOT NULL CHECK (event IN (
        'publicity_started', 'change', 'requirement', 'recordings_needed', 'justification_closed'
    )),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (course_id, event, day)
) STRICT;

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

CREATE TABLE pause (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    resume_on TEXT NOT NULL CHECK (resume_on IS date(resume_on, '+0 days')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    CHECK (from_day < resume_on)
) STRICT;
CREATE INDEX pause_course ON pause (course_id);

ALTER TABLE course_role ADD COLUMN contract TEXT NOT NULL DEFAULT '' CHECK (contract IN (
    '', 'permanent', 'temporary', 'recurring', 'self_employed', 'public_servant', 'other'
));
ALTER TABLE course_role ADD COLUMN contract_from TEXT CHECK (contract_from IS date(contract_from, '+0 days'));
ALTER TABLE course_role ADD COLUMN contract_to TEXT CHECK (contract_to IS date(contract_to, '+0 days'));
ALTER TABLE course_role ADD COLUMN collective_agreement TEXT NOT NULL DEFAULT '';
ALTER TABLE course_role ADD COLUMN sent_on TEXT CHECK (sent_on IS date(sent_on, '+0 days'));
ALTER TABLE course_role ADD COLUMN rejected_on TEXT CHECK (rejected_on IS date(rejected_on, '+0 days'));

CREATE TABLE trainer_proof (
    trainer_id INTEGER NOT NULL REFERENCES trainer (id) ON DELETE RESTRICT,
    speciality TEXT NOT NULL CHECK (speciality <> ''),
    proof TEXT NOT NULL CHECK (proof IN ('a', 'b', 'c')),
    text TEXT NOT NULL CHECK (text <> ''),
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    PRIMARY KEY (trainer_id, speciality, proof)
) STRICT;

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
