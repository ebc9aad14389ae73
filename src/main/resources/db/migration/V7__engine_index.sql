-- Each completion looks for sub-tasks; without this index it scans all open tasks (0,33 x throughput at 100,000 tasks).
create index gu_idx_task_parent on act_ru_task (parent_task_id_);

-- The planner cannot guess how many authorizations hold a permission bit (2 = read, 64 = read task on a definition).
create statistics gu_stat_auth_read on (perms_ & 2) from act_ru_authorization;
create statistics gu_stat_auth_read_task on (perms_ & 64) from act_ru_authorization;
