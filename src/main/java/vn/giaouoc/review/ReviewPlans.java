package vn.giaouoc.review;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantPeople;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;

/** When a bloc's review begins and whether its members inspect each other: the bloc's own word, else the province's. */
@Service
@Transactional
public class ReviewPlans {

    /** Slot of the day a review begins. */
    static final String BEGIN = "REVIEW_BEGIN";

    private final ReviewRows rows;
    private final BlocYears blocs;
    private final CovenantPeople people;
    private final Deadlines deadlines;
    private final ReviewFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewPlans(ReviewRows rows, BlocYears blocs, CovenantPeople people, Deadlines deadlines, ReviewFlow flow, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.blocs = blocs;
        this.people = people;
        this.deadlines = deadlines;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What holds for a bloc-year.
     *
     * @param own whether the bloc itself has settled it
     */
    public record Plan(LocalDate beginOn, boolean inspection, boolean own) {
    }

    private record Row(LocalDate beginOn, boolean inspection) {
    }

    /** @throws vn.giaouoc.shared.NotFound no such bloc-year */
    @Transactional(readOnly = true)
    public Plan of(String blocYear) {
        return of(blocs.get(blocYear));
    }

    Plan of(BlocYearView year) {
        LocalDate usual = usual(year);
        return row(year.code()).map(row -> new Plan(row.beginOn() == null ? usual : row.beginOn(), row.inspection(), true))
                .orElseGet(() -> new Plan(usual, inspects(year), false));
    }

    private Optional<Row> row(String blocYear) {
        return jdbc.sql("select begin_on, inspection from review_plan where bloc_year = ?").param(blocYear).query(Row.class).optional();
    }

    /** The day the bloc itself has named; null where it has named none. */
    @Transactional(readOnly = true)
    public LocalDate own(String blocYear) {
        return row(blocYear).map(Row::beginOn).orElse(null);
    }

    /** Whether the bloc itself has named the day. */
    boolean typed(String blocYear) {
        return own(blocYear) != null;
    }

    /** 17:00 of that day; kept with what it was counted from, unless the bloc has named it. */
    public Instant beginsAt(String blocYear) {
        LocalDate named = row(blocYear).map(Row::beginOn).orElse(null);
        if (named != null) {
            deadlines.of(blocYear).typed(BEGIN);
            return deadlines.at(named);
        }
        BlocYearView year = blocs.get(blocYear);
        return deadlines.of(blocYear).dueBy(BEGIN, parameter(year.schoolYear()), start(year.from()), deadlines.at(year.to()));
    }

    /** Code of the parameter that says when reviews begin. */
    static String parameter(boolean schoolYear) {
        return schoolYear ? "REVIEW_BEGIN_SCHOOL" : BEGIN;
    }

    /**
     * The day that was counted when the year began, where it stands after the changes of the calendar; before that, counted from the
     * period's first day. Never after the period's last.
     */
    private LocalDate usual(BlocYearView year) {
        LocalDate day = LocalDate.ofInstant(deadlines.of(year.code()).standing(BEGIN)
                .orElseGet(() -> deadlines.due(parameter(year.schoolYear()), start(year.from())).dueAt()), clock.getZone());
        return day.isAfter(year.to()) ? year.to() : day;
    }

    private Instant start(LocalDate first) {
        return first.atStartOfDay(clock.getZone()).toInstant();
    }

    private boolean inspects(BlocYearView year) {
        return jdbc.sql("select value from review_rule where code = 'INSPECTION' and bloc_code in ('', :bloc) and valid_from <= :day "
                        + "and (valid_to is null or valid_to >= :day) order by bloc_code desc, valid_from desc limit 1")
                .param("bloc", year.blocCode()).param("day", rows.today()).query(BigDecimal.class).single().signum() > 0;
    }

    /**
     * Checks what the head unit settles, changing nothing.
     *
     * @throws ConflictRefusal                the review has begun
     * @throws vn.giaouoc.shared.InvalidInput at the fields; also when going back to the province's day that has passed
     */
    @Transactional(readOnly = true)
    public void check(Actor actor, String blocYear, LocalDate beginOn, Boolean inspection) {
        BlocYearView year = blocs.get(actor, blocYear);
        people.requireHead(actor, blocYear);
        if (rows.find(ReviewKey.of(blocYear)).isPresent()) {
            throw new ConflictRefusal("Sơ kết đã bắt đầu; không đổi được ngày sơ kết và quy định kiểm tra chéo.");
        }
        var errors = new Errors();
        errors.when(inspection == null, "inspection", "Chọn quy chế của khối có hay không kiểm tra chéo khi sơ kết.");
        LocalDate own = own(blocYear);
        errors.when(beginOn == null && own != null && usual(year).isBefore(rows.today()), "beginOn",
                "Ngày sơ kết theo quy định chung của tỉnh đã qua. Ghi ngày sơ kết từ hôm nay trở đi; muốn sơ kết ngay thì bấm «Bắt đầu sơ kết ngay».");
        boolean inPeriod = beginOn != null && !beginOn.isBefore(year.from()) && !beginOn.isAfter(year.to());
        errors.when(beginOn != null && !inPeriod, "beginOn", "Ngày sơ kết phải nằm trong kỳ công tác của khối.");
        errors.when(inPeriod && beginOn.isBefore(rows.today()) && !beginOn.equals(own), "beginOn",
                "Ngày sơ kết không được trước hôm nay; muốn sơ kết ngay thì bấm «Bắt đầu sơ kết ngay».");
        errors.refuse();
    }

    /** The head unit settles it by the bloc's plan and rules. @param beginOn null: as the province counts */
    public void set(Actor actor, String blocYear, LocalDate beginOn, Boolean inspection) {
        check(actor, blocYear, beginOn, inspection);
        jdbc.sql("insert into review_plan values (:year, :begin, :inspection, :by, :at) on conflict (bloc_year) do update set "
                        + "begin_on = :begin, inspection = :inspection, set_by = :by, set_at = :at").param("year", blocYear)
                .param("begin", beginOn).param("inspection", inspection).param("by", actor.userId())
                .param("at", Timestamp.from(clock.instant())).update();
        flow.beginMoved(blocYear, beginsAt(blocYear));
    }
}
