package vn.giaouoc.platform.persistence;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, from the scripts in the engine's jar: Flyway owns engine schema and ours in one history.
 * An engine upgrade adds a migration of its own that runs the upgrade script.
 */
@Component
@SuppressWarnings("checkstyle:TypeName") // Flyway reads the version from the class name
public class V1__EngineSchema extends BaseJavaMigration {

    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) {
        for (String script : SCRIPTS) {
            var resource = new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql");
            ScriptUtils.executeSqlScript(context.getConnection(), resource);
        }
    }
}
