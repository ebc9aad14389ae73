package vn.giaouoc.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.notification.MailServer.Answer;
import vn.giaouoc.notification.MailServer.Connection;
import vn.giaouoc.notification.MailServer.Down;
import vn.giaouoc.notification.MailServer.Outgoing;
import vn.giaouoc.notification.MailServer.Result;

/**
 * Hands letters to the mail server, one by one. That a letter is being sent is committed before the server hears of it, and what became
 * of it right after: whatever happens to the job around it, no letter is forgotten and none is sent twice unknowingly (ADR 0024).
 */
@Service
public class MailDelivery {

    /** How long one job takes at most: far less than its lock lasts. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** How long a letter waits that the server has put off for the first, second … time; afterwards each time as the last. */
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(2));
    /** A letter that is still put off at this age, as mail servers do it, is refused. */
    private static final Duration OLDEST = Duration.ofDays(5);
    private static final int FEWEST_ATTEMPTS = 8;
    /** So many connections that broke while a letter was handed over: the server is broken, the other letters wait. */
    private static final int MOST_BROKEN = 3;

    private final MailServer server;
    private final Portions portions;
    private final JdbcClient jdbc;
    private final TransactionTemplate atOnce;
    private final Clock clock;

    MailDelivery(MailServer server, Portions portions, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.server = server;
        this.portions = portions;
        this.jdbc = jdbc;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What a delivery goes on with. */
    public enum Next {
        /** Letters still wait. */
        SEND,
        /** Of some letters nobody knows whether they were sent. */
        CLEAR,
        END
    }

    /** Letters are left that were not handed over; the job is repeated. */
    public static final class NotDelivered extends Exception {

        NotDelivered(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Sends a batch of letters. One that the server puts off waits for itself; a later delivery takes it.
     *
     * @throws NotDelivered the server is down, or breaks off again and again: all wait
     */
    public Next send(String run) throws NotDelivered {
        leftByACrash(run);
        Set<UUID> tried = new HashSet<>();
        long begun = System.nanoTime();
        try (Connection connection = server.connection()) {
            while (tried.size() < portions.letters() && System.nanoTime() - begun < LONGEST.toNanos()) {
                Optional<Outgoing> next = claim(run, tried);
                if (next.isEmpty()) {
                    break;
                }
                tried.add(next.get().id());
                Answer answer = hand(connection, next.get());
                if (answer.result() == Result.UNCLEAR && unclear(run).size() >= MOST_BROKEN) {
                    throw new NotDelivered("Máy chủ thư ngắt kết nối liên tiếp khi đang gửi: " + answer.problem(), null);
                }
            }
        }
        return next(run);
    }

    /**
     * Sends again, with the same Message-ID, the letters of which nobody knows; the first time it only says so: whoever repeats the job
     * has decided.
     *
     * @throws NotDelivered the supervisor is to decide, or the server is down
     */
    public void sendUnclear(String run) throws NotDelivered {
        boolean newlyUnclear = leftByACrash(run);
        List<UUID> unclear = unclear(run);
        boolean asked = jdbc.sql("select asked from mail_run where code = ?").param(run).query(Boolean.class).single();
        if (newlyUnclear || !asked) {
            atOnce.executeWithoutResult(status -> jdbc.sql("update mail_run set asked = true where code = ?").param(run).update());
            throw new NotDelivered("Không rõ %d thư đã gửi hay chưa: mất kết nối khi đang gửi. Làm lại để gửi một lần nữa.".formatted(unclear.size()),
                    null);
        }
        try (Connection connection = server.connection()) {
            for (UUID id : unclear) {
                Answer answer = hand(connection, claim(id));
                if (answer.result() == Result.UNCLEAR) {
                    throw new NotDelivered("Vẫn không rõ thư đã gửi hay chưa: " + answer.problem(), null);
                }
            }
        }
        jdbc.sql("update mail_run set status = 'DONE' where code = ?").param(run).update();
    }

    private List<UUID> unclear(String run) {
        return jdbc.sql("select id from mail where run = ? and status = 'UNCLEAR'").param(run).query(UUID.class).list();
    }

    /** Only one delivery sends: what is still being sent was so when its job died. */
    private boolean leftByACrash(String run) {
        return atOnce.execute(status -> jdbc.sql("update mail set status = 'UNCLEAR', problem = 'Chương trình dừng khi đang gửi.', changed_at = ? "
                + "where status = 'SENDING' and run = ?").params(now(), run).update()) > 0;
    }

    private Optional<Outgoing> claim(String run, Set<UUID> tried) {
        return atOnce.execute(status -> jdbc.sql("update mail set status = 'SENDING', attempts = attempts + 1, run = :run, changed_at = :now "
                        + "where id = (select id from mail where status = 'WAITING' and (not_before is null or not_before <= :now) "
                        + "and not (id = any(:tried)) order by attempts, created_at, id "
                        + "limit 1 for update skip locked) returning id, address, subject, text_body as text, html_body as html")
                .param("run", run).param("now", now()).param("tried", tried.toArray(UUID[]::new)).query(Outgoing.class).optional());
    }

    private Outgoing claim(UUID id) {
        return atOnce.execute(status -> jdbc.sql("update mail set status = 'SENDING', attempts = attempts + 1, changed_at = ? where id = ? "
                        + "returning id, address, subject, text_body as text, html_body as html")
                .params(now(), id).query(Outgoing.class).single());
    }

    private Answer hand(Connection connection, Outgoing mail) throws NotDelivered {
        try {
            Answer answer = connection.send(mail);
            became(mail, answer);
            return answer;
        } catch (Down down) {
            waits(mail, down.getMessage());
            throw new NotDelivered(down.getMessage(), down);
        }
    }

    private void became(Outgoing mail, Answer answer) {
        if (answer.result() == Result.LATER) {
            putOff(mail, answer.problem());
        } else {
            atOnce.executeWithoutResult(transaction -> jdbc.sql("update mail set status = ?, problem = ?, changed_at = ? where id = ?")
                    .params(answer.result().name(), answer.problem(), now(), mail.id()).update());
        }
    }

    /** The server does not want this letter yet. */
    private void putOff(Outgoing mail, String problem) {
        atOnce.executeWithoutResult(transaction -> {
            int attempts = jdbc.sql("select attempts from mail where id = ?").param(mail.id()).query(Integer.class).single();
            Duration wait = WAITS.get(Math.min(attempts, WAITS.size()) - 1);
            jdbc.sql("update mail set status = case when attempts >= :fewest and created_at < :oldest then 'REFUSED' else 'WAITING' end, "
                            + "not_before = :next, problem = :problem, changed_at = :now where id = :id").param("fewest", FEWEST_ATTEMPTS)
                    .param("oldest", Timestamp.from(clock.instant().minus(OLDEST))).param("next", Timestamp.from(clock.instant().plus(wait)))
                    .param("problem", problem).param("now", now()).param("id", mail.id()).update();
        });
    }

    /** Nothing was handed over: the attempt was not the letter's. */
    private void waits(Outgoing mail, String problem) {
        atOnce.executeWithoutResult(transaction -> jdbc.sql("update mail set status = 'WAITING', attempts = attempts - 1, problem = ?, changed_at = ? "
                + "where id = ?").params(problem, now(), mail.id()).update());
    }

    private Next next(String run) {
        if (jdbc.sql("select exists (select 1 from mail where status = 'WAITING' and (not_before is null or not_before <= ?))").param(now()).query(Boolean.class).single()) {
            return Next.SEND;
        }
        boolean unclear = !unclear(run).isEmpty();
        jdbc.sql("update mail_run set status = ? where code = ?").params(unclear ? "CLEARING" : "DONE", run).update();
        return unclear ? Next.CLEAR : Next.END;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
