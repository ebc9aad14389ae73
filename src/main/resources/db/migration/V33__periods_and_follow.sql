-- The date of a tổng kết that is counted from the end of its campaign is not known while the table of holidays does not reach so far.
alter table reporting_period alter column report_date drop not null;
alter table reporting_period add check (report_date is not null or status in ('PLANNED', 'CANCELLED'));

-- Nothing looks for it: units that have not answered are listed and urged.
delete from check_rule where code = 'C06';

insert into deadline_parameter (code, name, working_days, direction, legal_source, uncertain, valid_from) values
    ('CAMPAIGN_FOLLOW', 'Theo dõi phong trào đến sau ngày tổng hợp báo cáo tổng kết (trình ký, vào sổ, kết thúc)', 15, 'AFTER',
     'Yêu cầu nghiệp vụ', true, '2021-01-01');

-- A decision to withdraw has grounds of its own; those made before took over the plan's.
alter table campaign_change add column grounds text;
