package vn.giaouoc.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The product is killed while it opens a campaign to its units, while it opens their reports and while it withdraws the campaign;
 * each time the next start finds the work where the last commit left it.
 */
@Tag("integration")
class KilledInTheMiddleIT {

    private static final int COMMUNES = 240;
    private static final int PASS = 120;

    private EmbeddedPostgres postgres;
    private DataSource database;
    private Province province;
    private Node node;
    private int starts;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setLocaleConfig("encoding", "UTF8").setLocaleConfig("locale", "C").start();
        database = postgres.getPostgresDatabase();
        province = new Province(database);
        startNode();
        province.addCommunes(COMMUNES);
    }

    private void startNode() throws IOException {
        node = Node.start("killed-" + ++starts, postgres.getJdbcUrl("postgres", "postgres"));
    }

    @AfterEach
    void end() throws Exception {
        node.close();
        postgres.close();
    }

    @Test
    void whereverItIsKilledEveryUnitIsAskedAndToldExactlyOnce() throws Exception {
        Gate answers = new Gate(database, "userTask_writeResponse", PASS);
        LocalDate reporting = node.today().plusDays(30);
        String code = node.issued("giết giữa chừng", reporting);
        killAt(answers, "participation where status = 'OPEN'");
        province.awaitQuiet();
        province.everyUnitIsAskedOnce(code);

        Gate reports = new Gate(database, "userTask_writeReport", PASS);
        node.moveTo(reporting.minusDays(5).atTime(8, 0));
        killAt(reports, "unit_report where status = 'OPEN'");
        province.awaitQuiet();
        province.everyUnitReportsOnce(code);
        province.everyUnitIsAskedOnce(code);

        Gate notices = new Gate(database, "userTask_readNotice", PASS);
        withdraw(code);
        killAt(notices, "participation where status = 'CANCELLED'");
        province.awaitQuiet();
        province.everythingEndedOnce(code, "Phong trào đã thu hồi: Trùng lặp.");
    }

    /** Kills the node when some of the work is committed and a batch is half written, and starts it again. */
    private void killAt(Gate gate, String done) throws Exception {
        gate.await();
        assertThat(province.count(done)).as("done before the kill").isPositive().isLessThan(province.communes());
        node.kill();
        gate.open();
        startNode();
    }

    private void withdraw(String code) {
        node.withdraw(code);
        step("chuyenvien", code + "/TD1", "userTask_draftChange", Map.of("reason", "Trùng lặp.", "legalGrounds", "Căn cứ Luật Thi đua, khen thưởng;"));
        step("truongphong", code + "/TH1", "userTask_approveDivision", approve());
        step("giamdoc", code + "/TH1", "userTask_approveDirector", approve());
        step("vanphong", code + "/TH1", "userTask_checkForm", approve());
        step("chutich", code + "/TH1", "userTask_signPaper", approve());
        step("vanthu", code + "/TH1", "userTask_registerPaper", Map.of("decision", "REGISTER", "number", "901",
                "issueDate", node.today().toString(), "files", List.of(node.file("vanthu"))));
    }

    private static Map<String, Object> approve() {
        return new HashMap<>(Map.of("decision", "APPROVE"));
    }

    private void step(String user, String key, String task, Map<String, Object> data) {
        province.await(task, "act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.task_def_key_ = ? and "
                + "e.business_key_ = ?", task, key);
        node.complete(user, key, task, data);
    }
}
