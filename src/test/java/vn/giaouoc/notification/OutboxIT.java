package vn.giaouoc.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.test.IntegrationTest;

/** The outbox by itself: what is noted while letters are written, and a province that has no mail server yet. */
class OutboxIT extends IntegrationTest {

    private static final String PERSON = "canbo.syt";
    private static final int KEPT = 24;

    @Autowired
    LetterTexts texts;
    @Autowired
    Portions portions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    JdbcTemplate batches;
    @Autowired
    Clock clock;
    @Autowired
    PlatformTransactionManager transactions;

    private final List<String> deliveries = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void nothingToTell() {
        List.of("notice", "mail", "mail_run").forEach(table -> jdbc.sql("delete from " + table).update());
    }

    @Test
    void whatIsNotedWhileLettersAreWrittenIsWrittenNext() {
        Mails mails = mails("127.0.0.1", () -> note("later")); // another job commits its note at the worst moment
        note("first");
        assertThat(compose(mails)).isFalse();
        assertThat(jdbc.sql("select count(*) from notice where mail_id is null").query(Long.class).single()).as("not lost").isEqualTo(1);
        compose(mails("127.0.0.1", () -> { }));
        assertThat(jdbc.sql("select subject from mail order by created_at, subject").query(String.class).list())
                .containsExactlyInAnyOrder("[Giao Ước] Việc mới: first", "[Giao Ước] Việc mới: later");
    }

    @Test
    void withoutAMailServerLettersAreHeldAndTheFirstServerGetsThoseOfAWeek() {
        Mails without = mails("", () -> { });
        for (String task : List.of("old", "young")) {
            note(task);
            compose(without);
        }
        new TransactionTemplate(transactions).executeWithoutResult(status -> without.deliver());
        assertThat(statuses()).containsExactly("HELD", "HELD");
        assertThat(deliveries).as("nobody would take them").isEmpty();
        assertThat(without.on()).as("as the page says").isFalse();
        age("old", Duration.ofDays(7).plusMinutes(1));
        age("young", Duration.ofDays(7).minusMinutes(1));

        Mails with = mails("127.0.0.1", () -> { });
        new TransactionTemplate(transactions).executeWithoutResult(status -> with.deliver());
        assertThat(statuses()).containsExactly("STALE", "WAITING");
        assertThat(deliveries).hasSize(1);
        UUID stale = jdbc.sql("select id from mail where status = 'STALE'").query(UUID.class).single();
        new TransactionTemplate(transactions).executeWithoutResult(status -> with.again(stale));
        assertThat(statuses()).as("the administrator wants it sent all the same").containsExactly("WAITING", "WAITING");
        assertThat(deliveries).as("the one on its way takes it along").hasSize(1);
    }

    @Test
    void withoutAMailServerSendingAgainHolds() {
        Mails without = mails("", () -> { });
        note("task");
        compose(without);
        jdbc.sql("update mail set status = 'REFUSED', attempts = 9").update();
        UUID id = jdbc.sql("select id from mail").query(UUID.class).single();
        new TransactionTemplate(transactions).executeWithoutResult(status -> without.again(id));
        assertThat(statuses()).containsExactly("HELD");
        assertThat(jdbc.sql("select attempts from mail").query(Integer.class).single()).isZero();
        assertThat(deliveries).isEmpty();
    }

    /** What was sent long ago goes, with its notes; whatever somebody may still have to do with stays. */
    @Test
    void sentLettersAreKeptAsLongAsTheOfficeWants() {
        Mails mails = mails("127.0.0.1", () -> { });
        for (String task : List.of("a-sent-long-ago", "b-sent-lately", "c-refused-long-ago")) {
            note(task);
            compose(mails);
        }
        jdbc.sql("update mail set status = case when subject like '%refused%' then 'REFUSED' else 'SENT' end, changed_at = case when subject like '%long%' "
                + "then ?::timestamptz - interval '24 months 1 day' else ?::timestamptz - interval '23 months' end")
                .params(java.sql.Timestamp.from(clock.instant()), java.sql.Timestamp.from(clock.instant())).update();
        assertThat(forget(mails)).as("all in one batch").isFalse();
        assertThat(statuses()).containsExactly("SENT", "REFUSED");
        assertThat(jdbc.sql("select task_id from notice order by task_id").query(String.class).list()).containsExactly("b-sent-lately", "c-refused-long-ago");
        var forEver = new Mails(new EverythingIsOpen(() -> { }), texts, new MailSettings("", 25, "", "", "", MailSettings.Security.NONE), portions,
                new Started(), jdbc, batches, clock, 0);
        jdbc.sql("update mail set status = 'SENT', changed_at = changed_at - interval '10 years'").update();
        forget(forEver);
        assertThat(statuses()).hasSize(2);
    }

    private boolean forget(Mails mails) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> mails.forget()));
    }

    // ---- words of the tests -----------------------------------------------------------------------------------------

    private List<String> statuses() {
        return jdbc.sql("select status from mail order by subject").query(String.class).list();
    }

    private void age(String task, Duration age) {
        jdbc.sql("update mail set created_at = ? where subject like ?").params(java.sql.Timestamp.from(clock.instant().minus(age)), "%" + task).update();
    }

    private boolean compose(Mails mails) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> mails.compose(Delivery.EACH)));
    }

    /** A note in a transaction of its own. */
    private void note(String task) {
        var atOnce = new TransactionTemplate(transactions);
        atOnce.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        atOnce.executeWithoutResult(status -> jdbc.sql("insert into notice (user_id, kind, delivery, task_id, occasion, task_name, link, created_at) "
                + "values (?, 'NEW_TASK', 'EACH', ?, 'NEW', ?, false, now())").params(PERSON, task, task).update());
    }

    /** @param whileWriting what happens between reading the notes and writing the letters */
    private Mails mails(String host, Runnable whileWriting) {
        var settings = new MailSettings(host, 25, "", "", "giao-uoc@giaouoc.example", MailSettings.Security.NONE);
        return new Mails(new EverythingIsOpen(whileWriting), texts, settings, portions, new Started(), jdbc, batches, clock, KEPT);
    }

    private record EverythingIsOpen(Runnable whenAsked) implements TaskBoard {

        @Override
        public List<OpenTask> open(Collection<String> taskIds) {
            whenAsked.run();
            return taskIds.stream().map(id -> new OpenTask(id, "p/t", id, null, null, null, null, null, null, Set.of(), null)).toList();
        }

        @Override
        public List<OpenTask> created(Instant after, Collection<String> less, int most) {
            return List.of();
        }

        @Override
        public List<OpenTask> due(Instant from, Instant before, String behind, int most) {
            return List.of();
        }

        @Override
        public List<OpenTask> ofInstance(String processInstanceId) {
            return List.of();
        }

        @Override
        public Set<String> urgedBeside(String taskId) {
            return Set.of();
        }

        @Override
        public String act(String form) {
            return null;
        }

        @Override
        public Map<String, Set<String>> members(Collection<String> groups) {
            return Map.of();
        }
    }

    private final class Started implements NotificationFlow {

        @Override
        public void startDelivery(String code) {
            deliveries.add(code);
        }

        @Override
        public void startRound(String code, Instant startsAt) {
            throw new AssertionError(code);
        }

        @Override
        public void startEscalation(String code, OpenTask task) {
            throw new AssertionError(code);
        }

        @Override
        public void endEscalation(String code) {
            throw new AssertionError(code);
        }
    }
}
