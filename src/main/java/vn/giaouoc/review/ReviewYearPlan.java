package vn.giaouoc.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocDraft;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.bloc.CompositionView;
import vn.giaouoc.bloc.MemberDraft;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.time.Deadlines;

/** The mid-term reviews of a year: of blocs that are at work, and of those a decision under way shall compose. */
@Component
class ReviewYearPlan implements YearPlan {

    private static final String BEGIN = "Bắt đầu sơ kết khối";
    private static final String REPORT = "Thành viên báo cáo sơ kết";
    private static final String INSPECT = "Các đơn vị kiểm tra chéo";

    private final BlocYears years;
    private final CompositionQueries compositions;
    private final ReviewPlans plans;
    private final ReviewRows rows;
    private final Deadlines deadlines;
    private final Clock clock;

    ReviewYearPlan(BlocYears years, CompositionQueries compositions, ReviewPlans plans, ReviewRows rows, Deadlines deadlines, Clock clock) {
        this.years = years;
        this.compositions = compositions;
        this.plans = plans;
        this.rows = rows;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A bloc's review as it is foreseen. @param head engine group of the head unit */
    private record Way(Foreseen plan, String head, Set<String> members, boolean inspection) {
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        return Stream.concat(years.during(from, to).stream().filter(year -> year.head() != null && !year.to().isBefore(rows.today()))
                        .flatMap(year -> ofYear(year, now).stream()),
                compositions.underWay().stream().flatMap(composition -> composition.blocs().stream()
                        .flatMap(bloc -> ofDraft(composition, bloc, now).stream()))).toList();
    }

    private List<PlannedDeadline> ofYear(BlocYearView year, Instant now) {
        String key = ReviewKey.of(year.code());
        Set<String> members = year.current().stream().map(BlocMember::unitCode).collect(Collectors.toSet());
        String head = Organisation.unitGroup(year.head().unitCode());
        var plan = new Foreseen(key, year.title(), now, now, deadlines, clock.getZone());
        return rows.find(key).map(review -> running(review, new Way(plan, head, members, review.inspection()))).orElseGet(() -> {
            ReviewPlans.Plan settled = plans.of(year);
            plan.stands(BEGIN, deadlines.at(settled.beginOn()), head, Set.of(), plans.typed(year.code()));
            return begun(new Way(plan, head, members, settled.inspection()));
        });
    }

    /** Mutual inspection is each bloc's own rule; before the bloc is there, it is not foreseen. */
    private List<PlannedDeadline> ofDraft(CompositionView composition, BlocDraft bloc, Instant now) {
        return bloc.members().stream().filter(member -> member.role() == BlocRole.HEAD).findFirst().map(member -> {
            String head = Organisation.unitGroup(member.unit());
            Instant first = composition.from().atStartOfDay(clock.getZone()).toInstant();
            var plan = new Foreseen(composition.code(), bloc.name() + " " + composition.periodName(), first, now, deadlines, clock.getZone());
            plan.foreseen(BEGIN, plan.counted(ReviewPlans.parameter(composition.schoolYear()), first), head, Set.of());
            return begun(new Way(plan, head,
                    bloc.members().stream().map(MemberDraft::unit).collect(Collectors.toSet()), false));
        }).orElse(List.of());
    }

    /** What is open, then what is still to come. */
    private List<PlannedDeadline> running(Review review, Way way) {
        return switch (review.status()) {
            case NOT_BEGUN, OPENING -> begun(way);
            case REPORTING -> reported(open(way, REPORT, review.reportsDueAt()));
            case ASSIGNING -> reported(open(way, review, "REVIEW_HEAD"));
            case INSPECTING -> inspected(open(way, INSPECT, review.inspectionsDueAt()));
            case CONSOLIDATING -> inspected(open(way, review, "REVIEW_HEAD"));
            case CONFERENCE -> consolidated(open(way, review, "REVIEW_HEAD"));
            case DRAFTING, RETURNED -> met(open(way, review, "REVIEW_HEAD"));
            case SIGNING -> drafted(open(way, review, "REVIEW_SIGN"));
            case SIGNED -> signed(open(way, review, "REVIEW_RECEIVE"));
            case RECEIVED, NOT_HELD -> List.of();
        };
    }

    private static Way open(Way way, String what, Instant due) {
        way.plan().open(what, due, null, way.members(), false);
        return way;
    }

    /** The step that follows is open, due as its slot says. */
    private Way open(Way way, Review review, String slot) {
        way.plan().begun(deadlines.of(review.key()).standing(slot));
        return way;
    }

    private static List<PlannedDeadline> begun(Way way) {
        way.plan().next(REPORT, "REVIEW_REPORT", way.members());
        return reported(way);
    }

    private static List<PlannedDeadline> reported(Way way) {
        if (way.inspection() && way.members().size() > 1) {
            way.plan().next("Trưởng khối phân công kiểm tra chéo", "REVIEW_ASSIGN", way.head()).next(INSPECT, "REVIEW_INSPECT", way.members());
        }
        return inspected(way);
    }

    private static List<PlannedDeadline> inspected(Way way) {
        way.plan().next("Trưởng khối tổng hợp sơ kết", "REVIEW_CONSOLIDATE", way.head());
        return consolidated(way);
    }

    private static List<PlannedDeadline> consolidated(Way way) {
        way.plan().next("Hội nghị sơ kết khối", "REVIEW_CONFERENCE", way.head());
        return met(way);
    }

    private static List<PlannedDeadline> met(Way way) {
        way.plan().next("Trưởng khối hoàn thiện báo cáo sơ kết", "REVIEW_DRAFT", way.head());
        return drafted(way);
    }

    private static List<PlannedDeadline> drafted(Way way) {
        way.plan().next("Thủ trưởng đơn vị Trưởng khối ký báo cáo sơ kết", "REVIEW_SIGN", way.head());
        return signed(way);
    }

    private static List<PlannedDeadline> signed(Way way) {
        return way.plan().next("Tiếp nhận báo cáo sơ kết của khối", "REVIEW_RECEIVE", Role.SNV_SPECIALIST.group()).list();
    }
}
