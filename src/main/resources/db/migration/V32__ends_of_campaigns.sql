-- Why a reporting period ended without a signed report: its campaign was withdrawn, or closed before it.
alter table reporting_period add column cancel_reason text;
update reporting_period p set cancel_reason = 'Phong trào đã thu hồi: ' || c.withdraw_reason
    from campaign c where c.code = p.campaign_code and p.status = 'CANCELLED' and c.withdraw_reason is not null;

-- Of an answer that was given this column now says only that its unit was taken out of scope; the end of a campaign takes nothing from it.
update participation p set cancel_reason = null
    from campaign c where c.code = p.campaign_code and c.status in ('CLOSED', 'WITHDRAWN') and p.status = 'ANSWERED'
    and p.cancel_reason like 'Phong trào đã %';

-- A registered work keeps its number for good, for its progress names it so: how many numbers a unit has given.
alter table participation add column works_numbered integer not null default 0;
update participation p set works_numbered = greatest(
    (select coalesce(max(w.seq) + 1, 0) from registered_work w where w.campaign_code = p.campaign_code and w.unit_code = p.unit_code),
    (select coalesce(max(g.work_seq) + 1, 0) from work_progress g where g.campaign_code = p.campaign_code and g.unit_code = p.unit_code));
