package vn.giaouoc.bloc;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.ForeseenApproval;
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
    private final ForeseenApproval approval;
    private final Deadlines deadlines;
    private final Clock clock;

    BlocYearPlan(CompositionQueries compositions, BlocYears years, Papers papers, ForeseenApproval approval, Deadlines deadlines, Clock clock) {
        this.compositions = compositions;
        this.years = years;
        this.papers = papers;
        this.approval = approval;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        return Stream.concat(compositions.underWay().stream().flatMap(composition -> drafted(composition, now).stream()),
                years.during(from, to).stream().filter(year -> year.head() != null).flatMap(year -> end(year, now).stream())).toList();
    }

    private List<PlannedDeadline> end(BlocYearView year, Instant now) {
        return new Foreseen(year.code(), year.title(), null, now, deadlines, clock.getZone()).ends("Kết thúc năm công tác của khối",
                deadlines.at(year.to()), Organisation.unitGroup(year.head().unitCode()), true).list();
    }

    private List<PlannedDeadline> drafted(CompositionView composition, Instant now) {
        String paper = Compositions.paperOf(composition.code());
        ApprovalStep at = papers.find(paper).map(PaperView::nextStep).orElse(null);
        var plan = new Foreseen(composition.code(), composition.title(), composition.begunAt(), now, deadlines, clock.getZone());
        if (at == null) {
            plan.begun(deadlines.of(composition.code()).standing("BLOC_DRAFT"))
                    .next("Soạn thảo quyết định thành lập cụm, khối thi đua", "BLOC_DRAFT", Role.SNV_SPECIALIST.group());
        }
        return approval.add(plan, paper, at).list();
    }
}
