package vn.giaouoc.bloc;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Papers;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.time.Deadlines;

/** Compositions that are drafted or in approval, and the ends of the blocs' years. */
@Component
class BlocYearPlan implements YearPlan {

    private final CompositionQueries compositions;
    private final BlocYears years;
    private final Papers papers;
    private final Deadlines deadlines;
    private final Clock clock;

    BlocYearPlan(CompositionQueries compositions, BlocYears years, Papers papers, Deadlines deadlines, Clock clock) {
        this.compositions = compositions;
        this.years = years;
        this.papers = papers;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        return Stream.concat(compositions.underWay().stream().flatMap(composition -> drafted(composition, now).stream()),
                years.during(from, to).stream().filter(year -> year.head() != null).flatMap(year -> end(year).stream())).toList();
    }

    private List<PlannedDeadline> end(BlocYearView year) {
        return new Foreseen(year.code(), year.title(), null, deadlines, clock.getZone()).stands("Kết thúc năm công tác của khối",
                deadlines.at(year.to()), Organisation.unitGroup(year.head().unitCode()), Set.of(), true).list();
    }

    private List<PlannedDeadline> drafted(CompositionView composition, Instant now) {
        ApprovalStep at = papers.find(composition.code() + "/QD").map(PaperView::nextStep).orElse(null);
        var plan = new Foreseen(composition.code(), composition.title(), composition.begunAt(), deadlines, clock.getZone());
        if (at == null) {
            plan.next("Soạn thảo quyết định thành lập cụm, khối thi đua", "BLOC_DRAFT", Role.SNV_SPECIALIST.group());
        }
        if (at != null || plan.at() == null || plan.at().isBefore(now)) {
            plan.from(now);
        }
        papers.plannedSteps().stream().filter(step -> at == null || step.step().ordinal() >= at.ordinal())
                .forEach(step -> plan.next(step.step().label(), step.deadline(), step.group()));
        return plan.list();
    }
}
