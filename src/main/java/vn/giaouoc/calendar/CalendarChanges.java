package vn.giaouoc.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.calendar.CalendarEdit.ParameterEdit;
import vn.giaouoc.calendar.CalendarEdit.YearEdit;
import vn.giaouoc.calendar.CalendarFlow.Place;
import vn.giaouoc.calendar.CalendarFlow.Waiting;
import vn.giaouoc.platform.time.DeadlineBasis;
import vn.giaouoc.platform.time.DeadlineLedger;
import vn.giaouoc.platform.time.DueDates;
import vn.giaouoc.platform.time.WorkCalendar;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.CaseRegister;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;

/**
 * The office changes the calendar or a deadline: it sees first which open deadlines move, then the change is kept and they move, case by
 * case – rooms, tasks and timers of a case in one transaction, a few cases a job. Only what was computed moves; a deadline that would
 * pass by the change alone keeps its date, so that nothing falls due behind anybody's back.
 */
@Service
@Transactional
public class CalendarChanges implements CaseRegister {

    static final String PREFIX = "LL-";
    /** Cases moved by one job. */
    private static final int BATCH = 50;
    private static final int SHOWN = 100;

    private final CalendarRows rows;
    private final CalendarChecks checks;
    private final CalendarAccess access;
    private final DeadlineLedger ledger;
    private final List<DueDates> rooms;
    private final CalendarFlow flow;
    private final Clock clock;

    CalendarChanges(CalendarRows rows, CalendarChecks checks, CalendarAccess access, DeadlineLedger ledger, @Lazy List<DueDates> rooms,
                    CalendarFlow flow, Clock clock) {
        this.rows = rows;
        this.checks = checks;
        this.access = access;
        this.ledger = ledger;
        this.rooms = rooms;
        this.flow = flow;
        this.clock = clock;
    }

    /**
     * What an edit would do.
     *
     * @param warnings what is odd, each at its field
     * @param latest   code of the change before, to which this edit would come; empty: it is the first
     */
    public record Preview(List<FieldError> warnings, List<Move> moves, String latest) {
    }

    @Override
    @Transactional(readOnly = true)
    public boolean keeps(String caseCode) {
        return caseCode.startsWith(PREFIX);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(String caseCode) {
        return rows.exists(caseCode);
    }

    /**
     * Which open deadlines an edit would move; changes nothing.
     *
     * @throws InvalidInput                       at the fields
     * @throws vn.giaouoc.shared.NotAllowed       not one of those who decide
     */
    @Transactional(readOnly = true)
    public Preview preview(Actor actor, CalendarEdit edit) {
        access.requireEditor(actor);
        CalendarTable before = rows.table();
        List<FieldError> odd = checks.check(edit, before);
        return new Preview(odd, moves(edit, before, before.with(edit, actor.userId(), clock.instant())), rows.latest());
    }

    /**
     * Keeps the change that was previewed and begins to move what it moves.
     *
     * @param latest as the preview had it; null: whoever applies it has not seen its consequences
     * @return its code
     * @throws ConflictRefusal there was a change since the preview, or the one before is still moving deadlines
     */
    public String apply(Actor actor, CalendarEdit edit, String latest) {
        access.requireEditor(actor);
        rows.oneAtATime();
        if (latest != null && !latest.equals(rows.latest())) {
            throw new ConflictRefusal("Lịch vừa được thay đổi sau khi bạn xem. Hãy bấm «Xem việc nào đổi hạn» lần nữa.");
        }
        return apply(actor, edit);
    }

    private String apply(Actor actor, CalendarEdit edit) {
        if (rows.moving()) {
            throw new ConflictRefusal("Lần thay đổi trước đang chuyển hạn các việc. Hãy chờ xong rồi thực hiện lại.");
        }
        CalendarTable before = rows.table();
        checks.check(edit, before);
        CalendarTable after = before.with(edit, actor.userId(), clock.instant());
        List<Move> moves = moves(edit, before, after);
        String code = rows.insert(edit.reason(), actor.userId(), clock.instant());
        rows.replace(code, before, after);
        rows.insert(code, moves);
        flow.start(code, edit.reason());
        return code;
    }

    /**
     * Moves the next cases of a change: the room's rows first, so that cases that are being opened by the old date are waited for and found.
     *
     * @return whether there may be more
     */
    public boolean moveBatch(String code) {
        int left = BATCH;
        for (Move move : rows.pending(code, BATCH)) {
            rooms.forEach(room -> room.move(move.caseCode(), move.slot(), move.oldDueAt(), move.newDueAt()));
            int moved = flow.move(place(move), move.newDueAt(), ledger.ownUnder(move.caseCode(), move.slot()), left);
            if (moved == left) {
                return true;
            }
            ledger.moved(move.caseCode(), move.slot(), move.oldDueAt(), move.newDueAt());
            rows.moved(code, move);
            left -= Math.max(moved, 1);
            if (left <= 0) {
                break;
            }
        }
        boolean more = !rows.pending(code, 1).isEmpty() || countedMeanwhile(code);
        if (!more) {
            rows.done(code);
        }
        return more;
    }

    /** Whoever counted by the table of before while the change was being decided was not seen then; what they counted moves now. */
    private boolean countedMeanwhile(String code) {
        List<Move> moves = moves(rows.extent(code), rows.table()).stream().filter(move -> !move.kept()).toList();
        rows.insert(code, moves);
        return !moves.isEmpty();
    }

    /** Changes, the latest first; without what they moved. */
    @Transactional(readOnly = true)
    public List<ChangeView> list(Actor actor) {
        access.requireReader(actor);
        return rows.changes(SHOWN);
    }

    /** One change with every row it changed and every deadline it moved. @throws NotFound */
    @Transactional(readOnly = true)
    public ChangeView get(Actor actor, String code) {
        access.requireReader(actor);
        return rows.change(code).stream().findFirst().orElseThrow(() -> new NotFound("Không có lần thay đổi lịch " + code + "."));
    }

    // ---- what moves -------------------------------------------------------------------------------------------------

    private List<Move> moves(CalendarEdit edit, CalendarTable before, CalendarTable after) {
        return moves(Extent.of(edit.parameters().stream().map(ParameterEdit::code).toList(), edit.days().stream().map(DayEdit::day)
                .filter(day -> worked(before, day) != worked(after, day)).toList(), edit.years().stream().map(YearEdit::year)
                .filter(year -> !before.years().containsKey(year)).toList()), after);
    }

    private List<Move> moves(Extent extent, CalendarTable after) {
        List<DeadlineBasis> touched = ledger.touched(extent.parameters(), extent.first() == null ? null : start(extent.first()),
                extent.last() == null ? null : start(extent.last().plusDays(1)));
        Map<Place, Waiting> waiting = flow.waiting(touched.stream().map(Recomputation::place).toList()).stream().filter(this::open)
                .collect(Collectors.toMap(Waiting::place, Function.identity()));
        return new Recomputation(after, clock.getZone(), clock.instant(), waiting, flow).of(touched).stream()
                .sorted(Recomputation::inOrder).toList();
    }

    /** Somebody has a task or a timer waits; or the date is still to come and what waits for it, too. */
    private boolean open(Waiting waiting) {
        return !waiting.tasks().isEmpty() || waiting.timers() > 0 || waiting.place().dueAt().isAfter(clock.instant());
    }

    private static boolean worked(CalendarTable table, LocalDate day) {
        CalendarTable.Day there = table.days().get(day);
        return there == null ? WorkCalendar.isWeekday(day) : there.kind() == DayKind.WORKING_DAY;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static Place place(Move move) {
        return new Place(move.caseCode(), move.slot(), move.oldDueAt());
    }
}
