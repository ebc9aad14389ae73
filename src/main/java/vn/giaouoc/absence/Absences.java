package vn.giaouoc.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.absence.AbsenceFlow.HeldTask;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.CaseRegister;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * Places who are absent and their deputies. What the deputy may do is asked from these rows ({@link StandIns}); the case of an absence
 * only moves the tasks that the absent person has in hand, there and back (ADR 0025).
 */
@Service
@Transactional
public class Absences implements CaseRegister {

    private static final String PREFIX = "VM-";
    private static final List<AbsenceGround> GROUNDS = List.of(AbsenceGround.values());
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_SHOWN = 200;
    /** Tasks in one person's hands; nobody has more. */
    private static final int MOST_IN_HAND = 500;
    private static final String ROWS = """
            select a.*, (select surname || ' ' || name from person where user_id = a.entered_by) as entered_name,
              (select surname || ' ' || name from person where user_id = a.ended_by) as ended_name,
              p.surname || ' ' || p.name as person_name, d.surname || ' ' || d.name as deputy_name,
              array(select k.name from act_kind k where k.code = any(a.acts) order by k.seq) as act_names
            from absence a join person p on p.user_id = a.person join person d on d.user_id = a.deputy\s""";

    private final AbsenceChecks checks;
    private final Places places;
    private final StandIns standIns;
    private final ActKinds kinds;
    private final AbsenceFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(AbsenceChecks checks, Places places, StandIns standIns, ActKinds kinds, AbsenceFlow flow, JdbcClient jdbc, Clock clock) {
        this.checks = checks;
        this.places = places;
        this.standIns = standIns;
        this.kinds = kinds;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String caseCode) {
        return caseCode.startsWith(PREFIX);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(String caseCode) {
        return jdbc.sql("select count(*) from absence where code = ?").param(caseCode).query(Long.class).single() == 1;
    }

    // ---- entering ---------------------------------------------------------------------------------------------------

    /** Somebody who may be named in an absence. @param grounds on which it may deputise; empty for the absent person itself */
    public record Candidate(String userId, String name, String position, List<AbsenceGround> grounds) {
    }

    /**
     * What can be entered.
     *
     * @param people   whose absence the reader may enter, itself first
     * @param person   the one the rest is about
     * @param deputies who may deputise for it
     * @param acts     what deputies may sign or approve, with the grounds on which this person may give it to them; none: not its to give
     */
    public record Options(List<Candidate> people, String person, List<Candidate> deputies, List<Map<String, String>> grounds,
                          List<ActKinds.ActKind> acts) {
    }

    /** @param person whose absence; null: the reader's own. @throws NotAllowed not the reader's to enter */
    @Transactional(readOnly = true)
    public Options options(Actor actor, String person) {
        Place reader = places.get(actor.userId());
        Place absent = person == null ? reader : places.get(person);
        requireMayEnter(reader, absent);
        List<ActKinds.ActKind> acts = kinds.handedOnBy(absent);
        return new Options(enterable(reader), absent.userId(), deputies(absent, acts),
                GROUNDS.stream().map(ground -> Map.of("code", ground.name(), "name", ground.title())).toList(), acts);
    }

    private List<Candidate> enterable(Place reader) {
        Predicate<Place> itself = other -> other.userId().equals(reader.userId());
        return (reader.has(Role.ADMIN) ? places.active() : places.around(reader)).stream().filter(other -> mayEnter(reader, other))
                .sorted(Comparator.comparing(itself.negate()::test)).map(other -> candidate(other, List.of())).toList();
    }

    /** On a ground on which the absent person has nothing to give, nobody deputises. */
    private List<Candidate> deputies(Place absent, List<ActKinds.ActKind> acts) {
        List<AbsenceGround> possible = GROUNDS.stream().filter(ground -> ground == AbsenceGround.WORK
                || acts.stream().anyMatch(act -> act.grounds().contains(ground))).toList();
        Map<AbsenceGround, List<String>> heads = possible.stream().collect(Collectors.toMap(ground -> ground, kinds::headsOfParts));
        return places.around(absent).stream().filter(other -> !other.userId().equals(absent.userId()))
                .map(other -> candidate(other, possible.stream().filter(ground -> other.mayDeputise(absent, ground, heads.get(ground))).toList()))
                .filter(other -> !other.grounds().isEmpty()).toList();
    }

    private static Candidate candidate(Place place, List<AbsenceGround> grounds) {
        return new Candidate(place.userId(), place.name(), place.position(), grounds);
    }

    /**
     * An official, or their head, or an administrator enters an absence with its deputy, and its case is started. It waits for the first day.
     *
     * @return its code; errors as {@link #begin}
     */
    public String enter(Actor actor, AbsenceDraft draft) {
        AbsenceStart start = begin(actor, draft);
        flow.start(start);
        return start.code();
    }

    /** What {@link #begin} would be refused for; changes nothing. */
    @Transactional(readOnly = true)
    public void checkEnter(Actor actor, AbsenceDraft draft) {
        checked(actor, draft);
    }

    /** The absent person and its deputy. */
    private record Both(Place person, Place deputy) {
    }

    private Both checked(Actor actor, AbsenceDraft draft) {
        Place person = known(draft.person(), "person", "Chọn người vắng mặt.");
        requireMayEnter(places.get(actor.userId()), person);
        Place deputy = draft.deputy() == null ? null : known(draft.deputy(), "deputy", "Chọn người xử lý thay.");
        checks.check(draft, person, deputy);
        return new Both(person, deputy);
    }

    /**
     * Enters an absence; whoever calls starts its case, in the same transaction.
     *
     * @throws NotAllowed                     not the actor's to enter; a deputy enters nothing for the one it deputises for
     * @throws InvalidInput                   at the field
     */
    public AbsenceStart begin(Actor actor, AbsenceDraft draft) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('absence', 42))").query((rs, n) -> 0).single(); // one at a time
        Both both = checked(actor, draft);
        String code = nextCode();
        boolean signs = draft.ground() != AbsenceGround.WORK;
        jdbc.sql("insert into absence (code, person, deputy, from_date, to_date, ground, acts, document, document_date, valid_until, reason, "
                        + "entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(code, draft.person(), draft.deputy(), draft.from(), draft.to(), draft.ground().name(),
                        draft.acts().stream().distinct().toArray(String[]::new), signs ? blankToNull(draft.document()) : null,
                        signs ? draft.documentDate() : null, draft.ground() == AbsenceGround.TUQ ? draft.validUntil() : null,
                        blankToNull(draft.reason()), actor.userId(), now()).update();
        return new AbsenceStart(code, "Vắng mặt: " + both.person().name(), both.deputy().name(), morning(draft.from()), morning(draft.to().plusDays(1)));
    }

    private Place known(String userId, String field, String missing) {
        return Optional.ofNullable(userId).flatMap(places::find).orElseThrow(() -> new InvalidInput(field, missing));
    }

    private static void requireMayEnter(Place actor, Place person) {
        if (!mayEnter(actor, person)) {
            throw new NotAllowed("Chỉ người vắng mặt, thủ trưởng của người đó hoặc quản trị viên nhập được.");
        }
    }

    private static boolean mayEnter(Place actor, Place person) {
        return !person.has(Role.INTEGRATION) && (actor.userId().equals(person.userId()) || actor.heads(person) || actor.has(Role.ADMIN));
    }

    private Instant morning(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private String nextCode() {
        int year = LocalDate.now(clock).getYear();
        int next = jdbc.sql("insert into case_sequence values ('VM', ?, 1) on conflict (prefix, year) "
                + "do update set last = case_sequence.last + 1 returning last").param(year).query(Integer.class).single();
        return PREFIX + "%d-%04d".formatted(year, next);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    // ---- ending -----------------------------------------------------------------------------------------------------

    /**
     * The absent person is back early, or the absence is given up before its first day. Effective at once: the deputy's rights are gone with
     * this transaction, the tasks come back with the next job.
     *
     * @throws ConflictRefusal ended already
     */
    public void end(Actor actor, String code, String reason) {
        AbsenceView view = view(code, null);
        if (!mayEnd(places.get(actor.userId()), view)) {
            throw new NotAllowed("Chỉ người vắng mặt, thủ trưởng của người đó, người đã nhập hoặc quản trị viên kết thúc được.");
        }
        var errors = new Errors();
        errors.text(reason, "reason", false, LONGEST_REASON, null);
        errors.refuse();
        int ended = jdbc.sql("update absence set ended_at = ?, ended_by = ?, end_reason = ? where code = ? and ended_at is null")
                .params(now(), actor.userId(), blankToNull(reason), code).update();
        if (ended == 0 || "ENDED".equals(view.status())) {
            throw new ConflictRefusal("Lần vắng mặt này đã kết thúc.");
        }
        flow.end(code);
    }

    private boolean mayEnd(Place actor, AbsenceView view) {
        return view.enteredBy().equals(actor.userId()) || mayEnter(actor, places.get(view.person()));
    }

    // ---- the tasks in hand ------------------------------------------------------------------------------------------

    /**
     * The first day has come: what the absent person has in hand goes to the deputy as far as the ground allows; the rest goes back to its
     * group, where whoever may do it finds it. What the absent person itself took over for somebody goes back there first, never on. A repeat
     * finds nothing.
     *
     * @throws ConflictRefusal the deputy has no account any more
     */
    public void handOver(String code) {
        AbsenceView view = view(code, null);
        if (!"IN_EFFECT".equals(view.status())) {
            return;
        }
        if (!places.get(view.deputy()).active()) {
            throw new ConflictRefusal("Người xử lý thay " + view.deputyName() + " không còn tài khoản; kết thúc lần vắng mặt " + code
                    + " và nhập lại với người khác.");
        }
        jdbc.sql("select code from absence where deputy = ? and given_back_at is null and (ended_at is not null or to_date < ?) order by code")
                .params(view.person(), LocalDate.now(clock)).query(String.class).list().forEach(this::giveBack);
        flow.heldBy(List.of(view.person()), MOST_IN_HAND).forEach(task -> handOver(view, task));
        jdbc.sql("update absence set handed_at = ? where code = ? and handed_at is null").params(now(), code).update();
    }

    private void handOver(AbsenceView absence, HeldTask task) {
        boolean taken = places.get(absence.deputy()).active()
                && standIns.mayTake(absence.deputy(), absence.code(), flow.candidates(task), flow.act(task));
        if (taken) {
            flow.give(task, absence.deputy(), absence.person());
        } else {
            flow.release(task, absence.personName() + " vắng mặt (" + absence.code() + ").");
        }
        note(absence.code(), task, taken ? "TO_DEPUTY" : "TO_GROUP");
    }

    /**
     * The absence is over: what was taken over and is still open comes back (to the next deputy, where the next absence has begun), and what
     * the deputy could hold only because of it goes to its group. A repeat finds nothing.
     */
    public void giveBack(String code) {
        int first = jdbc.sql("update absence set ended_at = coalesce(ended_at, :now), given_back_at = :now where code = :code and given_back_at is null")
                .param("now", now()).param("code", code).update();
        if (first == 0) {
            return;
        }
        AbsenceView view = view(code, null);
        List<String> taken = jdbc.sql("select task_id from absence_task where absence_code = ? and moved = 'TO_DEPUTY'").param(code)
                .query(String.class).list();
        Optional<AbsenceView> absentAgain = inEffect(view.person());
        for (HeldTask task : flow.heldBy(List.of(view.deputy()), MOST_IN_HAND)) {
            Set<String> candidates = flow.candidates(task);
            if (taken.contains(task.taskId()) && standIns.owns(view.person(), candidates)) {
                note(code, task, "BACK");
                absentAgain.ifPresentOrElse(again -> handOver(again, task), () -> flow.give(task, view.person(), null));
            } else if (!standIns.mayHold(view.deputy(), candidates)) {
                flow.release(task, "Hết thời gian xử lý thay (" + code + ").");
                note(code, task, "TO_GROUP");
            }
        }
    }

    private Optional<AbsenceView> inEffect(String person) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(ROWS + "where a.person = ? and a.ended_at is null and a.from_date <= ? and a.to_date >= ?").params(person, today, today)
                .query((rs, n) -> row(rs, null, Map.of())).optional();
    }

    private void note(String code, HeldTask task, String moved) {
        jdbc.sql("insert into absence_task values (?, ?, ?, ?, ?, ?)").params(code, task.taskId(), moved, task.caseKey(), task.name(), now())
                .update();
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** The absences the reader is concerned with, the latest first: own, as deputy, of those it heads; all for administrators and supervisors. */
    @Transactional(readOnly = true)
    public List<AbsenceView> list(Actor actor) {
        return visible(actor, null);
    }

    /** @param code one absence; null: all, the latest 200 */
    private List<AbsenceView> visible(Actor actor, String code) {
        Place reader = places.get(actor.userId());
        Map<String, Place> people = places.everAround(reader).stream().collect(Collectors.toMap(Place::userId, place -> place));
        return jdbc.sql(ROWS + "where (:code::text is null or a.code = :code) and (:all or a.person = any(:people) or a.deputy = :me or a.entered_by = :me) "
                        + "order by a.from_date desc, a.code desc limit " + MOST_SHOWN)
                .param("code", code).param("all", seesAll(reader)).param("me", reader.userId())
                .param("people", people.values().stream().filter(other -> other.userId().equals(reader.userId()) || reader.heads(other))
                        .map(Place::userId).toArray(String[]::new)).query((rs, n) -> row(rs, reader, people)).list();
    }

    /** One absence. @throws NotFound unknown, or not the reader's to see */
    @Transactional(readOnly = true)
    public AbsenceView get(Actor actor, String code) {
        return visible(actor, code).stream().findFirst().orElseThrow(() -> unknown(code));
    }

    private static boolean seesAll(Place reader) {
        return reader.has(Role.ADMIN) || reader.has(Role.SUPERVISOR);
    }

    private AbsenceView view(String code, Place reader) {
        return jdbc.sql(ROWS + "where a.code = ?").param(code).query((rs, n) -> row(rs, reader, Map.of())).optional()
                .orElseThrow(() -> unknown(code));
    }

    private static NotFound unknown(String code) {
        return new NotFound("Không có lần vắng mặt " + code + ".");
    }

    private AbsenceView row(ResultSet rs, Place reader, Map<String, Place> people) throws SQLException {
        AbsenceGround ground = AbsenceGround.valueOf(rs.getString("ground"));
        LocalDate from = rs.getObject("from_date", LocalDate.class);
        LocalDate to = rs.getObject("to_date", LocalDate.class);
        Instant ended = instant(rs, "ended_at");
        LocalDate today = LocalDate.now(clock);
        String status = ended != null || today.isAfter(to) ? "ENDED" : today.isBefore(from) ? "WAITING" : "IN_EFFECT";
        Place person = people.get(rs.getString("person"));
        boolean mayEnd = reader != null && !"ENDED".equals(status)
                && (rs.getString("entered_by").equals(reader.userId()) || reader.has(Role.ADMIN) || person != null && mayEnter(reader, person));
        return new AbsenceView(rs.getString("code"), rs.getString("person"), rs.getString("person_name"), rs.getString("deputy"),
                rs.getString("deputy_name"), from, to, ground, ground.title(), List.of((String[]) rs.getArray("act_names").getArray()),
                rs.getString("document"), rs.getObject("document_date", LocalDate.class), rs.getObject("valid_until", LocalDate.class),
                ground == AbsenceGround.WORK ? null : earlier(to, rs.getObject("valid_until", LocalDate.class)), rs.getString("reason"),
                rs.getString("entered_by"), rs.getString("entered_name"), instant(rs, "entered_at"), instant(rs, "handed_at"), ended,
                rs.getString("ended_by"), rs.getString("ended_name"), rs.getString("end_reason"), status, mayEnd);
    }

    private static LocalDate earlier(LocalDate to, LocalDate validUntil) {
        return validUntil != null && validUntil.isBefore(to) ? validUntil : to;
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
