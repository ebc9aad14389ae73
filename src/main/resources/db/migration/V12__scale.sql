-- A batch is found without reading its whole campaign, also when it is told of an amendment or stopped, not only while it is
-- opened. Without "where status = …" a change of the status stays in the table's page and touches no index (a HOT update).
drop index participation_batch;
create index participation_batch on participation (campaign_code, batch);
drop index unit_report_batch;
create index unit_report_batch on unit_report (campaign_code, seq, batch);

-- Every check asks for the rows of a person or of its groups. Groups have an index of the engine's, persons have none: so each list,
-- count and click read the whole table, 220,000 rows at 100,000 open tasks of units. With both the planner combines them. Partial,
-- because almost all rows are those of groups.
create index gu_idx_auth_user on act_ru_authorization (user_id_) where user_id_ is not null;

-- A campaign opens thousands of cases at once and ends them at once: the planner's figures and the dead rows of these tables must not
-- wait until a fifth of the table has changed.
do $$
declare
    name text;
begin
    foreach name in array array['act_ru_task', 'act_ru_execution', 'act_ru_variable', 'act_ru_job', 'act_ru_identitylink',
            'act_ru_authorization', 'participation', 'unit_report'] loop
        execute format('alter table %I set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)', name);
    end loop;
end $$;
