package vn.giaouoc.midyear;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.bloc.CompositionView;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.ForeseenApproval;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Papers;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.time.Deadlines;

/** The province's reports on first halves: those that wait, are written or in approval, and those of decisions under way. */
@Component
class MidYearPlan implements YearPlan {

    private static final String WHAT_OPENS = "Mở báo cáo sơ kết toàn tỉnh";
    private static final String WHAT_IS_WRITTEN = "Tổng hợp báo cáo sơ kết toàn tỉnh";

    private final MidYearReports reports;
    private final CompositionQueries compositions;
    private final Papers papers;
    private final ForeseenApproval approval;
    private final Deadlines deadlines;
    private final Clock clock;

    MidYearPlan(MidYearReports reports, CompositionQueries compositions, Papers papers, ForeseenApproval approval, Deadlines deadlines,
                Clock clock) {
        this.reports = reports;
        this.compositions = compositions;
        this.papers = papers;
        this.approval = approval;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        return Stream.concat(reports.underWay().stream().flatMap(report -> ofReport(report, now).stream()),
                compositions.underWay().stream().flatMap(composition -> ofDraft(composition, now).stream())).toList();
    }

    private List<PlannedDeadline> ofReport(MidYearReport report, Instant now) {
        var plan = new Foreseen(report.code(), report.title(), now, now, deadlines, clock.getZone());
        String office = Role.SNV_SPECIALIST.group();
        String paper = MidYearReport.paperOf(report.code());
        ApprovalStep at = papers.find(paper).map(PaperView::nextStep).orElse(null);
        if ("WAITING".equals(report.status())) {
            plan.stands(WHAT_OPENS, report.opensAt(), office, Set.of(), false).next(WHAT_IS_WRITTEN, MidYearReports.REPORT, office);
        } else if (at == null) {
            plan.open(WHAT_IS_WRITTEN, report.dueAt(), office, Set.of(), false);
        }
        return approval.add(plan, paper, at).list();
    }

    /** One whose date has passed already is only opened by hand: nobody knows when. */
    private List<PlannedDeadline> ofDraft(CompositionView composition, Instant now) {
        String office = Role.SNV_SPECIALIST.group();
        Instant halfOver = deadlines.at(MidYearReports.halfTo(composition.from()));
        var plan = new Foreseen(composition.code(), MidYearReports.title(composition), halfOver, now, deadlines, clock.getZone());
        Instant opens = plan.counted(MidYearReports.OPEN, halfOver);
        return opens == null || opens.isBefore(now) ? List.of() : approval.add(plan.foreseen(WHAT_OPENS, opens, office, Set.of())
                .next(WHAT_IS_WRITTEN, MidYearReports.REPORT, office), null, null).list();
    }
}
