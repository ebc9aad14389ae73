package vn.giaouoc.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.Papers;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.platform.time.Deadlines;

/** The deadlines of campaigns as a year's dry run sees them: of those under way, and of plans that are only drafted. */
@Component
class CampaignYearPlan implements YearPlan {

    private final PlanVersions plans;
    private final Launch launch;
    private final Papers papers;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignYearPlan(PlanVersions plans, Launch launch, Papers papers, Deadlines deadlines, JdbcClient jdbc, Clock clock) {
        this.plans = plans;
        this.launch = launch;
        this.papers = papers;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param submitted the step its plan waits at in the chain of approval; null: none */
    private record Row(String code, String title, String draftGroup, int planVersion, Instant createdAt, Instant issuedAt, Instant commentDueAt,
                       Instant responseDueAt, Instant returnUntil, String submitted) {

        /** Whether the plan has this step behind it. */
        boolean passed(ApprovalStep step) {
            return submitted != null && step.ordinal() < ApprovalStep.valueOf(submitted).ordinal();
        }
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        return jdbc.sql("select c.code, c.title, c.draft_group, c.plan_version, c.created_at, c.issued_at, c.comment_due_at, "
                        + "c.response_due_at, c.return_until, p.next_step as submitted from campaign c left join paper p on p.id = c.code || '/KH' "
                        + "where c.closed_at is null and c.withdraw_reason is null and c.status <> 'REFUSED' "
                        + "and coalesce(p.status, '') not in ('REFUSED', 'STOPPED') order by c.code").query(Row.class).list().stream()
                .flatMap(row -> of(row, now).list().stream()).toList();
    }

    private Foreseen of(Row row, Instant now) {
        Plan plan = row.planVersion() == 0 ? null : plans.get(row.code(), row.planVersion());
        var year = new Foreseen(row.code(), row.title(), row.createdAt(), deadlines, clock.getZone());
        Set<String> units = plan == null ? Set.of() : launch.scope(plan).stream().map(UnitView::code).collect(Collectors.toSet());
        if (row.issuedAt() == null) {
            drafted(row, plan, year, units, now);
        } else {
            year.stands("Đơn vị gửi kế hoạch, đăng ký công trình, phần việc", row.responseDueAt(), null, units,
                            plan != null && plan.responseDue() != null)
                    .stands("Hết thời gian trả lại kế hoạch của đơn vị", row.returnUntil(), Campaigns.DRAFTERS, Set.of(), false);
        }
        if (plan != null && plan.to() != null) {
            reports(plan, year, units);
        }
        return year;
    }

    /** From today on, one step after the other; nothing is issued yet. */
    private void drafted(Row row, Plan plan, Foreseen year, Set<String> units, Instant now) {
        if (row.submitted() == null) {
            if (row.commentDueAt() != null && row.commentDueAt().isAfter(now)) {
                year.stands("Góp ý dự thảo kế hoạch", row.commentDueAt(), row.draftGroup(), Set.of(), false);
            } else {
                year.next("Soạn thảo, hoàn thiện kế hoạch", "CAMPAIGN_DRAFT", row.draftGroup());
            }
        }
        if (row.submitted() != null || year.at() == null || year.at().isBefore(now)) {
            year.from(now);
        }
        papers.plannedSteps().stream().filter(step -> !row.passed(step.step()))
                .forEach(step -> year.next(step.step().label(), step.deadline(), step.group()));
        if (plan == null || units.isEmpty()) {
            return;
        }
        if (plan.responseDue() != null) {
            year.stands("Đơn vị gửi kế hoạch, đăng ký công trình, phần việc", deadlines.at(plan.responseDue()), null, units, true);
        } else {
            year.next("Đơn vị gửi kế hoạch, đăng ký công trình, phần việc", "RESPONSE_DUE", units);
        }
        year.next("Hết thời gian trả lại kế hoạch của đơn vị", "RESPONSE_RETURN_WINDOW", Campaigns.DRAFTERS);
    }

    /** The dates of the plan; each report is consolidated by the standing agencies afterwards. */
    private void reports(Plan plan, Foreseen year, Set<String> units) {
        String standing = Campaigns.standingGroups(plan).get(0);
        for (Plan.ReportingDate report : plan.reportingDates()) {
            if (report.date() != null) {
                year.stands(report.kind() == Plan.ReportingDate.Kind.YEARLY ? "Báo cáo hằng năm" : "Báo cáo sơ kết", deadlines.at(report.date()),
                        null, units, true).next("Tổng hợp báo cáo", "REPORT_CONSOLIDATE", standing);
            }
        }
        if (plan.finalReviewDate() != null) {
            year.stands("Báo cáo tổng kết", deadlines.at(plan.finalReviewDate()), null, units, true);
        } else {
            year.from(deadlines.at(plan.to())).next("Báo cáo tổng kết", "FINAL_REVIEW", units);
        }
        year.next("Tổng hợp báo cáo tổng kết", "REPORT_CONSOLIDATE", standing);
    }
}
