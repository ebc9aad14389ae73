-- Who does each kind of act in its own right, and so may give it to a deputy: a role's group, or UNIT_LEAD (who leads or approves for a unit).
create table act_holder (
    act    varchar(20) not null references act_kind,
    holder varchar(30) not null,
    primary key (act, holder)
);
insert into act_holder values
    ('APPROVE_UNIT', 'UNIT_LEAD'),
    ('APPROVE_PAPER', 'snv-division-head'),
    ('APPROVE_PAPER', 'snv-director'),
    ('SIGN_PAPER', 'chairman'),
    ('SIGN_PAPER', 'deputy-chairman'),
    ('SIGN_COVENANT', 'UNIT_LEAD'),
    ('SIGN_REPORT', 'UNIT_LEAD');

-- In whose place the person is told: it is the deputy of somebody who is absent.
alter table notice add column instead_of varchar(64);

-- Letters that were sent are deleted when nobody asks for them any more, with what they told.
create index mail_sent on mail (changed_at) where status = 'SENT';
create index notice_mail on notice (mail_id) where mail_id is not null;

-- Models of members that reported after the head unit had consolidated: added to the bloc's list as such.
alter table review_model add column added_at timestamptz;

-- What the checks found when the paper of the province's report was registered, and why it was passed; only added to.
create table mid_year_finding (
    report_code  varchar(20)  not null references mid_year_report,
    seq          integer      not null,
    code         varchar(10)  not null,
    kind         varchar(10)  not null,
    field        varchar(100),
    message      text         not null,
    legal_source text         not null,
    rule_from    date         not null,        -- the version of the rule that was used
    reason       text,
    recorded_by  varchar(64)  not null,
    recorded_at  timestamptz  not null,
    primary key (report_code, seq)
);
