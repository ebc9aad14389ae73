package vn.giaouoc.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.PlannedCampaign;
import vn.giaouoc.campaign.PlannedCampaigns;
import vn.giaouoc.document.ForeseenApproval;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Papers;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;

/** The reports that plans ask for, as a year's dry run sees them: periods that have begun, and the dates still to come. */
@Component
class ReportYearPlan implements YearPlan {

    private static final Map<ReportKind, String> REPORTS = Map.of(ReportKind.MIDTERM, "Báo cáo sơ kết", ReportKind.YEARLY, "Báo cáo hằng năm",
            ReportKind.FINAL, "Báo cáo tổng kết");
    private static final String CONSOLIDATE = "REPORT_CONSOLIDATE";

    private final PlannedCampaigns campaigns;
    private final Periods periods;
    private final PeriodDates dates;
    private final Papers papers;
    private final ForeseenApproval approval;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportYearPlan(PlannedCampaigns campaigns, Periods periods, PeriodDates dates, Papers papers, ForeseenApproval approval, Deadlines deadlines,
                   JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.periods = periods;
        this.dates = dates;
        this.papers = papers;
        this.approval = approval;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Units that still owe their report of a period by one moment. */
    private record Owed(Instant dueAt, Set<String> units) {
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        return campaigns.list().stream().filter(campaign -> campaign.plan() != null && campaign.plan().to() != null)
                .flatMap(campaign -> of(campaign, now).stream()).toList();
    }

    private List<PlannedDeadline> of(PlannedCampaign campaign, Instant now) {
        var year = new Foreseen(campaign.code(), campaign.title(), null, now, deadlines, clock.getZone());
        List<Period> begun = periods.list(campaign.code()).stream().filter(Period::begun).toList();
        String standing = Campaigns.standingGroups(campaign.plan()).get(0);
        begun.forEach(period -> begun(period, campaign, year, standing, now));
        if (!PeriodDates.finalBegun(begun)) {
            PeriodDates.Matched.of(begun, dates(campaign)).open().forEach(wanted -> wanted(wanted, campaign, year, standing, now));
        }
        return year.list();
    }

    /** None where the table of holidays no longer holds the year in which the campaign ended. */
    private List<PeriodDates.Wanted> dates(PlannedCampaign campaign) {
        try {
            return dates.of(campaign.plan());
        } catch (ConflictRefusal | NotFound outsideTheTable) {
            return List.of();
        }
    }

    private void begun(Period period, PlannedCampaign campaign, Foreseen year, String standing, Instant now) {
        String report = REPORTS.get(period.kind());
        boolean fixed = period.kind() != ReportKind.FINAL || campaign.plan().finalReviewDate() != null;
        List<Owed> owed = "OPEN".equals(period.status()) ? owed(period) : List.of();
        switch (period.status()) {
            case "OPEN" -> {
                if (owed.isEmpty()) {
                    year.done(report, period.dueAt(), null, campaign.units(), fixed);
                }
                owed.forEach(some -> year.open(report, some.dueAt(), null, some.units(), fixed));
                if (owed.isEmpty() || period.dueAt().isBefore(now)) {
                    year.open(consolidation(period.kind()), period.consolidateDueAt(), standing, Set.of(), false);
                } else {
                    year.stands(consolidation(period.kind()), period.consolidateDueAt(), standing, Set.of(), false);
                }
            }
            case "CONSOLIDATED" -> inApproval(period, year.done(report, period.dueAt(), null, campaign.units(), fixed), standing);
            case "SIGNED" -> year.done(report, period.dueAt(), null, campaign.units(), fixed)
                    .done(consolidation(period.kind()), period.consolidateDueAt(), standing, Set.of(), false);
            default -> { } // it was given up
        }
    }

    /** Its paper waits at a step, or has come back and is written once more. */
    private void inApproval(Period period, Foreseen year, String standing) {
        String paper = Period.paperOf(period.campaignCode(), period.seq());
        papers.find(paper).map(PaperView::nextStep).ifPresentOrElse(
                at -> approval.add(year.done(consolidation(period.kind()), period.consolidateDueAt(), standing, Set.of(), false), paper, at),
                () -> year.open(consolidation(period.kind()), period.consolidateDueAt(), standing, Set.of(), false));
    }

    /** A date of the plan that is not opened yet; the tổng kết may be counted. */
    private void wanted(PeriodDates.Wanted wanted, PlannedCampaign campaign, Foreseen year, String standing, Instant now) {
        String report = REPORTS.get(wanted.kind());
        Instant due = wanted.date() == null ? null : deadlines.at(wanted.date());
        if (wanted.kind() != ReportKind.FINAL || campaign.plan().finalReviewDate() != null) {
            year.from(null).stands(report, due, null, campaign.units(), true);
        } else if (due != null && due.isBefore(now)) {
            year.from(now).next(report, Periods.FINAL_REVIEW, campaign.units());
        } else {
            year.foreseen(report, due, null, campaign.units());
        }
        year.next(consolidation(wanted.kind()), CONSOLIDATE, standing);
    }

    private static String consolidation(ReportKind kind) {
        return kind == ReportKind.FINAL ? "Tổng hợp báo cáo tổng kết" : "Tổng hợp báo cáo";
    }

    private List<Owed> owed(Period period) {
        return jdbc.sql("select due_at, array_agg(unit_code) as units from unit_report where campaign_code = ? and seq = ? "
                        + "and status in ('PENDING', 'BLOCKED', 'OPEN', 'SUBMITTED') group by due_at order by due_at")
                .params(period.campaignCode(), period.seq())
                .query((rs, n) -> new Owed(rs.getTimestamp(1).toInstant(), Set.of((String[]) rs.getArray(2).getArray()))).list();
    }
}
