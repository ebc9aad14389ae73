package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.notification.Mails;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.test.GrumpySmtp;
import vn.giaouoc.test.Meter;

/** The outbox against a real SMTP server: away and back, grumpy, and programs that die at the worst moment. */
class MailDeliveryIT extends NotificationTest {

    @Autowired
    Mails mails;
    @Autowired
    EmbeddedPostgres postgres;

    @Test
    void aMailServerThatIsAwayForAWhileIsWaitedFor() {
        server.stop();
        asked();
        sweep.sweep();
        fails(deliveryJob(), "Máy chủ thư không nhận kết nối");
        assertThat(status(official)).isEqualTo("WAITING");
        assertThat(jdbc.sql("select count(*) from mail where problem like '%không nhận kết nối%'").query(Long.class).single())
                .as("the first it tried says why").isEqualTo(1);
        sweep.sweep();
        assertThat(instances("mail-delivery")).as("one delivery at a time").isEqualTo(1);
        assertThat(deliveryJob().getRetries()).isEqualTo(6);

        server.start();
        forward(Duration.ofMinutes(2)); // the first wait is a minute
        assertThat(subjects(official)).hasSize(1);
        assertThat(status(official)).isEqualTo("SENT");
        assertThat(instances("mail-delivery")).isZero();
    }

    @Test
    void aMailServerThatStaysAwayIsOneIncidentAndNothingIsLost() {
        server.stop();
        asked();
        sweep.sweep();
        String delivery = jdbc.sql("select code from mail_run").query(String.class).single();
        failToIncident(delivery, "Máy chủ thư không nhận kết nối");
        asked();
        sweep.sweep();
        assertThat(instances("mail-delivery")).as("letters that come later wait for the same delivery").isEqualTo(1);

        server.start();
        retryAsSupervisor(delivery);
        sent();
        assertThat(subjects(official)).hasSize(2);
        assertThat(jdbc.sql("select count(*) from mail where status <> 'SENT'").query(Long.class).single()).isZero();
    }

    @Test
    void anAddressTheServerRefusesIsNotTriedAgainUntilSomebodySaysSo() throws IOException {
        server.stop();
        jdbc.sql("update person set email = 'nobody@example.org' where user_id = ?").param(official).update();
        UUID id;
        try (var grumpy = new GrumpySmtp(server.port())) {
            asked();
            sent();
            assertThat(instances("mail-delivery")).isZero();
            assertThat(status(official)).isEqualTo("REFUSED");
            jdbc.sql("update mail set attempts = 8 where user_id = ?").param(official).update();
            id = jdbc.sql("select id from mail where user_id = ?").param(official).query(UUID.class).single();
            assertThat(mails.list("REFUSED", 0, 10).items()).singleElement().satisfies(mail -> assertThat(mail.problem()).contains("No such user"));
            assertThat(status("chuyenvien")).as("the others are not held up").isEqualTo("SENT");
        }
        server.start();
        write(official); // the address is mended
        mails.again(id);
        assertThat(jdbc.sql("select attempts from mail where id = ?").param(id).query(Integer.class).single()).as("begins anew").isZero();
        jobs.runDue();
        assertThat(subjects(official)).hasSize(1);
        assertThatThrownBy(() -> mails.again(id)).isInstanceOf(ConflictRefusal.class);
        assertThatThrownBy(() -> mails.again(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void lettersThatArePutOffWaitForThemselvesAndHoldUpNobody() throws IOException {
        server.stop();
        List<String> later = List.of("canbo.htxtaihoan", "canbo.htxyenduong", official);
        later.forEach(user -> jdbc.sql("update person set email = ? where user_id = ?").params("later." + user + "@example.org", user).update());
        try (var grumpy = new GrumpySmtp(server.port())) {
            asked();
            sent();
            later.forEach(user -> assertThat(status(user)).isEqualTo("WAITING"));
            assertThat(status("chuyenvien")).as("of another portion").isEqualTo("SENT");
            assertThat(instances("mail-delivery")).as("nothing is left to do now").isZero();
            sent();
            assertThat(tries(official)).as("its minute is not over").isEqualTo(1);
            forward(Duration.ofMinutes(2));
            sent();
            assertThat(tries(official)).isEqualTo(2);
            forward(Duration.ofMinutes(2));
            sent();
            assertThat(tries(official)).as("the waits grow").isEqualTo(2);
            jdbc.sql("update mail set attempts = 7").update();
            forward(Duration.ofHours(3));
            sent();
            assertThat(status(official)).as("puts off for a day").isEqualTo("WAITING");
            jdbc.sql("update mail set created_at = created_at - interval '5 days' where user_id = ?").param(official).update();
            forward(Duration.ofHours(3));
            sent();
            assertThat(status(official)).as("puts off for five days").isEqualTo("REFUSED");
        }
        server.start();
        forward(Duration.ofHours(3));
        sent();
        assertThat(status("canbo.htxtaihoan")).isEqualTo("SENT");
    }

    private int tries(String user) {
        return jdbc.sql("select attempts from mail where user_id = ?").param(user).query(Integer.class).single();
    }

    @Test
    void aServerThatClosesDownIsAwayWhateverTheLetter() throws IOException {
        server.stop();
        jdbc.sql("update person set email = 'closing@example.org' where user_id = ?").param(official).update();
        try (var grumpy = new GrumpySmtp(server.port())) {
            asked();
            sweep.sweep();
            Job job = deliveryJob();
            fails(job, "Closing down");
            assertThat(status(official)).isEqualTo("WAITING");
            assertThat(tries(official)).as("not this letter's fault").isZero();
            assertThat(deliveryJob().getRetries()).as("a failure of the delivery, not of the letter").isEqualTo(6);
        }
    }

    @Test
    void aServerThatBreaksOffAgainAndAgainGetsNoMoreLetters() throws IOException {
        server.stop();
        List<String> silent = List.of("canbo.htxtaihoan", "canbo.htxyenduong", official, "chuyenvien");
        silent.forEach(user -> jdbc.sql("update person set email = ? where user_id = ?").params("silent." + user + "@example.org", user).update());
        try (var grumpy = new GrumpySmtp(server.port())) {
            asked();
            sweep.sweep();
            management.executeJob(deliveryJob().getId()); // two letters to a portion
            fails(deliveryJob(), "ngắt kết nối liên tiếp");
            assertThat(jdbc.sql("select count(*) from mail where status = 'UNCLEAR'").query(Long.class).single()).isEqualTo(3);
            assertThat(jdbc.sql("select count(*) from mail where status = 'WAITING'").query(Long.class).single()).as("kept for better times").isPositive();
        }
    }

    @Test
    void aLetterOfWhichNobodyKnowsWaitsForTheSupervisorAndKeepsItsId() throws IOException {
        server.stop();
        jdbc.sql("update person set email = 'silent@example.org' where user_id = ?").param(official).update();
        String id;
        try (var grumpy = new GrumpySmtp(server.port())) {
            asked();
            sweep.sweep();
            management.executeJob(deliveryJob().getId());
            assertThat(status(official)).isEqualTo("UNCLEAR");
            id = grumpy.said().stream().filter(line -> line.startsWith("Message-ID:")).filter(line -> grumpy.said().toString().contains("silent"))
                    .map(line -> line.substring("Message-ID: ".length())).reduce((first, second) -> second).orElseThrow();
        }
        server.start();
        fails(deliveryJob(), "Không rõ 1 thư đã gửi hay chưa");
        assertThat(runtime.createIncidentQuery().processDefinitionKeyIn("mail-delivery").count()).isEqualTo(1);
        forward(Duration.ofHours(1));
        assertThat(server.received("silent@example.org")).as("nobody has decided").isEmpty();
        asked();
        sent();
        assertThat(subjects("chuyenvien")).as("other letters go out meanwhile").isNotEmpty();

        retryAsSupervisor(jdbc.sql("select code from mail_run where status = 'CLEARING'").query(String.class).single());
        assertThat(server.received("silent@example.org")).extracting(letter -> letter.id()).hasSize(2)
                .contains("<" + jdbc.sql("select id from mail where address = 'silent@example.org' order by created_at limit 1")
                        .query(String.class).single() + "@giaouoc.example>");
        assertThat(id).endsWith("@giaouoc.example>");
        assertThat(instances("mail-delivery")).isZero();
    }

    @Test
    void whatWasBeingSentWhenTheProgramDiedIsNotSentAgainUnasked() {
        asked();
        sweep.sweep();
        jdbc.sql("update mail set status = 'SENDING', attempts = 1, run = (select code from mail_run) where user_id = ?").param(official).update();
        management.executeJob(deliveryJob().getId());
        assertThat(status(official)).isEqualTo("UNCLEAR");
        assertThat(subjects("chuyenvien")).isNotEmpty();
        fails(deliveryJob(), "Không rõ 1 thư đã gửi hay chưa");
        server.stop();
        retry();
        fails(deliveryJob(), "Máy chủ thư không nhận kết nối");
        server.start();
        retry();
        forward(Duration.ofMinutes(2));
        sent();
        assertThat(subjects(official)).hasSize(1);
        assertThat(instances("mail-delivery")).isZero();
    }

    @Test
    void aLetterCostsTheSameAmongManyAsAmongFew() {
        asked();
        sent();
        Meter meter = new Meter(postgres, "postgres");
        double few = statementsOf(meter, 2);
        double many = statementsOf(meter, 9);
        assertThat(many).as("statements to tell of a new task, beyond those of few").isLessThan(few + 3);
    }

    private double statementsOf(Meter meter, int cases) {
        for (int i = 0; i < cases; i++) {
            asked();
        }
        return meter.measure(sweep::sweep).statements();
    }

    private void retry() {
        Job job = deliveryJob();
        officials.as("giamsat", () -> {
            management.setJobRetries(job.getId(), 1);
            return null;
        });
    }

    private void fails(Job job, String message) {
        assertThatThrownBy(() -> management.executeJob(job.getId())).hasStackTraceContaining(message);
    }
}
