-- Blocs (khối, cụm thi đua): composed by a decision for one period, then one row per bloc and period.
create table bloc_composition (
    code           varchar(20) primary key,      -- TL-2026-01; its paper is TL-2026-01/QD
    year           integer      not null,        -- calendar year, or that in which the school year begins
    school_year    boolean      not null,
    from_date      date         not null,
    to_date        date         not null,
    campaign_code  varchar(20)  references campaign,   -- that year's regular campaign
    title          text         not null,
    status         varchar(12)  not null,        -- DRAFTING, SUBMITTED, IN_FORCE, ABANDONED; refused: the paper says so
    content        jsonb        not null,        -- blocs with members, rules, criteria as they shall be
    begun_by       varchar(64)  not null,
    begun_at       timestamptz  not null,
    in_force_at    timestamptz,
    conclusion     text,                         -- what Sở Nội vụ noted when it ended following
    followed_at    timestamptz,
    external_ref   varchar(100) unique,          -- the caller's own, over REST
    request_digest varchar(64),
    check (to_date >= from_date)
);

create table bloc_year (
    code             varchar(20) primary key,    -- KT-2026-001
    composition_code varchar(20)  not null references bloc_composition,
    bloc_code        varchar(30)  not null check (bloc_code ~ '^[a-z][a-z0-9-]{1,29}$'), -- the same year after year
    kind             varchar(4)   not null check (kind in ('KHOI', 'CUM')),
    name             varchar(200) not null,
    year             integer      not null,
    school_year      boolean      not null,
    from_date        date         not null,
    to_date          date         not null,
    campaign_code    varchar(20),
    batch            integer      not null,
    status           varchar(10)  not null,      -- BlocYearStatus
    problem          text,
    rules            text,
    criteria         jsonb        not null,
    unique (bloc_code, year, school_year)
);
create index bloc_year_composition on bloc_year (composition_code, batch);

-- Kind and period stand here too: the index is the guard that a unit is in at most one bloc of a kind in a period.
create table bloc_member (
    bloc_year_code varchar(20) not null references bloc_year,
    unit_code      varchar(32) not null references unit,
    seq            integer     not null,
    role           varchar(6)  not null check (role in ('HEAD', 'DEPUTY', 'MEMBER')),
    from_date      date        not null,
    until_date     date,                         -- last day; null: still a member
    kind           varchar(4)  not null,
    year           integer     not null,
    school_year    boolean     not null,
    primary key (bloc_year_code, unit_code, role, from_date)
);
create unique index bloc_member_once on bloc_member (unit_code, kind, year, school_year) where until_date is null;
create unique index bloc_member_head on bloc_member (bloc_year_code) where until_date is null and role = 'HEAD';
create index bloc_member_unit on bloc_member (unit_code);

create table bloc_finding (
    composition_code varchar(20) not null references bloc_composition,
    seq              integer     not null,
    code             varchar(10) not null,
    kind             varchar(10) not null,
    field            varchar(100),
    message          text        not null,
    legal_source     text        not null,
    rule_from        date        not null,       -- the version of the rule that was used
    reason           text,                       -- why a warning was passed
    recorded_by      varchar(64) not null,
    recorded_at      timestamptz not null,
    primary key (composition_code, seq)
);

-- Numbers the checks of compositions use: the office's data, by date.
create table bloc_parameter (
    code         varchar(30)    not null,
    value        numeric(10, 2) not null,
    name         text           not null,
    legal_source text           not null,
    uncertain    boolean        not null,        -- the province's own choice; the law names no number
    valid_from   date           not null,
    valid_to     date,
    primary key (code, value, valid_from)
);
insert into bloc_parameter (code, value, name, legal_source, uncertain, valid_from) values
    ('CRITERIA_TOTAL', 100,  'Tổng điểm tối đa của bộ tiêu chí',             'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('CRITERIA_TOTAL', 1000, 'Tổng điểm tối đa của bộ tiêu chí',             'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('LEAST_MEMBERS',  2,    'Số thành viên ít nhất của một cụm, khối',       'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01'),
    ('MOST_MEMBERS',   60,   'Số thành viên nhiều nhất của một cụm, khối',    'Quy chế hoạt động của cụm, khối thi đua', true, '2021-01-01');

insert into check_rule (code, kind, name, legal_source, valid_from) values
    ('B03', 'BLOCK', 'Tổng điểm tối đa của bộ tiêu chí không đúng thang điểm, hoặc điểm của mục lớn khác tổng điểm các mục con', 'Quy chế hoạt động của cụm, khối thi đua', '2021-01-01'),
    ('B09', 'INFO',  'Khối chưa có bộ tiêu chí chấm điểm',                                      'Quy chế hoạt động của cụm, khối thi đua', '2021-01-01'),
    ('B10', 'INFO',  'Trưởng khối khác với thứ tự luân phiên',                                  'Quy chế hoạt động của cụm, khối thi đua', '2021-01-01'),
    ('B11', 'WARN',  'Đơn vị làm Trưởng khối hai kỳ liền nhau',                                 'Quy chế hoạt động của cụm, khối thi đua', '2021-01-01'),
    ('B12', 'INFO',  'Đơn vị Trưởng khối chưa đủ cán bộ, thủ trưởng có tài khoản để nhận việc', 'Yêu cầu nghiệp vụ', '2021-01-01');

insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from) values
    ('BLOC_DRAFT', 'Soạn thảo quyết định thành lập cụm, khối thi đua', 10, 'AFTER', 'Quy chế làm việc của Sở Nội vụ', true, '2021-01-01');
