package vn.giaouoc.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database, then one of them without the other, without the database, and with a unit whose data are bad. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final int COMMUNES = 190;
    private static final int MOST_CAMPAIGNS = 8;

    private EmbeddedPostgres postgres;
    private Province province;
    private Node first;
    private Node second;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setLocaleConfig("encoding", "UTF8").setLocaleConfig("locale", "C").start();
        JdbcClient.create(postgres.getPostgresDatabase()).sql("create database giaouoc").update();
        first = startNode("first");
        DataSource database = postgres.getDatabase("postgres", "giaouoc");
        province = new Province(database);
        province.addCommunes(COMMUNES);
        second = startNode("second");
    }

    private Node startNode(String name) throws IOException {
        return Node.start("two-nodes-" + name, postgres.getJdbcUrl("postgres", "giaouoc"));
    }

    @AfterAll
    void end() throws Exception {
        first.close();
        second.close();
        postgres.close();
    }

    /** The reports of these campaigns are due soon, so their period opens while the units are still being opened. */
    @Test
    @Order(1)
    void twoNodesShareTheWorkAndEveryUnitIsAskedOnce() {
        Set<String> owners = new HashSet<>();
        Set<String> codes = new HashSet<>();
        while (owners.size() < 2 && codes.size() < MOST_CAMPAIGNS) {
            codes.add(first.issued("hai máy " + codes.size(), first.today().plusDays(3)));
            codes.add(second.issued("hai máy " + codes.size(), second.today().plusDays(3)));
            untilQuietNoting(owners);
        }
        assertThat(owners).as("nodes that held jobs").hasSize(2);
        codes.forEach(province::everyUnitIsAskedOnce);
        codes.forEach(province::everyUnitReportsOnce);
    }

    private void untilQuietNoting(Set<String> owners) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(10)).until(() -> {
            owners.addAll(province.jdbc().sql("select distinct lock_owner_ from act_ru_job where lock_owner_ is not null")
                    .query(String.class).list());
            return province.count("act_ru_job where type_ = 'message' and retries_ > 0") == 0;
        });
        province.awaitQuiet();
    }

    @Test
    @Order(2)
    void theDatabaseGoesAwayForAWhileAndNothingIsLost() throws Exception {
        second.kill();
        Gate gate = new Gate(postgres.getDatabase("postgres", "giaouoc"), "userTask_writeResponse", openAnswers() + 70);
        String code = first.issued("mất cơ sở dữ liệu", first.today().plusDays(30));
        gate.await();
        JdbcClient server = JdbcClient.create(postgres.getPostgresDatabase());
        server.sql("alter database giaouoc with allow_connections false").update();
        server.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'giaouoc'").query(Long.class).single();
        Awaitility.await("the node misses its database").atMost(Duration.ofSeconds(60)).until(() -> first.health() == 503);
        server.sql("alter database giaouoc with allow_connections true").update();
        gate.open();
        Awaitility.await("the node has it again").atMost(Duration.ofSeconds(60)).until(() -> first.health() == 200);
        untilQuietMovingTheClock();
        province.everyUnitIsAskedOnce(code);
    }

    private int openAnswers() {
        return (int) province.count("act_ru_task where task_def_key_ = 'userTask_writeResponse'");
    }

    /** A job that failed waits a minute for its next try: the trial's clock need not. */
    private void untilQuietMovingTheClock() {
        Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            if (province.count("act_ru_job where type_ = 'message' and retries_ > 0 and lock_owner_ is null and duedate_ is not null") > 0) {
                first.forward(Duration.ofMinutes(1));
            }
            return province.count("act_ru_job where type_ = 'message' and retries_ > 0") == 0;
        });
    }

    @Test
    @Order(3)
    void aUnitWithBadDataWaitsAloneUntilTheSupervisorRetriesIt() {
        province.jdbc().sql("update person set active = false where user_id = 'thutruong.xa0007'").update();
        String code = first.issued("đơn vị thiếu thủ trưởng", first.today().plusDays(30));
        untilQuietMovingTheClock();
        String key = code + "/xa0007";
        assertThat(province.count("act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_ where e.business_key_ = ?", key))
                .isEqualTo(1);
        assertThat(province.count("act_ru_incident")).as("only that unit").isEqualTo(1);
        assertThat(province.count("participation where campaign_code = ? and status = 'OPEN'", code)).isEqualTo(province.communes() - 1L);

        province.jdbc().sql("update person set active = true where user_id = 'thutruong.xa0007'").update();
        String job = province.jdbc().sql("select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ "
                + "where e.business_key_ = ?").param(key).query(String.class).single();
        assertThat(first.person("giamsat").send("PUT", "/camunda/api/engine/engine/default/job/" + job + "/retries", "{\"retries\":1}")
                .statusCode()).isEqualTo(204);
        untilQuietMovingTheClock();
        province.awaitQuiet();
        province.everyUnitIsAskedOnce(code);
    }
}
