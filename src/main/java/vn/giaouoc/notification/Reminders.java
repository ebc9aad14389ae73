package vn.giaouoc.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.platform.time.Deadlines;

/**
 * Reminds of tasks before they are due: twice, as the deadline parameters say, and on the day itself. A task is reminded of once on each
 * occasion, also when a morning was missed; not of what its person has only just been told.
 */
@Service
@Transactional
public class Reminders {

    private static final String EARLY = "REMIND_EARLY";
    private static final String LATE = "REMIND_LATE";

    private final TaskBoard board;
    private final Receivers receivers;
    private final Notices notices;
    private final Deadlines deadlines;
    private final Portions portions;
    private final Clock clock;

    Reminders(TaskBoard board, Receivers receivers, Notices notices, Deadlines deadlines, Portions portions, Clock clock) {
        this.board = board;
        this.receivers = receivers;
        this.notices = notices;
        this.deadlines = deadlines;
        this.portions = portions;
        this.clock = clock;
    }

    /** Why tasks of one due date are reminded of, and before which moment they must have been there. */
    private record Occasion(String code, Instant knownBefore) {
    }

    /**
     * Notes today's reminders of one batch of tasks.
     *
     * @param behind the last task of the batch before; blank for the first
     * @return the last task looked at; null when there is none left
     */
    String gather(String behind) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = after(EARLY, today);
        List<OpenTask> tasks = board.due(morning(today), morning(last.plusDays(1)), behind, portions.tasks());
        remind(tasks, occasions(today, last));
        return tasks.size() < portions.tasks() ? null : tasks.get(tasks.size() - 1).id();
    }

    private void remind(List<OpenTask> tasks, Map<LocalDate, Occasion> occasions) {
        List<OpenTask> known = tasks.stream().filter(task -> task.createdAt().isBefore(occasions.get(day(task)).knownBefore())).toList();
        Map<OpenTask, Audience> holders = receivers.holders(known);
        notices.tell(NoticeKind.REMINDER, known.stream().map(task -> new Notices.Telling(task, holders.get(task),
                occasion(occasions.get(day(task)).code(), task), true)).toList());
    }

    private Map<LocalDate, Occasion> occasions(LocalDate today, LocalDate last) {
        LocalDate lastLate = after(LATE, today);
        Map<LocalDate, Occasion> occasions = new HashMap<>();
        for (LocalDate due = today; !due.isAfter(last); due = due.plusDays(1)) {
            Occasion occasion = due.equals(today) ? new Occasion("DUE", morning(today))
                    : !due.isAfter(lastLate) ? new Occasion("LATE", endOf(before(LATE, due)))
                    : new Occasion("EARLY", endOf(before(EARLY, due)));
            occasions.put(due, occasion);
        }
        return occasions;
    }

    /** A model's own reminder: whoever has not had the early one gets it now. */
    public void now(String processInstanceId) {
        List<OpenTask> tasks = new ArrayList<>(board.ofInstance(processInstanceId));
        tasks.removeIf(task -> task.dueAt() == null);
        Map<OpenTask, Audience> holders = receivers.holders(tasks);
        notices.tell(NoticeKind.REMINDER, tasks.stream().map(task -> new Notices.Telling(task, holders.get(task), occasion("EARLY", task), true))
                .toList());
    }

    /** With the due date: one that is moved is reminded of anew. */
    private String occasion(String code, OpenTask task) {
        return code + ":" + day(task);
    }

    private LocalDate day(OpenTask task) {
        return LocalDate.ofInstant(task.dueAt(), clock.getZone());
    }

    private LocalDate after(String parameter, LocalDate day) {
        return LocalDate.ofInstant(deadlines.due(parameter, deadlines.at(day)).dueAt(), clock.getZone());
    }

    private LocalDate before(String parameter, LocalDate due) {
        return LocalDate.ofInstant(deadlines.before(parameter, deadlines.at(due)), clock.getZone());
    }

    private Instant endOf(LocalDate day) {
        return morning(day.plusDays(1));
    }

    private Instant morning(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
