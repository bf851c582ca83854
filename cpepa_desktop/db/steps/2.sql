-- What a week needs to be sent and frozen, and what the virtual classroom leaves behind. Released: never changed.

ALTER TABLE justification ADD COLUMN travel_minutes INTEGER CHECK (travel_minutes >= 0);
ALTER TABLE justification ADD COLUMN handed_in_on TEXT CHECK (handed_in_on IS date(handed_in_on, '+0 days'));
ALTER TABLE justification ADD COLUMN registry TEXT NOT NULL DEFAULT '';

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

CREATE TABLE typed_item (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    program TEXT NOT NULL CHECK (program IN ('gestifor', 'gacepa')),
    item TEXT NOT NULL CHECK (item <> ''),
    value TEXT NOT NULL,
    typed_on TEXT NOT NULL CHECK (typed_on IS date(typed_on, '+0 days')),
    number TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (course_id, program, item)
) STRICT;

CREATE TABLE virtual_class (
    course_id INTEGER PRIMARY KEY REFERENCES course (id) ON DELETE RESTRICT,
    tool TEXT NOT NULL DEFAULT '',
    inspection_link TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE virtual_person (
    enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE RESTRICT,
    reason TEXT CHECK (reason IN ('other_town', 'difficulty', 'room_size')),
    reason_note TEXT NOT NULL DEFAULT '',
    consent TEXT CHECK (consent IN ('given', 'refused')),
    consent_on TEXT CHECK (consent_on IS date(consent_on, '+0 days')),
    proof TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    CHECK ((consent IS NULL) = (consent_on IS NULL))
) STRICT;

CREATE TABLE recording (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    place TEXT NOT NULL CHECK (place <> ''),
    destroyed_on TEXT CHECK (destroyed_on IS date(destroyed_on, '+0 days')),
    certificate TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    CHECK (certificate IS NULL OR destroyed_on IS NOT NULL)
) STRICT;
CREATE INDEX recording_stretch ON recording (stretch_id);

CREATE TABLE connection_log (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    tool TEXT NOT NULL,
    file TEXT NOT NULL REFERENCES attachment (sha256) ON DELETE RESTRICT,
    imported_on TEXT NOT NULL CHECK (imported_on IS date(imported_on, '+0 days')),
    UNIQUE (stretch_id, file)
) STRICT;

CREATE TABLE connection (
    id INTEGER PRIMARY KEY,
    log_id INTEGER NOT NULL REFERENCES connection_log (id) ON DELETE RESTRICT,
    enrolment_id INTEGER REFERENCES enrolment (id) ON DELETE RESTRICT,
    shown_name TEXT NOT NULL,
    from_second INTEGER NOT NULL,
    to_second INTEGER NOT NULL,
    CHECK (from_second <= to_second)
) STRICT;
CREATE INDEX connection_log_id ON connection (log_id);
CREATE INDEX connection_enrolment ON connection (enrolment_id);

CREATE TABLE connection_alias (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    alias TEXT NOT NULL CHECK (alias <> ''),
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    PRIMARY KEY (course_id, alias)
) STRICT;
CREATE INDEX connection_alias_enrolment ON connection_alias (enrolment_id);
