CREATE TABLE action (
    entry_id VARCHAR(32) NOT NULL,
    text TEXT NOT NULL,
    due_kind VARCHAR(20) NOT NULL,
    due_date DATE,
    due_month DATE,
    due_start DATE,
    due_end DATE,
    due_as_written TEXT,
    status VARCHAR(20) NOT NULL,
    ref VARCHAR(40),
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_action PRIMARY KEY (entry_id),
    CONSTRAINT fk_action_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "action" VALUES('849b592d825947c09e5a7b3774382424','Send the map','date','2026-09-01',NULL,NULL,NULL,NULL,'carried','1.1',3);
CREATE TABLE action_owner (
    entry_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    person_id VARCHAR(32),
    CONSTRAINT pk_action_owner PRIMARY KEY (entry_id, position),
    CONSTRAINT fk_action_owner_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE,
    CONSTRAINT fk_action_owner_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
);
INSERT INTO "action_owner" VALUES('849b592d825947c09e5a7b3774382424',0,'Ann Lee','6a71fc6ad663413f8fe25a75383ffb74');
INSERT INTO "action_owner" VALUES('849b592d825947c09e5a7b3774382424',1,'Bo Ray','38133ab15fe4429887e49dc24266987a');
CREATE TABLE action_update (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    action_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    status VARCHAR(20) NOT NULL,
    note TEXT NOT NULL, "by" TEXT, reported_in_id VARCHAR(32), successor_id VARCHAR(32),
    CONSTRAINT pk_action_update PRIMARY KEY (id),
    CONSTRAINT fk_action_update_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "action_update" VALUES('6da27ae9c6d04a9a8bb8d4c43e1e4352','35d87f228cf745968167b46a84c09a88','849b592d825947c09e5a7b3774382424',1,'2026-09-01 10:00:00.000000','carried','Later',NULL,NULL,NULL);
INSERT INTO "action_update" VALUES('b3b50ee11e0f491b8321f8bb63b1c8b2','35d87f228cf745968167b46a84c09a88','849b592d825947c09e5a7b3774382424',0,'2026-06-09 08:00:00.000000','in_progress','Begun',NULL,NULL,NULL);
CREATE TABLE activity (
    id VARCHAR(32) NOT NULL,
    workstream_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_activity PRIMARY KEY (id),
    CONSTRAINT fk_activity_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE CASCADE
);
INSERT INTO "activity" VALUES('3da633be15724a2db5aa8dc95994e103','b1f7e0f93bbc439cafb2654bd996802a',0,'Answer calls',1);
CREATE TABLE adjournment (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    began TIME NOT NULL,
    resumed TIME,
    item_id VARCHAR(32),
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_adjournment PRIMARY KEY (id),
    CONSTRAINT fk_adjournment_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_adjournment_item_id FOREIGN KEY(item_id) REFERENCES item (id) ON DELETE SET NULL
);
INSERT INTO "adjournment" VALUES('adadadadadadadadadadadadadadadad','35d87f228cf745968167b46a84c09a88',0,'10:05:00.000000','10:15:00.000000',NULL,1);
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE amendment (
    entry_id VARCHAR(32) NOT NULL,
    to_meeting DATE,
    place TEXT NOT NULL,
    now TEXT NOT NULL,
    was TEXT,
    requested_by TEXT,
    as_written TEXT,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_amendment PRIMARY KEY (entry_id),
    CONSTRAINT fk_amendment_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "amendment" VALUES('638bdd426ce34f508b7aa0fbdb2e15c7','2026-05-05','page 2','42','24',NULL,NULL,1);
CREATE TABLE attendee (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    person_id VARCHAR(32),
    name TEXT,
    role TEXT,
    organisation TEXT,
    group_label TEXT,
    initials TEXT,
    note TEXT,
    email TEXT,
    status VARCHAR(20) NOT NULL,
    "group" VARCHAR(20) NOT NULL,
    chair BOOLEAN NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_attendee PRIMARY KEY (id),
    CONSTRAINT fk_attendee_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_attendee_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
);
INSERT INTO "attendee" VALUES('4d03d400530f45f8ae21988d2a9ec46a','ad715112168f49fcb18a31fac429249f',2,'c544fbc397f24050a643df59cf403a9b','Cy Fox',NULL,NULL,NULL,'CF',NULL,NULL,'unknown','in_attendance',0,1);
INSERT INTO "attendee" VALUES('638224c6d8f847ca942fa9c6e1b5fc08','ad715112168f49fcb18a31fac429249f',0,'6a71fc6ad663413f8fe25a75383ffb74','Ann Lee','Chair','Norbury Council',NULL,'AL',NULL,NULL,'unknown','member',1,1);
INSERT INTO "attendee" VALUES('8b8ce6d606b141b8aa873c615f6ea89d','35d87f228cf745968167b46a84c09a88',1,'38133ab15fe4429887e49dc24266987a','Dr Bo Ray',NULL,NULL,NULL,'BR',NULL,'bo@example.org','present','member',0,2);
INSERT INTO "attendee" VALUES('b0fdbcf8ff2f4f3380b434371ccbb234','35d87f228cf745968167b46a84c09a88',2,'c544fbc397f24050a643df59cf403a9b','Cy Fox',NULL,NULL,NULL,'CF',NULL,NULL,'present','in_attendance',0,2);
INSERT INTO "attendee" VALUES('ce949949fcb34427b095ea106b1b6dcb','ad715112168f49fcb18a31fac429249f',1,'38133ab15fe4429887e49dc24266987a','Dr Bo Ray',NULL,NULL,NULL,'BR',NULL,'bo@example.org','unknown','member',0,1);
INSERT INTO "attendee" VALUES('ebeed0835b0641adb0c102e8ab06403f','35d87f228cf745968167b46a84c09a88',0,'6a71fc6ad663413f8fe25a75383ffb74','Ann Lee','Chair','Norbury Council',NULL,'AL',NULL,NULL,'present','member',1,2);
CREATE TABLE binned (
    id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    record_id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32),
    meeting_id VARCHAR(32),
    title TEXT NOT NULL,
    belonged_to TEXT NOT NULL,
    minutes BOOLEAN NOT NULL,
    at DATETIME NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_binned PRIMARY KEY (id)
);
INSERT INTO "binned" VALUES('ba129a79230c40baa55d82481d110e40',0,'item','3a9aba91fcaf4a9483b06585571e8346','8877e1d02a664c74b6365d7136a50752','534d462a58344e798b8830598fa8c812','Date of next meeting','M3, Marlbridge Parish Council, Ordinary meeting of 1 September 2026',0,'2026-09-01 19:15:00.000000',X'789C3D90DD6E83300C855F05F93A17A5243470BDB7A82AE48061D192102566EB54F5DD17AAD12B1F1F7FFE911F90D69F0CFDF50A96C98378809DA087063B34D8D5F388B3C44EEAC69C5AA595BAD4A41BD982004FC4362CC38B578D9C647B46558A922E9D365A3727D5E919F5A8EB73E1E39A2DDB3540AF04B06547A5EF0399AA75AE02DDB9FA9F58D8B07943A9D4F7453151A6C07B1E36E704D09D7CE42162C22561FC3CFCB81967C7216FDE63FA3D5CB69E0E6D68C1F0C61D8640D3E06DD898F2DBC6C4D0D7023297E3CA0D0EF7DDE215A19FD1651290E8BB40CFDBADF8367CED2F2C32A0A76997CF3F8DF46F2C');
CREATE TABLE body (
    id VARCHAR(32) NOT NULL,
    name TEXT NOT NULL,
    profile TEXT,
    house_style TEXT,
    rev INTEGER DEFAULT '1' NOT NULL, quorum TEXT,
    CONSTRAINT pk_body PRIMARY KEY (id)
);
INSERT INTO "body" VALUES('77dbeb8ef5fc418f8257589a7c0ecb8e','Norbury Improvement Board','partnership_board','norbury',2,'1/3');
INSERT INTO "body" VALUES('8877e1d02a664c74b6365d7136a50752','Marlbridge Parish Council','parish_council',NULL,1,NULL);
CREATE TABLE body_file (
    body_id VARCHAR(32) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    data BLOB NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_body_file PRIMARY KEY (body_id, kind),
    CONSTRAINT fk_body_file_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE
);
INSERT INTO "body_file" VALUES('77dbeb8ef5fc418f8257589a7c0ecb8e','logo','arms.svg','Arms of Norbury',X'3C73766720786D6C6E733D22687474703A2F2F7777772E77332E6F72672F323030302F737667222F3E',1);
CREATE TABLE bullet (
    entry_id VARCHAR(32) NOT NULL,
    text TEXT NOT NULL,
    level INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_bullet PRIMARY KEY (entry_id),
    CONSTRAINT fk_bullet_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "bullet" VALUES('5c62dd2927a44da19eafe96940eb077b','a',2,1);
CREATE TABLE "conflict" (
    id VARCHAR(32) NOT NULL,
    item_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    entry_id VARCHAR(32) NOT NULL,
    writer TEXT NOT NULL,
    at DATETIME NOT NULL,
    removed BOOLEAN NOT NULL,
    base BLOB,
    mine BLOB,
    CONSTRAINT pk_conflict PRIMARY KEY (id),
    CONSTRAINT fk_conflict_item_id FOREIGN KEY(item_id) REFERENCES item (id) ON DELETE CASCADE
);
INSERT INTO "conflict" VALUES('0c2443b565b1475687f8a4a922331fab','64c7d1254e844317a11d472241674e24',0,'aa465a41fef043dfa94cf95621c20742','annex','2026-09-01 19:15:00.000000',0,X'789C8D8EC10AC23010057F25EC39485BD34AF31DDE4290354D4C704D4B4C5129F977235E3C7A7C8F61980DD2FCB883540A6CCCE9057C833081044431F4285A675D23F693C3511837F643D79AAE39880E385C43FC900B26BC245C3C14CDD5CFACAA6C9FB922476F9999D76802B19BCD2C4496EBE59168574584674B20E34AC4BF19A7FF1A8AD6E50D2CFF3CAC',X'789C8D8E410E82301045AFD2CCBA31800503E770478819CBD4368E85941234A477B7C68D4B97FFE7E5E5ED10A66D81AEEF817C0C2F903BB8113A40544D8DAA34640A751C0DB64A9BB66EAA5257C5495520E1EEFC879C31E02DE06C210DB2FF995915E9193372B624F4B47AED583C280AE745CC97A74D58643E6419E395183ABF32CB6FCAE5BF8E340CE90D31093E16');
CREATE TABLE decision (
    entry_id VARCHAR(32) NOT NULL,
    marker TEXT NOT NULL,
    style TEXT,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY (entry_id),
    CONSTRAINT fk_decision_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "decision" VALUES('50e08907912b4c5db064baa17f16e832','Resolved','(1)',1);
CREATE TABLE decision_part (
    entry_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_decision_part PRIMARY KEY (entry_id, position),
    CONSTRAINT fk_decision_part_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "decision_part" VALUES('50e08907912b4c5db064baa17f16e832',0,'One');
INSERT INTO "decision_part" VALUES('50e08907912b4c5db064baa17f16e832',1,'Two');
CREATE TABLE declaration (
    entry_id VARCHAR(32) NOT NULL,
    person TEXT NOT NULL,
    item TEXT,
    interest TEXT,
    reason TEXT,
    as_written TEXT,
    took_part BOOLEAN,
    left_room BOOLEAN,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_declaration PRIMARY KEY (entry_id),
    CONSTRAINT fk_declaration_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "declaration" VALUES('52abeb43cd274ae69d536a245b3adc51','Bo Ray','2','A trustee',NULL,NULL,0,1,1);
CREATE TABLE deputy_for (
    attendee_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_deputy_for PRIMARY KEY (attendee_id, position),
    CONSTRAINT fk_deputy_for_attendee_id FOREIGN KEY(attendee_id) REFERENCES attendee (id) ON DELETE CASCADE
);
INSERT INTO "deputy_for" VALUES('8b8ce6d606b141b8aa873c615f6ea89d',0,'Ann Lee');
CREATE TABLE due_change (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    action_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    carried_in_id VARCHAR(32),
    due_kind VARCHAR(20) NOT NULL,
    due_date DATE,
    due_month DATE,
    due_start DATE,
    due_end DATE,
    due_as_written TEXT, "by" TEXT,
    CONSTRAINT pk_due_change PRIMARY KEY (id),
    CONSTRAINT fk_due_change_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_due_change_carried_in_id FOREIGN KEY(carried_in_id) REFERENCES meeting (id) ON DELETE SET NULL
);
INSERT INTO "due_change" VALUES('5994b5b9bc964c3b91fdc6ebaf4cf5d0','35d87f228cf745968167b46a84c09a88','849b592d825947c09e5a7b3774382424',0,'2026-09-01 10:00:00.000000','ad715112168f49fcb18a31fac429249f','date','2026-07-07',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE entry (
    id VARCHAR(32) NOT NULL,
    item_id VARCHAR(32),
    plan_section_id VARCHAR(32),
    position INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_entry PRIMARY KEY (id),
    CONSTRAINT ck_entry_one_parent CHECK ((item_id IS NULL) <> (plan_section_id IS NULL)),
    CONSTRAINT fk_entry_item_id FOREIGN KEY(item_id) REFERENCES item (id) ON DELETE CASCADE,
    CONSTRAINT fk_entry_plan_section_id FOREIGN KEY(plan_section_id) REFERENCES plan_section (id) ON DELETE CASCADE
);
INSERT INTO "entry" VALUES('372f5b6da66f4b9da769afa05aeaf2db','13426e880e0b4dd084f2a7884db2b261',NULL,10,'private_note',1);
INSERT INTO "entry" VALUES('469990ce777b40338bf9b3468ed03862',NULL,'f96a9ea60acd4cb7840880808c68f5eb',0,'paragraph',1);
INSERT INTO "entry" VALUES('50e08907912b4c5db064baa17f16e832','13426e880e0b4dd084f2a7884db2b261',NULL,5,'decision',1);
INSERT INTO "entry" VALUES('52abeb43cd274ae69d536a245b3adc51','13426e880e0b4dd084f2a7884db2b261',NULL,7,'declaration',1);
INSERT INTO "entry" VALUES('5897f4df9dea45f9ac9704fdc0419579','13426e880e0b4dd084f2a7884db2b261',NULL,3,'numbered',1);
INSERT INTO "entry" VALUES('5c62dd2927a44da19eafe96940eb077b','13426e880e0b4dd084f2a7884db2b261',NULL,2,'bullet',1);
INSERT INTO "entry" VALUES('5e28bd41804f41b7a6066badbf439119','13426e880e0b4dd084f2a7884db2b261',NULL,4,'table',1);
INSERT INTO "entry" VALUES('638bdd426ce34f508b7aa0fbdb2e15c7','13426e880e0b4dd084f2a7884db2b261',NULL,8,'amendment',1);
INSERT INTO "entry" VALUES('63ba8d64a6b440efba83a9f6cdf17f69','13426e880e0b4dd084f2a7884db2b261',NULL,0,'paragraph',1);
INSERT INTO "entry" VALUES('76c8fc2784d6448bbd6fd478c9294b58','13426e880e0b4dd084f2a7884db2b261',NULL,9,'vote',1);
INSERT INTO "entry" VALUES('849b592d825947c09e5a7b3774382424','13426e880e0b4dd084f2a7884db2b261',NULL,6,'action',2);
INSERT INTO "entry" VALUES('a7c2893cb20843228121be5cd25eec96','13426e880e0b4dd084f2a7884db2b261',NULL,1,'subheading',1);
INSERT INTO "entry" VALUES('aa465a41fef043dfa94cf95621c20742','64c7d1254e844317a11d472241674e24',NULL,0,'paragraph',3);
CREATE TABLE entry_table (
    entry_id VARCHAR(32) NOT NULL,
    caption TEXT,
    row_count INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_entry_table PRIMARY KEY (entry_id),
    CONSTRAINT fk_entry_table_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "entry_table" VALUES('5e28bd41804f41b7a6066badbf439119','Figures',2,1);
CREATE TABLE export (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32),
    body_id VARCHAR(32),
    plan_id VARCHAR(32),
    kind TEXT NOT NULL,
    edition TEXT NOT NULL,
    style TEXT NOT NULL,
    format TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    words TEXT NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_export PRIMARY KEY (id),
    CONSTRAINT fk_export_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_export_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE,
    CONSTRAINT fk_export_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE,
    CONSTRAINT ck_export_one_subject CHECK (CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN body_id IS NULL THEN 0 ELSE 1 END + CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END = 1)
);
INSERT INTO "export" VALUES('b99a0cec419b4182ba451eac6dff3157','35d87f228cf745968167b46a84c09a88',NULL,NULL,'minutes','public','improvement_board','docx','minutes.docx','abababababababababababababababababababababababababababababababab','Held in public.','2026-09-01 09:30:00.000000');
INSERT INTO "export" VALUES('bf44a92c9ee54f65903a056b23ed49a7',NULL,NULL,'48544389be8848af8904d72e67f9b579','plan','public','improvement_board','docx','plan.docx','abababababababababababababababababababababababababababababababab','Held in public.','2026-09-01 09:30:00.000000');
INSERT INTO "export" VALUES('f7aac9c786244a41a5a0b3a8f08b0aaf',NULL,'77dbeb8ef5fc418f8257589a7c0ecb8e',NULL,'action_log','public','improvement_board','docx','action_log.docx','abababababababababababababababababababababababababababababababab','Held in public.','2026-09-01 09:30:00.000000');
CREATE TABLE given_reference (
    meeting_id VARCHAR(32) NOT NULL,
    ref VARCHAR(40) NOT NULL,
    action_id VARCHAR(32),
    CONSTRAINT pk_given_reference PRIMARY KEY (meeting_id, ref),
    CONSTRAINT fk_given_reference_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "given_reference" VALUES('35d87f228cf745968167b46a84c09a88','1.1','849b592d825947c09e5a7b3774382424');
CREATE TABLE house_style (
    name VARCHAR(80) NOT NULL,
    data TEXT NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_house_style PRIMARY KEY (name)
);
INSERT INTO "house_style" VALUES('norbury','{"item_numbers": "continue", "label": "Norbury"}',1);
CREATE TABLE item (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    number TEXT,
    presenter TEXT,
    exempt_paragraph TEXT,
    public_summary TEXT,
    time TIME,
    began TIME,
    planned_minutes INTEGER,
    part INTEGER NOT NULL,
    state VARCHAR(20) NOT NULL,
    late BOOLEAN NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_item PRIMARY KEY (id),
    CONSTRAINT fk_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "item" VALUES('13426e880e0b4dd084f2a7884db2b261','35d87f228cf745968167b46a84c09a88',0,'Welcome and apologies','1',NULL,NULL,NULL,NULL,'09:34:00.000000',NULL,1,'done',0,3);
INSERT INTO "item" VALUES('209d75b6cf1b44d0bcd3bc287355d473','35d87f228cf745968167b46a84c09a88',3,'Action log','4',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('2e9f924eecc34c679bf066a546a869f2','35d87f228cf745968167b46a84c09a88',1,'Declarations of interest','2',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('381f04b99bd1468eb7a949babf98dc96','534d462a58344e798b8830598fa8c812',2,'Minutes of the last meeting','3',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('4d6737730dab45e583b7e83e64e7c5d3','35d87f228cf745968167b46a84c09a88',5,'Date of next meeting','6',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('59e9de5c1a9646749ac8ca9a19c7ce49','534d462a58344e798b8830598fa8c812',3,'Action log','4',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('64c7d1254e844317a11d472241674e24','534d462a58344e798b8830598fa8c812',0,'Welcome and apologies','1',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('70b4ce6ea0094f1b9975853aaa538c9d','35d87f228cf745968167b46a84c09a88',6,'Front door','7','Bo Ray','3',NULL,NULL,NULL,NULL,2,'later',1,1);
INSERT INTO "item" VALUES('71e0d59eec634a21af9db729b4ee19fe','ad715112168f49fcb18a31fac429249f',0,'Welcome and apologies','8',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,2);
INSERT INTO "item" VALUES('82216b1d5b1140a6a73eefc56800edb5','35d87f228cf745968167b46a84c09a88',4,'Any other business','5',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('9036cc2346664c20ad3a490f1942bc3b','534d462a58344e798b8830598fa8c812',1,'Declarations of interest','2',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('972628fd1eed4d31a10229d59f5b2d5f','534d462a58344e798b8830598fa8c812',4,'Any other business','5',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('a95d452674f44f238a8e99625849943d','ad715112168f49fcb18a31fac429249f',5,'Date of next meeting','13',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,2);
INSERT INTO "item" VALUES('a973f3d62fa04243bc5c4887d8682473','ad715112168f49fcb18a31fac429249f',3,'Action log','11',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,2);
INSERT INTO "item" VALUES('ca95e0d8061745b98472b02fb37d0acf','ad715112168f49fcb18a31fac429249f',4,'Any other business','12',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,2);
INSERT INTO "item" VALUES('eefed91c689046b983caf3f07c128193','ad715112168f49fcb18a31fac429249f',1,'Declarations of interest','9',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,2);
INSERT INTO "item" VALUES('ef5bcfc5e23743b5b89c592784f8c3e3','35d87f228cf745968167b46a84c09a88',2,'Minutes of the last meeting','3',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,1);
INSERT INTO "item" VALUES('f1951745200e41fe96fbfca212b5db23','ad715112168f49fcb18a31fac429249f',2,'Minutes of the last meeting','10',NULL,NULL,NULL,NULL,NULL,NULL,1,'later',0,2);
CREATE TABLE judgement (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32) NOT NULL,
    record_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    rag TEXT NOT NULL,
    reason TEXT NOT NULL,
    "by" TEXT,
    CONSTRAINT pk_judgement PRIMARY KEY (id),
    CONSTRAINT fk_judgement_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE
);
INSERT INTO "judgement" VALUES('fdd28121037f053744353333b2d777aa','77dbeb8ef5fc418f8257589a7c0ecb8e','849b592d825947c09e5a7b3774382424',0,'2026-09-02 10:15:00.000000','green','The map is drawn','Ann Lee');
CREATE TABLE lead (
    activity_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT,
    CONSTRAINT pk_lead PRIMARY KEY (activity_id, position),
    CONSTRAINT fk_lead_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id) ON DELETE CASCADE
);
INSERT INTO "lead" VALUES('3da633be15724a2db5aa8dc95994e103',0,'Bo Ray','Manager');
CREATE TABLE mail_enclosure (
    mail_message_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    mail_file_id VARCHAR(32) NOT NULL,
    CONSTRAINT pk_mail_enclosure PRIMARY KEY (mail_message_id, position),
    CONSTRAINT fk_mail_enclosure_mail_message_id FOREIGN KEY(mail_message_id) REFERENCES mail_message (id) ON DELETE CASCADE,
    CONSTRAINT fk_mail_enclosure_mail_file_id FOREIGN KEY(mail_file_id) REFERENCES mail_file (id) ON DELETE CASCADE
);
INSERT INTO "mail_enclosure" VALUES('1955cd852c4b152ad9723faab133ef52',0,'4dd92df21e2dad616340f3cc17e85645');
CREATE TABLE mail_file (
    id VARCHAR(32) NOT NULL,
    mailing_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    media TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_mail_file PRIMARY KEY (id),
    CONSTRAINT fk_mail_file_mailing_id FOREIGN KEY(mailing_id) REFERENCES mailing (id) ON DELETE CASCADE
);
INSERT INTO "mail_file" VALUES('4dd92df21e2dad616340f3cc17e85645','527198c1ad8db93f412c2fe4e45c6d60',0,'minutes.txt','text/plain','4f846a84e7fc9ef6e68468c270c9153c20204641bd7b839ad4b8e5233e1c86d0',X'4D696E75746573');
CREATE TABLE mail_message (
    id VARCHAR(32) NOT NULL,
    mailing_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    words TEXT NOT NULL,
    message_id TEXT NOT NULL,
    way VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    tries INTEGER NOT NULL,
    trouble TEXT,
    next_try DATETIME,
    handed_at DATETIME,
    settled_at DATETIME,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_mail_message PRIMARY KEY (id),
    CONSTRAINT fk_mail_message_mailing_id FOREIGN KEY(mailing_id) REFERENCES mailing (id) ON DELETE CASCADE
);
INSERT INTO "mail_message" VALUES('1955cd852c4b152ad9723faab133ef52','527198c1ad8db93f412c2fe4e45c6d60',0,'minutes','Ann Lee','ann@norbury.example','Minutes','Here they are.','<five@norbury.example>','file','sent',1,NULL,NULL,'2026-09-02 10:15:00.000000','2026-09-02 10:15:00.000000',1);
CREATE TABLE mail_recipient (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    person_id VARCHAR(32),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    gets VARCHAR(20) NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_mail_recipient PRIMARY KEY (id),
    CONSTRAINT fk_mail_recipient_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE,
    CONSTRAINT fk_mail_recipient_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
);
INSERT INTO "mail_recipient" VALUES('298584bf9f4ff7343157d92c45ca14fb','77dbeb8ef5fc418f8257589a7c0ecb8e',0,'38133ab15fe4429887e49dc24266987a','Ann Lee','ann@norbury.example','minutes',1);
CREATE TABLE mail_template (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32),
    kind VARCHAR(20) NOT NULL,
    subject TEXT NOT NULL,
    words TEXT NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_mail_template PRIMARY KEY (id),
    CONSTRAINT fk_mail_template_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE
);
INSERT INTO "mail_template" VALUES('fce0a1cdf93afd042d981082c33d325a','77dbeb8ef5fc418f8257589a7c0ecb8e','minutes','Minutes','Here they are.',1);
CREATE TABLE mailing (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_mailing PRIMARY KEY (id),
    CONSTRAINT fk_mailing_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "mailing" VALUES('527198c1ad8db93f412c2fe4e45c6d60','35d87f228cf745968167b46a84c09a88',0,'2026-09-02 10:15:00.000000',1);
CREATE TABLE meeting (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32) NOT NULL,
    ref VARCHAR(20) NOT NULL,
    date DATE,
    title TEXT,
    date_as_written TEXT,
    venue TEXT,
    contact TEXT,
    profile TEXT,
    house_style TEXT,
    type VARCHAR(20) NOT NULL,
    start TIME,
    "end" TIME,
    planned_start TIME,
    status VARCHAR(20) NOT NULL,
    public_present INTEGER,
    stage VARCHAR(20) NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE,
    CONSTRAINT uq_meeting_ref UNIQUE (ref)
);
INSERT INTO "meeting" VALUES('35d87f228cf745968167b46a84c09a88','77dbeb8ef5fc418f8257589a7c0ecb8e','M1','2026-06-02',NULL,NULL,'Room 1',NULL,'partnership_board','norbury','ordinary','09:34:00.000000','11:40:00.000000','09:30:00.000000','draft',NULL,'closed',4);
INSERT INTO "meeting" VALUES('534d462a58344e798b8830598fa8c812','8877e1d02a664c74b6365d7136a50752','M3','2026-09-01',NULL,NULL,NULL,NULL,'parish_council',NULL,'ordinary',NULL,NULL,NULL,'draft',NULL,'planned',3);
INSERT INTO "meeting" VALUES('ad715112168f49fcb18a31fac429249f','77dbeb8ef5fc418f8257589a7c0ecb8e','M2','2026-07-07',NULL,NULL,NULL,NULL,'partnership_board','norbury','ordinary',NULL,NULL,NULL,'draft',NULL,'planned',2);
CREATE TABLE milestone (
    id VARCHAR(32) NOT NULL,
    activity_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    due_kind VARCHAR(20) NOT NULL,
    due_date DATE,
    due_month DATE,
    due_start DATE,
    due_end DATE,
    due_as_written TEXT,
    status VARCHAR(20) NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_milestone PRIMARY KEY (id),
    CONSTRAINT fk_milestone_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id) ON DELETE CASCADE
);
INSERT INTO "milestone" VALUES('814ca57f85f947ca839fa5d7806be139','3da633be15724a2db5aa8dc95994e103',0,'Within a day','month',NULL,'2026-09-01',NULL,NULL,NULL,'open',1);
CREATE TABLE milestone_change (
    id VARCHAR(32) NOT NULL,
    plan_id VARCHAR(32) NOT NULL,
    milestone_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    text TEXT NOT NULL,
    note TEXT NOT NULL,
    due_kind VARCHAR(20) NOT NULL,
    due_date DATE,
    due_month DATE,
    due_start DATE,
    due_end DATE,
    due_as_written TEXT,
    status VARCHAR(20) NOT NULL,
    "by" TEXT,
    reported_in_id VARCHAR(32),
    CONSTRAINT pk_milestone_change PRIMARY KEY (id),
    CONSTRAINT fk_milestone_change_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE,
    CONSTRAINT fk_milestone_change_reported_in_id FOREIGN KEY(reported_in_id) REFERENCES meeting (id) ON DELETE SET NULL
);
INSERT INTO "milestone_change" VALUES('9aae7d58a0cacf0eed0c59f18249b437','48544389be8848af8904d72e67f9b579','814ca57f85f947ca839fa5d7806be139',0,'2026-09-02 10:15:00.000000','Map drawn','','date','2026-09-01',NULL,NULL,NULL,NULL,'open',NULL,'35d87f228cf745968167b46a84c09a88');
CREATE TABLE next_meeting (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    date DATE,
    rearranged_from DATE,
    time TIME,
    cancelled BOOLEAN NOT NULL,
    as_written TEXT,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_next_meeting PRIMARY KEY (id),
    CONSTRAINT fk_next_meeting_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "next_meeting" VALUES('237fb3f3ca4646608a0a7198e391c489','35d87f228cf745968167b46a84c09a88',1,NULL,NULL,NULL,0,'in the spring',1);
INSERT INTO "next_meeting" VALUES('cf67ce0dd261455684a25cf61110baef','35d87f228cf745968167b46a84c09a88',0,'2026-07-07',NULL,'09:30:00.000000',0,NULL,1);
CREATE TABLE numbered (
    entry_id VARCHAR(32) NOT NULL,
    text TEXT NOT NULL,
    level INTEGER NOT NULL,
    style TEXT,
    start INTEGER,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_numbered PRIMARY KEY (entry_id),
    CONSTRAINT fk_numbered_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "numbered" VALUES('5897f4df9dea45f9ac9704fdc0419579','b',1,'(a)',3,1);
CREATE TABLE paper (
    item_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    note TEXT,
    kind TEXT,
    CONSTRAINT pk_paper PRIMARY KEY (item_id, position),
    CONSTRAINT fk_paper_item_id FOREIGN KEY(item_id) REFERENCES item (id) ON DELETE CASCADE
);
INSERT INTO "paper" VALUES('70b4ce6ea0094f1b9975853aaa538c9d',0,'Report','to follow',NULL);
CREATE TABLE paragraph (
    entry_id VARCHAR(32) NOT NULL,
    text TEXT NOT NULL,
    label TEXT,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_paragraph PRIMARY KEY (entry_id),
    CONSTRAINT fk_paragraph_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "paragraph" VALUES('469990ce777b40338bf9b3468ed03862','Why.',NULL,1);
INSERT INTO "paragraph" VALUES('63ba8d64a6b440efba83a9f6cdf17f69','Welcome – **all** of مجلس 🗳️.',NULL,1);
INSERT INTO "paragraph" VALUES('aa465a41fef043dfa94cf95621c20742','The council met in the old hall.',NULL,2);
CREATE TABLE person (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    printed TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    email TEXT NOT NULL,
    initials TEXT NOT NULL,
    "group" VARCHAR(20) NOT NULL,
    chair BOOLEAN NOT NULL,
    from_date DATE,
    to_date DATE,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT fk_person_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE
);
INSERT INTO "person" VALUES('38133ab15fe4429887e49dc24266987a','77dbeb8ef5fc418f8257589a7c0ecb8e',1,'Bo Ray','Dr Bo Ray','','','bo@example.org','','member',0,NULL,NULL,1);
INSERT INTO "person" VALUES('6a71fc6ad663413f8fe25a75383ffb74','77dbeb8ef5fc418f8257589a7c0ecb8e',0,'Ann Lee','','Chair','Norbury Council','','','member',1,NULL,NULL,1);
INSERT INTO "person" VALUES('c544fbc397f24050a643df59cf403a9b','77dbeb8ef5fc418f8257589a7c0ecb8e',2,'Cy Fox','','','','','','in_attendance',0,NULL,NULL,1);
CREATE TABLE phrase (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32),
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    used_at DATETIME,
    uses INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_phrase PRIMARY KEY (id),
    CONSTRAINT fk_phrase_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE
);
INSERT INTO "phrase" VALUES('8ff041207d5543a29252fe43c86e66a2','77dbeb8ef5fc418f8257589a7c0ecb8e','Thanks','{person} was thanked.',NULL,0,1);
CREATE TABLE "plan" (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32) NOT NULL,
    ref VARCHAR(20) NOT NULL,
    title TEXT NOT NULL,
    period TEXT,
    updated TEXT,
    profile TEXT,
    house_style TEXT,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_plan PRIMARY KEY (id),
    CONSTRAINT fk_plan_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE,
    CONSTRAINT uq_plan_ref UNIQUE (ref)
);
INSERT INTO "plan" VALUES('48544389be8848af8904d72e67f9b579','77dbeb8ef5fc418f8257589a7c0ecb8e','P1','Improvement plan','2026',NULL,NULL,NULL,1);
CREATE TABLE plan_section (
    id VARCHAR(32) NOT NULL,
    plan_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    number TEXT,
    heading TEXT,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_plan_section PRIMARY KEY (id),
    CONSTRAINT fk_plan_section_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "plan_section" VALUES('f96a9ea60acd4cb7840880808c68f5eb','48544389be8848af8904d72e67f9b579',0,'1',NULL,1);
CREATE TABLE plan_snapshot (
    id VARCHAR(32) NOT NULL,
    plan_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    name TEXT NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_plan_snapshot PRIMARY KEY (id),
    CONSTRAINT fk_plan_snapshot_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "plan_snapshot" VALUES('4bb45e783aabad235d1bee1a3b7aa395','48544389be8848af8904d72e67f9b579',0,'2026-09-02 10:15:00.000000','September',X'789C258CC10A833010447F25EC59215163127FA487D2C36A120C62145CA145FCF7BA7A9B796F98F701C94327C0AA66406DA2D5D13566405BBB88DA1B2BDB3EA8DA412180C29778FB4A34A62C5078FC31DF0869DFD82C6BC84CFC1EAE7AC094F2FD3E2F9946164FB84825ABB694AE940ACEF3F3070F3525E4');
CREATE TABLE preamble_paragraph (
    meeting_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_preamble_paragraph PRIMARY KEY (meeting_id, position),
    CONSTRAINT fk_preamble_paragraph_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "preamble_paragraph" VALUES('35d87f228cf745968167b46a84c09a88',0,'Held in public.');
CREATE TABLE presence (
    attendee_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    start TIME,
    "end" TIME,
    item TEXT,
    CONSTRAINT pk_presence PRIMARY KEY (attendee_id, position),
    CONSTRAINT fk_presence_attendee_id FOREIGN KEY(attendee_id) REFERENCES attendee (id) ON DELETE CASCADE
);
INSERT INTO "presence" VALUES('b0fdbcf8ff2f4f3380b434371ccbb234',0,NULL,'10:05:00.000000','2');
CREATE TABLE private_note (
    entry_id VARCHAR(32) NOT NULL,
    text TEXT NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_private_note PRIMARY KEY (entry_id),
    CONSTRAINT fk_private_note_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "private_note" VALUES('372f5b6da66f4b9da769afa05aeaf2db','Ask Ann.',1);
CREATE TABLE register (
    id INTEGER NOT NULL,
    identity TEXT NOT NULL,
    save_token TEXT NOT NULL,
    save_seq INTEGER NOT NULL,
    last_meeting INTEGER NOT NULL,
    last_plan INTEGER NOT NULL, phrases_given BOOLEAN DEFAULT '0' NOT NULL,
    CONSTRAINT pk_register PRIMARY KEY (id)
);
INSERT INTO "register" VALUES(1,'39e8d814800740aa833a3c4d725d34db','c2574ce17266498189a37fa5a0f0a6b3',31,3,1,0);
CREATE TABLE saved_view (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    data TEXT NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_saved_view PRIMARY KEY (id),
    CONSTRAINT fk_saved_view_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE
);
INSERT INTO "saved_view" VALUES('fd9e02f0a8194a6c35be9a95b46e74d8','77dbeb8ef5fc418f8257589a7c0ecb8e',0,'Late','{"body_id": "77dbeb8ef5fc418f8257589a7c0ecb8e"}',1);
CREATE TABLE seal (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    sha256 TEXT NOT NULL,
    reopened_at DATETIME,
    reason TEXT,
    CONSTRAINT pk_seal PRIMARY KEY (id),
    CONSTRAINT fk_seal_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "seal" VALUES('a97ad9e9a3df4581b737595d30403307','534d462a58344e798b8830598fa8c812',0,'2026-10-06 19:00:00.000000','66b3fbc686da743f8838715d19f1c7718feb67f371b99c967847c5116b4c30e4','2026-10-06 19:00:00.000000','The date of the next meeting was wrong');
CREATE TABLE standing_item (
    body_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    CONSTRAINT pk_standing_item PRIMARY KEY (body_id, position),
    CONSTRAINT fk_standing_item_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE
);
INSERT INTO "standing_item" VALUES('77dbeb8ef5fc418f8257589a7c0ecb8e',0,'Welcome and apologies');
INSERT INTO "standing_item" VALUES('77dbeb8ef5fc418f8257589a7c0ecb8e',1,'Declarations of interest');
INSERT INTO "standing_item" VALUES('77dbeb8ef5fc418f8257589a7c0ecb8e',2,'Minutes of the last meeting');
INSERT INTO "standing_item" VALUES('77dbeb8ef5fc418f8257589a7c0ecb8e',3,'Action log');
INSERT INTO "standing_item" VALUES('77dbeb8ef5fc418f8257589a7c0ecb8e',4,'Any other business');
INSERT INTO "standing_item" VALUES('77dbeb8ef5fc418f8257589a7c0ecb8e',5,'Date of next meeting');
INSERT INTO "standing_item" VALUES('8877e1d02a664c74b6365d7136a50752',0,'Welcome and apologies');
INSERT INTO "standing_item" VALUES('8877e1d02a664c74b6365d7136a50752',1,'Declarations of interest');
INSERT INTO "standing_item" VALUES('8877e1d02a664c74b6365d7136a50752',2,'Minutes of the last meeting');
INSERT INTO "standing_item" VALUES('8877e1d02a664c74b6365d7136a50752',3,'Action log');
INSERT INTO "standing_item" VALUES('8877e1d02a664c74b6365d7136a50752',4,'Any other business');
INSERT INTO "standing_item" VALUES('8877e1d02a664c74b6365d7136a50752',5,'Date of next meeting');
CREATE TABLE subheading (
    entry_id VARCHAR(32) NOT NULL,
    text TEXT NOT NULL,
    label TEXT,
    presenter TEXT,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_subheading PRIMARY KEY (entry_id),
    CONSTRAINT fk_subheading_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "subheading" VALUES('a7c2893cb20843228121be5cd25eec96','One',NULL,NULL,1);
CREATE TABLE table_cell (
    entry_id VARCHAR(32) NOT NULL,
    "row" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_table_cell PRIMARY KEY (entry_id, "row", "column"),
    CONSTRAINT fk_table_cell_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "table_cell" VALUES('5e28bd41804f41b7a6066badbf439119',0,0,'x');
INSERT INTO "table_cell" VALUES('5e28bd41804f41b7a6066badbf439119',0,1,'y');
INSERT INTO "table_cell" VALUES('5e28bd41804f41b7a6066badbf439119',1,0,'1');
INSERT INTO "table_cell" VALUES('5e28bd41804f41b7a6066badbf439119',1,1,'2');
INSERT INTO "table_cell" VALUES('5e28bd41804f41b7a6066badbf439119',2,0,'3');
INSERT INTO "table_cell" VALUES('5e28bd41804f41b7a6066badbf439119',2,1,'4');
CREATE TABLE term (
    id VARCHAR(32) NOT NULL,
    body_id VARCHAR(32),
    kind VARCHAR(20) NOT NULL,
    short TEXT NOT NULL,
    "full" TEXT NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_term PRIMARY KEY (id),
    CONSTRAINT fk_term_body_id FOREIGN KEY(body_id) REFERENCES body (id) ON DELETE CASCADE
);
INSERT INTO "term" VALUES('3122d0a2bae4440a8b47ec5b1f3b8087','77dbeb8ef5fc418f8257589a7c0ecb8e','abbreviation','CLA','Children Looked After',1);
CREATE TABLE version (
    id VARCHAR(32) NOT NULL,
    item_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    kept BOOLEAN NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_version PRIMARY KEY (id),
    CONSTRAINT fk_version_item_id FOREIGN KEY(item_id) REFERENCES item (id) ON DELETE CASCADE
);
INSERT INTO "version" VALUES('3525ac1a79af4561b5776110f69d6660','64c7d1254e844317a11d472241674e24',0,'2026-09-01 18:45:00.000000',1,X'789C8D8ECB0A833010457F45661D8ADA6831DFD19D884CE3A486C64462EC03F1DF1B2982CB6E0F877BCF02DEBD2610750D6483FF005B40772000919705F24C914AF9B9535871A9AAA2CC3399A7179E03031D686837D9CEC630180DDA762219B4B347EC26BD2110298387B6DBF8881EEF1EC73EAE787A82C8D686D547BCFC72DA7F5B02BD4334AF3D25D2CD566A930C14126D9310518FC69CA265F046660FDB8F9BF50B6AC3531B');
INSERT INTO "version" VALUES('4983e9bc4b104114ae61abda2a46e8ab','64c7d1254e844317a11d472241674e24',1,'2026-10-06 19:00:00.000000',1,X'789C8D8E410AC2301045AF12661DA4AD69A53D87BB10644C2736382625A6A894DEDD881B972EFFE7F1782BA4F8B8C3A03550C8E90572053FC20088AA6B51D58E5CA5F6A3C35E59D7B75D53DBA63AA806245C7DF8903326BC249C27D88CD43FB3A8323D73418E13091B97603D8B1B65E183C8E58A3C8A09997745C6782686212CCCF29B72FAAF6333667B032E053E0B');
CREATE TABLE vote (
    entry_id VARCHAR(32) NOT NULL,
    motion TEXT NOT NULL,
    result TEXT NOT NULL,
    mover TEXT,
    seconder TEXT,
    casting_vote TEXT,
    as_written TEXT,
    votes_for INTEGER,
    votes_against INTEGER,
    abstained INTEGER,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_vote PRIMARY KEY (entry_id),
    CONSTRAINT fk_vote_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "vote" VALUES('76c8fc2784d6448bbd6fd478c9294b58','That it be so','carried',NULL,NULL,NULL,NULL,6,1,0,1);
CREATE TABLE vote_name (
    entry_id VARCHAR(32) NOT NULL,
    side INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_vote_name PRIMARY KEY (entry_id, side, position),
    CONSTRAINT fk_vote_name_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "vote_name" VALUES('76c8fc2784d6448bbd6fd478c9294b58',0,0,'Ann Lee');
INSERT INTO "vote_name" VALUES('76c8fc2784d6448bbd6fd478c9294b58',0,1,'Bo Ray');
CREATE TABLE vote_side (
    entry_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    side TEXT NOT NULL,
    CONSTRAINT pk_vote_side PRIMARY KEY (entry_id, position),
    CONSTRAINT fk_vote_side_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
INSERT INTO "vote_side" VALUES('76c8fc2784d6448bbd6fd478c9294b58',0,'for');
CREATE TABLE wipe (
    id VARCHAR(32) NOT NULL,
    meeting_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    at DATETIME NOT NULL,
    notes INTEGER NOT NULL,
    CONSTRAINT pk_wipe PRIMARY KEY (id),
    CONSTRAINT fk_wipe_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
INSERT INTO "wipe" VALUES('8e6e4e6b07a946c58a6cd5e995854654','534d462a58344e798b8830598fa8c812',0,'2026-10-06 19:00:00.000000',1);
CREATE TABLE workstream (
    id VARCHAR(32) NOT NULL,
    plan_id VARCHAR(32) NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    number TEXT,
    rev INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_workstream PRIMARY KEY (id),
    CONSTRAINT fk_workstream_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
INSERT INTO "workstream" VALUES('b1f7e0f93bbc439cafb2654bd996802a','48544389be8848af8904d72e67f9b579',0,'Front door','1',1);
CREATE INDEX ix_person_body_id ON person (body_id);
CREATE INDEX ix_meeting_body_id ON meeting (body_id);
CREATE INDEX ix_plan_body_id ON "plan" (body_id);
CREATE INDEX ix_next_meeting_meeting_id ON next_meeting (meeting_id);
CREATE INDEX ix_attendee_person_id ON attendee (person_id);
CREATE INDEX ix_attendee_meeting_id ON attendee (meeting_id);
CREATE INDEX ix_item_meeting_id ON item (meeting_id);
CREATE INDEX ix_plan_section_plan_id ON plan_section (plan_id);
CREATE INDEX ix_workstream_plan_id ON workstream (plan_id);
CREATE INDEX ix_action_update_meeting_id ON action_update (meeting_id);
CREATE INDEX ix_activity_workstream_id ON activity (workstream_id);
CREATE INDEX ix_entry_item_id ON entry (item_id);
CREATE INDEX ix_entry_plan_section_id ON entry (plan_section_id);
CREATE INDEX ix_milestone_activity_id ON milestone (activity_id);
CREATE INDEX ix_action_owner_person_id ON action_owner (person_id);
CREATE INDEX ix_export_meeting_id ON export (meeting_id);
CREATE INDEX ix_export_body_id ON export (body_id);
CREATE INDEX ix_export_plan_id ON export (plan_id);
CREATE INDEX ix_version_item_id ON version (item_id);
CREATE INDEX ix_conflict_item_id ON "conflict" (item_id);
CREATE INDEX ix_seal_meeting_id ON seal (meeting_id);
CREATE INDEX ix_wipe_meeting_id ON wipe (meeting_id);
CREATE INDEX ix_term_body_id ON term (body_id);
CREATE INDEX ix_phrase_body_id ON phrase (body_id);
CREATE INDEX ix_adjournment_meeting_id ON adjournment (meeting_id);
CREATE INDEX ix_adjournment_item_id ON adjournment (item_id);
CREATE INDEX ix_due_change_meeting_id ON due_change (meeting_id);
CREATE INDEX ix_due_change_carried_in_id ON due_change (carried_in_id);
CREATE INDEX ix_judgement_body_id ON judgement (body_id);
CREATE INDEX ix_action_update_action_id ON action_update (action_id);
CREATE INDEX ix_due_change_action_id ON due_change (action_id);
CREATE INDEX ix_judgement_record_id ON judgement (record_id);
CREATE INDEX ix_attendee_meeting_id_name ON attendee (meeting_id, name);
CREATE INDEX ix_saved_view_body_id ON saved_view (body_id);
CREATE INDEX ix_milestone_change_plan_id ON milestone_change (plan_id);
CREATE INDEX ix_milestone_change_reported_in_id ON milestone_change (reported_in_id);
CREATE INDEX ix_plan_snapshot_plan_id ON plan_snapshot (plan_id);
CREATE INDEX ix_mail_recipient_body_id ON mail_recipient (body_id);
CREATE INDEX ix_mail_recipient_person_id ON mail_recipient (person_id);
CREATE INDEX ix_mail_template_body_id ON mail_template (body_id);
CREATE INDEX ix_mailing_meeting_id ON mailing (meeting_id);
CREATE INDEX ix_mail_file_mailing_id ON mail_file (mailing_id);
CREATE INDEX ix_mail_message_mailing_id ON mail_message (mailing_id);
CREATE INDEX ix_mail_enclosure_mail_file_id ON mail_enclosure (mail_file_id);
PRAGMA application_id = 1464418884;
PRAGMA user_version = 5;
