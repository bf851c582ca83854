PRAGMA application_id = 1129334096;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'cpepa_desktop','step_1_adopt','2024-03-14T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'cpepa_desktop','step_2_attendance_in_full','2024-03-14T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'cpepa_desktop','step_3_planning','2024-03-14T09:30:00+00:00');
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
INSERT INTO "absence" VALUES(1,1,1,60,'a',1);
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
CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    name TEXT NOT NULL
) STRICT;
INSERT INTO "attachment" VALUES('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','application/pdf',0,'hoja.pdf');
CREATE TABLE attendance (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
    attended_minutes INTEGER NOT NULL CHECK (attended_minutes >= 0),
    is_virtual INTEGER NOT NULL DEFAULT 0 CHECK (is_virtual IN (0, 1)),
    PRIMARY KEY (enrolment_id, session_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "attendance" VALUES(1,1,40,0);
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
INSERT INTO "block" VALUES(1,1,1,'UF0119','Apoyo en la recepción',180);
INSERT INTO "block" VALUES(2,1,2,'UF0120','Apoyo en la atención',120);
CREATE TABLE block_module (
    block_id INTEGER NOT NULL REFERENCES block (id) ON DELETE RESTRICT,
    course_module_id INTEGER NOT NULL REFERENCES course_module (id) ON DELETE RESTRICT,
    PRIMARY KEY (block_id, course_module_id)
) STRICT;
INSERT INTO "block_module" VALUES(1,1);
INSERT INTO "block_module" VALUES(2,1);
CREATE TABLE block_trainer (
    block_id INTEGER NOT NULL REFERENCES block (id) ON DELETE RESTRICT,
    trainer_id INTEGER NOT NULL REFERENCES trainer (id) ON DELETE RESTRICT,
    PRIMARY KEY (block_id, trainer_id)
) STRICT;
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
CREATE TABLE call_version (
    id INTEGER PRIMARY KEY,
    call TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    content TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('official', 'centre'))
) STRICT;
INSERT INTO "call_version" VALUES(1,'own','016b9c616b41bb12eb576fb0facdfe2b1ccf7f8afda7401511bb9455f89b6815','name = ''own''','official');
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
INSERT INTO "centre" VALUES(1,1,'CPEPA Margen Izquierda','','','','Zaragoza','','','','','','');
CREATE TABLE centre_file (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL UNIQUE,
    created_on TEXT NOT NULL CHECK (created_on IS date(created_on, '+0 days')),
    program_version TEXT NOT NULL,
    is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1))
) STRICT;
INSERT INTO "centre_file" VALUES(1,'543f23f1-0fe5-4cc9-a585-437d0c42a0b6','2024-03-14','0.1.0',0);
CREATE TABLE centre_logo (
    centre_id INTEGER NOT NULL REFERENCES centre (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position >= 1),
    attachment TEXT NOT NULL REFERENCES attachment (sha256) ON DELETE RESTRICT,
    alternative_text TEXT NOT NULL,
    PRIMARY KEY (centre_id, position)
) STRICT;
CREATE TABLE certificate_text (
    certificate_code TEXT NOT NULL,
    item TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (certificate_code, item)
) STRICT;
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
INSERT INTO "certificate_version" VALUES(1,'SSCS0208',1,'official','62ab2c441f019986400a141324743bdc997b46c6f18926be49bb9d042d182e10','{"code": "SSCS0208"}','RD 1379/2008');
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
CREATE TABLE connection_alias (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    alias TEXT NOT NULL CHECK (alias <> ''),
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    PRIMARY KEY (course_id, alias)
) STRICT;
CREATE TABLE connection_log (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    tool TEXT NOT NULL,
    file TEXT NOT NULL REFERENCES attachment (sha256) ON DELETE RESTRICT,
    imported_on TEXT NOT NULL CHECK (imported_on IS date(imported_on, '+0 days')),
    UNIQUE (stretch_id, file)
) STRICT;
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
INSERT INTO "course" VALUES(1,1,'24/001',1,1,'SSCS0208','','Atención sociosanitaria',2,'own','Zaragoza','','RD659','',NULL,'2024-02-12',NULL,'L-V 09:00-12:00','',NULL,NULL,'','','','',NULL,NULL,NULL,'');
CREATE TABLE course_event (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    event TEXT NOT NULL CHECK (event IN (
        'publicity_started', 'change', 'requirement', 'recordings_needed', 'justification_closed'
    )),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (course_id, event, day)
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
INSERT INTO "course_module" VALUES(1,1,1,'formative','MF1016_2','A',300,'',NULL,NULL);
INSERT INTO "course_module" VALUES(2,1,2,'workplace','MP0029','B',4800,'',NULL,NULL);
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
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    actor TEXT NOT NULL,
    at TEXT NOT NULL
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
INSERT INTO "document" VALUES(1,'attendance-sheet',2024,1,1,NULL,'2024-W07',1,'2024-02-16','{"week": "2024-W07"}','f41976fd85c1f087c65d6ab953bf8f90200b304aebbbfb96658116acf119e034','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','0.1.0',NULL,'issued');
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
INSERT INTO "enrolment" VALUES(1,1,1,'2024-02-12',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE enrolment_module (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id) ON DELETE RESTRICT,
    course_module_id INTEGER NOT NULL REFERENCES course_module (id) ON DELETE RESTRICT,
    standing TEXT NOT NULL CHECK (standing IN ('accredited', 'exempt')),
    source TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (enrolment_id, course_module_id)
) STRICT;
INSERT INTO "enrolment_module" VALUES(1,2,'exempt','Experiencia');
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    cif TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    municipality TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "entity" VALUES(1,'Gobierno de Aragón','S5011001D','','','','');
CREATE TABLE filing (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE RESTRICT,
    act TEXT NOT NULL CHECK (act IN ('sent', 'approved', 'handed_out')),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    channel TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT
) STRICT;
CREATE TABLE holiday (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    scope TEXT NOT NULL CHECK (scope IN ('national', 'regional', 'local', 'school', 'centre')),
    municipality TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    UNIQUE (day, scope, municipality)
) STRICT;
CREATE TABLE holiday_year (
    year INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
    source TEXT NOT NULL
) STRICT;
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
CREATE TABLE journal_change (
    id INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES journal_operation (id) ON DELETE RESTRICT,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    table_name TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
INSERT INTO "journal_change" VALUES(1,1,'insert','entity',NULL,'{"id":1,"name":"Gobierno de Aragón","cif":"S5011001D","address":"","postal_code":"","municipality":"","province":""}');
INSERT INTO "journal_change" VALUES(2,1,'insert','centre',NULL,'{"id":1,"entity_id":1,"name":"CPEPA Margen Izquierda","code":"","address":"","postal_code":"","municipality":"Zaragoza","province":"","phone":"","email":"","head_name":"","head_role":"","organ_municipality":""}');
INSERT INTO "journal_change" VALUES(3,1,'insert','call_version',NULL,'{"id":1,"call":"own","sha256":"016b9c616b41bb12eb576fb0facdfe2b1ccf7f8afda7401511bb9455f89b6815","content":"name = ''own''","origin":"official"}');
INSERT INTO "journal_change" VALUES(4,1,'insert','certificate_version',NULL,'{"id":1,"code":"SSCS0208","version":1,"origin":"official","sha256":"62ab2c441f019986400a141324743bdc997b46c6f18926be49bb9d042d182e10","content":"{\"code\": \"SSCS0208\"}","source":"RD 1379/2008"}');
INSERT INTO "journal_change" VALUES(5,1,'insert','course',NULL,'{"id":1,"centre_id":1,"code":"24/001","call_version_id":1,"certificate_version_id":1,"speciality":"SSCS0208","part":"","title":"Atención sociosanitaria","level":2,"route":"own","province":"Zaragoza","file_number":"","regime":"RD659","regime_reason":"","approved_on":null,"start_on":"2024-02-12","room_id":null,"timetable":"L-V 09:00-12:00","short_day_reason":"","selection_on":null,"selection_minute":null,"selection_place":"","technician_name":"","technician_phone":"","technician_email":"","local_entity_id":null,"started_on":null,"renounced_on":null,"renounce_reason":""}');
INSERT INTO "journal_change" VALUES(6,1,'insert','course_module',NULL,'{"id":1,"course_id":1,"position":1,"kind":"formative","code":"MF1016_2","title":"A","official_minutes":300,"competence_unit":"","from_day":null,"to_day":null}');
INSERT INTO "journal_change" VALUES(7,1,'insert','course_module',NULL,'{"id":2,"course_id":1,"position":2,"kind":"workplace","code":"MP0029","title":"B","official_minutes":4800,"competence_unit":"","from_day":null,"to_day":null}');
INSERT INTO "journal_change" VALUES(8,1,'insert','block',NULL,'{"id":1,"course_id":1,"position":1,"code":"UF0119","title":"Apoyo en la recepción","official_minutes":180}');
INSERT INTO "journal_change" VALUES(9,1,'insert','block',NULL,'{"id":2,"course_id":1,"position":2,"code":"UF0120","title":"Apoyo en la atención","official_minutes":120}');
INSERT INTO "journal_change" VALUES(10,1,'insert','block_module',NULL,'{"block_id":1,"course_module_id":1}');
INSERT INTO "journal_change" VALUES(11,1,'insert','block_module',NULL,'{"block_id":2,"course_module_id":1}');
INSERT INTO "journal_change" VALUES(12,1,'insert','stretch',NULL,'{"id":1,"course_id":1,"day":"2024-02-12","n":1,"from_minute":540,"to_minute":720,"room_id":null}');
INSERT INTO "journal_change" VALUES(13,1,'insert','stretch',NULL,'{"id":2,"course_id":1,"day":"2024-02-13","n":1,"from_minute":540,"to_minute":660,"room_id":null}');
INSERT INTO "journal_change" VALUES(14,1,'insert','session',NULL,'{"id":1,"stretch_id":1,"position":1,"block_id":1,"minutes":100,"mode":"in_person","state":"held","replaces_id":null,"reason":""}');
INSERT INTO "journal_change" VALUES(15,1,'insert','session',NULL,'{"id":2,"stretch_id":1,"position":2,"block_id":2,"minutes":80,"mode":"in_person","state":"cancelled","replaces_id":null,"reason":"x"}');
INSERT INTO "journal_change" VALUES(16,1,'insert','session',NULL,'{"id":3,"stretch_id":2,"position":1,"block_id":1,"minutes":80,"mode":"in_person","state":"planned","replaces_id":null,"reason":""}');
INSERT INTO "journal_change" VALUES(17,1,'insert','session',NULL,'{"id":4,"stretch_id":2,"position":2,"block_id":2,"minutes":40,"mode":"in_person","state":"planned","replaces_id":2,"reason":""}');
INSERT INTO "journal_change" VALUES(18,1,'insert','person',NULL,'{"id":1,"name":"Lucía","surnames":"Ibáñez Ñúñez","birth_date":null,"sex":"","email":"","phone":"","address":"","postal_code":"","municipality":"","province":""}');
INSERT INTO "journal_change" VALUES(19,1,'insert','person_document',NULL,'{"kind":"nie","country":"","number":"X1234567L","person_id":1,"is_current":0}');
INSERT INTO "journal_change" VALUES(20,1,'insert','person_document',NULL,'{"kind":"dni","country":"","number":"12345678Z","person_id":1,"is_current":1}');
INSERT INTO "journal_change" VALUES(21,1,'insert','seat',NULL,'{"id":1,"course_id":1,"n":1,"kind":"funded"}');
INSERT INTO "journal_change" VALUES(22,1,'insert','enrolment',NULL,'{"id":1,"course_id":1,"person_id":1,"joined_on":"2024-02-12","left_on":null,"leave_cause":null,"contract_start":null,"leave_proof":null,"status_at_start":null,"registered_on":null,"leaving_communicated_on":null}');
INSERT INTO "journal_change" VALUES(23,1,'insert','occupancy',NULL,'{"seat_id":1,"enrolment_id":1,"from_day":"2024-02-12","to_day":null}');
INSERT INTO "journal_change" VALUES(24,1,'insert','enrolment_module',NULL,'{"enrolment_id":1,"course_module_id":2,"standing":"exempt","source":"Experiencia"}');
INSERT INTO "journal_change" VALUES(25,1,'insert','attendance',NULL,'{"enrolment_id":1,"session_id":1,"attended_minutes":40,"is_virtual":0}');
INSERT INTO "journal_change" VALUES(26,1,'insert','justification',NULL,'{"id":1,"enrolment_id":1,"state":"pending","event_day":null,"appointment_minute":null,"other_town":0,"decided_on":null,"proof":null,"note":"","travel_minutes":null,"handed_in_on":null,"registry":""}');
INSERT INTO "journal_change" VALUES(27,1,'insert','absence',NULL,'{"id":1,"enrolment_id":1,"session_id":1,"minutes":60,"cause":"a","justification_id":1}');
INSERT INTO "journal_change" VALUES(28,1,'insert','attachment',NULL,'{"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","media_type":"application/pdf","size":0,"name":"hoja.pdf"}');
INSERT INTO "journal_change" VALUES(29,1,'insert','document',NULL,'{"id":1,"kind":"attendance-sheet","year":2024,"number":1,"course_id":1,"person_id":null,"week":"2024-W07","version":1,"printed_on":"2024-02-16","data":"{\"week\": \"2024-W07\"}","data_sha256":"f41976fd85c1f087c65d6ab953bf8f90200b304aebbbfb96658116acf119e034","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","program_version":"0.1.0","replaces_id":null,"state":"issued"}');
INSERT INTO "journal_change" VALUES(30,2,'update','person','{"id":1,"name":"Lucía","surnames":"Ibáñez Ñúñez","birth_date":null,"sex":"","email":"","phone":"","address":"","postal_code":"","municipality":"","province":""}','{"id":1,"name":"Lucía","surnames":"Ibáñez Ñúñez","birth_date":null,"sex":"","email":"","phone":"976 000 000","address":"","postal_code":"","municipality":"","province":""}');
CREATE TABLE journal_current (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    operation_id INTEGER NOT NULL REFERENCES journal_operation (id) ON DELETE RESTRICT
) STRICT;
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
INSERT INTO "journal_operation" VALUES(1,'Curso de prueba','Ana','2024-03-14T09:30:00+00:00','2024-03-14','normal',NULL);
INSERT INTO "journal_operation" VALUES(2,'Corregir teléfono','Ana','2024-03-14T09:30:00+00:00','2024-03-14','normal',NULL);
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
INSERT INTO "justification" VALUES(1,1,'pending',NULL,NULL,0,NULL,NULL,'',NULL,NULL,'');
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
CREATE TABLE module (
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL
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
CREATE TABLE occupancy (
    seat_id INTEGER NOT NULL REFERENCES seat (id) ON DELETE RESTRICT,
    enrolment_id INTEGER NOT NULL UNIQUE REFERENCES enrolment (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    to_day TEXT CHECK (to_day IS date(to_day, '+0 days')),
    PRIMARY KEY (seat_id, enrolment_id)
) STRICT;
INSERT INTO "occupancy" VALUES(1,1,'2024-02-12',NULL);
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
CREATE TABLE pause (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    resume_on TEXT NOT NULL CHECK (resume_on IS date(resume_on, '+0 days')),
    reason TEXT NOT NULL CHECK (reason <> ''),
    CHECK (from_day < resume_on)
) STRICT;
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
INSERT INTO "person" VALUES(1,'Lucía','Ibáñez Ñúñez',NULL,'','','976 000 000','','','','');
CREATE TABLE person_document (
    kind TEXT NOT NULL CHECK (kind IN ('dni', 'nie', 'passport', 'other')),
    country TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL CHECK (number <> ''),
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    PRIMARY KEY (kind, country, number)
) STRICT;
INSERT INTO "person_document" VALUES('nie','','X1234567L',1,0);
INSERT INTO "person_document" VALUES('dni','','12345678Z',1,1);
CREATE TABLE recording (
    id INTEGER PRIMARY KEY,
    stretch_id INTEGER NOT NULL REFERENCES stretch (id) ON DELETE RESTRICT,
    place TEXT NOT NULL CHECK (place <> ''),
    destroyed_on TEXT CHECK (destroyed_on IS date(destroyed_on, '+0 days')),
    certificate TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    CHECK (certificate IS NULL OR destroyed_on IS NOT NULL)
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
CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    centre_id INTEGER NOT NULL REFERENCES centre (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    area_hundredths INTEGER CHECK (area_hundredths > 0),
    title TEXT NOT NULL DEFAULT '',
    title_until TEXT CHECK (title_until IS date(title_until, '+0 days')),
    UNIQUE (centre_id, name)
) STRICT;
CREATE TABLE seat (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    n INTEGER NOT NULL CHECK (n >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('funded', 'additional')),
    UNIQUE (course_id, n)
) STRICT;
INSERT INTO "seat" VALUES(1,1,1,'funded');
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
INSERT INTO "session" VALUES(1,1,1,1,100,'in_person','held',NULL,'');
INSERT INTO "session" VALUES(2,1,2,2,80,'in_person','cancelled',NULL,'x');
INSERT INTO "session" VALUES(3,2,1,1,80,'in_person','planned',NULL,'');
INSERT INTO "session" VALUES(4,2,2,2,40,'in_person','planned',2,'');
CREATE TABLE session_trainer (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
    trainer_id INTEGER NOT NULL REFERENCES trainer (id) ON DELETE RESTRICT,
    PRIMARY KEY (session_id, trainer_id)
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
INSERT INTO "stretch" VALUES(1,1,'2024-02-12',1,540,720,NULL);
INSERT INTO "stretch" VALUES(2,1,'2024-02-13',1,540,660,NULL);
CREATE TABLE trainer (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL UNIQUE REFERENCES person (id) ON DELETE RESTRICT,
    speciality TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE TABLE trainer_proof (
    trainer_id INTEGER NOT NULL REFERENCES trainer (id) ON DELETE RESTRICT,
    speciality TEXT NOT NULL CHECK (speciality <> ''),
    proof TEXT NOT NULL CHECK (proof IN ('a', 'b', 'c')),
    text TEXT NOT NULL CHECK (text <> ''),
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT,
    PRIMARY KEY (trainer_id, speciality, proof)
) STRICT;
CREATE TABLE typed_item (
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE RESTRICT,
    program TEXT NOT NULL CHECK (program IN ('gestifor', 'gacepa')),
    item TEXT NOT NULL CHECK (item <> ''),
    value TEXT NOT NULL,
    typed_on TEXT NOT NULL CHECK (typed_on IS date(typed_on, '+0 days')),
    number TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (course_id, program, item)
) STRICT;
CREATE TABLE unit (
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL
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
CREATE TABLE yearly_request (
    begins_in INTEGER PRIMARY KEY CHECK (begins_in BETWEEN 2000 AND 2100),
    submitted_on TEXT CHECK (submitted_on IS date(submitted_on, '+0 days')),
    number TEXT NOT NULL DEFAULT '',
    attachment TEXT REFERENCES attachment (sha256) ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX person_current_document ON person_document (person_id) WHERE is_current = 1;
CREATE INDEX person_document_person ON person_document (person_id);
CREATE INDEX person_document_number ON person_document (number);
CREATE INDEX block_module_module ON block_module (course_module_id);
CREATE INDEX stretch_day ON stretch (day);
CREATE INDEX session_block ON session (block_id);
CREATE INDEX session_replaces ON session (replaces_id);
CREATE INDEX session_trainer_trainer ON session_trainer (trainer_id);
CREATE INDEX enrolment_person ON enrolment (person_id);
CREATE INDEX attendance_session ON attendance (session_id);
CREATE INDEX justification_enrolment ON justification (enrolment_id);
CREATE INDEX absence_cell ON absence (enrolment_id, session_id);
CREATE INDEX absence_justification ON absence (justification_id);
CREATE UNIQUE INDEX week_lock_standing ON week_lock (course_id, iso_year, iso_week) WHERE unlocked_on IS NULL;
CREATE INDEX incident_stretch ON incident (stretch_id);
CREATE INDEX incident_enrolment ON incident (enrolment_id);
CREATE INDEX recording_stretch ON recording (stretch_id);
CREATE INDEX connection_log_id ON connection (log_id);
CREATE INDEX connection_enrolment ON connection (enrolment_id);
CREATE INDEX connection_alias_enrolment ON connection_alias (enrolment_id);
CREATE INDEX paper_course_course ON paper_course (course_id);
CREATE UNIQUE INDEX obligation_filing_standing ON obligation_filing (course_id, name, subject)
    WHERE withdrawn_on IS NULL;
CREATE INDEX pause_course ON pause (course_id);
CREATE INDEX disability_support_enrolment ON disability_support (enrolment_id);
CREATE INDEX document_course ON document (course_id, kind, week);
CREATE INDEX filing_document ON filing (document_id);
CREATE INDEX journal_target ON journal_operation (target_id);
CREATE INDEX journal_change_operation ON journal_change (operation_id);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TRIGGER "journal_absence_insert" AFTER INSERT ON "absence" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'absence', NULL, json_object('id', NEW."id", 'enrolment_id', NEW."enrolment_id", 'session_id', NEW."session_id", 'minutes', NEW."minutes", 'cause', NEW."cause", 'justification_id', NEW."justification_id"));
END;
CREATE TRIGGER "journal_absence_update" AFTER UPDATE ON "absence" WHEN OLD."id" IS NOT NEW."id" OR OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."session_id" IS NOT NEW."session_id" OR OLD."minutes" IS NOT NEW."minutes" OR OLD."cause" IS NOT NEW."cause" OR OLD."justification_id" IS NOT NEW."justification_id" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'absence', json_object('id', OLD."id", 'enrolment_id', OLD."enrolment_id", 'session_id', OLD."session_id", 'minutes', OLD."minutes", 'cause', OLD."cause", 'justification_id', OLD."justification_id"), json_object('id', NEW."id", 'enrolment_id', NEW."enrolment_id", 'session_id', NEW."session_id", 'minutes', NEW."minutes", 'cause', NEW."cause", 'justification_id', NEW."justification_id"));
END;
CREATE TRIGGER "journal_absence_delete" AFTER DELETE ON "absence" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'absence', json_object('id', OLD."id", 'enrolment_id', OLD."enrolment_id", 'session_id', OLD."session_id", 'minutes', OLD."minutes", 'cause', OLD."cause", 'justification_id', OLD."justification_id"), NULL);
END;
CREATE TRIGGER "journal_accreditation_insert" AFTER INSERT ON "accreditation" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'accreditation', NULL, json_object('id', NEW."id", 'centre_id', NEW."centre_id", 'speciality', NEW."speciality", 'number', NEW."number", 'day', NEW."day", 'until', NEW."until", 'places', NEW."places", 'note', NEW."note", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_accreditation_update" AFTER UPDATE ON "accreditation" WHEN OLD."id" IS NOT NEW."id" OR OLD."centre_id" IS NOT NEW."centre_id" OR OLD."speciality" IS NOT NEW."speciality" OR OLD."number" IS NOT NEW."number" OR OLD."day" IS NOT NEW."day" OR OLD."until" IS NOT NEW."until" OR OLD."places" IS NOT NEW."places" OR OLD."note" IS NOT NEW."note" OR OLD."attachment" IS NOT NEW."attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'accreditation', json_object('id', OLD."id", 'centre_id', OLD."centre_id", 'speciality', OLD."speciality", 'number', OLD."number", 'day', OLD."day", 'until', OLD."until", 'places', OLD."places", 'note', OLD."note", 'attachment', OLD."attachment"), json_object('id', NEW."id", 'centre_id', NEW."centre_id", 'speciality', NEW."speciality", 'number', NEW."number", 'day', NEW."day", 'until', NEW."until", 'places', NEW."places", 'note', NEW."note", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_accreditation_delete" AFTER DELETE ON "accreditation" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'accreditation', json_object('id', OLD."id", 'centre_id', OLD."centre_id", 'speciality', OLD."speciality", 'number', OLD."number", 'day', OLD."day", 'until', OLD."until", 'places', OLD."places", 'note', OLD."note", 'attachment', OLD."attachment"), NULL);
END;
CREATE TRIGGER "journal_application_insert" AFTER INSERT ON "application" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'application', NULL, json_object('id', NEW."id", 'centre_id', NEW."centre_id", 'call', NEW."call", 'published_on', NEW."published_on", 'submitted_on', NEW."submitted_on", 'number', NEW."number", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_application_update" AFTER UPDATE ON "application" WHEN OLD."id" IS NOT NEW."id" OR OLD."centre_id" IS NOT NEW."centre_id" OR OLD."call" IS NOT NEW."call" OR OLD."published_on" IS NOT NEW."published_on" OR OLD."submitted_on" IS NOT NEW."submitted_on" OR OLD."number" IS NOT NEW."number" OR OLD."attachment" IS NOT NEW."attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'application', json_object('id', OLD."id", 'centre_id', OLD."centre_id", 'call', OLD."call", 'published_on', OLD."published_on", 'submitted_on', OLD."submitted_on", 'number', OLD."number", 'attachment', OLD."attachment"), json_object('id', NEW."id", 'centre_id', NEW."centre_id", 'call', NEW."call", 'published_on', NEW."published_on", 'submitted_on', NEW."submitted_on", 'number', NEW."number", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_application_delete" AFTER DELETE ON "application" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'application', json_object('id', OLD."id", 'centre_id', OLD."centre_id", 'call', OLD."call", 'published_on', OLD."published_on", 'submitted_on', OLD."submitted_on", 'number', OLD."number", 'attachment', OLD."attachment"), NULL);
END;
CREATE TRIGGER "journal_application_action_insert" AFTER INSERT ON "application_action" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'application_action', NULL, json_object('id', NEW."id", 'application_id', NEW."application_id", 'position', NEW."position", 'speciality', NEW."speciality", 'part', NEW."part", 'province', NEW."province", 'participants', NEW."participants", 'course_id', NEW."course_id"));
END;
CREATE TRIGGER "journal_application_action_update" AFTER UPDATE ON "application_action" WHEN OLD."id" IS NOT NEW."id" OR OLD."application_id" IS NOT NEW."application_id" OR OLD."position" IS NOT NEW."position" OR OLD."speciality" IS NOT NEW."speciality" OR OLD."part" IS NOT NEW."part" OR OLD."province" IS NOT NEW."province" OR OLD."participants" IS NOT NEW."participants" OR OLD."course_id" IS NOT NEW."course_id" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'application_action', json_object('id', OLD."id", 'application_id', OLD."application_id", 'position', OLD."position", 'speciality', OLD."speciality", 'part', OLD."part", 'province', OLD."province", 'participants', OLD."participants", 'course_id', OLD."course_id"), json_object('id', NEW."id", 'application_id', NEW."application_id", 'position', NEW."position", 'speciality', NEW."speciality", 'part', NEW."part", 'province', NEW."province", 'participants', NEW."participants", 'course_id', NEW."course_id"));
END;
CREATE TRIGGER "journal_application_action_delete" AFTER DELETE ON "application_action" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'application_action', json_object('id', OLD."id", 'application_id', OLD."application_id", 'position', OLD."position", 'speciality', OLD."speciality", 'part', OLD."part", 'province', OLD."province", 'participants', OLD."participants", 'course_id', OLD."course_id"), NULL);
END;
CREATE TRIGGER "journal_application_item_insert" AFTER INSERT ON "application_item" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'application_item', NULL, json_object('application_id', NEW."application_id", 'item', NEW."item", 'state', NEW."state", 'note', NEW."note", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_application_item_update" AFTER UPDATE ON "application_item" WHEN OLD."application_id" IS NOT NEW."application_id" OR OLD."item" IS NOT NEW."item" OR OLD."state" IS NOT NEW."state" OR OLD."note" IS NOT NEW."note" OR OLD."attachment" IS NOT NEW."attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'application_item', json_object('application_id', OLD."application_id", 'item', OLD."item", 'state', OLD."state", 'note', OLD."note", 'attachment', OLD."attachment"), json_object('application_id', NEW."application_id", 'item', NEW."item", 'state', NEW."state", 'note', NEW."note", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_application_item_delete" AFTER DELETE ON "application_item" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'application_item', json_object('application_id', OLD."application_id", 'item', OLD."item", 'state', OLD."state", 'note', OLD."note", 'attachment', OLD."attachment"), NULL);
END;
CREATE TRIGGER "journal_attachment_insert" AFTER INSERT ON "attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'attachment', NULL, json_object('sha256', NEW."sha256", 'media_type', NEW."media_type", 'size', NEW."size", 'name', NEW."name"));
END;
CREATE TRIGGER "journal_attachment_update" AFTER UPDATE ON "attachment" WHEN OLD."sha256" IS NOT NEW."sha256" OR OLD."media_type" IS NOT NEW."media_type" OR OLD."size" IS NOT NEW."size" OR OLD."name" IS NOT NEW."name" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'attachment', json_object('sha256', OLD."sha256", 'media_type', OLD."media_type", 'size', OLD."size", 'name', OLD."name"), json_object('sha256', NEW."sha256", 'media_type', NEW."media_type", 'size', NEW."size", 'name', NEW."name"));
END;
CREATE TRIGGER "journal_attachment_delete" AFTER DELETE ON "attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'attachment', json_object('sha256', OLD."sha256", 'media_type', OLD."media_type", 'size', OLD."size", 'name', OLD."name"), NULL);
END;
CREATE TRIGGER "journal_attendance_insert" AFTER INSERT ON "attendance" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'attendance', NULL, json_object('enrolment_id', NEW."enrolment_id", 'session_id', NEW."session_id", 'attended_minutes', NEW."attended_minutes", 'is_virtual', NEW."is_virtual"));
END;
CREATE TRIGGER "journal_attendance_update" AFTER UPDATE ON "attendance" WHEN OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."session_id" IS NOT NEW."session_id" OR OLD."attended_minutes" IS NOT NEW."attended_minutes" OR OLD."is_virtual" IS NOT NEW."is_virtual" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'attendance', json_object('enrolment_id', OLD."enrolment_id", 'session_id', OLD."session_id", 'attended_minutes', OLD."attended_minutes", 'is_virtual', OLD."is_virtual"), json_object('enrolment_id', NEW."enrolment_id", 'session_id', NEW."session_id", 'attended_minutes', NEW."attended_minutes", 'is_virtual', NEW."is_virtual"));
END;
CREATE TRIGGER "journal_attendance_delete" AFTER DELETE ON "attendance" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'attendance', json_object('enrolment_id', OLD."enrolment_id", 'session_id', OLD."session_id", 'attended_minutes', OLD."attended_minutes", 'is_virtual', OLD."is_virtual"), NULL);
END;
CREATE TRIGGER "journal_block_insert" AFTER INSERT ON "block" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'block', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'position', NEW."position", 'code', NEW."code", 'title', NEW."title", 'official_minutes', NEW."official_minutes"));
END;
CREATE TRIGGER "journal_block_update" AFTER UPDATE ON "block" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."position" IS NOT NEW."position" OR OLD."code" IS NOT NEW."code" OR OLD."title" IS NOT NEW."title" OR OLD."official_minutes" IS NOT NEW."official_minutes" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'block', json_object('id', OLD."id", 'course_id', OLD."course_id", 'position', OLD."position", 'code', OLD."code", 'title', OLD."title", 'official_minutes', OLD."official_minutes"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'position', NEW."position", 'code', NEW."code", 'title', NEW."title", 'official_minutes', NEW."official_minutes"));
END;
CREATE TRIGGER "journal_block_delete" AFTER DELETE ON "block" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'block', json_object('id', OLD."id", 'course_id', OLD."course_id", 'position', OLD."position", 'code', OLD."code", 'title', OLD."title", 'official_minutes', OLD."official_minutes"), NULL);
END;
CREATE TRIGGER "journal_block_module_insert" AFTER INSERT ON "block_module" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'block_module', NULL, json_object('block_id', NEW."block_id", 'course_module_id', NEW."course_module_id"));
END;
CREATE TRIGGER "journal_block_module_update" AFTER UPDATE ON "block_module" WHEN OLD."block_id" IS NOT NEW."block_id" OR OLD."course_module_id" IS NOT NEW."course_module_id" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'block_module', json_object('block_id', OLD."block_id", 'course_module_id', OLD."course_module_id"), json_object('block_id', NEW."block_id", 'course_module_id', NEW."course_module_id"));
END;
CREATE TRIGGER "journal_block_module_delete" AFTER DELETE ON "block_module" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'block_module', json_object('block_id', OLD."block_id", 'course_module_id', OLD."course_module_id"), NULL);
END;
CREATE TRIGGER "journal_block_trainer_insert" AFTER INSERT ON "block_trainer" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'block_trainer', NULL, json_object('block_id', NEW."block_id", 'trainer_id', NEW."trainer_id"));
END;
CREATE TRIGGER "journal_block_trainer_update" AFTER UPDATE ON "block_trainer" WHEN OLD."block_id" IS NOT NEW."block_id" OR OLD."trainer_id" IS NOT NEW."trainer_id" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'block_trainer', json_object('block_id', OLD."block_id", 'trainer_id', OLD."trainer_id"), json_object('block_id', NEW."block_id", 'trainer_id', NEW."trainer_id"));
END;
CREATE TRIGGER "journal_block_trainer_delete" AFTER DELETE ON "block_trainer" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'block_trainer', json_object('block_id', OLD."block_id", 'trainer_id', OLD."trainer_id"), NULL);
END;
CREATE TRIGGER "journal_budget_line_insert" AFTER INSERT ON "budget_line" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'budget_line', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'position', NEW."position", 'kind', NEW."kind", 'concept', NEW."concept", 'cents', NEW."cents", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_budget_line_update" AFTER UPDATE ON "budget_line" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."position" IS NOT NEW."position" OR OLD."kind" IS NOT NEW."kind" OR OLD."concept" IS NOT NEW."concept" OR OLD."cents" IS NOT NEW."cents" OR OLD."note" IS NOT NEW."note" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'budget_line', json_object('id', OLD."id", 'course_id', OLD."course_id", 'position', OLD."position", 'kind', OLD."kind", 'concept', OLD."concept", 'cents', OLD."cents", 'note', OLD."note"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'position', NEW."position", 'kind', NEW."kind", 'concept', NEW."concept", 'cents', NEW."cents", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_budget_line_delete" AFTER DELETE ON "budget_line" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'budget_line', json_object('id', OLD."id", 'course_id', OLD."course_id", 'position', OLD."position", 'kind', OLD."kind", 'concept', OLD."concept", 'cents', OLD."cents", 'note', OLD."note"), NULL);
END;
CREATE TRIGGER "journal_call_version_insert" AFTER INSERT ON "call_version" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'call_version', NULL, json_object('id', NEW."id", 'call', NEW."call", 'sha256', NEW."sha256", 'content', NEW."content", 'origin', NEW."origin"));
END;
CREATE TRIGGER "journal_call_version_update" AFTER UPDATE ON "call_version" WHEN OLD."id" IS NOT NEW."id" OR OLD."call" IS NOT NEW."call" OR OLD."sha256" IS NOT NEW."sha256" OR OLD."content" IS NOT NEW."content" OR OLD."origin" IS NOT NEW."origin" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'call_version', json_object('id', OLD."id", 'call', OLD."call", 'sha256', OLD."sha256", 'content', OLD."content", 'origin', OLD."origin"), json_object('id', NEW."id", 'call', NEW."call", 'sha256', NEW."sha256", 'content', NEW."content", 'origin', NEW."origin"));
END;
CREATE TRIGGER "journal_call_version_delete" AFTER DELETE ON "call_version" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'call_version', json_object('id', OLD."id", 'call', OLD."call", 'sha256', OLD."sha256", 'content', OLD."content", 'origin', OLD."origin"), NULL);
END;
CREATE TRIGGER "journal_centre_insert" AFTER INSERT ON "centre" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'centre', NULL, json_object('id', NEW."id", 'entity_id', NEW."entity_id", 'name', NEW."name", 'code', NEW."code", 'address', NEW."address", 'postal_code', NEW."postal_code", 'municipality', NEW."municipality", 'province', NEW."province", 'phone', NEW."phone", 'email', NEW."email", 'head_name', NEW."head_name", 'head_role', NEW."head_role", 'organ_municipality', NEW."organ_municipality"));
END;
CREATE TRIGGER "journal_centre_update" AFTER UPDATE ON "centre" WHEN OLD."id" IS NOT NEW."id" OR OLD."entity_id" IS NOT NEW."entity_id" OR OLD."name" IS NOT NEW."name" OR OLD."code" IS NOT NEW."code" OR OLD."address" IS NOT NEW."address" OR OLD."postal_code" IS NOT NEW."postal_code" OR OLD."municipality" IS NOT NEW."municipality" OR OLD."province" IS NOT NEW."province" OR OLD."phone" IS NOT NEW."phone" OR OLD."email" IS NOT NEW."email" OR OLD."head_name" IS NOT NEW."head_name" OR OLD."head_role" IS NOT NEW."head_role" OR OLD."organ_municipality" IS NOT NEW."organ_municipality" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'centre', json_object('id', OLD."id", 'entity_id', OLD."entity_id", 'name', OLD."name", 'code', OLD."code", 'address', OLD."address", 'postal_code', OLD."postal_code", 'municipality', OLD."municipality", 'province', OLD."province", 'phone', OLD."phone", 'email', OLD."email", 'head_name', OLD."head_name", 'head_role', OLD."head_role", 'organ_municipality', OLD."organ_municipality"), json_object('id', NEW."id", 'entity_id', NEW."entity_id", 'name', NEW."name", 'code', NEW."code", 'address', NEW."address", 'postal_code', NEW."postal_code", 'municipality', NEW."municipality", 'province', NEW."province", 'phone', NEW."phone", 'email', NEW."email", 'head_name', NEW."head_name", 'head_role', NEW."head_role", 'organ_municipality', NEW."organ_municipality"));
END;
CREATE TRIGGER "journal_centre_delete" AFTER DELETE ON "centre" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'centre', json_object('id', OLD."id", 'entity_id', OLD."entity_id", 'name', OLD."name", 'code', OLD."code", 'address', OLD."address", 'postal_code', OLD."postal_code", 'municipality', OLD."municipality", 'province', OLD."province", 'phone', OLD."phone", 'email', OLD."email", 'head_name', OLD."head_name", 'head_role', OLD."head_role", 'organ_municipality', OLD."organ_municipality"), NULL);
END;
CREATE TRIGGER "journal_centre_file_insert" AFTER INSERT ON "centre_file" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'centre_file', NULL, json_object('id', NEW."id", 'uuid', NEW."uuid", 'created_on', NEW."created_on", 'program_version', NEW."program_version", 'is_sample', NEW."is_sample"));
END;
CREATE TRIGGER "journal_centre_file_update" AFTER UPDATE ON "centre_file" WHEN OLD."id" IS NOT NEW."id" OR OLD."uuid" IS NOT NEW."uuid" OR OLD."created_on" IS NOT NEW."created_on" OR OLD."program_version" IS NOT NEW."program_version" OR OLD."is_sample" IS NOT NEW."is_sample" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'centre_file', json_object('id', OLD."id", 'uuid', OLD."uuid", 'created_on', OLD."created_on", 'program_version', OLD."program_version", 'is_sample', OLD."is_sample"), json_object('id', NEW."id", 'uuid', NEW."uuid", 'created_on', NEW."created_on", 'program_version', NEW."program_version", 'is_sample', NEW."is_sample"));
END;
CREATE TRIGGER "journal_centre_file_delete" AFTER DELETE ON "centre_file" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'centre_file', json_object('id', OLD."id", 'uuid', OLD."uuid", 'created_on', OLD."created_on", 'program_version', OLD."program_version", 'is_sample', OLD."is_sample"), NULL);
END;
CREATE TRIGGER "journal_centre_logo_insert" AFTER INSERT ON "centre_logo" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'centre_logo', NULL, json_object('centre_id', NEW."centre_id", 'position', NEW."position", 'attachment', NEW."attachment", 'alternative_text', NEW."alternative_text"));
END;
CREATE TRIGGER "journal_centre_logo_update" AFTER UPDATE ON "centre_logo" WHEN OLD."centre_id" IS NOT NEW."centre_id" OR OLD."position" IS NOT NEW."position" OR OLD."attachment" IS NOT NEW."attachment" OR OLD."alternative_text" IS NOT NEW."alternative_text" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'centre_logo', json_object('centre_id', OLD."centre_id", 'position', OLD."position", 'attachment', OLD."attachment", 'alternative_text', OLD."alternative_text"), json_object('centre_id', NEW."centre_id", 'position', NEW."position", 'attachment', NEW."attachment", 'alternative_text', NEW."alternative_text"));
END;
CREATE TRIGGER "journal_centre_logo_delete" AFTER DELETE ON "centre_logo" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'centre_logo', json_object('centre_id', OLD."centre_id", 'position', OLD."position", 'attachment', OLD."attachment", 'alternative_text', OLD."alternative_text"), NULL);
END;
CREATE TRIGGER "journal_certificate_text_insert" AFTER INSERT ON "certificate_text" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'certificate_text', NULL, json_object('certificate_code', NEW."certificate_code", 'item', NEW."item", 'body', NEW."body"));
END;
CREATE TRIGGER "journal_certificate_text_update" AFTER UPDATE ON "certificate_text" WHEN OLD."certificate_code" IS NOT NEW."certificate_code" OR OLD."item" IS NOT NEW."item" OR OLD."body" IS NOT NEW."body" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'certificate_text', json_object('certificate_code', OLD."certificate_code", 'item', OLD."item", 'body', OLD."body"), json_object('certificate_code', NEW."certificate_code", 'item', NEW."item", 'body', NEW."body"));
END;
CREATE TRIGGER "journal_certificate_text_delete" AFTER DELETE ON "certificate_text" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'certificate_text', json_object('certificate_code', OLD."certificate_code", 'item', OLD."item", 'body', OLD."body"), NULL);
END;
CREATE TRIGGER "journal_certificate_version_insert" AFTER INSERT ON "certificate_version" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'certificate_version', NULL, json_object('id', NEW."id", 'code', NEW."code", 'version', NEW."version", 'origin', NEW."origin", 'sha256', NEW."sha256", 'content', NEW."content", 'source', NEW."source"));
END;
CREATE TRIGGER "journal_certificate_version_update" AFTER UPDATE ON "certificate_version" WHEN OLD."id" IS NOT NEW."id" OR OLD."code" IS NOT NEW."code" OR OLD."version" IS NOT NEW."version" OR OLD."origin" IS NOT NEW."origin" OR OLD."sha256" IS NOT NEW."sha256" OR OLD."content" IS NOT NEW."content" OR OLD."source" IS NOT NEW."source" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'certificate_version', json_object('id', OLD."id", 'code', OLD."code", 'version', OLD."version", 'origin', OLD."origin", 'sha256', OLD."sha256", 'content', OLD."content", 'source', OLD."source"), json_object('id', NEW."id", 'code', NEW."code", 'version', NEW."version", 'origin', NEW."origin", 'sha256', NEW."sha256", 'content', NEW."content", 'source', NEW."source"));
END;
CREATE TRIGGER "journal_certificate_version_delete" AFTER DELETE ON "certificate_version" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'certificate_version', json_object('id', OLD."id", 'code', OLD."code", 'version', OLD."version", 'origin', OLD."origin", 'sha256', OLD."sha256", 'content', OLD."content", 'source', OLD."source"), NULL);
END;
CREATE TRIGGER "journal_connection_insert" AFTER INSERT ON "connection" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'connection', NULL, json_object('id', NEW."id", 'log_id', NEW."log_id", 'enrolment_id', NEW."enrolment_id", 'shown_name', NEW."shown_name", 'from_second', NEW."from_second", 'to_second', NEW."to_second"));
END;
CREATE TRIGGER "journal_connection_update" AFTER UPDATE ON "connection" WHEN OLD."id" IS NOT NEW."id" OR OLD."log_id" IS NOT NEW."log_id" OR OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."shown_name" IS NOT NEW."shown_name" OR OLD."from_second" IS NOT NEW."from_second" OR OLD."to_second" IS NOT NEW."to_second" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'connection', json_object('id', OLD."id", 'log_id', OLD."log_id", 'enrolment_id', OLD."enrolment_id", 'shown_name', OLD."shown_name", 'from_second', OLD."from_second", 'to_second', OLD."to_second"), json_object('id', NEW."id", 'log_id', NEW."log_id", 'enrolment_id', NEW."enrolment_id", 'shown_name', NEW."shown_name", 'from_second', NEW."from_second", 'to_second', NEW."to_second"));
END;
CREATE TRIGGER "journal_connection_delete" AFTER DELETE ON "connection" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'connection', json_object('id', OLD."id", 'log_id', OLD."log_id", 'enrolment_id', OLD."enrolment_id", 'shown_name', OLD."shown_name", 'from_second', OLD."from_second", 'to_second', OLD."to_second"), NULL);
END;
CREATE TRIGGER "journal_connection_alias_insert" AFTER INSERT ON "connection_alias" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'connection_alias', NULL, json_object('course_id', NEW."course_id", 'alias', NEW."alias", 'enrolment_id', NEW."enrolment_id"));
END;
CREATE TRIGGER "journal_connection_alias_update" AFTER UPDATE ON "connection_alias" WHEN OLD."course_id" IS NOT NEW."course_id" OR OLD."alias" IS NOT NEW."alias" OR OLD."enrolment_id" IS NOT NEW."enrolment_id" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'connection_alias', json_object('course_id', OLD."course_id", 'alias', OLD."alias", 'enrolment_id', OLD."enrolment_id"), json_object('course_id', NEW."course_id", 'alias', NEW."alias", 'enrolment_id', NEW."enrolment_id"));
END;
CREATE TRIGGER "journal_connection_alias_delete" AFTER DELETE ON "connection_alias" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'connection_alias', json_object('course_id', OLD."course_id", 'alias', OLD."alias", 'enrolment_id', OLD."enrolment_id"), NULL);
END;
CREATE TRIGGER "journal_connection_log_insert" AFTER INSERT ON "connection_log" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'connection_log', NULL, json_object('id', NEW."id", 'stretch_id', NEW."stretch_id", 'tool', NEW."tool", 'file', NEW."file", 'imported_on', NEW."imported_on"));
END;
CREATE TRIGGER "journal_connection_log_update" AFTER UPDATE ON "connection_log" WHEN OLD."id" IS NOT NEW."id" OR OLD."stretch_id" IS NOT NEW."stretch_id" OR OLD."tool" IS NOT NEW."tool" OR OLD."file" IS NOT NEW."file" OR OLD."imported_on" IS NOT NEW."imported_on" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'connection_log', json_object('id', OLD."id", 'stretch_id', OLD."stretch_id", 'tool', OLD."tool", 'file', OLD."file", 'imported_on', OLD."imported_on"), json_object('id', NEW."id", 'stretch_id', NEW."stretch_id", 'tool', NEW."tool", 'file', NEW."file", 'imported_on', NEW."imported_on"));
END;
CREATE TRIGGER "journal_connection_log_delete" AFTER DELETE ON "connection_log" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'connection_log', json_object('id', OLD."id", 'stretch_id', OLD."stretch_id", 'tool', OLD."tool", 'file', OLD."file", 'imported_on', OLD."imported_on"), NULL);
END;
CREATE TRIGGER "journal_course_insert" AFTER INSERT ON "course" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'course', NULL, json_object('id', NEW."id", 'centre_id', NEW."centre_id", 'code', NEW."code", 'call_version_id', NEW."call_version_id", 'certificate_version_id', NEW."certificate_version_id", 'speciality', NEW."speciality", 'part', NEW."part", 'title', NEW."title", 'level', NEW."level", 'route', NEW."route", 'province', NEW."province", 'file_number', NEW."file_number", 'regime', NEW."regime", 'regime_reason', NEW."regime_reason", 'approved_on', NEW."approved_on", 'start_on', NEW."start_on", 'room_id', NEW."room_id", 'timetable', NEW."timetable", 'short_day_reason', NEW."short_day_reason", 'selection_on', NEW."selection_on", 'selection_minute', NEW."selection_minute", 'selection_place', NEW."selection_place", 'technician_name', NEW."technician_name", 'technician_phone', NEW."technician_phone", 'technician_email', NEW."technician_email", 'local_entity_id', NEW."local_entity_id", 'started_on', NEW."started_on", 'renounced_on', NEW."renounced_on", 'renounce_reason', NEW."renounce_reason"));
END;
CREATE TRIGGER "journal_course_update" AFTER UPDATE ON "course" WHEN OLD."id" IS NOT NEW."id" OR OLD."centre_id" IS NOT NEW."centre_id" OR OLD."code" IS NOT NEW."code" OR OLD."call_version_id" IS NOT NEW."call_version_id" OR OLD."certificate_version_id" IS NOT NEW."certificate_version_id" OR OLD."speciality" IS NOT NEW."speciality" OR OLD."part" IS NOT NEW."part" OR OLD."title" IS NOT NEW."title" OR OLD."level" IS NOT NEW."level" OR OLD."route" IS NOT NEW."route" OR OLD."province" IS NOT NEW."province" OR OLD."file_number" IS NOT NEW."file_number" OR OLD."regime" IS NOT NEW."regime" OR OLD."regime_reason" IS NOT NEW."regime_reason" OR OLD."approved_on" IS NOT NEW."approved_on" OR OLD."start_on" IS NOT NEW."start_on" OR OLD."room_id" IS NOT NEW."room_id" OR OLD."timetable" IS NOT NEW."timetable" OR OLD."short_day_reason" IS NOT NEW."short_day_reason" OR OLD."selection_on" IS NOT NEW."selection_on" OR OLD."selection_minute" IS NOT NEW."selection_minute" OR OLD."selection_place" IS NOT NEW."selection_place" OR OLD."technician_name" IS NOT NEW."technician_name" OR OLD."technician_phone" IS NOT NEW."technician_phone" OR OLD."technician_email" IS NOT NEW."technician_email" OR OLD."local_entity_id" IS NOT NEW."local_entity_id" OR OLD."started_on" IS NOT NEW."started_on" OR OLD."renounced_on" IS NOT NEW."renounced_on" OR OLD."renounce_reason" IS NOT NEW."renounce_reason" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'course', json_object('id', OLD."id", 'centre_id', OLD."centre_id", 'code', OLD."code", 'call_version_id', OLD."call_version_id", 'certificate_version_id', OLD."certificate_version_id", 'speciality', OLD."speciality", 'part', OLD."part", 'title', OLD."title", 'level', OLD."level", 'route', OLD."route", 'province', OLD."province", 'file_number', OLD."file_number", 'regime', OLD."regime", 'regime_reason', OLD."regime_reason", 'approved_on', OLD."approved_on", 'start_on', OLD."start_on", 'room_id', OLD."room_id", 'timetable', OLD."timetable", 'short_day_reason', OLD."short_day_reason", 'selection_on', OLD."selection_on", 'selection_minute', OLD."selection_minute", 'selection_place', OLD."selection_place", 'technician_name', OLD."technician_name", 'technician_phone', OLD."technician_phone", 'technician_email', OLD."technician_email", 'local_entity_id', OLD."local_entity_id", 'started_on', OLD."started_on", 'renounced_on', OLD."renounced_on", 'renounce_reason', OLD."renounce_reason"), json_object('id', NEW."id", 'centre_id', NEW."centre_id", 'code', NEW."code", 'call_version_id', NEW."call_version_id", 'certificate_version_id', NEW."certificate_version_id", 'speciality', NEW."speciality", 'part', NEW."part", 'title', NEW."title", 'level', NEW."level", 'route', NEW."route", 'province', NEW."province", 'file_number', NEW."file_number", 'regime', NEW."regime", 'regime_reason', NEW."regime_reason", 'approved_on', NEW."approved_on", 'start_on', NEW."start_on", 'room_id', NEW."room_id", 'timetable', NEW."timetable", 'short_day_reason', NEW."short_day_reason", 'selection_on', NEW."selection_on", 'selection_minute', NEW."selection_minute", 'selection_place', NEW."selection_place", 'technician_name', NEW."technician_name", 'technician_phone', NEW."technician_phone", 'technician_email', NEW."technician_email", 'local_entity_id', NEW."local_entity_id", 'started_on', NEW."started_on", 'renounced_on', NEW."renounced_on", 'renounce_reason', NEW."renounce_reason"));
END;
CREATE TRIGGER "journal_course_delete" AFTER DELETE ON "course" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'course', json_object('id', OLD."id", 'centre_id', OLD."centre_id", 'code', OLD."code", 'call_version_id', OLD."call_version_id", 'certificate_version_id', OLD."certificate_version_id", 'speciality', OLD."speciality", 'part', OLD."part", 'title', OLD."title", 'level', OLD."level", 'route', OLD."route", 'province', OLD."province", 'file_number', OLD."file_number", 'regime', OLD."regime", 'regime_reason', OLD."regime_reason", 'approved_on', OLD."approved_on", 'start_on', OLD."start_on", 'room_id', OLD."room_id", 'timetable', OLD."timetable", 'short_day_reason', OLD."short_day_reason", 'selection_on', OLD."selection_on", 'selection_minute', OLD."selection_minute", 'selection_place', OLD."selection_place", 'technician_name', OLD."technician_name", 'technician_phone', OLD."technician_phone", 'technician_email', OLD."technician_email", 'local_entity_id', OLD."local_entity_id", 'started_on', OLD."started_on", 'renounced_on', OLD."renounced_on", 'renounce_reason', OLD."renounce_reason"), NULL);
END;
CREATE TRIGGER "journal_course_event_insert" AFTER INSERT ON "course_event" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'course_event', NULL, json_object('course_id', NEW."course_id", 'event', NEW."event", 'day', NEW."day", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_course_event_update" AFTER UPDATE ON "course_event" WHEN OLD."course_id" IS NOT NEW."course_id" OR OLD."event" IS NOT NEW."event" OR OLD."day" IS NOT NEW."day" OR OLD."note" IS NOT NEW."note" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'course_event', json_object('course_id', OLD."course_id", 'event', OLD."event", 'day', OLD."day", 'note', OLD."note"), json_object('course_id', NEW."course_id", 'event', NEW."event", 'day', NEW."day", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_course_event_delete" AFTER DELETE ON "course_event" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'course_event', json_object('course_id', OLD."course_id", 'event', OLD."event", 'day', OLD."day", 'note', OLD."note"), NULL);
END;
CREATE TRIGGER "journal_course_module_insert" AFTER INSERT ON "course_module" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'course_module', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'position', NEW."position", 'kind', NEW."kind", 'code', NEW."code", 'title', NEW."title", 'official_minutes', NEW."official_minutes", 'competence_unit', NEW."competence_unit", 'from_day', NEW."from_day", 'to_day', NEW."to_day"));
END;
CREATE TRIGGER "journal_course_module_update" AFTER UPDATE ON "course_module" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."position" IS NOT NEW."position" OR OLD."kind" IS NOT NEW."kind" OR OLD."code" IS NOT NEW."code" OR OLD."title" IS NOT NEW."title" OR OLD."official_minutes" IS NOT NEW."official_minutes" OR OLD."competence_unit" IS NOT NEW."competence_unit" OR OLD."from_day" IS NOT NEW."from_day" OR OLD."to_day" IS NOT NEW."to_day" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'course_module', json_object('id', OLD."id", 'course_id', OLD."course_id", 'position', OLD."position", 'kind', OLD."kind", 'code', OLD."code", 'title', OLD."title", 'official_minutes', OLD."official_minutes", 'competence_unit', OLD."competence_unit", 'from_day', OLD."from_day", 'to_day', OLD."to_day"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'position', NEW."position", 'kind', NEW."kind", 'code', NEW."code", 'title', NEW."title", 'official_minutes', NEW."official_minutes", 'competence_unit', NEW."competence_unit", 'from_day', NEW."from_day", 'to_day', NEW."to_day"));
END;
CREATE TRIGGER "journal_course_module_delete" AFTER DELETE ON "course_module" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'course_module', json_object('id', OLD."id", 'course_id', OLD."course_id", 'position', OLD."position", 'kind', OLD."kind", 'code', OLD."code", 'title', OLD."title", 'official_minutes', OLD."official_minutes", 'competence_unit', OLD."competence_unit", 'from_day', OLD."from_day", 'to_day', OLD."to_day"), NULL);
END;
CREATE TRIGGER "journal_course_role_insert" AFTER INSERT ON "course_role" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'course_role', NULL, json_object('course_id', NEW."course_id", 'trainer_id', NEW."trainer_id", 'role', NEW."role", 'minutes', NEW."minutes", 'tutoring', NEW."tutoring", 'validated_on', NEW."validated_on", 'contract', NEW."contract", 'contract_from', NEW."contract_from", 'contract_to', NEW."contract_to", 'collective_agreement', NEW."collective_agreement", 'sent_on', NEW."sent_on", 'rejected_on', NEW."rejected_on"));
END;
CREATE TRIGGER "journal_course_role_update" AFTER UPDATE ON "course_role" WHEN OLD."course_id" IS NOT NEW."course_id" OR OLD."trainer_id" IS NOT NEW."trainer_id" OR OLD."role" IS NOT NEW."role" OR OLD."minutes" IS NOT NEW."minutes" OR OLD."tutoring" IS NOT NEW."tutoring" OR OLD."validated_on" IS NOT NEW."validated_on" OR OLD."contract" IS NOT NEW."contract" OR OLD."contract_from" IS NOT NEW."contract_from" OR OLD."contract_to" IS NOT NEW."contract_to" OR OLD."collective_agreement" IS NOT NEW."collective_agreement" OR OLD."sent_on" IS NOT NEW."sent_on" OR OLD."rejected_on" IS NOT NEW."rejected_on" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'course_role', json_object('course_id', OLD."course_id", 'trainer_id', OLD."trainer_id", 'role', OLD."role", 'minutes', OLD."minutes", 'tutoring', OLD."tutoring", 'validated_on', OLD."validated_on", 'contract', OLD."contract", 'contract_from', OLD."contract_from", 'contract_to', OLD."contract_to", 'collective_agreement', OLD."collective_agreement", 'sent_on', OLD."sent_on", 'rejected_on', OLD."rejected_on"), json_object('course_id', NEW."course_id", 'trainer_id', NEW."trainer_id", 'role', NEW."role", 'minutes', NEW."minutes", 'tutoring', NEW."tutoring", 'validated_on', NEW."validated_on", 'contract', NEW."contract", 'contract_from', NEW."contract_from", 'contract_to', NEW."contract_to", 'collective_agreement', NEW."collective_agreement", 'sent_on', NEW."sent_on", 'rejected_on', NEW."rejected_on"));
END;
CREATE TRIGGER "journal_course_role_delete" AFTER DELETE ON "course_role" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'course_role', json_object('course_id', OLD."course_id", 'trainer_id', OLD."trainer_id", 'role', OLD."role", 'minutes', OLD."minutes", 'tutoring', OLD."tutoring", 'validated_on', OLD."validated_on", 'contract', OLD."contract", 'contract_from', OLD."contract_from", 'contract_to', OLD."contract_to", 'collective_agreement', OLD."collective_agreement", 'sent_on', OLD."sent_on", 'rejected_on', OLD."rejected_on"), NULL);
END;
CREATE TRIGGER "journal_decision_insert" AFTER INSERT ON "decision" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'decision', NULL, json_object('id', NEW."id", 'rule', NEW."rule", 'subject', NEW."subject", 'answer', NEW."answer", 'reason', NEW."reason", 'actor', NEW."actor", 'at', NEW."at"));
END;
CREATE TRIGGER "journal_decision_update" AFTER UPDATE ON "decision" WHEN OLD."id" IS NOT NEW."id" OR OLD."rule" IS NOT NEW."rule" OR OLD."subject" IS NOT NEW."subject" OR OLD."answer" IS NOT NEW."answer" OR OLD."reason" IS NOT NEW."reason" OR OLD."actor" IS NOT NEW."actor" OR OLD."at" IS NOT NEW."at" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'decision', json_object('id', OLD."id", 'rule', OLD."rule", 'subject', OLD."subject", 'answer', OLD."answer", 'reason', OLD."reason", 'actor', OLD."actor", 'at', OLD."at"), json_object('id', NEW."id", 'rule', NEW."rule", 'subject', NEW."subject", 'answer', NEW."answer", 'reason', NEW."reason", 'actor', NEW."actor", 'at', NEW."at"));
END;
CREATE TRIGGER "journal_decision_delete" AFTER DELETE ON "decision" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'decision', json_object('id', OLD."id", 'rule', OLD."rule", 'subject', OLD."subject", 'answer', OLD."answer", 'reason', OLD."reason", 'actor', OLD."actor", 'at', OLD."at"), NULL);
END;
CREATE TRIGGER "journal_disability_support_insert" AFTER INSERT ON "disability_support" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'disability_support', NULL, json_object('id', NEW."id", 'enrolment_id', NEW."enrolment_id", 'service', NEW."service", 'minutes', NEW."minutes", 'requested_on', NEW."requested_on", 'approved_on', NEW."approved_on", 'approved_minutes', NEW."approved_minutes", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_disability_support_update" AFTER UPDATE ON "disability_support" WHEN OLD."id" IS NOT NEW."id" OR OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."service" IS NOT NEW."service" OR OLD."minutes" IS NOT NEW."minutes" OR OLD."requested_on" IS NOT NEW."requested_on" OR OLD."approved_on" IS NOT NEW."approved_on" OR OLD."approved_minutes" IS NOT NEW."approved_minutes" OR OLD."note" IS NOT NEW."note" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'disability_support', json_object('id', OLD."id", 'enrolment_id', OLD."enrolment_id", 'service', OLD."service", 'minutes', OLD."minutes", 'requested_on', OLD."requested_on", 'approved_on', OLD."approved_on", 'approved_minutes', OLD."approved_minutes", 'note', OLD."note"), json_object('id', NEW."id", 'enrolment_id', NEW."enrolment_id", 'service', NEW."service", 'minutes', NEW."minutes", 'requested_on', NEW."requested_on", 'approved_on', NEW."approved_on", 'approved_minutes', NEW."approved_minutes", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_disability_support_delete" AFTER DELETE ON "disability_support" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'disability_support', json_object('id', OLD."id", 'enrolment_id', OLD."enrolment_id", 'service', OLD."service", 'minutes', OLD."minutes", 'requested_on', OLD."requested_on", 'approved_on', OLD."approved_on", 'approved_minutes', OLD."approved_minutes", 'note', OLD."note"), NULL);
END;
CREATE TRIGGER "journal_document_insert" AFTER INSERT ON "document" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'document', NULL, json_object('id', NEW."id", 'kind', NEW."kind", 'year', NEW."year", 'number', NEW."number", 'course_id', NEW."course_id", 'person_id', NEW."person_id", 'week', NEW."week", 'version', NEW."version", 'printed_on', NEW."printed_on", 'data', NEW."data", 'data_sha256', NEW."data_sha256", 'sha256', NEW."sha256", 'program_version', NEW."program_version", 'replaces_id', NEW."replaces_id", 'state', NEW."state"));
END;
CREATE TRIGGER "journal_document_update" AFTER UPDATE ON "document" WHEN OLD."id" IS NOT NEW."id" OR OLD."kind" IS NOT NEW."kind" OR OLD."year" IS NOT NEW."year" OR OLD."number" IS NOT NEW."number" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."person_id" IS NOT NEW."person_id" OR OLD."week" IS NOT NEW."week" OR OLD."version" IS NOT NEW."version" OR OLD."printed_on" IS NOT NEW."printed_on" OR OLD."data" IS NOT NEW."data" OR OLD."data_sha256" IS NOT NEW."data_sha256" OR OLD."sha256" IS NOT NEW."sha256" OR OLD."program_version" IS NOT NEW."program_version" OR OLD."replaces_id" IS NOT NEW."replaces_id" OR OLD."state" IS NOT NEW."state" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'document', json_object('id', OLD."id", 'kind', OLD."kind", 'year', OLD."year", 'number', OLD."number", 'course_id', OLD."course_id", 'person_id', OLD."person_id", 'week', OLD."week", 'version', OLD."version", 'printed_on', OLD."printed_on", 'data', OLD."data", 'data_sha256', OLD."data_sha256", 'sha256', OLD."sha256", 'program_version', OLD."program_version", 'replaces_id', OLD."replaces_id", 'state', OLD."state"), json_object('id', NEW."id", 'kind', NEW."kind", 'year', NEW."year", 'number', NEW."number", 'course_id', NEW."course_id", 'person_id', NEW."person_id", 'week', NEW."week", 'version', NEW."version", 'printed_on', NEW."printed_on", 'data', NEW."data", 'data_sha256', NEW."data_sha256", 'sha256', NEW."sha256", 'program_version', NEW."program_version", 'replaces_id', NEW."replaces_id", 'state', NEW."state"));
END;
CREATE TRIGGER "journal_document_delete" AFTER DELETE ON "document" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'document', json_object('id', OLD."id", 'kind', OLD."kind", 'year', OLD."year", 'number', OLD."number", 'course_id', OLD."course_id", 'person_id', OLD."person_id", 'week', OLD."week", 'version', OLD."version", 'printed_on', OLD."printed_on", 'data', OLD."data", 'data_sha256', OLD."data_sha256", 'sha256', OLD."sha256", 'program_version', OLD."program_version", 'replaces_id', OLD."replaces_id", 'state', OLD."state"), NULL);
END;
CREATE TRIGGER "journal_enrolment_insert" AFTER INSERT ON "enrolment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'enrolment', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'person_id', NEW."person_id", 'joined_on', NEW."joined_on", 'left_on', NEW."left_on", 'leave_cause', NEW."leave_cause", 'contract_start', NEW."contract_start", 'leave_proof', NEW."leave_proof", 'status_at_start', NEW."status_at_start", 'registered_on', NEW."registered_on", 'leaving_communicated_on', NEW."leaving_communicated_on"));
END;
CREATE TRIGGER "journal_enrolment_update" AFTER UPDATE ON "enrolment" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."person_id" IS NOT NEW."person_id" OR OLD."joined_on" IS NOT NEW."joined_on" OR OLD."left_on" IS NOT NEW."left_on" OR OLD."leave_cause" IS NOT NEW."leave_cause" OR OLD."contract_start" IS NOT NEW."contract_start" OR OLD."leave_proof" IS NOT NEW."leave_proof" OR OLD."status_at_start" IS NOT NEW."status_at_start" OR OLD."registered_on" IS NOT NEW."registered_on" OR OLD."leaving_communicated_on" IS NOT NEW."leaving_communicated_on" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'enrolment', json_object('id', OLD."id", 'course_id', OLD."course_id", 'person_id', OLD."person_id", 'joined_on', OLD."joined_on", 'left_on', OLD."left_on", 'leave_cause', OLD."leave_cause", 'contract_start', OLD."contract_start", 'leave_proof', OLD."leave_proof", 'status_at_start', OLD."status_at_start", 'registered_on', OLD."registered_on", 'leaving_communicated_on', OLD."leaving_communicated_on"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'person_id', NEW."person_id", 'joined_on', NEW."joined_on", 'left_on', NEW."left_on", 'leave_cause', NEW."leave_cause", 'contract_start', NEW."contract_start", 'leave_proof', NEW."leave_proof", 'status_at_start', NEW."status_at_start", 'registered_on', NEW."registered_on", 'leaving_communicated_on', NEW."leaving_communicated_on"));
END;
CREATE TRIGGER "journal_enrolment_delete" AFTER DELETE ON "enrolment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'enrolment', json_object('id', OLD."id", 'course_id', OLD."course_id", 'person_id', OLD."person_id", 'joined_on', OLD."joined_on", 'left_on', OLD."left_on", 'leave_cause', OLD."leave_cause", 'contract_start', OLD."contract_start", 'leave_proof', OLD."leave_proof", 'status_at_start', OLD."status_at_start", 'registered_on', OLD."registered_on", 'leaving_communicated_on', OLD."leaving_communicated_on"), NULL);
END;
CREATE TRIGGER "journal_enrolment_module_insert" AFTER INSERT ON "enrolment_module" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'enrolment_module', NULL, json_object('enrolment_id', NEW."enrolment_id", 'course_module_id', NEW."course_module_id", 'standing', NEW."standing", 'source', NEW."source"));
END;
CREATE TRIGGER "journal_enrolment_module_update" AFTER UPDATE ON "enrolment_module" WHEN OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."course_module_id" IS NOT NEW."course_module_id" OR OLD."standing" IS NOT NEW."standing" OR OLD."source" IS NOT NEW."source" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'enrolment_module', json_object('enrolment_id', OLD."enrolment_id", 'course_module_id', OLD."course_module_id", 'standing', OLD."standing", 'source', OLD."source"), json_object('enrolment_id', NEW."enrolment_id", 'course_module_id', NEW."course_module_id", 'standing', NEW."standing", 'source', NEW."source"));
END;
CREATE TRIGGER "journal_enrolment_module_delete" AFTER DELETE ON "enrolment_module" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'enrolment_module', json_object('enrolment_id', OLD."enrolment_id", 'course_module_id', OLD."course_module_id", 'standing', OLD."standing", 'source', OLD."source"), NULL);
END;
CREATE TRIGGER "journal_entity_insert" AFTER INSERT ON "entity" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'entity', NULL, json_object('id', NEW."id", 'name', NEW."name", 'cif', NEW."cif", 'address', NEW."address", 'postal_code', NEW."postal_code", 'municipality', NEW."municipality", 'province', NEW."province"));
END;
CREATE TRIGGER "journal_entity_update" AFTER UPDATE ON "entity" WHEN OLD."id" IS NOT NEW."id" OR OLD."name" IS NOT NEW."name" OR OLD."cif" IS NOT NEW."cif" OR OLD."address" IS NOT NEW."address" OR OLD."postal_code" IS NOT NEW."postal_code" OR OLD."municipality" IS NOT NEW."municipality" OR OLD."province" IS NOT NEW."province" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'entity', json_object('id', OLD."id", 'name', OLD."name", 'cif', OLD."cif", 'address', OLD."address", 'postal_code', OLD."postal_code", 'municipality', OLD."municipality", 'province', OLD."province"), json_object('id', NEW."id", 'name', NEW."name", 'cif', NEW."cif", 'address', NEW."address", 'postal_code', NEW."postal_code", 'municipality', NEW."municipality", 'province', NEW."province"));
END;
CREATE TRIGGER "journal_entity_delete" AFTER DELETE ON "entity" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'entity', json_object('id', OLD."id", 'name', OLD."name", 'cif', OLD."cif", 'address', OLD."address", 'postal_code', OLD."postal_code", 'municipality', OLD."municipality", 'province', OLD."province"), NULL);
END;
CREATE TRIGGER "journal_filing_insert" AFTER INSERT ON "filing" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'filing', NULL, json_object('id', NEW."id", 'document_id', NEW."document_id", 'act', NEW."act", 'day', NEW."day", 'channel', NEW."channel", 'number', NEW."number", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_filing_update" AFTER UPDATE ON "filing" WHEN OLD."id" IS NOT NEW."id" OR OLD."document_id" IS NOT NEW."document_id" OR OLD."act" IS NOT NEW."act" OR OLD."day" IS NOT NEW."day" OR OLD."channel" IS NOT NEW."channel" OR OLD."number" IS NOT NEW."number" OR OLD."attachment" IS NOT NEW."attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'filing', json_object('id', OLD."id", 'document_id', OLD."document_id", 'act', OLD."act", 'day', OLD."day", 'channel', OLD."channel", 'number', OLD."number", 'attachment', OLD."attachment"), json_object('id', NEW."id", 'document_id', NEW."document_id", 'act', NEW."act", 'day', NEW."day", 'channel', NEW."channel", 'number', NEW."number", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_filing_delete" AFTER DELETE ON "filing" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'filing', json_object('id', OLD."id", 'document_id', OLD."document_id", 'act', OLD."act", 'day', OLD."day", 'channel', OLD."channel", 'number', OLD."number", 'attachment', OLD."attachment"), NULL);
END;
CREATE TRIGGER "journal_holiday_insert" AFTER INSERT ON "holiday" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'holiday', NULL, json_object('id', NEW."id", 'day', NEW."day", 'scope', NEW."scope", 'municipality', NEW."municipality", 'name', NEW."name"));
END;
CREATE TRIGGER "journal_holiday_update" AFTER UPDATE ON "holiday" WHEN OLD."id" IS NOT NEW."id" OR OLD."day" IS NOT NEW."day" OR OLD."scope" IS NOT NEW."scope" OR OLD."municipality" IS NOT NEW."municipality" OR OLD."name" IS NOT NEW."name" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'holiday', json_object('id', OLD."id", 'day', OLD."day", 'scope', OLD."scope", 'municipality', OLD."municipality", 'name', OLD."name"), json_object('id', NEW."id", 'day', NEW."day", 'scope', NEW."scope", 'municipality', NEW."municipality", 'name', NEW."name"));
END;
CREATE TRIGGER "journal_holiday_delete" AFTER DELETE ON "holiday" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'holiday', json_object('id', OLD."id", 'day', OLD."day", 'scope', OLD."scope", 'municipality', OLD."municipality", 'name', OLD."name"), NULL);
END;
CREATE TRIGGER "journal_holiday_year_insert" AFTER INSERT ON "holiday_year" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'holiday_year', NULL, json_object('year', NEW."year", 'source', NEW."source"));
END;
CREATE TRIGGER "journal_holiday_year_update" AFTER UPDATE ON "holiday_year" WHEN OLD."year" IS NOT NEW."year" OR OLD."source" IS NOT NEW."source" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'holiday_year', json_object('year', OLD."year", 'source', OLD."source"), json_object('year', NEW."year", 'source', NEW."source"));
END;
CREATE TRIGGER "journal_holiday_year_delete" AFTER DELETE ON "holiday_year" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'holiday_year', json_object('year', OLD."year", 'source', OLD."source"), NULL);
END;
CREATE TRIGGER "journal_incident_insert" AFTER INSERT ON "incident" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'incident', NULL, json_object('id', NEW."id", 'stretch_id', NEW."stretch_id", 'enrolment_id', NEW."enrolment_id", 'minute', NEW."minute", 'what', NEW."what", 'cause', NEW."cause", 'justification', NEW."justification", 'communicated_on', NEW."communicated_on"));
END;
CREATE TRIGGER "journal_incident_update" AFTER UPDATE ON "incident" WHEN OLD."id" IS NOT NEW."id" OR OLD."stretch_id" IS NOT NEW."stretch_id" OR OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."minute" IS NOT NEW."minute" OR OLD."what" IS NOT NEW."what" OR OLD."cause" IS NOT NEW."cause" OR OLD."justification" IS NOT NEW."justification" OR OLD."communicated_on" IS NOT NEW."communicated_on" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'incident', json_object('id', OLD."id", 'stretch_id', OLD."stretch_id", 'enrolment_id', OLD."enrolment_id", 'minute', OLD."minute", 'what', OLD."what", 'cause', OLD."cause", 'justification', OLD."justification", 'communicated_on', OLD."communicated_on"), json_object('id', NEW."id", 'stretch_id', NEW."stretch_id", 'enrolment_id', NEW."enrolment_id", 'minute', NEW."minute", 'what', NEW."what", 'cause', NEW."cause", 'justification', NEW."justification", 'communicated_on', NEW."communicated_on"));
END;
CREATE TRIGGER "journal_incident_delete" AFTER DELETE ON "incident" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'incident', json_object('id', OLD."id", 'stretch_id', OLD."stretch_id", 'enrolment_id', OLD."enrolment_id", 'minute', OLD."minute", 'what', OLD."what", 'cause', OLD."cause", 'justification', OLD."justification", 'communicated_on', OLD."communicated_on"), NULL);
END;
CREATE TRIGGER "journal_justification_insert" AFTER INSERT ON "justification" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'justification', NULL, json_object('id', NEW."id", 'enrolment_id', NEW."enrolment_id", 'state', NEW."state", 'event_day', NEW."event_day", 'appointment_minute', NEW."appointment_minute", 'other_town', NEW."other_town", 'decided_on', NEW."decided_on", 'proof', NEW."proof", 'note', NEW."note", 'travel_minutes', NEW."travel_minutes", 'handed_in_on', NEW."handed_in_on", 'registry', NEW."registry"));
END;
CREATE TRIGGER "journal_justification_update" AFTER UPDATE ON "justification" WHEN OLD."id" IS NOT NEW."id" OR OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."state" IS NOT NEW."state" OR OLD."event_day" IS NOT NEW."event_day" OR OLD."appointment_minute" IS NOT NEW."appointment_minute" OR OLD."other_town" IS NOT NEW."other_town" OR OLD."decided_on" IS NOT NEW."decided_on" OR OLD."proof" IS NOT NEW."proof" OR OLD."note" IS NOT NEW."note" OR OLD."travel_minutes" IS NOT NEW."travel_minutes" OR OLD."handed_in_on" IS NOT NEW."handed_in_on" OR OLD."registry" IS NOT NEW."registry" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'justification', json_object('id', OLD."id", 'enrolment_id', OLD."enrolment_id", 'state', OLD."state", 'event_day', OLD."event_day", 'appointment_minute', OLD."appointment_minute", 'other_town', OLD."other_town", 'decided_on', OLD."decided_on", 'proof', OLD."proof", 'note', OLD."note", 'travel_minutes', OLD."travel_minutes", 'handed_in_on', OLD."handed_in_on", 'registry', OLD."registry"), json_object('id', NEW."id", 'enrolment_id', NEW."enrolment_id", 'state', NEW."state", 'event_day', NEW."event_day", 'appointment_minute', NEW."appointment_minute", 'other_town', NEW."other_town", 'decided_on', NEW."decided_on", 'proof', NEW."proof", 'note', NEW."note", 'travel_minutes', NEW."travel_minutes", 'handed_in_on', NEW."handed_in_on", 'registry', NEW."registry"));
END;
CREATE TRIGGER "journal_justification_delete" AFTER DELETE ON "justification" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'justification', json_object('id', OLD."id", 'enrolment_id', OLD."enrolment_id", 'state', OLD."state", 'event_day', OLD."event_day", 'appointment_minute', OLD."appointment_minute", 'other_town', OLD."other_town", 'decided_on', OLD."decided_on", 'proof', OLD."proof", 'note', OLD."note", 'travel_minutes', OLD."travel_minutes", 'handed_in_on', OLD."handed_in_on", 'registry', OLD."registry"), NULL);
END;
CREATE TRIGGER "journal_local_entity_insert" AFTER INSERT ON "local_entity" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'local_entity', NULL, json_object('id', NEW."id", 'name', NEW."name", 'cif', NEW."cif", 'municipality', NEW."municipality", 'contact_name', NEW."contact_name", 'contact_role', NEW."contact_role", 'phone', NEW."phone", 'email', NEW."email", 'pays', NEW."pays"));
END;
CREATE TRIGGER "journal_local_entity_update" AFTER UPDATE ON "local_entity" WHEN OLD."id" IS NOT NEW."id" OR OLD."name" IS NOT NEW."name" OR OLD."cif" IS NOT NEW."cif" OR OLD."municipality" IS NOT NEW."municipality" OR OLD."contact_name" IS NOT NEW."contact_name" OR OLD."contact_role" IS NOT NEW."contact_role" OR OLD."phone" IS NOT NEW."phone" OR OLD."email" IS NOT NEW."email" OR OLD."pays" IS NOT NEW."pays" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'local_entity', json_object('id', OLD."id", 'name', OLD."name", 'cif', OLD."cif", 'municipality', OLD."municipality", 'contact_name', OLD."contact_name", 'contact_role', OLD."contact_role", 'phone', OLD."phone", 'email', OLD."email", 'pays', OLD."pays"), json_object('id', NEW."id", 'name', NEW."name", 'cif', NEW."cif", 'municipality', NEW."municipality", 'contact_name', NEW."contact_name", 'contact_role', NEW."contact_role", 'phone', NEW."phone", 'email', NEW."email", 'pays', NEW."pays"));
END;
CREATE TRIGGER "journal_local_entity_delete" AFTER DELETE ON "local_entity" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'local_entity', json_object('id', OLD."id", 'name', OLD."name", 'cif', OLD."cif", 'municipality', OLD."municipality", 'contact_name', OLD."contact_name", 'contact_role', OLD."contact_role", 'phone', OLD."phone", 'email', OLD."email", 'pays', OLD."pays"), NULL);
END;
CREATE TRIGGER "journal_module_insert" AFTER INSERT ON "module" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'module', NULL, json_object('code', NEW."code", 'title', NEW."title"));
END;
CREATE TRIGGER "journal_module_update" AFTER UPDATE ON "module" WHEN OLD."code" IS NOT NEW."code" OR OLD."title" IS NOT NEW."title" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'module', json_object('code', OLD."code", 'title', OLD."title"), json_object('code', NEW."code", 'title', NEW."title"));
END;
CREATE TRIGGER "journal_module_delete" AFTER DELETE ON "module" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'module', json_object('code', OLD."code", 'title', OLD."title"), NULL);
END;
CREATE TRIGGER "journal_obligation_filing_insert" AFTER INSERT ON "obligation_filing" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'obligation_filing', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'name', NEW."name", 'subject', NEW."subject", 'day', NEW."day", 'channel', NEW."channel", 'number', NEW."number", 'attachment', NEW."attachment", 'withdrawn_on', NEW."withdrawn_on", 'withdraw_reason', NEW."withdraw_reason"));
END;
CREATE TRIGGER "journal_obligation_filing_update" AFTER UPDATE ON "obligation_filing" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."name" IS NOT NEW."name" OR OLD."subject" IS NOT NEW."subject" OR OLD."day" IS NOT NEW."day" OR OLD."channel" IS NOT NEW."channel" OR OLD."number" IS NOT NEW."number" OR OLD."attachment" IS NOT NEW."attachment" OR OLD."withdrawn_on" IS NOT NEW."withdrawn_on" OR OLD."withdraw_reason" IS NOT NEW."withdraw_reason" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'obligation_filing', json_object('id', OLD."id", 'course_id', OLD."course_id", 'name', OLD."name", 'subject', OLD."subject", 'day', OLD."day", 'channel', OLD."channel", 'number', OLD."number", 'attachment', OLD."attachment", 'withdrawn_on', OLD."withdrawn_on", 'withdraw_reason', OLD."withdraw_reason"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'name', NEW."name", 'subject', NEW."subject", 'day', NEW."day", 'channel', NEW."channel", 'number', NEW."number", 'attachment', NEW."attachment", 'withdrawn_on', NEW."withdrawn_on", 'withdraw_reason', NEW."withdraw_reason"));
END;
CREATE TRIGGER "journal_obligation_filing_delete" AFTER DELETE ON "obligation_filing" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'obligation_filing', json_object('id', OLD."id", 'course_id', OLD."course_id", 'name', OLD."name", 'subject', OLD."subject", 'day', OLD."day", 'channel', OLD."channel", 'number', OLD."number", 'attachment', OLD."attachment", 'withdrawn_on', OLD."withdrawn_on", 'withdraw_reason', OLD."withdraw_reason"), NULL);
END;
CREATE TRIGGER "journal_occupancy_insert" AFTER INSERT ON "occupancy" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'occupancy', NULL, json_object('seat_id', NEW."seat_id", 'enrolment_id', NEW."enrolment_id", 'from_day', NEW."from_day", 'to_day', NEW."to_day"));
END;
CREATE TRIGGER "journal_occupancy_update" AFTER UPDATE ON "occupancy" WHEN OLD."seat_id" IS NOT NEW."seat_id" OR OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."from_day" IS NOT NEW."from_day" OR OLD."to_day" IS NOT NEW."to_day" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'occupancy', json_object('seat_id', OLD."seat_id", 'enrolment_id', OLD."enrolment_id", 'from_day', OLD."from_day", 'to_day', OLD."to_day"), json_object('seat_id', NEW."seat_id", 'enrolment_id', NEW."enrolment_id", 'from_day', NEW."from_day", 'to_day', NEW."to_day"));
END;
CREATE TRIGGER "journal_occupancy_delete" AFTER DELETE ON "occupancy" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'occupancy', json_object('seat_id', OLD."seat_id", 'enrolment_id', OLD."enrolment_id", 'from_day', OLD."from_day", 'to_day', OLD."to_day"), NULL);
END;
CREATE TRIGGER "journal_paper_insert" AFTER INSERT ON "paper" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'paper', NULL, json_object('id', NEW."id", 'kind', NEW."kind", 'number', NEW."number", 'issued_on', NEW."issued_on", 'received_on', NEW."received_on", 'ends_on', NEW."ends_on", 'signer', NEW."signer", 'body', NEW."body", 'note', NEW."note", 'local_entity_id', NEW."local_entity_id", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_paper_update" AFTER UPDATE ON "paper" WHEN OLD."id" IS NOT NEW."id" OR OLD."kind" IS NOT NEW."kind" OR OLD."number" IS NOT NEW."number" OR OLD."issued_on" IS NOT NEW."issued_on" OR OLD."received_on" IS NOT NEW."received_on" OR OLD."ends_on" IS NOT NEW."ends_on" OR OLD."signer" IS NOT NEW."signer" OR OLD."body" IS NOT NEW."body" OR OLD."note" IS NOT NEW."note" OR OLD."local_entity_id" IS NOT NEW."local_entity_id" OR OLD."attachment" IS NOT NEW."attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'paper', json_object('id', OLD."id", 'kind', OLD."kind", 'number', OLD."number", 'issued_on', OLD."issued_on", 'received_on', OLD."received_on", 'ends_on', OLD."ends_on", 'signer', OLD."signer", 'body', OLD."body", 'note', OLD."note", 'local_entity_id', OLD."local_entity_id", 'attachment', OLD."attachment"), json_object('id', NEW."id", 'kind', NEW."kind", 'number', NEW."number", 'issued_on', NEW."issued_on", 'received_on', NEW."received_on", 'ends_on', NEW."ends_on", 'signer', NEW."signer", 'body', NEW."body", 'note', NEW."note", 'local_entity_id', NEW."local_entity_id", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_paper_delete" AFTER DELETE ON "paper" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'paper', json_object('id', OLD."id", 'kind', OLD."kind", 'number', OLD."number", 'issued_on', OLD."issued_on", 'received_on', OLD."received_on", 'ends_on', OLD."ends_on", 'signer', OLD."signer", 'body', OLD."body", 'note', OLD."note", 'local_entity_id', OLD."local_entity_id", 'attachment', OLD."attachment"), NULL);
END;
CREATE TRIGGER "journal_paper_course_insert" AFTER INSERT ON "paper_course" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'paper_course', NULL, json_object('paper_id', NEW."paper_id", 'course_id', NEW."course_id", 'cents', NEW."cents"));
END;
CREATE TRIGGER "journal_paper_course_update" AFTER UPDATE ON "paper_course" WHEN OLD."paper_id" IS NOT NEW."paper_id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."cents" IS NOT NEW."cents" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'paper_course', json_object('paper_id', OLD."paper_id", 'course_id', OLD."course_id", 'cents', OLD."cents"), json_object('paper_id', NEW."paper_id", 'course_id', NEW."course_id", 'cents', NEW."cents"));
END;
CREATE TRIGGER "journal_paper_course_delete" AFTER DELETE ON "paper_course" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'paper_course', json_object('paper_id', OLD."paper_id", 'course_id', OLD."course_id", 'cents', OLD."cents"), NULL);
END;
CREATE TRIGGER "journal_pause_insert" AFTER INSERT ON "pause" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'pause', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'from_day', NEW."from_day", 'resume_on', NEW."resume_on", 'reason', NEW."reason"));
END;
CREATE TRIGGER "journal_pause_update" AFTER UPDATE ON "pause" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."from_day" IS NOT NEW."from_day" OR OLD."resume_on" IS NOT NEW."resume_on" OR OLD."reason" IS NOT NEW."reason" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'pause', json_object('id', OLD."id", 'course_id', OLD."course_id", 'from_day', OLD."from_day", 'resume_on', OLD."resume_on", 'reason', OLD."reason"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'from_day', NEW."from_day", 'resume_on', NEW."resume_on", 'reason', NEW."reason"));
END;
CREATE TRIGGER "journal_pause_delete" AFTER DELETE ON "pause" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'pause', json_object('id', OLD."id", 'course_id', OLD."course_id", 'from_day', OLD."from_day", 'resume_on', OLD."resume_on", 'reason', OLD."reason"), NULL);
END;
CREATE TRIGGER "journal_person_insert" AFTER INSERT ON "person" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'person', NULL, json_object('id', NEW."id", 'name', NEW."name", 'surnames', NEW."surnames", 'birth_date', NEW."birth_date", 'sex', NEW."sex", 'email', NEW."email", 'phone', NEW."phone", 'address', NEW."address", 'postal_code', NEW."postal_code", 'municipality', NEW."municipality", 'province', NEW."province"));
END;
CREATE TRIGGER "journal_person_update" AFTER UPDATE ON "person" WHEN OLD."id" IS NOT NEW."id" OR OLD."name" IS NOT NEW."name" OR OLD."surnames" IS NOT NEW."surnames" OR OLD."birth_date" IS NOT NEW."birth_date" OR OLD."sex" IS NOT NEW."sex" OR OLD."email" IS NOT NEW."email" OR OLD."phone" IS NOT NEW."phone" OR OLD."address" IS NOT NEW."address" OR OLD."postal_code" IS NOT NEW."postal_code" OR OLD."municipality" IS NOT NEW."municipality" OR OLD."province" IS NOT NEW."province" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'person', json_object('id', OLD."id", 'name', OLD."name", 'surnames', OLD."surnames", 'birth_date', OLD."birth_date", 'sex', OLD."sex", 'email', OLD."email", 'phone', OLD."phone", 'address', OLD."address", 'postal_code', OLD."postal_code", 'municipality', OLD."municipality", 'province', OLD."province"), json_object('id', NEW."id", 'name', NEW."name", 'surnames', NEW."surnames", 'birth_date', NEW."birth_date", 'sex', NEW."sex", 'email', NEW."email", 'phone', NEW."phone", 'address', NEW."address", 'postal_code', NEW."postal_code", 'municipality', NEW."municipality", 'province', NEW."province"));
END;
CREATE TRIGGER "journal_person_delete" AFTER DELETE ON "person" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'person', json_object('id', OLD."id", 'name', OLD."name", 'surnames', OLD."surnames", 'birth_date', OLD."birth_date", 'sex', OLD."sex", 'email', OLD."email", 'phone', OLD."phone", 'address', OLD."address", 'postal_code', OLD."postal_code", 'municipality', OLD."municipality", 'province', OLD."province"), NULL);
END;
CREATE TRIGGER "journal_person_document_insert" AFTER INSERT ON "person_document" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'person_document', NULL, json_object('kind', NEW."kind", 'country', NEW."country", 'number', NEW."number", 'person_id', NEW."person_id", 'is_current', NEW."is_current"));
END;
CREATE TRIGGER "journal_person_document_update" AFTER UPDATE ON "person_document" WHEN OLD."kind" IS NOT NEW."kind" OR OLD."country" IS NOT NEW."country" OR OLD."number" IS NOT NEW."number" OR OLD."person_id" IS NOT NEW."person_id" OR OLD."is_current" IS NOT NEW."is_current" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'person_document', json_object('kind', OLD."kind", 'country', OLD."country", 'number', OLD."number", 'person_id', OLD."person_id", 'is_current', OLD."is_current"), json_object('kind', NEW."kind", 'country', NEW."country", 'number', NEW."number", 'person_id', NEW."person_id", 'is_current', NEW."is_current"));
END;
CREATE TRIGGER "journal_person_document_delete" AFTER DELETE ON "person_document" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'person_document', json_object('kind', OLD."kind", 'country', OLD."country", 'number', OLD."number", 'person_id', OLD."person_id", 'is_current', OLD."is_current"), NULL);
END;
CREATE TRIGGER "journal_recording_insert" AFTER INSERT ON "recording" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'recording', NULL, json_object('id', NEW."id", 'stretch_id', NEW."stretch_id", 'place', NEW."place", 'destroyed_on', NEW."destroyed_on", 'certificate', NEW."certificate"));
END;
CREATE TRIGGER "journal_recording_update" AFTER UPDATE ON "recording" WHEN OLD."id" IS NOT NEW."id" OR OLD."stretch_id" IS NOT NEW."stretch_id" OR OLD."place" IS NOT NEW."place" OR OLD."destroyed_on" IS NOT NEW."destroyed_on" OR OLD."certificate" IS NOT NEW."certificate" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'recording', json_object('id', OLD."id", 'stretch_id', OLD."stretch_id", 'place', OLD."place", 'destroyed_on', OLD."destroyed_on", 'certificate', OLD."certificate"), json_object('id', NEW."id", 'stretch_id', NEW."stretch_id", 'place', NEW."place", 'destroyed_on', NEW."destroyed_on", 'certificate', NEW."certificate"));
END;
CREATE TRIGGER "journal_recording_delete" AFTER DELETE ON "recording" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'recording', json_object('id', OLD."id", 'stretch_id', OLD."stretch_id", 'place', OLD."place", 'destroyed_on', OLD."destroyed_on", 'certificate', OLD."certificate"), NULL);
END;
CREATE TRIGGER "journal_request_line_insert" AFTER INSERT ON "request_line" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'request_line', NULL, json_object('id', NEW."id", 'begins_in', NEW."begins_in", 'position', NEW."position", 'speciality', NEW."speciality", 'part', NEW."part", 'route', NEW."route", 'local_entity_id', NEW."local_entity_id", 'starts_on', NEW."starts_on", 'places', NEW."places", 'course_id', NEW."course_id", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_request_line_update" AFTER UPDATE ON "request_line" WHEN OLD."id" IS NOT NEW."id" OR OLD."begins_in" IS NOT NEW."begins_in" OR OLD."position" IS NOT NEW."position" OR OLD."speciality" IS NOT NEW."speciality" OR OLD."part" IS NOT NEW."part" OR OLD."route" IS NOT NEW."route" OR OLD."local_entity_id" IS NOT NEW."local_entity_id" OR OLD."starts_on" IS NOT NEW."starts_on" OR OLD."places" IS NOT NEW."places" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."note" IS NOT NEW."note" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'request_line', json_object('id', OLD."id", 'begins_in', OLD."begins_in", 'position', OLD."position", 'speciality', OLD."speciality", 'part', OLD."part", 'route', OLD."route", 'local_entity_id', OLD."local_entity_id", 'starts_on', OLD."starts_on", 'places', OLD."places", 'course_id', OLD."course_id", 'note', OLD."note"), json_object('id', NEW."id", 'begins_in', NEW."begins_in", 'position', NEW."position", 'speciality', NEW."speciality", 'part', NEW."part", 'route', NEW."route", 'local_entity_id', NEW."local_entity_id", 'starts_on', NEW."starts_on", 'places', NEW."places", 'course_id', NEW."course_id", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_request_line_delete" AFTER DELETE ON "request_line" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'request_line', json_object('id', OLD."id", 'begins_in', OLD."begins_in", 'position', OLD."position", 'speciality', OLD."speciality", 'part', OLD."part", 'route', OLD."route", 'local_entity_id', OLD."local_entity_id", 'starts_on', OLD."starts_on", 'places', OLD."places", 'course_id', OLD."course_id", 'note', OLD."note"), NULL);
END;
CREATE TRIGGER "journal_room_insert" AFTER INSERT ON "room" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'room', NULL, json_object('id', NEW."id", 'centre_id', NEW."centre_id", 'name', NEW."name", 'area_hundredths', NEW."area_hundredths", 'title', NEW."title", 'title_until', NEW."title_until"));
END;
CREATE TRIGGER "journal_room_update" AFTER UPDATE ON "room" WHEN OLD."id" IS NOT NEW."id" OR OLD."centre_id" IS NOT NEW."centre_id" OR OLD."name" IS NOT NEW."name" OR OLD."area_hundredths" IS NOT NEW."area_hundredths" OR OLD."title" IS NOT NEW."title" OR OLD."title_until" IS NOT NEW."title_until" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'room', json_object('id', OLD."id", 'centre_id', OLD."centre_id", 'name', OLD."name", 'area_hundredths', OLD."area_hundredths", 'title', OLD."title", 'title_until', OLD."title_until"), json_object('id', NEW."id", 'centre_id', NEW."centre_id", 'name', NEW."name", 'area_hundredths', NEW."area_hundredths", 'title', NEW."title", 'title_until', NEW."title_until"));
END;
CREATE TRIGGER "journal_room_delete" AFTER DELETE ON "room" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'room', json_object('id', OLD."id", 'centre_id', OLD."centre_id", 'name', OLD."name", 'area_hundredths', OLD."area_hundredths", 'title', OLD."title", 'title_until', OLD."title_until"), NULL);
END;
CREATE TRIGGER "journal_seat_insert" AFTER INSERT ON "seat" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'seat', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'n', NEW."n", 'kind', NEW."kind"));
END;
CREATE TRIGGER "journal_seat_update" AFTER UPDATE ON "seat" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."n" IS NOT NEW."n" OR OLD."kind" IS NOT NEW."kind" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'seat', json_object('id', OLD."id", 'course_id', OLD."course_id", 'n', OLD."n", 'kind', OLD."kind"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'n', NEW."n", 'kind', NEW."kind"));
END;
CREATE TRIGGER "journal_seat_delete" AFTER DELETE ON "seat" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'seat', json_object('id', OLD."id", 'course_id', OLD."course_id", 'n', OLD."n", 'kind', OLD."kind"), NULL);
END;
CREATE TRIGGER "journal_session_insert" AFTER INSERT ON "session" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'session', NULL, json_object('id', NEW."id", 'stretch_id', NEW."stretch_id", 'position', NEW."position", 'block_id', NEW."block_id", 'minutes', NEW."minutes", 'mode', NEW."mode", 'state', NEW."state", 'replaces_id', NEW."replaces_id", 'reason', NEW."reason"));
END;
CREATE TRIGGER "journal_session_update" AFTER UPDATE ON "session" WHEN OLD."id" IS NOT NEW."id" OR OLD."stretch_id" IS NOT NEW."stretch_id" OR OLD."position" IS NOT NEW."position" OR OLD."block_id" IS NOT NEW."block_id" OR OLD."minutes" IS NOT NEW."minutes" OR OLD."mode" IS NOT NEW."mode" OR OLD."state" IS NOT NEW."state" OR OLD."replaces_id" IS NOT NEW."replaces_id" OR OLD."reason" IS NOT NEW."reason" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'session', json_object('id', OLD."id", 'stretch_id', OLD."stretch_id", 'position', OLD."position", 'block_id', OLD."block_id", 'minutes', OLD."minutes", 'mode', OLD."mode", 'state', OLD."state", 'replaces_id', OLD."replaces_id", 'reason', OLD."reason"), json_object('id', NEW."id", 'stretch_id', NEW."stretch_id", 'position', NEW."position", 'block_id', NEW."block_id", 'minutes', NEW."minutes", 'mode', NEW."mode", 'state', NEW."state", 'replaces_id', NEW."replaces_id", 'reason', NEW."reason"));
END;
CREATE TRIGGER "journal_session_delete" AFTER DELETE ON "session" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'session', json_object('id', OLD."id", 'stretch_id', OLD."stretch_id", 'position', OLD."position", 'block_id', OLD."block_id", 'minutes', OLD."minutes", 'mode', OLD."mode", 'state', OLD."state", 'replaces_id', OLD."replaces_id", 'reason', OLD."reason"), NULL);
END;
CREATE TRIGGER "journal_session_trainer_insert" AFTER INSERT ON "session_trainer" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'session_trainer', NULL, json_object('session_id', NEW."session_id", 'trainer_id', NEW."trainer_id"));
END;
CREATE TRIGGER "journal_session_trainer_update" AFTER UPDATE ON "session_trainer" WHEN OLD."session_id" IS NOT NEW."session_id" OR OLD."trainer_id" IS NOT NEW."trainer_id" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'session_trainer', json_object('session_id', OLD."session_id", 'trainer_id', OLD."trainer_id"), json_object('session_id', NEW."session_id", 'trainer_id', NEW."trainer_id"));
END;
CREATE TRIGGER "journal_session_trainer_delete" AFTER DELETE ON "session_trainer" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'session_trainer', json_object('session_id', OLD."session_id", 'trainer_id', OLD."trainer_id"), NULL);
END;
CREATE TRIGGER "journal_speciality_need_insert" AFTER INSERT ON "speciality_need" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'speciality_need', NULL, json_object('id', NEW."id", 'speciality', NEW."speciality", 'position', NEW."position", 'kind', NEW."kind", 'name', NEW."name", 'area_hundredths', NEW."area_hundredths", 'people', NEW."people", 'source', NEW."source", 'room_id', NEW."room_id", 'trainer_id', NEW."trainer_id", 'met_on', NEW."met_on", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_speciality_need_update" AFTER UPDATE ON "speciality_need" WHEN OLD."id" IS NOT NEW."id" OR OLD."speciality" IS NOT NEW."speciality" OR OLD."position" IS NOT NEW."position" OR OLD."kind" IS NOT NEW."kind" OR OLD."name" IS NOT NEW."name" OR OLD."area_hundredths" IS NOT NEW."area_hundredths" OR OLD."people" IS NOT NEW."people" OR OLD."source" IS NOT NEW."source" OR OLD."room_id" IS NOT NEW."room_id" OR OLD."trainer_id" IS NOT NEW."trainer_id" OR OLD."met_on" IS NOT NEW."met_on" OR OLD."note" IS NOT NEW."note" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'speciality_need', json_object('id', OLD."id", 'speciality', OLD."speciality", 'position', OLD."position", 'kind', OLD."kind", 'name', OLD."name", 'area_hundredths', OLD."area_hundredths", 'people', OLD."people", 'source', OLD."source", 'room_id', OLD."room_id", 'trainer_id', OLD."trainer_id", 'met_on', OLD."met_on", 'note', OLD."note"), json_object('id', NEW."id", 'speciality', NEW."speciality", 'position', NEW."position", 'kind', NEW."kind", 'name', NEW."name", 'area_hundredths', NEW."area_hundredths", 'people', NEW."people", 'source', NEW."source", 'room_id', NEW."room_id", 'trainer_id', NEW."trainer_id", 'met_on', NEW."met_on", 'note', NEW."note"));
END;
CREATE TRIGGER "journal_speciality_need_delete" AFTER DELETE ON "speciality_need" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'speciality_need', json_object('id', OLD."id", 'speciality', OLD."speciality", 'position', OLD."position", 'kind', OLD."kind", 'name', OLD."name", 'area_hundredths', OLD."area_hundredths", 'people', OLD."people", 'source', OLD."source", 'room_id', OLD."room_id", 'trainer_id', OLD."trainer_id", 'met_on', OLD."met_on", 'note', OLD."note"), NULL);
END;
CREATE TRIGGER "journal_stretch_insert" AFTER INSERT ON "stretch" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'stretch', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'day', NEW."day", 'n', NEW."n", 'from_minute', NEW."from_minute", 'to_minute', NEW."to_minute", 'room_id', NEW."room_id"));
END;
CREATE TRIGGER "journal_stretch_update" AFTER UPDATE ON "stretch" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."day" IS NOT NEW."day" OR OLD."n" IS NOT NEW."n" OR OLD."from_minute" IS NOT NEW."from_minute" OR OLD."to_minute" IS NOT NEW."to_minute" OR OLD."room_id" IS NOT NEW."room_id" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'stretch', json_object('id', OLD."id", 'course_id', OLD."course_id", 'day', OLD."day", 'n', OLD."n", 'from_minute', OLD."from_minute", 'to_minute', OLD."to_minute", 'room_id', OLD."room_id"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'day', NEW."day", 'n', NEW."n", 'from_minute', NEW."from_minute", 'to_minute', NEW."to_minute", 'room_id', NEW."room_id"));
END;
CREATE TRIGGER "journal_stretch_delete" AFTER DELETE ON "stretch" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'stretch', json_object('id', OLD."id", 'course_id', OLD."course_id", 'day', OLD."day", 'n', OLD."n", 'from_minute', OLD."from_minute", 'to_minute', OLD."to_minute", 'room_id', OLD."room_id"), NULL);
END;
CREATE TRIGGER "journal_trainer_insert" AFTER INSERT ON "trainer" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'trainer', NULL, json_object('id', NEW."id", 'person_id', NEW."person_id", 'speciality', NEW."speciality", 'active', NEW."active"));
END;
CREATE TRIGGER "journal_trainer_update" AFTER UPDATE ON "trainer" WHEN OLD."id" IS NOT NEW."id" OR OLD."person_id" IS NOT NEW."person_id" OR OLD."speciality" IS NOT NEW."speciality" OR OLD."active" IS NOT NEW."active" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'trainer', json_object('id', OLD."id", 'person_id', OLD."person_id", 'speciality', OLD."speciality", 'active', OLD."active"), json_object('id', NEW."id", 'person_id', NEW."person_id", 'speciality', NEW."speciality", 'active', NEW."active"));
END;
CREATE TRIGGER "journal_trainer_delete" AFTER DELETE ON "trainer" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'trainer', json_object('id', OLD."id", 'person_id', OLD."person_id", 'speciality', OLD."speciality", 'active', OLD."active"), NULL);
END;
CREATE TRIGGER "journal_trainer_proof_insert" AFTER INSERT ON "trainer_proof" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'trainer_proof', NULL, json_object('trainer_id', NEW."trainer_id", 'speciality', NEW."speciality", 'proof', NEW."proof", 'text', NEW."text", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_trainer_proof_update" AFTER UPDATE ON "trainer_proof" WHEN OLD."trainer_id" IS NOT NEW."trainer_id" OR OLD."speciality" IS NOT NEW."speciality" OR OLD."proof" IS NOT NEW."proof" OR OLD."text" IS NOT NEW."text" OR OLD."attachment" IS NOT NEW."attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'trainer_proof', json_object('trainer_id', OLD."trainer_id", 'speciality', OLD."speciality", 'proof', OLD."proof", 'text', OLD."text", 'attachment', OLD."attachment"), json_object('trainer_id', NEW."trainer_id", 'speciality', NEW."speciality", 'proof', NEW."proof", 'text', NEW."text", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_trainer_proof_delete" AFTER DELETE ON "trainer_proof" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'trainer_proof', json_object('trainer_id', OLD."trainer_id", 'speciality', OLD."speciality", 'proof', OLD."proof", 'text', OLD."text", 'attachment', OLD."attachment"), NULL);
END;
CREATE TRIGGER "journal_typed_item_insert" AFTER INSERT ON "typed_item" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'typed_item', NULL, json_object('course_id', NEW."course_id", 'program', NEW."program", 'item', NEW."item", 'value', NEW."value", 'typed_on', NEW."typed_on", 'number', NEW."number"));
END;
CREATE TRIGGER "journal_typed_item_update" AFTER UPDATE ON "typed_item" WHEN OLD."course_id" IS NOT NEW."course_id" OR OLD."program" IS NOT NEW."program" OR OLD."item" IS NOT NEW."item" OR OLD."value" IS NOT NEW."value" OR OLD."typed_on" IS NOT NEW."typed_on" OR OLD."number" IS NOT NEW."number" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'typed_item', json_object('course_id', OLD."course_id", 'program', OLD."program", 'item', OLD."item", 'value', OLD."value", 'typed_on', OLD."typed_on", 'number', OLD."number"), json_object('course_id', NEW."course_id", 'program', NEW."program", 'item', NEW."item", 'value', NEW."value", 'typed_on', NEW."typed_on", 'number', NEW."number"));
END;
CREATE TRIGGER "journal_typed_item_delete" AFTER DELETE ON "typed_item" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'typed_item', json_object('course_id', OLD."course_id", 'program', OLD."program", 'item', OLD."item", 'value', OLD."value", 'typed_on', OLD."typed_on", 'number', OLD."number"), NULL);
END;
CREATE TRIGGER "journal_unit_insert" AFTER INSERT ON "unit" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'unit', NULL, json_object('code', NEW."code", 'title', NEW."title"));
END;
CREATE TRIGGER "journal_unit_update" AFTER UPDATE ON "unit" WHEN OLD."code" IS NOT NEW."code" OR OLD."title" IS NOT NEW."title" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'unit', json_object('code', OLD."code", 'title', OLD."title"), json_object('code', NEW."code", 'title', NEW."title"));
END;
CREATE TRIGGER "journal_unit_delete" AFTER DELETE ON "unit" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'unit', json_object('code', OLD."code", 'title', OLD."title"), NULL);
END;
CREATE TRIGGER "journal_virtual_class_insert" AFTER INSERT ON "virtual_class" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'virtual_class', NULL, json_object('course_id', NEW."course_id", 'tool', NEW."tool", 'inspection_link', NEW."inspection_link"));
END;
CREATE TRIGGER "journal_virtual_class_update" AFTER UPDATE ON "virtual_class" WHEN OLD."course_id" IS NOT NEW."course_id" OR OLD."tool" IS NOT NEW."tool" OR OLD."inspection_link" IS NOT NEW."inspection_link" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'virtual_class', json_object('course_id', OLD."course_id", 'tool', OLD."tool", 'inspection_link', OLD."inspection_link"), json_object('course_id', NEW."course_id", 'tool', NEW."tool", 'inspection_link', NEW."inspection_link"));
END;
CREATE TRIGGER "journal_virtual_class_delete" AFTER DELETE ON "virtual_class" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'virtual_class', json_object('course_id', OLD."course_id", 'tool', OLD."tool", 'inspection_link', OLD."inspection_link"), NULL);
END;
CREATE TRIGGER "journal_virtual_person_insert" AFTER INSERT ON "virtual_person" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'virtual_person', NULL, json_object('enrolment_id', NEW."enrolment_id", 'reason', NEW."reason", 'reason_note', NEW."reason_note", 'consent', NEW."consent", 'consent_on', NEW."consent_on", 'proof', NEW."proof"));
END;
CREATE TRIGGER "journal_virtual_person_update" AFTER UPDATE ON "virtual_person" WHEN OLD."enrolment_id" IS NOT NEW."enrolment_id" OR OLD."reason" IS NOT NEW."reason" OR OLD."reason_note" IS NOT NEW."reason_note" OR OLD."consent" IS NOT NEW."consent" OR OLD."consent_on" IS NOT NEW."consent_on" OR OLD."proof" IS NOT NEW."proof" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'virtual_person', json_object('enrolment_id', OLD."enrolment_id", 'reason', OLD."reason", 'reason_note', OLD."reason_note", 'consent', OLD."consent", 'consent_on', OLD."consent_on", 'proof', OLD."proof"), json_object('enrolment_id', NEW."enrolment_id", 'reason', NEW."reason", 'reason_note', NEW."reason_note", 'consent', NEW."consent", 'consent_on', NEW."consent_on", 'proof', NEW."proof"));
END;
CREATE TRIGGER "journal_virtual_person_delete" AFTER DELETE ON "virtual_person" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'virtual_person', json_object('enrolment_id', OLD."enrolment_id", 'reason', OLD."reason", 'reason_note', OLD."reason_note", 'consent', OLD."consent", 'consent_on', OLD."consent_on", 'proof', OLD."proof"), NULL);
END;
CREATE TRIGGER "journal_week_lock_insert" AFTER INSERT ON "week_lock" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'week_lock', NULL, json_object('id', NEW."id", 'course_id', NEW."course_id", 'iso_year', NEW."iso_year", 'iso_week', NEW."iso_week", 'version', NEW."version", 'sent_on', NEW."sent_on", 'registry', NEW."registry", 'content_sha256', NEW."content_sha256", 'unlocked_on', NEW."unlocked_on", 'unlock_reason', NEW."unlock_reason"));
END;
CREATE TRIGGER "journal_week_lock_update" AFTER UPDATE ON "week_lock" WHEN OLD."id" IS NOT NEW."id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."iso_year" IS NOT NEW."iso_year" OR OLD."iso_week" IS NOT NEW."iso_week" OR OLD."version" IS NOT NEW."version" OR OLD."sent_on" IS NOT NEW."sent_on" OR OLD."registry" IS NOT NEW."registry" OR OLD."content_sha256" IS NOT NEW."content_sha256" OR OLD."unlocked_on" IS NOT NEW."unlocked_on" OR OLD."unlock_reason" IS NOT NEW."unlock_reason" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'week_lock', json_object('id', OLD."id", 'course_id', OLD."course_id", 'iso_year', OLD."iso_year", 'iso_week', OLD."iso_week", 'version', OLD."version", 'sent_on', OLD."sent_on", 'registry', OLD."registry", 'content_sha256', OLD."content_sha256", 'unlocked_on', OLD."unlocked_on", 'unlock_reason', OLD."unlock_reason"), json_object('id', NEW."id", 'course_id', NEW."course_id", 'iso_year', NEW."iso_year", 'iso_week', NEW."iso_week", 'version', NEW."version", 'sent_on', NEW."sent_on", 'registry', NEW."registry", 'content_sha256', NEW."content_sha256", 'unlocked_on', NEW."unlocked_on", 'unlock_reason', NEW."unlock_reason"));
END;
CREATE TRIGGER "journal_week_lock_delete" AFTER DELETE ON "week_lock" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'week_lock', json_object('id', OLD."id", 'course_id', OLD."course_id", 'iso_year', OLD."iso_year", 'iso_week', OLD."iso_week", 'version', OLD."version", 'sent_on', OLD."sent_on", 'registry', OLD."registry", 'content_sha256', OLD."content_sha256", 'unlocked_on', OLD."unlocked_on", 'unlock_reason', OLD."unlock_reason"), NULL);
END;
CREATE TRIGGER "journal_yearly_request_insert" AFTER INSERT ON "yearly_request" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'insert', 'yearly_request', NULL, json_object('begins_in', NEW."begins_in", 'submitted_on', NEW."submitted_on", 'number', NEW."number", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_yearly_request_update" AFTER UPDATE ON "yearly_request" WHEN OLD."begins_in" IS NOT NEW."begins_in" OR OLD."submitted_on" IS NOT NEW."submitted_on" OR OLD."number" IS NOT NEW."number" OR OLD."attachment" IS NOT NEW."attachment" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'update', 'yearly_request', json_object('begins_in', OLD."begins_in", 'submitted_on', OLD."submitted_on", 'number', OLD."number", 'attachment', OLD."attachment"), json_object('begins_in', NEW."begins_in", 'submitted_on', NEW."submitted_on", 'number', NEW."number", 'attachment', NEW."attachment"));
END;
CREATE TRIGGER "journal_yearly_request_delete" AFTER DELETE ON "yearly_request" BEGIN
    INSERT INTO journal_change (operation_id, action, table_name, before, after) VALUES (
        coalesce((SELECT operation_id FROM journal_current WHERE id = 1), RAISE(ABORT, 'a write outside an operation')),
        'delete', 'yearly_request', json_object('begins_in', OLD."begins_in", 'submitted_on', OLD."submitted_on", 'number', OLD."number", 'attachment', OLD."attachment"), NULL);
END;
COMMIT;
