package vn.giaouoc.workflow.notification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.OpenTask;
import vn.giaouoc.notification.TaskBoard;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.form.TaskActs;
import vn.giaouoc.workflow.form.TaskForms;
import vn.giaouoc.workflow.response.ResponseProcess;

/**
 * Reads the engine's tables of open tasks directly: its queries would give candidate groups and variables task by task, thousands of
 * statements each morning. Reads only.
 */
@Component
class EngineTaskBoard implements TaskBoard {

    private static final String TASKS = """
            select t.id_, t.proc_def_id_, t.task_def_key_, t.name_, t.due_date_, t.create_time_, t.assignee_, t.owner_, coalesce((%s), e.business_key_) as case_code, (%s) as title,
              (%s) as unit_name, array(select distinct l.group_id_ from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'
                and l.group_id_ is not null) as groups
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.suspension_state_ = 1\s"""
            .formatted(variable(CampaignProcess.CASE_CODE), variable(CampaignProcess.TITLE), variable(ResponseProcess.UNIT_NAME));

    /** What ids of user tasks begin with whose whole purpose is to urge another task of their case. */
    private static final String URGE = "userTask_urge";

    private final JdbcClient jdbc;
    private final TaskActs acts;

    EngineTaskBoard(JdbcClient jdbc, TaskActs acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    private static String variable(String name) {
        return "select v.text_ from act_ru_variable v where v.var_scope_ = t.proc_inst_id_ and v.name_ = '" + name + "'";
    }

    @Override
    public List<OpenTask> created(Instant after, Collection<String> less, int most) {
        return jdbc.sql(TASKS + "and t.create_time_ > ? and t.assignee_ is null and not (t.id_ = any(?)) order by t.create_time_, t.id_ limit ?")
                .params(Timestamp.from(after), less.toArray(String[]::new), most).query(EngineTaskBoard::task).list();
    }

    @Override
    public List<OpenTask> due(Instant from, Instant before, String behind, int most) {
        return jdbc.sql(TASKS + "and t.due_date_ < :before and (:from::timestamp is null or t.due_date_ >= :from) and t.id_ > :behind "
                        + "order by t.id_ limit :most").param("before", Timestamp.from(before))
                .param("from", from == null ? null : Timestamp.from(from)).param("behind", behind).param("most", most)
                .query(EngineTaskBoard::task).list();
    }

    @Override
    public List<OpenTask> open(Collection<String> taskIds) {
        return jdbc.sql(TASKS + "and t.id_ = any(?)").param(taskIds.toArray(String[]::new)).query(EngineTaskBoard::task).list();
    }

    @Override
    public List<OpenTask> ofInstance(String processInstanceId) {
        return jdbc.sql(TASKS + "and t.proc_inst_id_ = ?").param(processInstanceId).query(EngineTaskBoard::task).list();
    }

    @Override
    public Set<String> urgedBeside(String taskId) {
        return new HashSet<>(jdbc.sql("select l.group_id_ from act_ru_task t join act_ru_task o on o.proc_inst_id_ = t.proc_inst_id_ "
                + "and o.id_ <> t.id_ join act_ru_identitylink l on l.task_id_ = o.id_ and l.type_ = 'candidate' and l.group_id_ is not null "
                + "where t.id_ = ? and starts_with(o.task_def_key_, ?)").params(taskId, URGE).query(String.class).list());
    }

    @Override
    public String act(String form) {
        return acts.of(form);
    }

    @Override
    public Map<String, Set<String>> members(Collection<String> groups) {
        Map<String, Set<String>> members = new HashMap<>();
        jdbc.sql("select group_id_, user_id_ from act_id_membership where group_id_ = any(?)").param(groups.toArray(String[]::new))
                .query((rs, n) -> members.computeIfAbsent(rs.getString(1), group -> new HashSet<>()).add(rs.getString(2))).list();
        return members;
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        Array groups = row.getArray("groups");
        return new OpenTask(row.getString("id_"), TaskForms.formOf(row.getString("proc_def_id_"), row.getString("task_def_key_")),
                row.getString("name_"), row.getString("case_code"), row.getString("title"),
                row.getString("unit_name"), instant(row.getTimestamp("due_date_")), instant(row.getTimestamp("create_time_")),
                row.getString("assignee_"), Set.of((String[]) groups.getArray()), row.getString("owner_"));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
