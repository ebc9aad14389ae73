-- The supervisor's lists ask for tasks by their due date, of all tasks there are: what is late or soon due is found without reading the
-- rest. The engine has no such index.
create index gu_idx_task_due on act_ru_task (due_date_);

-- The lists of all tasks that earlier versions gave the supervisor cost as much as there are tasks. The application gives those who have
-- no lists the present ones at its next start (5 = resource type of filters).
delete from act_ru_authorization where resource_type_ = 5
    and resource_id_ in (select id_ from act_ru_filter where name_ in ('Tất cả', 'Sắp đến hạn – tất cả', 'Quá hạn – tất cả'));
delete from act_ru_filter where name_ in ('Tất cả', 'Sắp đến hạn – tất cả', 'Quá hạn – tất cả');
