-- The office edits the working calendar and the deadlines (ADR 0023). Every row knows who entered it; what a change found and what it put
-- in its place stays, so that an old deadline can still be explained.
alter table calendar_year add column recorded_by varchar(64) not null default 'system';
alter table calendar_year add column recorded_at timestamptz not null default now();
alter table calendar_day add column recorded_by varchar(64) not null default 'system';
alter table calendar_day add column recorded_at timestamptz not null default now();
alter table calendar_day add column category varchar(10) not null default 'PUBLIC'
    check (category in ('PUBLIC', 'IN_LIEU', 'SWAP', 'LOCAL')); -- of the law; day off in lieu; swapped; closed in this province only
update calendar_day set category = 'SWAP' where kind = 'WORKING_DAY' or name = 'Nghỉ hoán đổi';
update calendar_day set category = 'IN_LIEU' where name like 'Nghỉ bù%';
alter table deadline_parameter add column recorded_by varchar(64) not null default 'system';
alter table deadline_parameter add column recorded_at timestamptz not null default now();

create table calendar_change (
    code         varchar(20) primary key,       -- LL-2026-001, also the business key of its process
    reason       text        not null,
    decided_by   varchar(64) not null,
    decided_at   timestamptz not null,
    done_at      timestamptz                    -- null: open deadlines are still being moved
);
-- One change of deadlines at a time: each reckons from what the one before left.
create unique index calendar_change_one_at_a_time on calendar_change ((done_at is null)) where done_at is null;

create table calendar_change_line (
    change_code varchar(20) not null references calendar_change,
    seq         integer     not null,
    kind        varchar(10) not null check (kind in ('YEAR', 'DAY', 'PARAMETER')),
    subject     varchar(60) not null,           -- 2026, 2026-04-29, APPROVE_SIGN
    before      jsonb,                          -- null: there was none
    after       jsonb,                          -- null: taken out
    primary key (change_code, seq)
);

-- From what each deadline was computed; one row for all units that share it. Typed dates have none and never move.
create table deadline_basis (
    case_code varchar(100) not null,            -- business key of the case, or of the one its units' cases belong to
    slot      varchar(40)  not null,            -- which deadline of the case; the parameter's code unless several fill one place in turn
    parameter varchar(40),                      -- null: a number of working days somebody typed
    days      integer,
    rule      varchar(7)   not null check (rule in ('AFTER', 'BEFORE', 'MORNING')),
    start_at  timestamptz  not null,
    base      varchar(40),                      -- the slot of the case whose deadline start_at is; null: a moment of its own
    due_at    timestamptz  not null,
    primary key (case_code, slot),
    check ((parameter is null) <> (days is null))
);

-- What a change moved. KEPT: the new date has passed already, so the old one stays.
create table deadline_move (
    change_code varchar(20)  not null references calendar_change,
    case_code   varchar(100) not null,
    slot        varchar(40)  not null,
    name        text         not null,
    old_due_at  timestamptz  not null,
    new_due_at  timestamptz  not null,
    outcome     varchar(7)   not null check (outcome in ('PENDING', 'MOVED', 'KEPT')),
    cases       integer      not null,          -- how many cases wait for it
    tasks       jsonb        not null,          -- name of the open tasks → how many
    primary key (change_code, case_code, slot)
);

-- The holidays of the law, from which a year is proposed before its announcement.
create table holiday_rule (
    code         varchar(20)  not null,
    name         varchar(200) not null,
    lunar        boolean      not null,         -- month and day of the Vietnamese calendar
    month        integer      not null check (month between 1 and 12),
    day          integer      not null check (day between 1 and 31),
    first_offset integer      not null,         -- first day off, in days from that day
    days         integer      not null check (days between 1 and 15),
    expected     boolean      not null,         -- the announcement of the year says which days exactly
    valid_from   date         not null,
    valid_to     date,
    legal_source text         not null,
    primary key (code, valid_from)
);
insert into holiday_rule (code, name, lunar, month, day, first_offset, days, expected, valid_from, legal_source) values
    ('NEW_YEAR',    'Tết Dương lịch',         false, 1,  1,  0,  1, false, '2021-01-01', 'Bộ luật Lao động 2019, Điều 112'),
    ('TET',         'Tết Nguyên đán',         true,  1,  1,  -1, 5, true,  '2021-01-01', 'Bộ luật Lao động 2019, Điều 112'),
    ('HUNG_KINGS',  'Giỗ Tổ Hùng Vương',      true,  3,  10, 0,  1, false, '2021-01-01', 'Bộ luật Lao động 2019, Điều 112'),
    ('VICTORY',     'Ngày Chiến thắng',       false, 4,  30, 0,  1, false, '2021-01-01', 'Bộ luật Lao động 2019, Điều 112'),
    ('LABOUR',      'Ngày Quốc tế lao động',  false, 5,  1,  0,  1, false, '2021-01-01', 'Bộ luật Lao động 2019, Điều 112'),
    ('NATIONAL',    'Quốc khánh',             false, 9,  2,  0,  2, true,  '2021-01-01', 'Bộ luật Lao động 2019, Điều 112'),
    ('CULTURE',     'Ngày Văn hóa Việt Nam',  false, 11, 24, 0,  1, false, '2026-01-01', 'Nghị quyết 28/2026/QH16');
