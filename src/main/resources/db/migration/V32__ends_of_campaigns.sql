-- Why a reporting period ended without a signed report: its campaign was withdrawn, or closed before it.
alter table reporting_period add column cancel_reason text;
update reporting_period p set cancel_reason = 'Phong trào đã thu hồi: ' || c.withdraw_reason
    from campaign c where c.code = p.campaign_code and p.status = 'CANCELLED' and c.withdraw_reason is not null;
