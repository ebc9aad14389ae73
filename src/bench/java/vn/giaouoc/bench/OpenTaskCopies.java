package vn.giaouoc.bench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies the cases of units that one campaign has opened through the engine: the rows of the engine's tables with other ids. Some
 * twenty campaigns at a time, without twenty times the minutes. Only what lists read is copied: no history, no aggregates.
 */
final class OpenTaskCopies {

    private static final List<String> TABLES = List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_ru_variable",
            "act_ru_job", "act_ru_authorization");
    /** Columns that name something that is copied. */
    private static final Set<String> IDS = Set.of("id_", "proc_inst_id_", "root_proc_inst_id_", "process_instance_id_", "execution_id_",
            "parent_id_", "act_inst_id_", "task_id_", "resource_id_", "var_scope_");

    /** None of them is a copy yet when its links and rights are copied. */
    private static final String TASKS = "(select t.id_ from act_ru_task t join original o on o.id_ = t.proc_inst_id_)";

    private final JdbcClient jdbc;

    OpenTaskCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Copies the cases of this campaign's units so many times. */
    void copy(String code, int times) {
        jdbc.sql("create temporary table original as select id_ from act_ru_execution where business_key_ like ? || '/_%' "
                + "and proc_def_id_ like 'unit-response:%' and parent_id_ is null").param(code).update();
        jdbc.sql("create index on original (id_)").update();
        for (String table : TABLES) {
            Set<String> columns = new TreeSet<>(jdbc.sql("select column_name from information_schema.columns where table_name = ?").param(table)
                    .query(String.class).list());
            String values = columns.stream().map(column -> IDS.contains(column) ? "x." + column + " || '-' || n" : column.equals("business_key_")
                    ? "x.business_key_ || '-' || n" : "x." + column).collect(Collectors.joining(", "));
            jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                    + " x, generate_series(1, " + times + ") n where " + of(table)).update();
        }
        jdbc.sql("drop table original").update();
    }

    private static String of(String table) {
        return switch (table) {
            case "act_ru_job" -> "x.process_instance_id_ in (select id_ from original)";
            case "act_ru_authorization" -> "x.resource_id_ in " + TASKS;
            case "act_ru_identitylink" -> "x.task_id_ in " + TASKS;
            default -> "x.proc_inst_id_ in (select id_ from original)";
        };
    }
}
