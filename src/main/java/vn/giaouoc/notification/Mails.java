package vn.giaouoc.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/** The outbox: letters written from what was noted, kept until the mail server has them. */
@Service
@Transactional
public class Mails {

    /** More notes of one kind at the same time come in one letter. */
    private static final int SINGLE = 3;
    /** Letters that are deleted in one transaction. */
    private static final int FORGOTTEN = 500;
    /** Letters that were held longer until somebody named a mail server are not sent any more. */
    private static final Duration STALE = Duration.ofDays(7);
    private static final long LOCK = 4_116_000_024L; // of the database; any number that nobody else takes

    private final TaskBoard board;
    private final LetterTexts texts;
    private final MailSettings settings;
    private final Portions portions;
    private final NotificationFlow flow;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final int keptMonths;

    /** @param keptMonths how long letters are kept that were sent; 0: for ever */
    Mails(TaskBoard board, LetterTexts texts, MailSettings settings, Portions portions, NotificationFlow flow, JdbcClient jdbc, JdbcTemplate batches,
            Clock clock, @Value("${giaouoc.mail.keep-months}") int keptMonths) {
        this.board = board;
        this.texts = texts;
        this.settings = settings;
        this.portions = portions;
        this.flow = flow;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.keptMonths = keptMonths;
    }

    /**
     * A letter as the administrators' list shows it.
     *
     * @param status  HELD (there was no mail server), WAITING, SENDING, SENT, REFUSED (by the server, for good), UNCLEAR (whether it was
     *                sent), STALE (held too long)
     * @param problem what the server said; null when nothing went wrong
     */
    public record MailView(UUID id, String userId, String address, String subject, String status, int attempts, String problem,
                           Instant createdAt, Instant changedAt) {
    }

    private record Person(String name, String address) {
    }

    private record Written(UUID id, String userId, String address, Letter letter, List<NoticeRow> notices) {
    }

    // ---- writing ----------------------------------------------------------------------------------------------------

    /** Writes the letters of a batch of people from what was noted for them. @return whether there may be more */
    boolean compose(Delivery delivery) {
        oneAtATime();
        List<String> users = jdbc.sql("select distinct user_id from notice where mail_id is null and delivery = ? order by user_id limit ?")
                .params(delivery.name(), portions.people()).query(String.class).list();
        if (users.isEmpty()) {
            return false;
        }
        List<NoticeRow> noted = noted(delivery, users);
        save(write(delivery, users, ofOpenTasks(noted)));
        // Of tasks that are done by now, and of people who cannot be written to any more; never what was noted meanwhile.
        jdbc.sql("delete from notice where mail_id is null and id = any(?)").param(noted.stream().map(NoticeRow::id).toArray(Long[]::new)).update();
        deliver();
        return users.size() == portions.people();
    }

    private List<NoticeRow> noted(Delivery delivery, List<String> users) {
        return jdbc.sql("select id, user_id, kind, task_id, occasion, task_name, case_code, title, unit_name, due_at, link, "
                        + "(select surname || ' ' || name from person p where p.user_id = instead_of) as instead_of from notice "
                        + "where mail_id is null and delivery = ? and user_id = any(?) order by due_at, case_code, id")
                .params(delivery.name(), users.toArray(String[]::new)).query(NoticeRow.class).list();
    }

    private List<NoticeRow> ofOpenTasks(List<NoticeRow> notices) {
        Set<String> open = board.open(notices.stream().map(NoticeRow::taskId).distinct().toList()).stream().map(OpenTask::id)
                .collect(Collectors.toSet());
        return notices.stream().filter(notice -> open.contains(notice.taskId())).toList();
    }

    private List<Written> write(Delivery delivery, List<String> users, List<NoticeRow> notices) {
        Map<String, Person> people = people(users);
        List<Written> written = new ArrayList<>();
        notices.stream().collect(Collectors.groupingBy(NoticeRow::userId, LinkedHashMap::new, Collectors.toList())).forEach((user, own) -> {
            Person person = people.get(user);
            if (person != null && delivery == Delivery.DAILY) {
                written.add(written(user, person, texts.daily(person.name(), own), own));
            } else if (person != null) {
                bundles(own).forEach(bundle -> written.add(written(user, person, texts.single(person.name(), bundle.get(0).kind(), bundle), bundle)));
            }
        });
        return written;
    }

    private static List<List<NoticeRow>> bundles(List<NoticeRow> notices) {
        List<List<NoticeRow>> bundles = new ArrayList<>();
        notices.stream().collect(Collectors.groupingBy(NoticeRow::kind, LinkedHashMap::new, Collectors.toList())).values().forEach(same -> {
            if (same.size() > SINGLE) {
                bundles.add(same);
            } else {
                same.forEach(notice -> bundles.add(List.of(notice)));
            }
        });
        return bundles;
    }

    private static Written written(String user, Person person, Letter letter, List<NoticeRow> notices) {
        return new Written(UUID.randomUUID(), user, person.address(), letter, notices);
    }

    private Map<String, Person> people(List<String> users) {
        Map<String, Person> people = new HashMap<>();
        jdbc.sql("select user_id, surname || ' ' || name, email from person where active and email is not null and user_id = any(?)")
                .param(users.toArray(String[]::new))
                .query((rs, n) -> people.put(rs.getString(1), new Person(rs.getString(2), rs.getString(3)))).list();
        return people;
    }

    private void save(List<Written> written) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate("insert into mail (id, user_id, address, subject, text_body, html_body, status, created_at, changed_at) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)", written.stream().map(mail -> new Object[] {mail.id(), mail.userId(), mail.address(),
                mail.letter().subject(), mail.letter().text(), mail.letter().html(), unsent(), now, now}).toList());
        jdbc.sql("update notice n set mail_id = x.mail from unnest(?, ?) x (notice, mail) where n.id = x.notice")
                .param(written.stream().flatMap(mail -> mail.notices().stream()).map(NoticeRow::id).toArray(Long[]::new))
                .param(written.stream().flatMap(mail -> mail.notices().stream().map(notice -> mail.id())).toArray(UUID[]::new)).update();
    }

    // ---- sending ----------------------------------------------------------------------------------------------------

    /** Starts a delivery when letters are to be sent now, there is a mail server, and no other delivery is on its way. */
    void deliver() {
        if (!settings.on()) {
            return;
        }
        oneAtATime();
        jdbc.sql("update mail set status = case when created_at < :stale then 'STALE' else 'WAITING' end, changed_at = :now where status = 'HELD'")
                .param("now", Timestamp.from(clock.instant())).param("stale", Timestamp.from(clock.instant().minus(STALE))).update();
        jdbc.sql("insert into mail_run (code, status, started_at) select :prefix || lpad(nextval('mail_run_number')::text, 6, '0'), 'SENDING', "
                        + ":now where exists (select 1 from mail where status = 'WAITING' "
                        + "and (not_before is null or not_before <= :now)) and not exists (select 1 from mail_run where status = 'SENDING') returning code")
                .param("prefix", NoticeCases.RUN).param("now", Timestamp.from(clock.instant())).query(String.class).list()
                .forEach(flow::startDelivery);
    }

    /**
     * Deletes a batch of letters that were sent longer ago than they are kept, with the notes they told. Of a task that is still open nobody is
     * told again: each occasion has its day.
     *
     * @return whether there may be more
     */
    boolean forget() {
        if (keptMonths <= 0) {
            return false;
        }
        Instant before = clock.instant().atZone(clock.getZone()).minusMonths(keptMonths).toInstant();
        List<UUID> gone = jdbc.sql("delete from mail where id = any(array(select id from mail where status = 'SENT' and changed_at < ? "
                        + "order by changed_at limit ?)) returning id").params(Timestamp.from(before), FORGOTTEN).query(UUID.class).list();
        if (!gone.isEmpty()) {
            jdbc.sql("delete from notice where mail_id = any(?)").param(gone.toArray(UUID[]::new)).update();
        }
        return gone.size() == FORGOTTEN;
    }

    /** What a letter waits as: for its turn, or for somebody to name a mail server. */
    private String unsent() {
        return settings.on() ? "WAITING" : "HELD";
    }

    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((rs, n) -> 0).single();
    }

    // ---- for administrators -----------------------------------------------------------------------------------------

    /** The outbox, the latest first. @param status only these; null: all */
    @Transactional(readOnly = true)
    public Page<MailView> list(String status, int offset, int limit) {
        Page.check(offset, limit);
        String where = "from mail where :status::text is null or status = :status ";
        List<MailView> items = jdbc.sql("select id, user_id, address, subject, status, attempts, problem, created_at, changed_at " + where
                        + "order by created_at desc, id limit :limit offset :offset").param("status", status).param("limit", limit)
                .param("offset", offset).query(MailView.class).list();
        return new Page<>(items, jdbc.sql("select count(*) " + where).param("status", status).query(Long.class).single(), offset, limit);
    }

    /**
     * Sends a letter again that the server refused, or that was held too long.
     *
     * @throws NotFound        no such letter
     * @throws ConflictRefusal it is in another state
     */
    public void again(UUID id) {
        String status = jdbc.sql("select status from mail where id = ? for update").param(id).query(String.class).optional()
                .orElseThrow(() -> new NotFound("Không có thư này."));
        if (!Set.of("REFUSED", "STALE").contains(status)) {
            throw new ConflictRefusal("Chỉ gửi lại được thư bị từ chối hoặc thư đã giữ quá lâu.");
        }
        jdbc.sql("update mail set status = :status, attempts = 0, not_before = null, created_at = :now, changed_at = :now, "
                        + "address = coalesce((select email from person p where p.user_id = mail.user_id), address) where id = :id")
                .param("status", unsent()).param("now", Timestamp.from(clock.instant())).param("id", id).update();
        deliver();
    }

    /** How many active people have no address. */
    @Transactional(readOnly = true)
    public long withoutAddress() {
        return jdbc.sql("select count(*) from person where active and email is null").query(Long.class).single();
    }

    /** Whether there is a mail server. */
    public boolean on() {
        return settings.on();
    }
}
