package vn.giaouoc.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.platform.time.CaseDeadlines;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.report.PeriodDates.Matched;
import vn.giaouoc.report.PeriodDates.Wanted;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;

/** What an amended plan does to the reporting periods that have begun: an open one moves with its date, a consolidated one stands. */
@Service
@Transactional
public class AmendedPeriods {

    private static final String PASSED = "Ngày báo cáo đã qua.";

    private final Periods periods;
    private final PeriodDates dates;
    private final CampaignQueries campaigns;
    private final Deadlines deadlines;
    private final ReportFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    AmendedPeriods(Periods periods, PeriodDates dates, CampaignQueries campaigns, Deadlines deadlines, ReportFlow flow, JdbcClient jdbc,
                   Clock clock) {
        this.periods = periods;
        this.dates = dates;
        this.campaigns = campaigns;
        this.deadlines = deadlines;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Checks what an amended plan does to the periods, changing nothing: one that is open may be moved, one that was consolidated stands.
     *
     * @param plan complete and sensible
     * @throws InvalidInput the dates that cannot be
     */
    @Transactional(readOnly = true)
    public void check(String code, Plan plan) {
        var errors = new Errors();
        List<Period> begun = begun(code);
        List<Wanted> inForce = dates.of(campaigns.plan(code));
        Matched before = Matched.of(begun, inForce);
        Matched after = Matched.of(begun, dates.of(plan));
        for (Period period : begun) {
            Wanted date = after.dates().get(period.seq());
            if (!Objects.equals(date, before.dates().get(period.seq()))) {
                String problem = problem(period, date);
                errors.when(problem != null, field(plan, period.kind(), date), problem);
            }
        }
        for (Wanted date : after.open()) {
            if (date.date() != null && !inForce.contains(date)) {
                errors.when(PeriodDates.finalBegun(begun), field(plan, date.kind(), date), "Kỳ tổng kết đã mở, không thêm được kỳ báo cáo.");
                errors.when(date.date().isBefore(LocalDate.now(clock)), field(plan, date.kind(), date), PASSED);
            }
        }
        errors.refuse();
    }

    /** Why a period that has begun cannot have this date; null: it can. */
    private String problem(Period period, Wanted date) {
        if (!"OPEN".equals(period.status())) {
            return period.name() + " đã tổng hợp, trình báo cáo; không bỏ, không dời được ngày này.";
        }
        if (date == null) {
            return period.name() + " đang lấy báo cáo của các đơn vị; dời được sang ngày khác, không bỏ được.";
        }
        if (date.date() == null || deadlines.dueIfKnown("REPORT_CONSOLIDATE", deadlines.at(date.date())).isEmpty()) {
            return "Bảng ngày nghỉ chưa có năm của ngày báo cáo mới.";
        }
        return deadlines.at(date.date()).isAfter(clock.instant()) ? null : PASSED;
    }

    /** The field of the plan that gives this date. */
    private static String field(Plan plan, ReportKind kind, Wanted date) {
        if (kind == ReportKind.FINAL) {
            return plan.finalReviewDate() == null ? "to" : "finalReviewDate";
        }
        return date == null ? "reportingDates" : IntStream.range(0, plan.reportingDates().size())
                .filter(i -> date.equals(new Wanted(ReportKind.valueOf(plan.reportingDates().get(i).kind().name()), plan.reportingDates().get(i).date())))
                .mapToObj(i -> "reportingDates[" + i + "].date").findFirst().orElse("reportingDates");
    }

    /**
     * An amended plan is in force: what is open and has another date now moves there, never into the past. Its units are moved batch by
     * batch ({@link #moveReports}). A repeat changes nothing.
     */
    public void apply(String code) {
        Plan plan = campaigns.plan(code);
        List<Period> begun = begun(code);
        Matched matched = Matched.of(begun, dates.of(plan));
        begun.stream().filter(period -> "OPEN".equals(period.status())).forEach(period -> {
            Wanted date = matched.dates().get(period.seq());
            if (date != null && !date.is(period) && date.date() != null && deadlines.at(date.date()).isAfter(clock.instant())) {
                move(period, plan, deadlines.at(date.date()));
            }
        });
    }

    private void move(Period period, Plan plan, Instant due) {
        String caseKey = Period.caseKey(period.campaignCode(), period.seq());
        CaseDeadlines own = deadlines.of(caseKey);
        if (period.kind() != ReportKind.FINAL || dates.finalReview(caseKey, plan, Periods.REPORT_DUE) == null) {
            own.typed(Periods.REPORT_DUE);
        }
        own.before("REPORT_REMIND", due, Periods.REPORT_DUE);
        Instant consolidate = own.due("REPORT_CONSOLIDATE", due, Periods.REPORT_DUE);
        jdbc.sql("update reporting_period set report_date = ?, due_at = ?, consolidate_due_at = ?, overdue_at = null where campaign_code = ? and seq = ?")
                .params(LocalDate.ofInstant(due, clock.getZone()), Timestamp.from(due), Timestamp.from(consolidate), period.campaignCode(), period.seq())
                .update();
        flow.periodMoved(period.campaignCode(), period.seq(), due, consolidate);
    }

    /** Reports of a batch of the campaign's units that have not arrived are due with their period. A repeat changes nothing. */
    public void moveReports(String code, int batch) {
        periods.list(code).stream().filter(period -> "OPEN".equals(period.status())).forEach(period -> {
            Timestamp due = Timestamp.from(period.dueAt());
            List<String> moved = jdbc.sql("update unit_report r set due_at = ?, overdue_at = null from participation p where r.campaign_code = ? "
                            + "and r.seq = ? and r.due_at <> ? and r.status in ('PENDING', 'BLOCKED', 'OPEN', 'SUBMITTED') "
                            + "and p.campaign_code = r.campaign_code and p.unit_code = r.unit_code and p.batch = ? returning r.unit_code")
                    .params(due, code, period.seq(), due, batch).query(String.class).list();
            if (!moved.isEmpty()) {
                Instant remindAt = deadlines.before("REPORT_REMIND", period.dueAt());
                moved.forEach(unit -> flow.reportMoved(code, period.seq(), unit, remindAt, period.dueAt()));
            }
        });
    }

    private List<Period> begun(String code) {
        return periods.list(code).stream().filter(Period::begun).toList();
    }
}
