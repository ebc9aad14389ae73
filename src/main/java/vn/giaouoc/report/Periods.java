package vn.giaouoc.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.platform.time.CaseDeadlines;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.platform.time.WorkingDays;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;

/** The reporting periods of a campaign: from the dates of its plan to the signed report of each. */
@Service
@Transactional
public class Periods {

    /** Units opened by one job. */
    private static final int BATCH = 50;
    /** Earlier than any period is opened, late enough for the year's table of holidays. */
    private static final java.time.Period EARLY = java.time.Period.ofMonths(2);
    /** Parameter and slot of the tổng kết where the plan gives no date. */
    static final String FINAL_REVIEW = "FINAL_REVIEW";
    /** Slot of the reports' deadline in a period; kept only where it was computed. */
    static final String REPORT_DUE = "REPORT_DUE";
    private static final String PASSED = "Ngày báo cáo đã qua.";
    private static final String PERIODS = "select campaign_code, seq, kind, report_date, status, opened_at, due_at, "
            + "consolidate_due_at, total, reported, overdue_at, written_by, signed_at from reporting_period ";

    private final CampaignQueries campaigns;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final ReportFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    Periods(CampaignQueries campaigns, Deadlines deadlines, WorkingDays workingDays, ReportFlow flow, JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param date null: not known yet */
    private record Wanted(ReportKind kind, LocalDate date) {

        boolean is(Period period) {
            return kind == period.kind() && Objects.equals(period.reportDate(), date);
        }
    }

    /**
     * Which date of a plan each period that has begun stands for: its own, else the next of its kind. So a date that an amendment moves
     * makes no second period.
     *
     * @param dates by the period's number; none: the plan has no date for it any more
     * @param open  dates without a period
     */
    private record Matched(Map<Integer, Wanted> dates, List<Wanted> open) {

        static Matched of(List<Period> begun, List<Wanted> wanted) {
            List<Wanted> open = new ArrayList<>(wanted);
            Map<Integer, Wanted> dates = new HashMap<>();
            take(begun, open, dates, Wanted::is);
            take(begun, open, dates, (date, period) -> date.kind() == period.kind());
            return new Matched(dates, open);
        }

        private static void take(List<Period> begun, List<Wanted> open, Map<Integer, Wanted> dates, BiPredicate<Wanted, Period> fits) {
            for (Period period : begun) {
                if (!dates.containsKey(period.seq())) {
                    open.stream().filter(date -> fits.test(date, period)).findFirst().ifPresent(date -> {
                        dates.put(period.seq(), date);
                        open.remove(date);
                    });
                }
            }
        }
    }

    /**
     * The period that is opened next; empty when none is left. What is not opened yet is brought in line with the plan in
     * force first, so that an amendment moves it.
     */
    public Optional<NextPeriod> next(String code) {
        List<Period> begun = begun(code);
        jdbc.sql("delete from reporting_period where campaign_code = ? and status = 'PLANNED'").param(code).update();
        int seq = begun.stream().mapToInt(Period::seq).max().orElse(0);
        List<Wanted> open = finalBegun(begun) ? List.of() : Matched.of(begun, wanted(campaigns.plan(code))).open();
        for (int i = 0; i < open.size(); i++) {
            jdbc.sql("insert into reporting_period (campaign_code, seq, kind, report_date, status) values (?, ?, ?, ?, 'PLANNED')")
                    .params(code, seq + 1 + i, open.get(i).kind().name(), open.get(i).date()).update();
        }
        return open.stream().findFirst().map(first -> new NextPeriod(seq + 1, opensAt(code, first)));
    }

    private List<Period> begun(String code) {
        return list(code).stream().filter(period -> !"PLANNED".equals(period.status())).toList();
    }

    private static boolean finalBegun(List<Period> begun) {
        return begun.stream().anyMatch(period -> period.kind() == ReportKind.FINAL);
    }

    /** When it is opened; where the table of holidays does not reach so far yet, when to look again. */
    private Instant opensAt(String code, Wanted first) {
        Plan plan = campaigns.plan(code);
        Instant lookAgain = deadlines.at(first.date() == null ? plan.to() : first.date().minus(EARLY));
        boolean known = first.date() != null && workingDays.knows(first.date().getYear());
        if (!known && lookAgain.isAfter(clock.instant())) {
            return lookAgain;
        }
        boolean computed = first.kind() == ReportKind.FINAL && finalReview(code, plan, FINAL_REVIEW) != null;
        return deadlines.of(code).morningBefore("REPORT_OPEN", deadlines.at(first.date()), computed ? FINAL_REVIEW : null);
    }

    /** The tổng kết of a plan that gives no date for it, kept with its basis; null when it gives one. */
    private Instant finalReview(String caseCode, Plan plan, String slot) {
        return plan.finalReviewDate() != null ? null
                : deadlines.of(caseCode).dueAs(slot, FINAL_REVIEW, deadlines.at(plan.to()), null);
    }

    /** The dates of the plan in order, the tổng kết last. */
    private List<Wanted> wanted(Plan plan) {
        LocalDate last = finalDate(plan);
        List<Wanted> dates = new ArrayList<>(plan.reportingDates().stream()
                .map(date -> new Wanted(ReportKind.valueOf(date.kind().name()), date.date()))
                .filter(date -> last == null || date.date().isBefore(last)).distinct().sorted(Comparator.comparing(Wanted::date)).toList());
        dates.add(new Wanted(ReportKind.FINAL, last));
        return dates;
    }

    /**
     * The date of the tổng kết: the plan's, or counted from the end of the campaign; null while the campaign lasts and the table of
     * holidays does not reach so far.
     */
    private LocalDate finalDate(Plan plan) {
        if (plan.finalReviewDate() != null) {
            return plan.finalReviewDate();
        }
        Instant end = deadlines.at(plan.to());
        Instant counted = end.isAfter(clock.instant()) ? deadlines.dueIfKnown(FINAL_REVIEW, end).orElse(null)
                : deadlines.due(FINAL_REVIEW, end).dueAt();
        return counted == null ? null : LocalDate.ofInstant(counted, clock.getZone());
    }

    /**
     * Opens a period: every unit that takes part is listed, the period's case begins. A repeat changes nothing, nor does a look at one
     * whose time could not be told before and has not come.
     */
    public void open(String code, int seq) {
        Period planned = get(code, seq);
        if (!"PLANNED".equals(planned.status()) || planned.reportDate() == null
                || deadlines.morningBefore("REPORT_OPEN", deadlines.at(planned.reportDate())).isAfter(clock.instant())) {
            return;
        }
        Instant due = deadlines.at(planned.reportDate());
        CaseDeadlines own = deadlines.of(Period.caseKey(code, seq));
        if (planned.kind() == ReportKind.FINAL) {
            finalReview(Period.caseKey(code, seq), campaigns.plan(code), REPORT_DUE);
        }
        own.before("REPORT_REMIND", due, REPORT_DUE); // once for all units; each batch reckons it again
        jdbc.sql("update reporting_period set status = 'OPEN', opened_at = ?, due_at = ?, consolidate_due_at = ? "
                        + "where campaign_code = ? and seq = ?")
                .params(Timestamp.from(clock.instant()), Timestamp.from(due),
                        Timestamp.from(own.due("REPORT_CONSOLIDATE", due, REPORT_DUE)), code, seq).update();
        // One statement for any number of units. Also those whose batch waits for its retry, and none that an amendment took out.
        int units = jdbc.sql("insert into unit_report (campaign_code, seq, unit_code, batch, status, due_at) "
                        + "select campaign_code, ?, unit_code, (row_number() over (order by unit_code) - 1) / ?, 'PENDING', ? "
                        + "from participation where campaign_code = ? and cancel_reason is null")
                .params(seq, BATCH, Timestamp.from(due), code).update();
        jdbc.sql("update reporting_period set total = ? where campaign_code = ? and seq = ?").params(units, code, seq).update();
        List<Integer> batches = jdbc.sql("select distinct batch from unit_report where campaign_code = ? and seq = ? order by batch")
                .params(code, seq).query(Integer.class).list();
        Plan plan = campaigns.plan(code);
        flow.start(new PeriodStart(code, plan.title(), get(code, seq), batches, Campaigns.standingGroups(plan)));
    }

    /**
     * Checks what an amended plan does to the periods, changing nothing: one that is open may be moved, one that was consolidated stands.
     *
     * @param plan complete and sensible
     * @throws InvalidInput the dates that cannot be
     */
    @Transactional(readOnly = true)
    public void checkAmended(String code, Plan plan) {
        var errors = new Errors();
        List<Period> begun = begun(code);
        List<Wanted> inForce = wanted(campaigns.plan(code));
        Matched before = Matched.of(begun, inForce);
        Matched after = Matched.of(begun, wanted(plan));
        for (Period period : begun) {
            Wanted date = after.dates().get(period.seq());
            if (!Objects.equals(date, before.dates().get(period.seq()))) {
                String problem = problem(period, date);
                errors.when(problem != null, field(plan, period.kind(), date), problem);
            }
        }
        for (Wanted date : after.open()) {
            if (date.date() != null && !inForce.contains(date)) {
                errors.when(finalBegun(begun), field(plan, date.kind(), date), "Kỳ tổng kết đã mở, không thêm được kỳ báo cáo.");
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
    public void amended(String code) {
        Plan plan = campaigns.plan(code);
        List<Period> begun = begun(code);
        Matched matched = Matched.of(begun, wanted(plan));
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
        if (period.kind() != ReportKind.FINAL || finalReview(caseKey, plan, REPORT_DUE) == null) {
            own.typed(REPORT_DUE);
        }
        own.before("REPORT_REMIND", due, REPORT_DUE);
        Instant consolidate = own.due("REPORT_CONSOLIDATE", due, REPORT_DUE);
        jdbc.sql("update reporting_period set report_date = ?, due_at = ?, consolidate_due_at = ?, overdue_at = null where campaign_code = ? and seq = ?")
                .params(LocalDate.ofInstant(due, clock.getZone()), Timestamp.from(due), Timestamp.from(consolidate), period.campaignCode(), period.seq())
                .update();
        flow.periodMoved(period.campaignCode(), period.seq(), due, consolidate);
    }

    /** Reports of a batch of the campaign's units that have not arrived are due with their period. A repeat changes nothing. */
    public void moveReports(String code, int batch) {
        list(code).stream().filter(period -> "OPEN".equals(period.status())).forEach(period -> {
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

    /** The consolidated report is late; noted, nothing is held up. */
    public void overdue(String code, int seq) {
        jdbc.sql("update reporting_period set overdue_at = ? where campaign_code = ? and seq = ? and overdue_at is null")
                .params(Timestamp.from(clock.instant()), code, seq).update();
    }

    /**
     * Units that take part only since after a period was opened report for it too, unless its date has passed. A repeat changes nothing.
     *
     * @param batch of units of the campaign
     * @return those that were added, by the period that is open
     */
    Map<Integer, List<String>> join(String code, int batch) {
        Map<Integer, List<String>> joined = new TreeMap<>();
        list(code).stream().filter(period -> "OPEN".equals(period.status()) && period.dueAt().isAfter(clock.instant())).forEach(period -> {
            List<String> units = jdbc.sql("insert into unit_report (campaign_code, seq, unit_code, batch, status, due_at) "
                            + "select campaign_code, ?, unit_code, (select coalesce(max(batch), 0) + 1 from unit_report r where "
                            + "r.campaign_code = p.campaign_code and r.seq = ?), 'PENDING', ? from participation p where campaign_code = ? "
                            + "and batch = ? and cancel_reason is null on conflict do nothing returning unit_code")
                    .params(period.seq(), period.seq(), Timestamp.from(period.dueAt()), code, batch).query(String.class).list();
            expected(code, period.seq(), units.size());
            joined.put(period.seq(), units);
        });
        return joined;
    }

    /**
     * More or fewer units are waited for in a period that is not consolidated yet; if all others have reported already, nobody waits
     * for the date.
     */
    void expected(String code, int seq, int change) {
        boolean all = change != 0 && jdbc.sql("update reporting_period set total = total + ? where campaign_code = ? and seq = ? "
                        + "and status = 'OPEN' returning reported = total").params(change, code, seq).query(Boolean.class).list().contains(true);
        if (all) {
            flow.allReported(code, seq);
        }
    }

    /** The period's report is signed and registered; after the last one the campaign may be closed. */
    public void signed(String code, int seq) {
        jdbc.sql("update reporting_period set status = 'SIGNED', signed_at = ? where campaign_code = ? and seq = ?")
                .params(Timestamp.from(clock.instant()), code, seq).update();
        if (get(code, seq).kind() == ReportKind.FINAL) {
            flow.finalReportSigned(code);
        }
    }

    /** Ends the periods that are not signed: the campaign is withdrawn. @return keys of the cases and papers that were under way */
    public List<Period> cancel(String code) {
        List<Period> underWay = list(code).stream().filter(period -> List.of("OPEN", "CONSOLIDATED").contains(period.status())).toList();
        jdbc.sql("update reporting_period set status = 'CANCELLED' where campaign_code = ? and status <> 'SIGNED'").param(code).update();
        return underWay;
    }

    /** Whether the tổng kết report is signed. */
    @Transactional(readOnly = true)
    public boolean finalSigned(String code) {
        return list(code).stream().anyMatch(period -> period.kind() == ReportKind.FINAL && "SIGNED".equals(period.status()));
    }

    /** All periods in order. */
    @Transactional(readOnly = true)
    public List<Period> list(String code) {
        return jdbc.sql(PERIODS + "where campaign_code = ? order by seq").param(code).query(Periods::row).list();
    }

    /** The periods of a campaign this person may see. @throws NotFound also for those who may not see the campaign */
    @Transactional(readOnly = true)
    public List<Period> list(Actor actor, String code) {
        campaigns.summary(actor, code);
        return list(code);
    }

    /** One period. @throws NotFound */
    @Transactional(readOnly = true)
    public Period get(String code, int seq) {
        return jdbc.sql(PERIODS + "where campaign_code = ? and seq = ?").params(code, seq).query(Periods::row).optional()
                .orElseThrow(() -> new NotFound("Phong trào " + code + " không có kỳ báo cáo này."));
    }

    private static Period row(ResultSet rs, int n) throws SQLException {
        return new Period(rs.getString("campaign_code"), rs.getInt("seq"), ReportKind.valueOf(rs.getString("kind")),
                rs.getObject("report_date", LocalDate.class), rs.getString("status"), instant(rs, "opened_at"),
                instant(rs, "due_at"), instant(rs, "consolidate_due_at"), rs.getInt("total"), rs.getInt("reported"),
                instant(rs, "overdue_at"), rs.getString("written_by"), instant(rs, "signed_at"));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
