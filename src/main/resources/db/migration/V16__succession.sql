-- Units that end: merged (sáp nhập, hợp nhất), split (chia) or dissolved (giải thể) by a decision, from a date on. Rows of the former unit
-- keep its code everywhere; who does its work today and whose history it is, is asked here (ADR 0019).
create table succession (
    code            varchar(20)  primary key,    -- TC-2026-01, also the business key of its process
    kind            varchar(10)  not null check (kind in ('MERGE', 'SPLIT', 'DISSOLVE')),
    status          varchar(12)  not null check (status in ('SCHEDULED', 'IN_EFFECT', 'DONE', 'CANCELLED')),
    effective_date  date         not null,
    heir            varchar(32)  not null references unit, -- takes over the open work; a merge: the successor, a split: one of them
    decision_number varchar(60)  not null,
    decision_date   date         not null,
    authority       varchar(200) not null,       -- who decided
    note            text,                        -- dissolved without successor: the reason
    move_people     boolean      not null,
    declared_by     varchar(64)  not null,
    declared_at     timestamptz  not null,
    in_effect_at    timestamptz,
    done_at         timestamptz,
    moved_tasks     integer      not null default 0,
    cancel_reason   text,
    check (kind <> 'DISSOLVE' or note is not null)
);

create table succession_from (
    succession_code varchar(20) not null references succession,
    unit_code       varchar(32) not null references unit,
    cancelled       boolean     not null default false,
    primary key (succession_code, unit_code)
);
-- A unit ends once.
create unique index succession_from_unit on succession_from (unit_code) where not cancelled;

create table succession_to (
    succession_code varchar(20) not null references succession,
    unit_code       varchar(32) not null references unit,
    primary key (succession_code, unit_code)
);
create index succession_to_unit on succession_to (unit_code);

-- Each former unit and who does its work today, through any number of successions.
create view unit_heir (former, heir) as
with recursive
    step (former, heir) as (
        select f.unit_code, s.heir from succession s join succession_from f on f.succession_code = s.code
        where s.status in ('IN_EFFECT', 'DONE')),
    chain (former, heir) as (
        select former, heir from step
        union
        select chain.former, step.heir from chain join step on step.former = chain.heir)
select former, heir from chain where heir not in (select former from step);

-- Each unit and all former units whose history is its own: đơn vị tiền thân.
create view unit_lineage (unit_code, former) as
with recursive
    step (unit_code, former) as (
        select t.unit_code, f.unit_code from succession s join succession_from f on f.succession_code = s.code
            join succession_to t on t.succession_code = s.code where s.status in ('IN_EFFECT', 'DONE')
        union
        select s.heir, f.unit_code from succession s join succession_from f on f.succession_code = s.code
        where s.status in ('IN_EFFECT', 'DONE')),
    lineage (unit_code, former) as (
        select unit_code, former from step
        union
        select lineage.unit_code, step.former from lineage join step on step.unit_code = lineage.former)
select unit_code, former from lineage;

-- A notice whose unit was merged into one that was told of the same change.
alter table change_notice add column cancel_reason text;
