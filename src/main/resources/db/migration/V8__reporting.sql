-- When a campaign's units report: one row per date of its plan, the last one is the tổng kết. Rows that are not opened yet
-- follow the plan as it is amended.
create table reporting_period (
    campaign_code      varchar(20) not null references campaign,
    seq                integer     not null,      -- 1, 2 … in order of dates; also in the keys KY1 and BC1
    kind               varchar(10) not null check (kind in ('MIDTERM', 'YEARLY', 'FINAL')),
    report_date        date        not null,
    status             varchar(15) not null,      -- PLANNED, OPEN, CONSOLIDATED (handed in), SIGNED, CANCELLED
    opened_at          timestamptz,
    due_at             timestamptz,               -- 17:00 of the date: what arrives later is late
    consolidate_due_at timestamptz,
    total              integer     not null default 0,
    reported           integer     not null default 0,
    overdue_at         timestamptz,               -- when the consolidated report became overdue
    content            jsonb,                     -- the consolidated report with the figures as they were
    written_by         varchar(64),
    signed_at          timestamptz,
    primary key (campaign_code, seq)
);

-- One unit's report of one period.
create table unit_report (
    campaign_code varchar(20) not null,
    seq           integer     not null,
    unit_code     varchar(32) not null,
    batch         integer     not null,
    status        varchar(15) not null,           -- PENDING, BLOCKED, OPEN, SUBMITTED, REPORTED, CANCELLED
    problem       text,                           -- why it could not be opened
    opened_at     timestamptz,
    due_at        timestamptz not null,
    reported_at   timestamptz,
    late          boolean     not null default false,
    reminded_at   timestamptz,
    overdue_at    timestamptz,
    no_activity   boolean,
    content       jsonb,                          -- what the unit wrote; its figures go to the tables below when approved
    written_by    varchar(64),
    approved_by   varchar(64),
    return_reason text,
    returned_by   varchar(64),
    returned_at   timestamptz,
    cancel_reason text,
    primary key (campaign_code, seq, unit_code),
    foreign key (campaign_code, seq) references reporting_period
);
create index unit_report_unit on unit_report (unit_code);
create index unit_report_batch on unit_report (campaign_code, seq, batch) where status = 'PENDING';

-- The figure of one indicator (by its name in the plan) in one unit's approved report.
create table indicator_value (
    campaign_code varchar(20)    not null,
    seq           integer        not null,
    unit_code     varchar(32)    not null,
    indicator     text           not null,
    value         numeric(20, 4) not null,
    note          text,
    primary key (campaign_code, seq, unit_code, indicator),
    foreign key (campaign_code, seq, unit_code) references unit_report
);

-- Điển hình tiên tiến that a unit reports.
create table exemplary_model (
    campaign_code varchar(20) not null,
    seq           integer     not null,
    unit_code     varchar(32) not null,
    place         integer     not null,
    kind          varchar(15) not null check (kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
    name          text        not null,
    achievement   text        not null,
    primary key (campaign_code, seq, unit_code, place),
    foreign key (campaign_code, seq, unit_code) references unit_report
);

-- What became of each registered work; only added to, the last row counts. A work without a row, or under way, is open.
create table work_progress (
    id            bigint generated always as identity primary key,
    campaign_code varchar(20) not null,
    unit_code     varchar(32) not null,
    work_seq      integer     not null,
    seq           integer,                        -- the period of the report; null: settled by Sở Nội vụ
    state         varchar(10) not null check (state in ('DOING', 'DONE', 'DROPPED')),
    note          text,
    recorded_by   varchar(64) not null,
    recorded_at   timestamptz not null,
    check (state <> 'DROPPED' or note is not null)
);
create index work_progress_work on work_progress (campaign_code, unit_code, work_seq, id);

alter table participation add column problem text;         -- why it could not be opened
alter table participation add column cancel_reason text;   -- withdrawn, closed, or no longer in scope
alter table campaign add column archived_at timestamptz;
alter table campaign add column withdraw_reason text;

-- A deadline counts working days, or calendar days where the law says days, months or a year.
alter table deadline_parameter add column calendar_days boolean not null default false;
insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from, calendar_days) values
    ('REPORT_OPEN', 'Mở báo cáo cho các đơn vị trước ngày báo cáo', 10, 'BEFORE', 'Kế hoạch phát động phong trào', true, '2021-01-01', false),
    ('REPORT_REMIND', 'Nhắc đơn vị trước hạn báo cáo', 3, 'BEFORE', 'Yêu cầu nghiệp vụ', true, '2021-01-01', false),
    ('REPORT_CONSOLIDATE', 'Tổng hợp báo cáo sau ngày các đơn vị báo cáo', 10, 'AFTER', 'Kế hoạch phát động phong trào', true, '2021-01-01', false),
    ('FINAL_REVIEW', 'Tổng kết sau khi phong trào kết thúc (khi kế hoạch không ghi ngày)', 20, 'AFTER', 'Yêu cầu nghiệp vụ', true, '2021-01-01', false),
    ('CAMPAIGN_ARCHIVE', 'Nộp lưu hồ sơ phong trào vào lưu trữ cơ quan', 365, 'AFTER', 'Luật Lưu trữ ngày 11 tháng 11 năm 2011, Điều 11', false, '2021-01-01', true),
    ('CAMPAIGN_ARCHIVE', 'Nộp lưu hồ sơ phong trào vào lưu trữ hiện hành', 365, 'AFTER', 'Luật Lưu trữ ngày 21 tháng 6 năm 2024', true, '2025-07-01', true);
insert into number_series values
    ('UBND tỉnh', 'BC', 'BC-UBND', false, 'Nghị định 30/2020/NĐ-CP'),
    ('UBND tỉnh', 'QĐ', 'QĐ-UBND', false, 'Nghị định 30/2020/NĐ-CP');
