-- Files that belong to cases. Until a form or a call that names it is completed, a file belongs to its uploader only
-- (subject is null); then it is bound in the same transaction as the case's change.
create table attachment (
    id          uuid primary key,
    subject     varchar(80),            -- business key of what it belongs to: PT-2024-003, PT-2024-003/sgddt
    slot        varchar(20),            -- PLAN, COMMENT, SIGNED, RESPONSE
    name        varchar(255) not null,
    media_type  varchar(120) not null,  -- found in the content, not what the browser claimed
    size_bytes  bigint       not null check (size_bytes > 0),
    sha256      varchar(64)  not null,
    uploaded_by varchar(64)  not null,
    uploaded_at timestamptz  not null
);
create index attachment_subject on attachment (subject);
create index attachment_unbound on attachment (uploaded_by) where subject is null;

create table attachment_content (
    attachment_id uuid primary key references attachment on delete cascade,
    content       bytea not null
);
alter table attachment_content alter column content set storage external; -- PDF and DOCX are compressed already

-- A paper (văn bản) on its way from draft to number: kế hoạch today, amendments and decisions later.
create table paper (
    id              varchar(60) primary key,  -- PT-2024-003/KH
    case_code       varchar(20)  not null,
    kind            varchar(10)  not null,    -- KH, QĐ ... (NĐ 30/2020 PL III)
    title           text         not null,
    status          varchar(20)  not null,
    next_step       varchar(20),
    issuing_body    varchar(200) not null,
    outside         boolean      not null,    -- issued outside this product
    signer_name     varchar(200),
    signer_capacity varchar(200),
    number          varchar(30),              -- as printed: 327/KH-UBND
    number_value    integer,
    issue_date      date,
    issue_year      integer,
    signed_file     uuid references attachment,
    version         bigint       not null
);
-- One number per body, kind and year; gaps are normal (the register is kept by văn thư). NĐ 30/2020/NĐ-CP
create unique index paper_number on paper (issuing_body, kind, issue_year, number_value);
create index paper_case on paper (case_code);

-- Who did what with a paper; never changed, only added to.
create table paper_step (
    paper_id    varchar(60) not null references paper,
    seq         integer     not null,
    step        varchar(20) not null,         -- DRAFT, DIVISION, DIRECTOR, OFFICE, SIGN, REGISTER
    actor       varchar(64) not null,
    actor_name  varchar(200) not null,
    position    varchar(200),
    decision    varchar(20) not null,         -- SUBMIT, APPROVE, RETURN, REFUSE, REGISTER, OVERDUE
    return_to   varchar(20),
    reason      text,
    at          timestamptz not null,
    primary key (paper_id, seq)
);

-- The steps a province has. SIGN and REGISTER cannot be switched off: no paper without signature and number.
create table approval_step (
    code         varchar(20) not null,
    name         varchar(200) not null,
    seq          integer     not null,
    enabled      boolean     not null,
    deadline     varchar(40) not null,        -- deadline_parameter.code
    legal_source text        not null,
    valid_from   date        not null,
    valid_to     date,
    primary key (code, valid_from),
    check (enabled or code not in ('SIGN', 'REGISTER'))
);
insert into approval_step (code, name, seq, enabled, deadline, legal_source, valid_from) values
    ('DIVISION', 'Trưởng phòng duyệt',                                    1, true, 'APPROVE_DIVISION', 'Quy chế làm việc của Sở Nội vụ',              '2021-01-01'),
    ('DIRECTOR', 'Giám đốc Sở ký tờ trình',                               2, true, 'APPROVE_DIRECTOR', 'Quy chế làm việc của Sở Nội vụ',              '2021-01-01'),
    ('OFFICE',   'Văn phòng UBND kiểm tra thể thức, thẩm quyền',          3, true, 'APPROVE_OFFICE',   'Nghị định 30/2020/NĐ-CP; Quy chế làm việc của UBND tỉnh', '2021-01-01'),
    ('SIGN',     'Lãnh đạo UBND ký',                                      4, true, 'APPROVE_SIGN',     'Nghị định 30/2020/NĐ-CP',                     '2021-01-01'),
    ('REGISTER', 'Văn thư vào sổ, ban hành',                              5, true, 'REGISTER_PAPER',   'Nghị định 30/2020/NĐ-CP',                     '2021-01-01');

-- Which number series this product keeps itself. The series of the People's Committee are kept by văn thư outside.
create table number_series (
    issuing_body varchar(200) not null,
    kind         varchar(10)  not null,
    symbol       varchar(30)  not null,       -- KH-UBND
    kept_here    boolean      not null,
    legal_source text         not null,
    primary key (issuing_body, kind)
);
insert into number_series values ('UBND tỉnh', 'KH', 'KH-UBND', false, 'Nghị định 30/2020/NĐ-CP');

-- Case codes PT-2024-003: one row per prefix and year, taken under its row lock.
create table case_sequence (
    prefix varchar(10) not null,
    year   integer     not null,
    last   integer     not null,
    primary key (prefix, year)
);
