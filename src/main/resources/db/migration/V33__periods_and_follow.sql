-- The date of a tổng kết that is counted from the end of its campaign is not known while the table of holidays does not reach so far.
alter table reporting_period alter column report_date drop not null;
alter table reporting_period add check (report_date is not null or status in ('PLANNED', 'CANCELLED'));
