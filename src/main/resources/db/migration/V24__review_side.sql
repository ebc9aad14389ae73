-- What a sơ kết leaves behind: actions of blocs, awards granted outside, proposals for commendation, the province's report.

-- Each conclusion or second-half task of a bloc's conference, with its owner and its date; a case of its own (bloc-action).
create table bloc_action (
    code           varchar(30) primary key,      -- KT-2026-001/V01, also the business key
    bloc_year_code varchar(20) not null references bloc_year,
    origin_case    varchar(60) not null,         -- business key of the review whose conference decided it
    no             integer     not null,         -- its place in that conference's list
    kind           varchar(20) not null check (kind in ('CONCLUSION', 'SECOND_HALF_TASK')),
    content        text        not null,
    owner_unit     varchar(32) not null references unit, -- as decided; its heir does it after a succession
    head_unit      varchar(32) not null references unit, -- when it was decided; confirms as long as it heads the bloc
    due_on         date        not null,
    status         varchar(10) not null check (status in ('BLOCKED', 'OPEN', 'REPORTED', 'DONE', 'NOT_DONE', 'EXPIRED')),
    problem        text,                         -- why the owner could not be given it
    overdue_at     timestamptz,                  -- first time a date passed without a result
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    unique (origin_case, no)
);
create index bloc_action_year on bloc_action (bloc_year_code);
create index bloc_action_owner on bloc_action (owner_unit);

-- What the owner reported and what the head unit said to it; only added to.
create table bloc_action_report (
    action_code  varchar(30) not null references bloc_action,
    seq          integer     not null,
    outcome      varchar(10) not null check (outcome in ('DONE', 'NOT_DONE', 'MORE_TIME')),
    text         text        not null,           -- the result, or the reason
    due_on       date        not null,           -- the date it was owed by when it was reported
    wanted_due   date,
    reported_by  varchar(64) not null,
    reported_at  timestamptz not null,
    confirmed    boolean,                        -- null: not decided yet
    reason       text,
    decided_by   varchar(64),
    decided_at   timestamptz,
    primary key (action_code, seq),
    check ((outcome = 'MORE_TIME') = (wanted_due is not null)),
    check (confirmed is not false or reason is not null)
);

insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from) values
    ('ACTION_CONFIRM', 'Trưởng khối xác nhận kết quả thực hiện kết luận, nhiệm vụ của khối', 5, 'AFTER', 'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01');

-- Danh hiệu thi đua and hình thức khen thưởng, as far as other rooms name them. uncertain: not read in the law itself, or the office's to settle.
create table award_title (
    code         varchar(20)  not null,
    name         varchar(200) not null,
    kind         varchar(5)   not null check (kind in ('TITLE', 'FORM')),  -- danh hiệu thi đua, hình thức khen thưởng
    level        varchar(10)  not null check (level in ('STATE', 'MINISTRY', 'PROVINCE', 'BASE')),
    granted_by   varchar(200) not null,           -- who decides it
    collective   boolean      not null,
    individual   boolean      not null,
    household    boolean      not null,
    legal_source varchar(300) not null,
    uncertain    boolean      not null,
    seq          integer      not null,
    valid_from   date         not null,
    valid_to     date,
    primary key (code, valid_from)
);
insert into award_title (seq, code, name, kind, level, granted_by, collective, individual, household, legal_source, uncertain, valid_from) values
    (1,  'CO_CP',   'Cờ thi đua của Chính phủ',                  'TITLE', 'STATE',    'Thủ tướng Chính phủ',   true,  false, false, 'Luật Thi đua, khen thưởng, Điều 25; Nghị định 152/2025/NĐ-CP, Điều 7', false, '2000-01-01'),
    (2,  'CSTDTQ',  'Chiến sĩ thi đua toàn quốc',                'TITLE', 'STATE',    'Thủ tướng Chính phủ',   false, true,  false, 'Luật Thi đua, khen thưởng, Điều 21', false, '2000-01-01'),
    (3,  'BK_TTG',  'Bằng khen của Thủ tướng Chính phủ',         'FORM',  'STATE',    'Thủ tướng Chính phủ',   true,  true,  true,  'Luật Thi đua, khen thưởng, Điều 73', false, '2000-01-01'),
    (4,  'HCLD1',   'Huân chương Lao động hạng Nhất',            'FORM',  'STATE',    'Chủ tịch nước',         true,  true,  false, 'Luật Thi đua, khen thưởng, Điều 42', true,  '2000-01-01'),
    (5,  'HCLD2',   'Huân chương Lao động hạng Nhì',             'FORM',  'STATE',    'Chủ tịch nước',         true,  true,  false, 'Luật Thi đua, khen thưởng, Điều 43', true,  '2000-01-01'),
    (6,  'HCLD3',   'Huân chương Lao động hạng Ba',              'FORM',  'STATE',    'Chủ tịch nước',         true,  true,  false, 'Luật Thi đua, khen thưởng, Điều 44', true,  '2000-01-01'),
    (7,  'HCDL1',   'Huân chương Độc lập hạng Nhất',             'FORM',  'STATE',    'Chủ tịch nước',         true,  true,  false, 'Luật Thi đua, khen thưởng, Điều 36', true,  '2000-01-01'),
    (8,  'HCDL2',   'Huân chương Độc lập hạng Nhì',              'FORM',  'STATE',    'Chủ tịch nước',         true,  true,  false, 'Luật Thi đua, khen thưởng, Điều 37', true,  '2000-01-01'),
    (9,  'HCDL3',   'Huân chương Độc lập hạng Ba',               'FORM',  'STATE',    'Chủ tịch nước',         true,  true,  false, 'Luật Thi đua, khen thưởng, Điều 38', true,  '2000-01-01'),
    (10, 'AHLD',    'Anh hùng Lao động',                         'TITLE', 'STATE',    'Chủ tịch nước',         true,  true,  false, 'Nghị định 152/2025/NĐ-CP, Điều 41', true,  '2000-01-01'),
    (11, 'CO_BO',   'Cờ thi đua của bộ, ban, ngành, đoàn thể trung ương', 'TITLE', 'MINISTRY', 'Thủ trưởng bộ, ban, ngành, đoàn thể trung ương', true, false, false, 'Luật Thi đua, khen thưởng, Điều 26', true, '2000-01-01'),
    (12, 'BK_BO',   'Bằng khen của bộ, ban, ngành, đoàn thể trung ương',  'FORM',  'MINISTRY', 'Thủ trưởng bộ, ban, ngành, đoàn thể trung ương', true, true,  true,  'Luật Thi đua, khen thưởng, Điều 74', true, '2000-01-01'),
    (13, 'CO_TINH', 'Cờ thi đua của UBND tỉnh',                  'TITLE', 'PROVINCE', 'Chủ tịch UBND tỉnh',    true,  false, false, 'Luật Thi đua, khen thưởng, Điều 26', false, '2000-01-01'),
    (14, 'CSTDT',   'Chiến sĩ thi đua cấp tỉnh',                 'TITLE', 'PROVINCE', 'Chủ tịch UBND tỉnh',    false, true,  false, 'Luật Thi đua, khen thưởng, Điều 22', false, '2000-01-01'),
    (15, 'TTLDXS',  'Tập thể lao động xuất sắc',                 'TITLE', 'PROVINCE', 'Chủ tịch UBND tỉnh',    true,  false, false, 'Luật Thi đua, khen thưởng, Điều 27', false, '2000-01-01'),
    (16, 'BK_T',    'Bằng khen của Chủ tịch UBND tỉnh',          'FORM',  'PROVINCE', 'Chủ tịch UBND tỉnh',    true,  true,  true,  'Luật Thi đua, khen thưởng, Điều 74', false, '2000-01-01'),
    (17, 'GK',      'Giấy khen',                                 'FORM',  'BASE',     'Thủ trưởng cơ quan, đơn vị; Chủ tịch UBND cấp xã', true, true, true, 'Luật Thi đua, khen thưởng, Điều 75', false, '2000-01-01');

-- Awards granted to units outside their blocs, each with its decision. A correction adds a version; nothing is changed or removed.
create table outside_award (
    code            varchar(20)  not null,       -- KN-2023-001: year of the decision as recorded first
    version         integer      not null check (version > 0),
    unit_code       varchar(32)  not null references unit, -- as named in the decision, also when it has ended since
    title           varchar(20)  not null,
    award_year      integer      not null,       -- the year it is granted for; not that of the decision
    decision_number varchar(60)  not null,
    decision_date   date         not null,
    granted_by      varchar(200) not null,
    note            text,
    latest          boolean      not null,
    withdrawn       boolean      not null,       -- was recorded in error
    reason          text,                        -- of the correction
    recorded_by     varchar(64)  not null,
    recorded_at     timestamptz  not null,
    primary key (code, version),
    check (version = 1 or reason is not null)
);
create unique index outside_award_once on outside_award (unit_code, title, award_year) where latest and not withdrawn;
create index outside_award_year on outside_award (award_year) where latest;

-- Proposals for commendation that arise at a sơ kết (đột xuất, chuyên đề), kept as drafts for the phase of commendation. Personal data.
create table spot_proposal (
    code           varchar(20)  primary key,     -- DX-2026-001
    bloc_year_code varchar(20)  not null references bloc_year,
    origin_case    varchar(60),                  -- business key of the review it arose at; null: between reviews
    nominee_kind   varchar(10)  not null check (nominee_kind in ('COLLECTIVE', 'PERSON')),
    unit_code      varchar(32)  not null references unit, -- the unit itself, or the one the nominee belongs to
    nominee_name   varchar(200) not null,
    position       varchar(200),                 -- of a person
    achievement    text         not null,
    form           varchar(20)  not null,        -- award_title.code
    reason         text         not null,        -- why on the spot
    withdrawn_at   timestamptz,
    withdraw_reason text,
    version        integer      not null,
    drafted_by     varchar(64)  not null,
    drafted_at     timestamptz  not null,
    changed_by     varchar(64)  not null,
    changed_at     timestamptz  not null,
    check ((withdrawn_at is null) = (withdraw_reason is null))
);
create index spot_proposal_year on spot_proposal (bloc_year_code);

-- The province's report on the first half of a period: one for each decision that composed blocs.
create table mid_year_report (
    code             varchar(20) primary key,    -- SK-2026-01 of TL-2026-01; its paper is SK-2026-01/SK
    composition_code varchar(20) not null unique references bloc_composition,
    title            text        not null,
    half_from        date        not null,
    half_to          date        not null,
    status           varchar(10) not null check (status in ('WAITING', 'OPEN', 'SUBMITTED', 'SIGNED')),
    opens_at         timestamptz not null,       -- when the task comes by itself
    begun_by         varchar(64),                -- null: its date had come
    opened_at        timestamptz,
    due_at           timestamptz,
    overdue_at       timestamptz,
    content          jsonb,                      -- as handed in: the words, and everything gathered as it was then
    written_by       varchar(64),
    signed_at        timestamptz
);

-- Calendar days: the working-day calendar may not know the year yet when a decision is issued.
insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from, calendar_days) values
    ('MID_YEAR_OPEN', 'Mở báo cáo sơ kết toàn tỉnh sau khi kết thúc nửa đầu của kỳ', 10, 'AFTER', 'Quy chế làm việc của Sở Nội vụ', true, '2000-01-01', true);
insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from) values
    ('MID_YEAR_REPORT', 'Tổng hợp báo cáo sơ kết toàn tỉnh', 10, 'AFTER', 'Quy chế làm việc của Sở Nội vụ', true, '2021-01-01');
