package vn.giaouoc.covenant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

/** The covenants of a year: of blocs that are at work, and of those a decision under way shall compose. */
@Component
class CovenantYearPlan implements YearPlan {

    private final BlocYears years;
    private final CompositionQueries compositions;
    private final CovenantRows rows;
    private final Deadlines deadlines;
    private final Clock clock;

    CovenantYearPlan(BlocYears years, CompositionQueries compositions, CovenantRows rows, Deadlines deadlines, Clock clock) {
        this.years = years;
        this.compositions = compositions;
        this.rows = rows;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        List<PlannedDeadline> found = new ArrayList<>();
        years.during(from, to).stream().filter(year -> year.head() != null).forEach(year -> found.addAll(ofYear(year, now)));
        for (CompositionView composition : compositions.underWay()) {
            composition.blocs().forEach(bloc -> found.addAll(ofDraft(composition, bloc, now)));
        }
        return found;
    }

    private List<PlannedDeadline> ofYear(BlocYearView year, Instant now) {
        Set<String> members = year.current().stream().map(BlocMember::unitCode).collect(Collectors.toSet());
        String head = Organisation.unitGroup(year.head().unitCode());
        List<Run> runs = rows.of(year.code());
        if (runs.isEmpty()) {
            return drafting(new Foreseen(year.code(), year.title(), start(year.from()), now, deadlines, clock.getZone()), head, members);
        }
        Run run = runs.get(runs.size() - 1);
        return running(run, new Foreseen(run.key(), year.title(), run.begunAt(), now, deadlines, clock.getZone()), head, members);
    }

    private List<PlannedDeadline> ofDraft(CompositionView composition, BlocDraft bloc, Instant now) {
        return bloc.members().stream().filter(member -> member.role() == BlocRole.HEAD).findFirst().map(head -> drafting(
                new Foreseen(composition.code(), bloc.name() + " " + composition.periodName(), start(composition.from()), now, deadlines,
                        clock.getZone()), Organisation.unitGroup(head.unit()),
                bloc.members().stream().map(MemberDraft::unit).collect(Collectors.toSet()))).orElse(List.of());
    }

    /** What is open, then what is still to come. */
    private List<PlannedDeadline> running(Run run, Foreseen plan, String head, Set<String> members) {
        return switch (run.status()) {
            case DRAFTING -> drafting(headHas(run, plan), head, members);
            case COMMENTING -> revising(plan.open("Thành viên góp ý dự thảo giao ước", run.commentDueAt(), null, members, false), head,
                    members);
            case REVISING -> revising(headHas(run, plan), head, members);
            case REGISTERING -> conference(plan.open("Thành viên đăng ký danh hiệu, chỉ tiêu thi đua", run.registerDueAt(), null, members,
                    false), head, members);
            case CONFERENCE -> conference(headHas(run, plan), head, members);
            case SIGNING, IN_FORCE -> recording(plan.open("Các thành viên ký giao ước", run.signDueAt(), null, members, false));
            case MISSING_SIGNATURES -> recording(run.closedMissingAt() == null ? undecided(run, plan, members) : officeHas(run, plan));
            case SIGNED -> recording(officeHas(run, plan));
            case RECORDED, SUPERSEDED, GIVEN_UP -> List.of();
        };
    }

    private Foreseen headHas(Run run, Foreseen plan) {
        return plan.begun(deadlines.of(run.key()).standing("COVENANT_HEAD"));
    }

    private Foreseen officeHas(Run run, Foreseen plan) {
        return plan.begun(deadlines.of(run.key()).standing("COVENANT_OFFICE"));
    }

    /** Members still owe their signatures, and Sở Nội vụ decides whether they are given more time. */
    private Foreseen undecided(Run run, Foreseen plan, Set<String> members) {
        return officeHas(run, plan.open("Các thành viên ký giao ước", run.signDueAt(), null, members, false))
                .next("Sở Nội vụ quyết định khi thiếu chữ ký", "COVENANT_DECIDE", Role.SNV_SPECIALIST.group());
    }

    private static List<PlannedDeadline> drafting(Foreseen plan, String head, Set<String> members) {
        return revising(plan.next("Trưởng khối dự thảo giao ước", "COVENANT_DRAFT", head)
                .next("Thành viên góp ý dự thảo giao ước", "COVENANT_COMMENT", members), head, members);
    }

    private static List<PlannedDeadline> revising(Foreseen plan, String head, Set<String> members) {
        return conference(plan.next("Trưởng khối hoàn thiện giao ước", "COVENANT_REVISE", head)
                .next("Thành viên đăng ký danh hiệu, chỉ tiêu thi đua", "COVENANT_REGISTER", members), head, members);
    }

    private static List<PlannedDeadline> conference(Foreseen plan, String head, Set<String> members) {
        return recording(plan.next("Hội nghị thống nhất giao ước", "COVENANT_CONFERENCE", head)
                .next("Các thành viên ký giao ước", "COVENANT_SIGN", members));
    }

    private static List<PlannedDeadline> recording(Foreseen plan) {
        return plan.next("Ghi nhận giao ước", "COVENANT_RECORD", Role.SNV_SPECIALIST.group()).list();
    }

    private Instant start(LocalDate from) {
        return from.atStartOfDay(clock.getZone()).toInstant();
    }
}
