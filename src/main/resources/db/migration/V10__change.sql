-- Amendments and withdrawals of issued campaigns: each is a paper of its own, approved like the plan.
create table campaign_change (
    campaign_code varchar(20) not null references campaign,
    seq           integer     not null,
    kind          varchar(10) not null check (kind in ('AMEND', 'WITHDRAW')),
    status        varchar(12) not null,           -- DRAFTING, SUBMITTED, IN_FORCE, ABANDONED; refused: the paper says so
    reason        text,
    base_version  integer     not null,           -- version of the plan it starts from
    plan          jsonb,                          -- the plan as it shall be; null for a withdrawal
    written_by    varchar(64),
    begun_by      varchar(64) not null,
    begun_at      timestamptz not null,
    in_force_at   timestamptz,
    primary key (campaign_code, seq)
);
-- Two people at the same moment: one change at a time.
create unique index campaign_change_open on campaign_change (campaign_code) where status = 'DRAFTING';

-- Each unit that is told of a change.
create table change_notice (
    campaign_code varchar(20) not null,
    seq           integer     not null,
    unit_code     varchar(32) not null,
    due_at        timestamptz not null,
    read_by       varchar(64),
    read_at       timestamptz,
    overdue_at    timestamptz,
    primary key (campaign_code, seq, unit_code),
    foreign key (campaign_code, seq) references campaign_change
);

insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from) values
    ('CHANGE_NOTICE', 'Đơn vị tiếp nhận nội dung điều chỉnh, thu hồi', 5, 'AFTER', 'Yêu cầu nghiệp vụ', true, '2021-01-01');
