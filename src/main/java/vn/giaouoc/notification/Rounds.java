package vn.giaouoc.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.platform.time.WorkingDays;

/**
 * The mornings on which people are reminded: one case a working day, and the last thing it does is to appoint the next. However far the
 * clock jumps, one round waits, so one runs, for the day that it is.
 */
@Service
@Transactional
public class Rounds {

    static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Reminders reminders;
    private final Escalations escalations;
    private final Mails mails;
    private final NotificationFlow flow;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rounds(Reminders reminders, Escalations escalations, Mails mails, NotificationFlow flow, WorkingDays workingDays, JdbcClient jdbc,
           Clock clock) {
        this.reminders = reminders;
        this.escalations = escalations;
        this.mails = mails;
        this.flow = flow;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One round waits: the next that can, if there is none. */
    public void ensure() {
        if (jdbc.sql("select count(*) from reminder_round where status = 'WAITING'").query(Long.class).single() == 0) {
            LocalDate today = LocalDate.now(clock);
            boolean stillToday = clock.instant().isBefore(morning(today)) && workingDays.isWorkingDay(today);
            appoint(stillToday ? today : workingDays.after(today, 1));
        }
    }

    /** Notes the reminders of a batch of tasks; none on a day that is no working day. @return whether there are more */
    public boolean gather(String code) {
        LocalDate today = LocalDate.now(clock);
        String position = jdbc.sql("update reminder_round set ran_on = ? where code = ? returning position").params(today, code)
                .query(String.class).single();
        String reached = workingDays.isWorkingDay(today) ? reminders.gather(position) : null;
        return reached(code, reached);
    }

    /** Ends what is no longer overdue, urges what has become so, batch by batch. @return whether there are more */
    public boolean escalate(String code) {
        String position = jdbc.sql("select position from reminder_round where code = ?").param(code).query(String.class).single();
        if (position.isEmpty() || position.startsWith(NoticeCases.ESCALATION)) {
            String ended = escalations.endThoseDone(position);
            if (ended != null) {
                return reached(code, ended);
            }
            position = "";
        }
        return reached(code, workingDays.isWorkingDay(LocalDate.now(clock)) ? escalations.open(position) : null);
    }

    /** Writes the daily letters of a batch of people, then deletes a batch of those that were sent long ago. @return whether there are more */
    public boolean write(String code) {
        return mails.compose(Delivery.DAILY) || mails.forget();
    }

    /** This round is over; the next waits for the morning of the next working day. */
    public void next(String code) {
        jdbc.sql("update reminder_round set status = 'DONE' where code = ?").param(code).update();
        appoint(workingDays.after(LocalDate.now(clock), 1));
    }

    private boolean reached(String code, String position) {
        jdbc.sql("update reminder_round set position = ? where code = ?").params(position == null ? "" : position, code).update();
        return position != null;
    }

    private void appoint(LocalDate day) {
        String code = NoticeCases.ROUND + day;
        int made = jdbc.sql("insert into reminder_round (code, starts_at, status) values (?, ?, 'WAITING') on conflict do nothing")
                .params(code, Timestamp.from(morning(day))).update();
        if (made == 1) { // else another node was faster
            flow.startRound(code, morning(day));
        }
    }

    private Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(clock.getZone()).toInstant();
    }
}
