-- Absences and deputies. What a deputy may do is never stored as a membership: it is asked from these rows and today's date (ADR 0025).

-- What a user task is, as its model says (property giaouoc.act); WORK needs no ground.
create table act_kind (
    code varchar(20)  primary key,
    seq  integer      not null,
    name varchar(200) not null
);
insert into act_kind values
    ('WORK', 0, 'Xử lý công việc (không phải ký, duyệt)'),
    ('APPROVE_UNIT', 1, 'Duyệt kế hoạch, báo cáo của đơn vị'),
    ('APPROVE_PAPER', 2, 'Duyệt dự thảo, ký tờ trình'),
    ('SIGN_PAPER', 3, 'Ký văn bản của Ủy ban nhân dân tỉnh'),
    ('SIGN_COVENANT', 4, 'Ký giao ước, phụ lục; xác nhận bản ký giấy');

-- On which grounds a deputy may do it. NĐ 30/2020/NĐ-CP names who may sign for whom; which kinds of acts that means is the office's reading.
create table act_ground (
    act        varchar(20)  not null references act_kind,
    ground     varchar(3)   not null check (ground in ('KT', 'TL', 'TUQ')),
    valid_from date         not null,
    valid_to   date,
    source     varchar(300) not null,
    uncertain  boolean      not null,
    primary key (act, ground, valid_from)
);
insert into act_ground values
    ('APPROVE_UNIT', 'KT', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 1', false),
    ('APPROVE_UNIT', 'TL', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 4; quy chế làm việc', true),
    ('APPROVE_UNIT', 'TUQ', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 3', true),
    ('APPROVE_PAPER', 'KT', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 1', false),
    ('APPROVE_PAPER', 'TL', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 4; quy chế làm việc', true),
    ('APPROVE_PAPER', 'TUQ', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 3', true),
    ('SIGN_PAPER', 'KT', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 2', false),
    ('SIGN_PAPER', 'TUQ', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 3', false),
    ('SIGN_COVENANT', 'KT', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 1', false),
    ('SIGN_COVENANT', 'TUQ', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 3', false);

create table absence_parameter (
    code       varchar(30)  not null,
    value      integer      not null,
    valid_from date         not null,
    valid_to   date,
    source     varchar(300) not null,
    uncertain  boolean      not null,
    primary key (code, valid_from)
);
-- A longer absence is a matter of appointment (giao phụ trách, điều hành), not of a deputy.
insert into absence_parameter values ('LONGEST_DAYS', 180, '2020-03-05', null, 'Thông lệ: thời gian nghỉ thai sản 6 tháng', true);

create table absence (
    code          varchar(20) primary key,       -- VM-2026-0001, also the business key of its process
    person        varchar(64) not null references person,
    deputy        varchar(64) not null references person,
    from_date     date        not null,
    to_date       date        not null,          -- the last day
    ground        varchar(4)  not null check (ground in ('WORK', 'KT', 'TL', 'TUQ')),
    acts          varchar(20)[] not null,        -- act_kind, without WORK
    document      varchar(60),                   -- số, ký hiệu of the authority or of the working rules
    document_date date,
    valid_until   date,                          -- of a written authority: its last day
    reason        text,
    entered_by    varchar(64) not null,
    entered_at    timestamptz not null,
    handed_at     timestamptz,                   -- the tasks in hand went to the deputy
    ended_at      timestamptz,                   -- given back, or ended by hand before
    ended_by      varchar(64),                   -- null: its last day had passed
    end_reason    text,
    check (person <> deputy),
    check (from_date <= to_date),
    check (ground <> 'TUQ' or document is not null and document_date is not null and valid_until is not null),
    check (ground = 'WORK' or cardinality(acts) > 0)
);
create index absence_deputy on absence (deputy) where ended_at is null;
create index absence_person on absence (person);

-- What became of the tasks that somebody had in hand.
create table absence_task (
    absence_code varchar(20)  not null references absence,
    task_id      varchar(64)  not null,
    moved        varchar(10)  not null check (moved in ('TO_DEPUTY', 'TO_GROUP', 'BACK')),
    case_key     varchar(80)  not null,
    task_name    varchar(200) not null,
    at           timestamptz  not null
);
create index absence_task_task on absence_task (task_id);
create index absence_task_absence on absence_task (absence_code);

-- What a deputy did for the absent person; only added to.
create table absence_act (
    id           bigint generated always as identity primary key,
    absence_code varchar(20)  not null references absence,
    case_key     varchar(80)  not null,
    task_id      varchar(64),                    -- null: a case that was started
    task_name    varchar(200) not null,
    deputy       varchar(64)  not null,
    deputy_name  varchar(200) not null,
    words        varchar(500) not null,          -- xử lý thay …, KT. …, TUQ. … theo văn bản số …
    at           timestamptz  not null
);
create index absence_act_case on absence_act (case_key, id);
create index absence_act_absence on absence_act (absence_code);

-- Tasks taken from whoever held them and did not come back.
create table task_release (
    id          bigint generated always as identity primary key,
    task_id     varchar(64)  not null,
    case_key    varchar(80)  not null,
    task_name   varchar(200) not null,
    holder      varchar(64)  not null,
    released_by varchar(64)  not null,
    reason      text         not null,
    at          timestamptz  not null
);
create index task_release_case on task_release (case_key);

-- For whom a step of a paper was done, and on what ground.
alter table paper_step add column for_user varchar(64);
alter table paper_step add column for_ground varchar(4);
alter table paper_step add column for_words varchar(500);
