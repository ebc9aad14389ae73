-- The mid-term review (sơ kết) of a bloc: members report against the recorded covenant, the head unit consolidates, the bloc meets,
-- the report is signed and received. One per bloc-year: KT-2026-001/SK1.

-- What the bloc itself has settled for its review; without a row the province's dates and rules hold.
create table review_plan (
    bloc_year  varchar(20) primary key references bloc_year,
    begin_on   date,                                 -- by the bloc's own plan; null: counted from deadline_parameter
    inspection boolean     not null,                 -- whether its rules ask for mutual inspection
    set_by     varchar(64) not null,
    set_at     timestamptz not null
);

create table review (
    bloc_year          varchar(20) not null references bloc_year,
    seq                integer     not null,         -- KT-2026-001/SK<seq>
    status             varchar(15) not null,         -- ReviewStatus
    begun_by           varchar(64),                  -- null: its date had come
    begun_at           timestamptz not null,
    inspection         boolean     not null default false, -- as settled when it began
    covenant_version   integer,                      -- whose baseline members report against
    reports_due_at     timestamptz,
    closed_missing_at  timestamptz,                  -- the deadline passed while reports were missing
    inspections_due_at timestamptz,
    head_unit          varchar(32) references unit,  -- when the conference was held
    summary            jsonb,                        -- what the head unit consolidated
    summary_by         varchar(64),
    summary_at         timestamptz,
    conference         jsonb,
    held_by            varchar(64),
    held_at            timestamptz,
    report_version     integer     not null default 0,
    return_reason      text,                         -- why the report came back last
    returned_by        varchar(64),
    returned_at        timestamptz,
    received_by        varchar(64),
    received_at        timestamptz,
    primary key (bloc_year, seq)
);

-- A member's part; its unit code is part of the key in the engine and stays when the unit has a successor.
create table review_member (
    bloc_year     varchar(20) not null,
    seq           integer     not null,
    unit_code     varchar(32) not null references unit,
    place         integer     not null,
    role          varchar(6)  not null check (role in ('HEAD', 'DEPUTY', 'MEMBER')),
    acting_unit   varchar(32) not null references unit,
    left_on       date,                              -- the heir has a part of its own: this one is not waited for
    status        varchar(15) not null,              -- ReviewMemberStatus
    content       jsonb,
    written_by    varchar(64),
    approved_by   varchar(64),
    return_reason text,
    returned_by   varchar(64),
    returned_at   timestamptz,
    reminded_at   timestamptz,
    missing_at    timestamptz,                       -- the deadline passed without its report
    reported_at   timestamptz,
    late          boolean     not null default false,
    days_late     integer     not null default 0,    -- calendar days after the day it was due; kept for the scoring
    primary key (bloc_year, seq, unit_code),
    foreign key (bloc_year, seq) references review
);
create index review_member_unit on review_member (acting_unit);

-- One target of one member, as it was approved.
create table review_figure (
    bloc_year       varchar(20)    not null,
    seq             integer        not null,
    unit_code       varchar(32)    not null,
    target_id       varchar(10)    not null,
    measure         varchar(30)    not null,
    value           numeric(20, 4),                  -- in the target's unit; null: not judged yet, or a target in words
    reported        numeric(20, 4),                  -- what was reported for campaigns already; null: nothing
    source          text,                            -- where: PT-2026-001/KY1
    override_reason text,                            -- why the value is another than reported
    deviation       numeric(20, 4),                  -- value − target, in the target's unit
    people          numeric,                         -- what the value comes to, after the target's rounding
    people_short    numeric,                         -- people − what the target comes to
    reached         boolean,                         -- null: not judged
    note            text,
    primary key (bloc_year, seq, unit_code, target_id),
    foreign key (bloc_year, seq, unit_code) references review_member,
    check (value is null or reported is null or value = reported or override_reason is not null)
);

-- Điển hình tiên tiến, with the period they are recognised for.
create table review_model (
    bloc_year   varchar(20) not null,
    seq         integer     not null,
    place       integer     not null,
    unit_code   varchar(32) not null references unit,
    kind        varchar(15) not null check (kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
    name        text        not null,
    achievement text        not null,
    from_year   integer,
    to_year     integer,
    primary key (bloc_year, seq, place),
    foreign key (bloc_year, seq) references review,
    check (to_year >= from_year)
);

-- Mutual inspection (kiểm tra chéo): who inspects whom. B05: nobody itself.
create table review_inspection (
    bloc_year   varchar(20) not null,
    seq         integer     not null,
    no          integer     not null,                -- KT-2026-001/SK1/KC<no>
    inspector   varchar(32) not null references unit,
    inspected   varchar(32) not null references unit,
    status      varchar(10) not null,                -- InspectionStatus
    problem     text,
    reciprocal  boolean     not null,
    reason      text,                                -- why a reciprocal pair was kept
    inspected_on date,
    findings    text,
    proposals   text,
    recorded_by varchar(64),
    recorded_at timestamptz,
    agrees      boolean,
    comment     text,
    commented_by varchar(64),
    commented_at timestamptz,
    missing_at  timestamptz,                         -- the deadline passed without it
    primary key (bloc_year, seq, no),
    unique (bloc_year, seq, inspector, inspected),
    foreign key (bloc_year, seq) references review,
    check (inspector <> inspected)
);

-- Each report as it was handed in for signing, only added to; sealed: what the head signs, as one document with its digest.
create table review_report (
    bloc_year       varchar(20) not null,
    seq             integer     not null,
    version         integer     not null,
    sealed          jsonb       not null,
    digest          varchar(64) not null,
    saved_by        varchar(64) not null,
    saved_at        timestamptz not null,
    signed_by       varchar(64),
    signer_name     varchar(200),
    signer_unit     varchar(32),
    capacity        varchar(500),
    ground          varchar(4),
    ground_document text,
    ground_scope    text,
    signed_at       timestamptz,
    chain_seq       bigint,
    void_at         timestamptz,
    void_reason     text,
    primary key (bloc_year, seq, version),
    foreign key (bloc_year, seq) references review
);
create index review_report_digest on review_report (digest);

-- The papers as they were printed when Sở Nội vụ received the report.
create table review_paper (
    bloc_year        varchar(20) not null,
    seq              integer     not null,
    kind             varchar(10) not null check (kind in ('REPORT', 'MINUTES')),
    template_version integer     not null,
    pdf              uuid        not null references attachment,
    docx             uuid        not null references attachment,
    kept_at          timestamptz not null,
    primary key (bloc_year, seq, kind),
    foreign key (bloc_year, seq) references review
);

create table review_finding (
    bloc_year    varchar(20) not null,
    seq          integer     not null,
    no           integer     not null,
    code         varchar(10) not null,
    kind         varchar(10) not null,
    field        varchar(100),
    message      text        not null,
    reason       text,
    legal_source text        not null,
    rule_from    date        not null,
    found_at     timestamptz not null,
    primary key (bloc_year, seq, no),
    foreign key (bloc_year, seq) references review
);

-- Who entered a password for exactly one signature, and when; never the password.
create table review_identity_proof (
    user_id   varchar(64) not null,
    subject   varchar(80) not null,
    digest    varchar(64) not null,
    proven_at timestamptz not null,
    primary key (user_id, subject)
);

-- Which indicators of campaigns (by their names in the plans) measure what a target of a covenant measures: such a figure is
-- entered once. An indicator named as the target, or as its measure, needs no row.
create table measure_indicator (
    measure    varchar(30) not null,
    indicator  text        not null,
    combine    varchar(6)  not null check (combine in ('SUM', 'LATEST')), -- figures of several campaigns
    uncertain  boolean     not null,                 -- the office's own choice
    valid_from date        not null,
    valid_to   date,
    primary key (measure, indicator, valid_from)
);
insert into measure_indicator values
    ('SANG_KIEN',       'Số sáng kiến',                                   'SUM',    true, '2021-01-01', null),
    ('SANG_KIEN',       'Sáng kiến được công nhận',                       'SUM',    true, '2021-01-01', null),
    ('MO_HINH',         'Số mô hình được nhân rộng',                      'SUM',    true, '2021-01-01', null),
    ('MO_HINH',         'Mô hình, cách làm hay',                          'SUM',    true, '2021-01-01', null),
    ('DIEN_HINH',       'Số điển hình tiên tiến',                         'SUM',    true, '2021-01-01', null),
    ('HO_SO_DUNG_HAN',  'Tỷ lệ hồ sơ giải quyết đúng hạn',                'LATEST', true, '2021-01-01', null),
    ('HO_SO_DUNG_HAN',  'Hồ sơ giải quyết đúng hạn',                      'LATEST', true, '2021-01-01', null),
    ('DTI',             'Chỉ số chuyển đổi số',                           'LATEST', true, '2021-01-01', null),
    ('PAR_INDEX',       'Chỉ số cải cách hành chính',                     'LATEST', true, '2021-01-01', null);

-- The province's rules on reviews, and a bloc's own where it has them.
create table review_rule (
    code         varchar(30)   not null,
    bloc_code    varchar(30)   not null default '',  -- '': all blocs
    value        numeric(9, 4) not null,
    name         text          not null,
    legal_source text          not null,
    uncertain    boolean       not null,             -- the province's own choice; the law names no number
    valid_from   date          not null,
    valid_to     date,
    primary key (code, bloc_code, valid_from)
);
insert into review_rule (code, value, name, legal_source, uncertain, valid_from) values
    ('INSPECTION', 0, 'Kiểm tra chéo giữa các thành viên khi sơ kết (1: có, 0: không, nếu khối không quy định khác)', 'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01');

insert into check_rule (code, kind, name, legal_source, valid_from) values
    ('B05', 'BLOCK', 'Đơn vị tự kiểm tra mình khi kiểm tra chéo',             'Quy chế hoạt động của cụm, khối thi đua', '2021-01-01'),
    ('B17', 'WARN',  'Hai đơn vị kiểm tra chéo lẫn nhau',                      'Quy chế hoạt động của cụm, khối thi đua', '2021-01-01'),
    ('B18', 'INFO',  'Tổng hợp sơ kết khi còn thành viên chưa báo cáo',        'Quy chế hoạt động của cụm, khối thi đua', '2021-01-01');

insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from, calendar_days) values
    ('REVIEW_BEGIN',         'Bắt đầu sơ kết khối, tính từ ngày đầu của năm công tác',          165, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', true),
    ('REVIEW_BEGIN_SCHOOL',  'Bắt đầu sơ kết khối, tính từ ngày đầu của năm học',               137, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', true),
    ('REVIEW_REPORT',        'Thành viên báo cáo sơ kết',                                         7, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', false),
    ('REVIEW_REPORT_REMIND', 'Nhắc thành viên trước hạn báo cáo sơ kết',                          2, 'BEFORE', 'Yêu cầu nghiệp vụ', true, '2021-01-01', false),
    ('REVIEW_ASSIGN',        'Trưởng khối phân công kiểm tra chéo',                               3, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', false),
    ('REVIEW_INSPECT',       'Các đơn vị kiểm tra chéo',                                          7, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', false),
    ('REVIEW_CONSOLIDATE',   'Trưởng khối tổng hợp sơ kết',                                       5, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', false),
    ('REVIEW_CONFERENCE',    'Tổ chức hội nghị sơ kết khối',                                     10, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', false),
    ('REVIEW_DRAFT',         'Trưởng khối hoàn thiện báo cáo sơ kết',                             3, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', false),
    ('REVIEW_SIGN',          'Thủ trưởng đơn vị Trưởng khối ký báo cáo sơ kết',                   2, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', false),
    ('REVIEW_RECEIVE',       'Sở Nội vụ tiếp nhận báo cáo sơ kết của khối',                       5, 'AFTER',  'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01', false);
