package vn.giaouoc.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of the nodes: many communes to be opened, and what must hold of each of them whatever went wrong on the way. */
final class Province {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final String CASES = "(select count(*) from act_ru_execution e where e.parent_id_ is null and e.business_key_ = %s)";
    private static final String TASKS = "(select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
            + "where e.business_key_ = %s)";
    private static final String EVER = "(select count(*) from act_hi_procinst h where h.business_key_ = %s)";

    private final JdbcClient jdbc;

    Province(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Adds communes {@code xa0001} …, each with official and head and their accounts (password as everybody's). */
    void addCommunes(int count) {
        jdbc.sql("insert into unit select 'xa' || lpad(n::text, 4, '0'), 'Xã số ' || n, 'Xã ' || n, 'COMMUNE', true, true "
                + "from generate_series(1, ?) n").param(count).update();
        String people = "from unit u cross join (values ('canbo.', false), ('thutruong.', true)) p (prefix, leads) where u.code like 'xa____'";
        jdbc.sql("insert into person select prefix || u.code, 'Nguyễn Văn', 'Xã', null, true " + people).update();
        jdbc.sql("insert into membership select prefix || u.code, u.code, leads " + people).update();
        jdbc.sql("insert into act_id_group (id_, rev_, name_, type_) select 'unit-' || code || suffix, 1, name, 'UNIT' from unit "
                + "cross join (values (''), ('-lead')) s (suffix) where code like 'xa____'").update();
        jdbc.sql("insert into act_id_user (id_, rev_, first_, last_, pwd_, salt_) select prefix || u.code, 1, 'Nguyễn Văn', 'Xã', a.pwd_, "
                + "a.salt_ " + people.replace("where", "cross join act_id_user a where a.id_ = 'canbo.sgddt' and")).update();
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) select m.user_id, 'unit-' || m.unit_code || s from membership m "
                + "cross join (values (''), ('-lead')) t (s) where m.unit_code like 'xa____' and (s = '' or m.leads) "
                + "union all select user_id, 'officials' from membership where unit_code like 'xa____'").update();
    }

    /** Communes that take part in any campaign. */
    int communes() {
        return jdbc.sql("select count(*) from unit where kind = 'COMMUNE' and active").query(Integer.class).single();
    }

    long count(String sql, Object... parameters) {
        return jdbc.sql("select count(*) from " + sql).params(parameters).query(Long.class).single();
    }

    /** Waits for a task and the like. */
    void await(String what, String sql, Object... parameters) {
        Awaitility.await(what).atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(() -> count(sql, parameters) > 0);
    }

    /** Nothing is left to do now: no job is due, or held by a node. */
    void awaitQuiet() {
        Awaitility.await("jobs done").atMost(LONGEST).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertThat(
                count("act_ru_job where type_ = 'message' and retries_ > 0")).as("jobs that are left").isZero());
        assertThat(jdbc.sql("select incident_msg_ from act_ru_incident").query(String.class).list()).as("incidents").isEmpty();
    }

    /** Every unit of the campaign was asked once: one part, one case, one open task; none lost, none doubled. */
    void everyUnitIsAskedOnce(String code) {
        String key = "p.campaign_code || '/' || p.unit_code";
        assertThat(units(code)).hasSize(communes());
        assertThat(wrong("participation p", code, "p.status = 'OPEN' and " + once(key))).as("asked wrongly").isEmpty();
        assertThat(count("act_hi_procinst where proc_def_key_ = 'unit-response' and business_key_ like ?", code + "/%"))
                .as("cases without a unit").isEqualTo(communes());
    }

    /** The same for the reports of a period. */
    void everyUnitReportsOnce(String code) {
        String key = "p.campaign_code || '/KY' || p.seq || '/' || p.unit_code";
        assertThat(count("unit_report where campaign_code = ? and seq = 1", code)).isEqualTo(communes());
        assertThat(wrong("unit_report p", code, "p.status = 'OPEN' and " + once(key))).as("asked for reports wrongly").isEmpty();
        assertThat(count("act_hi_procinst where proc_def_key_ = 'unit-report' and business_key_ like ?", code + "/%"))
                .as("cases without a report").isEqualTo(communes());
        assertThat(jdbc.sql("select total from reporting_period where campaign_code = ? and seq = 1").param(code).query(Integer.class)
                .single()).isEqualTo(communes());
    }

    /** After a withdrawal: every open work ended once and says why, everybody is told once, nothing of ours is gone. */
    void everythingEndedOnce(String code, String reason) {
        String ended = "(select count(*) from act_hi_procinst h where h.business_key_ = %s and h.end_time_ is not null "
                + "and h.delete_reason_ = '" + reason + "') = 1 and %s = 1 and %s = 0";
        String answer = "p.campaign_code || '/' || p.unit_code";
        String report = "p.campaign_code || '/KY' || p.seq || '/' || p.unit_code";
        assertThat(units(code)).hasSize(communes());
        assertThat(wrong("participation p", code, "p.status = 'CANCELLED' and p.cancel_reason = '" + reason + "' and "
                + ended.formatted(answer, EVER.formatted(answer), CASES.formatted(answer)))).as("answers not ended once").isEmpty();
        assertThat(count("unit_report where campaign_code = ?", code)).isEqualTo(communes());
        assertThat(wrong("unit_report p", code, "p.status = 'CANCELLED' and p.cancel_reason = '" + reason + "' and "
                + ended.formatted(report, EVER.formatted(report), CASES.formatted(report)))).as("reports not ended once").isEmpty();
        assertThat(count("change_notice where campaign_code = ?", code)).isEqualTo(communes());
        assertThat(wrong("change_notice p", code, once("p.campaign_code || '/TD' || p.seq || '/' || p.unit_code")))
                .as("not told once").isEmpty();
    }

    private List<String> units(String code) {
        return jdbc.sql("select unit_code from participation where campaign_code = ?").param(code).query(String.class).list();
    }

    private static String once(String key) {
        return CASES.formatted(key) + " = 1 and " + TASKS.formatted(key) + " = 1 and " + EVER.formatted(key) + " = 1";
    }

    private List<String> wrong(String table, String code, String condition) {
        return jdbc.sql("select p.unit_code from " + table + " where p.campaign_code = ? and not (" + condition + ") order by 1")
                .param(code).query(String.class).list();
    }
}
