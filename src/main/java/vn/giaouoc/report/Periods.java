package vn.giaouoc.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.document.Papers;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.time.CaseDeadlines;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;

/** The reporting periods of a campaign: from the dates of its plan to the signed report of each. */
@Service
@Transactional
public class Periods {

    /** Units opened by one job. */
    private static final int BATCH = 50;
    /** Parameter and slot of the tổng kết where the plan gives no date. */
    static final String FINAL_REVIEW = "FINAL_REVIEW";
    /** Slot of the reports' deadline in a period; kept only where it was computed. */
    static final String REPORT_DUE = "REPORT_DUE";
    private static final String PERIODS = "select campaign_code, seq, kind, report_date, status, opened_at, due_at, "
            + "consolidate_due_at, total, reported, overdue_at, written_by, signed_at, cancel_reason from reporting_period ";

    private final CampaignQueries campaigns;
    private final Launch launch;
    private final Papers papers;
    private final Deadlines deadlines;
    private final PeriodDates dates;
    private final ReportFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    Periods(CampaignQueries campaigns, Launch launch, Papers papers, Deadlines deadlines, PeriodDates dates, ReportFlow flow,
            JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.launch = launch;
        this.papers = papers;
        this.deadlines = deadlines;
        this.dates = dates;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The period that is opened next; empty when none is left. What is not opened yet is brought in line with the plan in
     * force first, so that an amendment moves it.
     */
    public Optional<NextPeriod> next(String code) {
        List<Period> begun = list(code).stream().filter(Period::begun).toList();
        jdbc.sql("delete from reporting_period where campaign_code = ? and status = 'PLANNED'").param(code).update();
        int seq = begun.stream().mapToInt(Period::seq).max().orElse(0);
        Plan plan = campaigns.plan(code);
        List<PeriodDates.Wanted> open = PeriodDates.finalBegun(begun) ? List.of() : PeriodDates.Matched.of(begun, dates.of(plan)).open();
        for (int i = 0; i < open.size(); i++) {
            jdbc.sql("insert into reporting_period (campaign_code, seq, kind, report_date, status) values (?, ?, ?, ?, 'PLANNED')")
                    .params(code, seq + 1 + i, open.get(i).kind().name(), open.get(i).date()).update();
        }
        return open.stream().findFirst().map(first -> new NextPeriod(seq + 1, dates.opensAt(code, plan, first)));
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
        Plan plan = campaigns.plan(code);
        if (planned.kind() == ReportKind.FINAL && plan.finalReviewDate() == null) {
            own.stands(REPORT_DUE, FINAL_REVIEW, deadlines.at(plan.to()), due);
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
        Period open = get(code, seq);
        flow.start(new PeriodStart(code, open.heading(plan.title()), open, batches, Campaigns.standingGroups(plan)));
        if (open.kind() == ReportKind.FINAL) {
            flow.followUntil(code, launch.followUntil(code));
        }
    }

    /** The consolidated report is late; noted, nothing is held up. */
    public void overdue(String code, int seq) {
        jdbc.sql("update reporting_period set overdue_at = ? where campaign_code = ? and seq = ? and overdue_at is null")
                .params(Timestamp.from(clock.instant()), code, seq).update();
    }

    /**
     * Units that take part only since after a period was opened, or again, report for it too, unless its date has passed. A repeat changes
     * nothing.
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
                            + "and batch = ? and cancel_reason is null on conflict (campaign_code, seq, unit_code) do update set "
                            + "status = 'PENDING', due_at = excluded.due_at, cancel_reason = null, reminded_at = null, overdue_at = null "
                            + "where unit_report.status = 'CANCELLED' and not exists (select 1 from unit_heir h where h.former = "
                            + "unit_report.unit_code) returning unit_code")
                    .params(period.seq(), period.seq(), Timestamp.from(period.dueAt()), code, batch).query(String.class).list();
            expected(code, period.seq(), units.size());
            joined.put(period.seq(), units);
        });
        return joined;
    }

    /**
     * More or fewer units are waited for in a period that is not signed yet; if all others have reported already, nobody waits for the
     * date.
     */
    void expected(String code, int seq, int change) {
        boolean all = change != 0 && jdbc.sql("update reporting_period set total = total + ? where campaign_code = ? and seq = ? "
                        + "and status in ('OPEN', 'CONSOLIDATED') returning status = 'OPEN' and reported = total").params(change, code, seq)
                .query(Boolean.class).list().contains(true);
        if (all) {
            flow.allReported(code, seq);
        }
    }

    /**
     * The period's report is signed and registered; after the last one the campaign may be closed.
     *
     * @throws ConflictRefusal it is not
     */
    public void signed(String code, int seq) {
        if (!papers.get(Period.paperOf(code, seq)).issued()) {
            throw new ConflictRefusal("Báo cáo của " + get(code, seq).name() + " chưa được ký, ban hành.");
        }
        jdbc.sql("update reporting_period set status = 'SIGNED', signed_at = ? where campaign_code = ? and seq = ?")
                .params(Timestamp.from(clock.instant()), code, seq).update();
        if (get(code, seq).kind() == ReportKind.FINAL) {
            flow.finalReportSigned(code);
        }
    }

    /** Ends the periods that are not signed: the campaign is withdrawn or closed. @return those that were under way */
    public List<Period> cancel(String code, String reason) {
        List<Period> underWay = list(code).stream().filter(Period::underWay).toList();
        jdbc.sql("update reporting_period set status = 'CANCELLED', cancel_reason = ? where campaign_code = ? "
                + "and status not in ('SIGNED', 'CANCELLED')").params(reason, code).update();
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
                rs.getObject("report_date", LocalDate.class), rs.getString("status"), SqlMoment.instant(rs, "opened_at"),
                SqlMoment.instant(rs, "due_at"), SqlMoment.instant(rs, "consolidate_due_at"), rs.getInt("total"), rs.getInt("reported"),
                SqlMoment.instant(rs, "overdue_at"), rs.getString("written_by"), SqlMoment.instant(rs, "signed_at"), rs.getString("cancel_reason"));
    }
}
