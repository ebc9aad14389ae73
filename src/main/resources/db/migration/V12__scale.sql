-- A batch is found without reading its whole campaign, also when it is told of an amendment or stopped, not only while it is
-- opened. Without "where status = …" a change of the status stays in the table's page and touches no index (a HOT update).
drop index participation_batch;
create index participation_batch on participation (campaign_code, batch);
drop index unit_report_batch;
create index unit_report_batch on unit_report (campaign_code, seq, batch);
