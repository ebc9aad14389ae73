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
