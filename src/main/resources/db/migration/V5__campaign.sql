create table campaign (
    code            varchar(20) primary key,   -- PT-2024-003
    status          varchar(20)  not null,     -- DRAFTING, IN_APPROVAL, ISSUED, REFUSED, FOLLOWED
    type            varchar(20)  not null,     -- REGULAR, THEMATIC, PEAK
    title           text         not null,
    draft_group     varchar(64)  not null,
    comment_days    integer,
    comment_due_at  timestamptz,
    plan_version    integer      not null,
    reference       varchar(100) unique,       -- the caller's own, over REST
    request_digest  varchar(64),
    created_by      varchar(64)  not null,
    created_at      timestamptz  not null,
    issued_at       timestamptz,
    response_due_at timestamptz,
    return_until    timestamptz,
    conclusion      text,
    closed_at       timestamptz,
    version         bigint       not null
);

-- Each version of a plan as it was entered; nothing is overwritten after the paper was submitted.
create table plan_version (
    campaign_code varchar(20) not null references campaign,
    version       integer     not null,
    content       jsonb       not null,
    saved_by      varchar(64) not null,
    saved_at      timestamptz not null,
    primary key (campaign_code, version)
);

-- Kinds and sources of the checks are the office's data; how a check counts is code (PlanChecks).
create table check_rule (
    code         varchar(10) not null,
    kind         varchar(10) not null check (kind in ('BLOCK', 'WARN', 'INFO', 'OFF')),
    name         text        not null,
    legal_source text        not null,
    valid_from   date        not null,
    valid_to     date,
    primary key (code, valid_from)
);
insert into check_rule (code, kind, name, legal_source, valid_from) values
    ('C01', 'BLOCK', 'Thời gian kết thúc trước thời gian bắt đầu, hoặc ngày sơ kết ngoài thời gian phong trào', 'Yêu cầu nghiệp vụ', '2021-01-01'),
    ('C02', 'WARN',  'Tên phong trào nêu "N ngày đêm" nhưng thời gian không đúng N ngày',                     'Yêu cầu nghiệp vụ', '2021-01-01'),
    ('C03', 'INFO',  'Phong trào kết thúc trước ngày kỷ niệm mà phong trào chào mừng',                        'Yêu cầu nghiệp vụ', '2021-01-01'),
    ('C04', 'WARN',  'Kế hoạch đã ban hành nhưng chưa rõ số, ký hiệu',                                        'Nghị định 30/2020/NĐ-CP', '2021-01-01'),
    ('C05', 'INFO',  'Ngày ban hành là ngày nghỉ',                                                            'Nghị định 30/2020/NĐ-CP', '2021-01-01'),
    ('C06', 'INFO',  'Đơn vị chưa gửi kế hoạch khi hết hạn',                                                  'Kế hoạch phát động', '2021-01-01');

create table check_finding (
    id            bigint generated always as identity primary key,
    campaign_code varchar(20) not null references campaign,
    code          varchar(10) not null,
    kind          varchar(10) not null,
    field         varchar(100),
    message       text        not null,
    legal_source  text        not null,
    rule_from     date        not null,        -- the version of the rule that was used
    reason        text,                        -- why a warning was passed
    recorded_by   varchar(64) not null,
    recorded_at   timestamptz not null
);
create index check_finding_campaign on check_finding (campaign_code);

create table campaign_comment (
    campaign_code varchar(20) not null references campaign,
    unit_code     varchar(32) not null,
    asked_at      timestamptz not null,
    agrees        boolean,
    text          text,
    given_by      varchar(64),
    given_at      timestamptz,
    primary key (campaign_code, unit_code)
);

-- One row per campaign and unit with an account: asked once, answered for all to see.
create table participation (
    campaign_code  varchar(20) not null references campaign,
    unit_code      varchar(32) not null,
    batch          integer     not null,
    status         varchar(20) not null,       -- PENDING, OPEN, SUBMITTED, ANSWERED, RETURNED
    opened_at      timestamptz,
    due_at         timestamptz not null,
    answered_at    timestamptz,
    late           boolean     not null default false,
    reminded_at    timestamptz,
    escalated_at   timestamptz,
    urge_note      text,
    promised_date  date,
    own_plan       boolean,
    plan_title     text,
    plan_number    varchar(50),
    plan_date      date,
    no_plan_reason text,
    written_by     varchar(64),
    approved_by    varchar(64),
    return_reason  text,
    returned_by    varchar(64),
    returned_at    timestamptz,
    version        bigint      not null,
    primary key (campaign_code, unit_code)
);
create index participation_unit on participation (unit_code);
create index participation_batch on participation (campaign_code, batch) where status = 'PENDING';

-- Công trình, phần việc: stay open here until they are settled.
create table registered_work (
    campaign_code varchar(20) not null,
    unit_code     varchar(32) not null,
    seq           integer     not null,
    title         text        not null,
    measure       varchar(100),
    target        numeric(20, 4),
    due_date      date,
    primary key (campaign_code, unit_code, seq),
    foreign key (campaign_code, unit_code) references participation
);

-- Subjects without an account (villages, residential groups, small cooperatives) that a commune answers for.
create table covered_subject (
    campaign_code varchar(20) not null,
    unit_code     varchar(32) not null,
    seq           integer     not null,
    name          text        not null,
    note          text,
    primary key (campaign_code, unit_code, seq),
    foreign key (campaign_code, unit_code) references participation
);
