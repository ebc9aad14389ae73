-- Who is told what, when and how (ADR 0024).
alter table person add column email varchar(254);

-- How a person wants to be told. Without a row: the kind's own default.
create table notice_choice (
    user_id  varchar(64) not null references person on delete cascade,
    kind     varchar(12) not null check (kind in ('NEW_TASK', 'REMINDER', 'ESCALATION')),
    delivery varchar(6)  not null check (delivery in ('EACH', 'DAILY', 'NONE')),
    primary key (user_id, kind),
    check (kind <> 'ESCALATION' or delivery <> 'NONE') -- nobody may choose not to hear of overdue work
);

-- The outbox: letters as they were written; what a retry sends is the same letter with the same Message-ID.
create table mail (
    id         uuid primary key,
    user_id    varchar(64)  not null,
    address    varchar(254) not null,
    subject    varchar(300) not null,
    text_body  text         not null,
    html_body  text         not null,
    status     varchar(8)   not null check (status in ('HELD', 'WAITING', 'SENDING', 'SENT', 'REFUSED', 'UNCLEAR', 'STALE')),
    run        varchar(20),                 -- the delivery that last tried
    attempts   integer      not null default 0,
    problem    text,
    created_at timestamptz  not null,
    changed_at timestamptz  not null
);
create index mail_unfinished on mail (status, attempts, created_at) where status in ('HELD', 'WAITING', 'SENDING', 'UNCLEAR');
create index mail_latest on mail (created_at desc);

-- A delivery: GT-000012, the business key of its process. One sends at a time, so a dead mail server is one incident, not thousands.
create sequence mail_run_number;
create table mail_run (
    code       varchar(20) primary key,
    status     varchar(8)  not null check (status in ('SENDING', 'CLEARING', 'DONE')),
    asked      boolean     not null default false, -- the supervisor knows of the letters whose sending is unclear
    started_at timestamptz not null
);
create unique index mail_run_one on mail_run (status) where status = 'SENDING';

-- One thing to tell one person of one task; told once, whoever asks for it.
create table notice (
    id         bigint generated always as identity primary key,
    user_id    varchar(64) not null,
    kind       varchar(12) not null check (kind in ('NEW_TASK', 'REMINDER', 'ESCALATION')),
    delivery   varchar(6)  not null check (delivery in ('EACH', 'DAILY')),
    task_id    varchar(64) not null,
    occasion   varchar(40) not null,        -- NEW, EARLY:2024-05-15, LATE:…, DUE:…, OVERDUE1:…
    task_name  text        not null,
    case_code  varchar(100),
    title      text,
    unit_name  text,
    due_at     timestamptz,
    link       boolean     not null,        -- whether the person can open the task
    created_at timestamptz not null,
    mail_id    uuid,
    unique (user_id, task_id, occasion)
);
create index notice_untold on notice (delivery, user_id) where mail_id is null;

-- New tasks that were told; only as long as their creation may still be looked at again.
create table task_told (
    task_id    varchar(64) primary key,
    created_at timestamptz not null
);
create table task_watermark (
    id           integer primary key check (id = 1),
    last_created timestamptz not null
);

-- A morning: NH-2024-05-15, the business key of its process. One is waited for at a time.
create table reminder_round (
    code      varchar(20) primary key,
    starts_at timestamptz not null,
    status    varchar(8)  not null check (status in ('WAITING', 'DONE')),
    ran_on    date,                          -- later than planned where the clock jumped
    position  varchar(64) not null default ''-- the last task looked at
);
create unique index reminder_round_one on reminder_round (status) where status = 'WAITING';

-- An overdue task that is urged: DD-000012, the business key of its process.
create sequence escalation_number;
create table escalation (
    code      varchar(20) primary key,
    task_id   varchar(64) not null,
    due_at    timestamptz not null,
    level     integer     not null default 0, -- the last one told, 0–4
    opened_at timestamptz not null,
    told_at   timestamptz,
    ended_at  timestamptz,
    unique (task_id, due_at)
);
create index escalation_open on escalation (code) where ended_at is null;

-- Who is told at which level, and after how many working days (deadline_parameter); the province's own choice.
create table escalation_level (
    level         integer     not null check (level between 1 and 4),
    receiver      varchar(8)  not null check (receiver in ('HOLDER', 'HEAD', 'GROUPS')),
    group_ids     text[]      not null default '{}', -- of GROUPS: engine groups
    deadline_code varchar(40),                       -- working days after the level before; none for the first
    legal_source  text        not null,
    uncertain     boolean     not null,
    valid_from    date        not null,
    valid_to      date,
    primary key (level, valid_from)
);
insert into escalation_level (level, receiver, group_ids, deadline_code, legal_source, uncertain, valid_from) values
    (1, 'HOLDER', '{}', null, 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    (2, 'HEAD', '{}', 'ESCALATE_HEAD', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    (3, 'GROUPS', '{snv-specialist,snv-division-head}', 'ESCALATE_OFFICE', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    (4, 'GROUPS', '{snv-director}', 'ESCALATE_LEADER', 'Yêu cầu nghiệp vụ', true, '2021-01-01');

-- Who heads the groups that are no unit.
create table group_head (
    group_id   varchar(64) primary key,
    head_group varchar(64) not null
);
insert into group_head values ('snv-specialist', 'snv-division-head'), ('snv-division-head', 'snv-director'), ('snv-director', 'chairman'),
    ('deputy-chairman', 'chairman');

insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from) values
    ('REMIND_EARLY', 'Nhắc người xử lý lần đầu, trước hạn', 5, 'BEFORE', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('REMIND_LATE', 'Nhắc người xử lý lần cuối, trước hạn', 1, 'BEFORE', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('ESCALATE_HEAD', 'Báo thủ trưởng về việc quá hạn, sau khi báo người xử lý', 2, 'AFTER', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('ESCALATE_OFFICE', 'Báo Sở Nội vụ về việc quá hạn, sau khi báo thủ trưởng', 3, 'AFTER', 'Yêu cầu nghiệp vụ', true, '2021-01-01'),
    ('ESCALATE_LEADER', 'Báo lãnh đạo về việc quá hạn, sau khi báo Sở Nội vụ', 5, 'AFTER', 'Yêu cầu nghiệp vụ', true, '2021-01-01');
