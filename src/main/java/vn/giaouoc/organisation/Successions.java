package vn.giaouoc.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.SuccessionFlow.Moved;
import vn.giaouoc.organisation.SuccessionView.UnitName;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.CaseNumbers;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.CaseRegister;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * Units that end by a decision: merged, split, dissolved (a province of 2025 has few others). From the day on another unit does their
 * work: it is entitled to their cases, their open tasks move to it, and what they did is found as its own history (ADR 0019).
 */
@Service
@Transactional
public class Successions implements CaseRegister {

    /** Tasks and cases moved by one job. */
    private static final int BATCH = 50;
    private static final String PREFIX = "TC-";
    private static final int LONGEST = 20_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String ROWS = """
            select s.*, h.name as heir_name,
              (select array_agg(array[u.code, u.name] order by u.code) from succession_from f join unit u on u.code = f.unit_code
                where f.succession_code = s.code) as from_units,
              (select array_agg(array[u.code, u.name] order by u.code) from succession_to t join unit u on u.code = t.unit_code
                where t.succession_code = s.code) as to_units
            from succession s join unit h on h.code = s.heir\s""";

    private final SuccessionChecks checks;
    private final Heirs heirs;
    private final Organisation organisation;
    private final OrganisationAdmin admin;
    private final List<SuccessionListener> listeners;
    private final SuccessionFlow flow;
    private final CaseNumbers numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Successions(SuccessionChecks checks, Heirs heirs, Organisation organisation, OrganisationAdmin admin,
                @Lazy List<SuccessionListener> listeners, SuccessionFlow flow, CaseNumbers numbers, JdbcClient jdbc, Clock clock) {
        this.checks = checks;
        this.heirs = heirs;
        this.organisation = organisation;
        this.admin = admin;
        this.listeners = listeners;
        this.flow = flow;
        this.numbers = numbers;
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
        return jdbc.sql("select count(*) from succession where code = ?").param(caseCode).query(Long.class).single() == 1;
    }

    // ---- declaring --------------------------------------------------------------------------------------------------

    /**
     * An administrator enters a decision. Its case waits for the day; a day that has come takes effect at once.
     *
     * @return its code
     * @throws NotAllowed                        not an administrator
     * @throws vn.giaouoc.shared.InvalidInput    at the field
     */
    public String declare(Actor actor, SuccessionDraft draft) {
        requireAdministrator(actor);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('succession', 42))").query((rs, n) -> 0).single(); // one at a time
        checks.check(draft);
        String code = nextCode();
        String heir = checks.heir(draft);
        jdbc.sql("insert into succession (code, kind, status, effective_date, heir, decision_number, decision_date, authority, note, "
                        + "move_people, declared_by, declared_at) values (?, ?, 'SCHEDULED', ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(code, draft.kind().name(), draft.effectiveDate(), heir, draft.decisionNumber(), draft.decisionDate(),
                        draft.authority(), draft.note() == null || draft.note().isBlank() ? null : draft.note(), draft.movePeople(),
                        actor.userId(), now()).update();
        draft.from().forEach(unit -> jdbc.sql("insert into succession_from (succession_code, unit_code) values (?, ?)").params(code, unit)
                .update());
        draft.to().forEach(unit -> jdbc.sql("insert into succession_to values (?, ?)").params(code, unit).update());
        SuccessionView view = get(code);
        flow.start(code, title(view), view.heir().name(), draft.effectiveDate().atStartOfDay(clock.getZone()).toInstant());
        return code;
    }

    /**
     * An administrator gives up a succession whose day has not come.
     *
     * @throws ConflictRefusal it is in effect already, or cancelled
     */
    public void cancel(Actor actor, String code, String reason) {
        requireAdministrator(actor);
        get(code);
        var errors = new Errors();
        errors.text(reason, "reason", true, LONGEST, "Nêu lý do hủy.");
        errors.refuse();
        int cancelled = jdbc.sql("update succession set status = 'CANCELLED', cancel_reason = ? where code = ? and status = 'SCHEDULED'")
                .params(reason, code).update();
        if (cancelled == 0) {
            throw new ConflictRefusal("Chỉ hủy được quyết định chưa đến ngày có hiệu lực.");
        }
        jdbc.sql("update succession_from set cancelled = true where succession_code = ?").param(code).update();
        flow.end(code, reason);
    }

    private static void requireAdministrator(Actor actor) {
        if (!actor.in(Role.ADMIN.group())) {
            throw new NotAllowed("Chỉ quản trị viên nhập quyết định sáp nhập, chia, giải thể đơn vị.");
        }
    }

    private String nextCode() {
        int year = LocalDate.now(clock).getYear();
        return PREFIX + "%d-%02d".formatted(year, numbers.next("TC", year));
    }

    private static String title(SuccessionView view) {
        return view.kindName() + ": " + names(view.from()) + (view.to().isEmpty() ? "" : " → " + names(view.to()));
    }

    private static String names(List<UnitName> units) {
        return String.join(", ", units.stream().map(UnitName::name).toList());
    }

    // ---- taking effect ----------------------------------------------------------------------------------------------

    /**
     * The day has come: from the end of this transaction on all new work goes to the heir. Changes nothing else, because whoever gives
     * work at this moment waits. A repeat changes nothing.
     *
     * @throws ConflictRefusal the heir cannot be given work any more
     */
    public void takeEffect(String code) {
        SuccessionView view = get(code);
        if (!"SCHEDULED".equals(view.status())) {
            return;
        }
        UnitView heir = organisation.unit(organisation.current(view.heir().code()));
        if (!heir.active() || !heir.hasAccount()) {
            throw new ConflictRefusal("Đơn vị tiếp nhận " + heir.name() + " không còn hoạt động hoặc không có tài khoản.");
        }
        heirs.stopGiving();
        jdbc.sql("update succession set status = 'IN_EFFECT', in_effect_at = ? where code = ?").params(now(), code).update();
        jdbc.sql("update unit set active = false where code = any(?)").param(codes(view.from())).update();
    }

    /** Hands the cases of the former units over: people, and what each feature has to say to it. */
    public void handOver(String code) {
        SuccessionView view = get(code);
        String heir = organisation.current(view.heir().code());
        admin.unitsEnded(List.of(codes(view.from())), heir, view.movePeople());
        for (UnitName former : view.from()) {
            var handover = new Handover(code, view.kind(), former.code(), successors(view), heir, view.effectiveDate(), reason(view));
            listeners.forEach(listener -> listener.succeeded(handover));
        }
    }

    /** The one that takes over the work first. */
    private static List<String> successors(SuccessionView view) {
        return view.to().stream().map(UnitName::code).sorted(Comparator.comparing(code -> !code.equals(view.heir().code()))).toList();
    }

    private static String reason(SuccessionView view) {
        String what = switch (view.kind()) {
            case MERGE -> "Đơn vị đã sáp nhập, hợp nhất vào " + names(view.to());
            case SPLIT -> "Đơn vị đã chia thành " + names(view.to());
            case DISSOLVE -> "Đơn vị đã giải thể, công việc do " + view.heir().name() + " tiếp nhận,";
        };
        return what + " từ ngày " + DAY.format(view.effectiveDate()) + " theo văn bản số " + view.decisionNumber() + " ngày "
                + DAY.format(view.decisionDate()) + " của " + view.authority() + ".";
    }

    /** Moves one batch of open work to the heir. @return whether there may be more; after the last the succession is done */
    public boolean moveBatch(String code) {
        SuccessionView view = get(code);
        String heir = organisation.current(view.heir().code());
        Moved moved = flow.move(organisation.namesToday(organisation.worksFor(heir)), heir, BATCH);
        jdbc.sql("update succession set moved_tasks = moved_tasks + ? where code = ?").params(moved.tasks(), code).update();
        if (!moved.more()) {
            jdbc.sql("update succession set status = 'DONE', done_at = ? where code = ? and status = 'IN_EFFECT'").params(now(), code)
                    .update();
        }
        return moved.more();
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** All successions, the latest day first. */
    @Transactional(readOnly = true)
    public List<SuccessionView> list() {
        return jdbc.sql(ROWS + "order by s.effective_date desc, s.code desc").query(Successions::row).list();
    }

    /** One succession. @throws NotFound */
    @Transactional(readOnly = true)
    public SuccessionView get(String code) {
        return jdbc.sql(ROWS + "where s.code = ?").param(code).query(Successions::row).optional()
                .orElseThrow(() -> new NotFound("Không có quyết định sáp nhập, chia, giải thể " + code + "."));
    }

    /** The successions in effect that made these units what they are: of the unit and of all its former ones. */
    @Transactional(readOnly = true)
    public List<SuccessionView> leadingTo(String unitCode) {
        Set<String> former = Set.copyOf(organisation.former(unitCode));
        return list().stream().filter(view -> List.of("IN_EFFECT", "DONE").contains(view.status())
                && view.from().stream().anyMatch(unit -> former.contains(unit.code()))).toList();
    }

    private static SuccessionView row(ResultSet rs, int n) throws SQLException {
        SuccessionKind kind = SuccessionKind.valueOf(rs.getString("kind"));
        return new SuccessionView(rs.getString("code"), kind, kind.label(), rs.getString("status"), units(rs, "from_units"),
                units(rs, "to_units"),
                new UnitName(rs.getString("heir"), rs.getString("heir_name")), rs.getObject("effective_date", LocalDate.class),
                rs.getString("decision_number"), rs.getObject("decision_date", LocalDate.class), rs.getString("authority"),
                rs.getString("note"), rs.getBoolean("move_people"), SqlMoment.instant(rs, "declared_at"), SqlMoment.instant(rs, "in_effect_at"),
                SqlMoment.instant(rs, "done_at"), rs.getInt("moved_tasks"), rs.getString("cancel_reason"));
    }

    private static List<UnitName> units(ResultSet rs, String column) throws SQLException {
        var found = rs.getArray(column);
        return found == null ? List.of() : Arrays.stream((String[][]) found.getArray()).map(unit -> new UnitName(unit[0], unit[1]))
                .toList();
    }

    private static String[] codes(List<UnitName> units) {
        return units.stream().map(UnitName::code).toArray(String[]::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
