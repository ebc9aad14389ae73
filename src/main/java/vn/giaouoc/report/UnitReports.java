package vn.giaouoc.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import vn.giaouoc.campaign.CampaignAccess;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/**
 * The units' reports of a period: written by the unit's official, approved by its head. What arrives late is taken and listed,
 * it never holds anybody up.
 */
@Service
@Transactional
public class UnitReports {

    private static final int LONGEST = 20_000;
    private static final int MOST_MODELS = 100;
    private static final Map<String, String> STATES = new TreeMap<>(Map.of("all", "r.status <> 'CANCELLED'",
            "reported", "r.status = 'REPORTED'", "missing", "r.status in ('PENDING', 'BLOCKED', 'OPEN', 'SUBMITTED')",
            "late", "r.late or (r.status not in ('REPORTED', 'CANCELLED') and r.due_at < :now)",
            "inactive", "r.status = 'REPORTED' and r.no_activity", "blocked", "r.status = 'BLOCKED'",
            "cancelled", "r.status = 'CANCELLED'"));
    private static final String ONE = " where campaign_code = ? and seq = ? and unit_code = ?";

    private final Periods periods;
    private final Works works;
    private final CampaignQueries campaigns;
    private final CampaignAccess access;
    private final Organisation organisation;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final ReportFlow flow;
    private final StoredJson json;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnitReports(Periods periods, Works works, CampaignQueries campaigns, CampaignAccess access, Organisation organisation, Attachments attachments,
                Deadlines deadlines, ReportFlow flow, StoredJson json, JdbcClient jdbc, Clock clock) {
        this.periods = periods;
        this.works = works;
        this.campaigns = campaigns;
        this.access = access;
        this.organisation = organisation;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.flow = flow;
        this.json = json;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Business key of a unit's report: {@code PT-2024-003/KY1/sgddt}. */
    public static String subject(String code, int seq, String unit) {
        return Period.caseKey(code, seq) + "/" + unit;
    }

    // ---- opening ----------------------------------------------------------------------------------------------------

    /** Opens the units of one batch that are not open yet; a unit that cannot be given work holds up nobody. */
    public void openBatch(String code, int seq, int batch) {
        open(code, seq, jdbc.sql("select unit_code from unit_report where campaign_code = ? and seq = ? and batch = ? "
                + "and status = 'PENDING' order by unit_code for update").params(code, seq, batch).query(String.class).list());
    }

    /**
     * Units of a batch of the campaign that an amendment brought into scope report for the period that is open, unless its date has
     * passed. A repeat changes nothing.
     */
    public void join(String code, int batch) {
        periods.join(code, batch).forEach((seq, units) -> open(code, seq, units));
    }

    private void open(String code, int seq, List<String> pending) {
        Period period = periods.get(code, seq);
        String title = period.heading(campaigns.plan(code).title());
        Instant remindAt = deadlines.before("REPORT_REMIND", period.dueAt());
        Map<String, Organisation.Readiness> units = organisation.readiness(pending);
        opened(code, seq, pending.stream().filter(unit -> units.get(unit).ready()).toList());
        for (String unitCode : pending) {
            Organisation.Readiness unit = units.get(unitCode);
            if (!unit.ready()) {
                jdbc.sql("update unit_report set status = 'BLOCKED', problem = ?" + ONE).params(unit.problem(), code, seq, unitCode).update();
            }
            flow.open(new ReportOpening(code, title, seq, unitCode, unit.unitName(), remindAt, period.dueAt(), unit.ready()));
        }
    }

    private void opened(String code, int seq, List<String> units) {
        jdbc.sql("update unit_report set status = 'OPEN', problem = null, opened_at = ? where campaign_code = ? and seq = ? "
                + "and unit_code = any(?)").params(Timestamp.from(clock.instant()), code, seq, units.toArray(String[]::new)).update();
    }

    /** Opens a unit that could not be given work before. @return its name. @throws ConflictRefusal why it still cannot */
    public String openUnit(String code, int seq, String unit) {
        Organisation.Readiness found = organisation.readiness(List.of(unit)).get(unit);
        if (!found.ready()) {
            throw new ConflictRefusal(found.problem());
        }
        opened(code, seq, List.of(unit));
        return found.unitName();
    }

    // ---- writing ----------------------------------------------------------------------------------------------------

    /** The indicators units report on: all of the plan but those the standing agency enters for the province. */
    @Transactional(readOnly = true)
    public List<Plan.Target> indicators(String code) {
        return campaigns.plan(code).targets().stream()
                .filter(target -> target.aggregation() != Plan.Target.Aggregation.PROVINCE).toList();
    }

    /** What a report begins with: the unit's last figures, and its works that are not settled. */
    @Transactional(readOnly = true)
    public UnitReport prefilled(String code, int seq, String unit) {
        Map<String, BigDecimal> last = lastFigures(code, seq, unit);
        return new UnitReport(null, null,
                indicators(code).stream().map(target -> new IndicatorValue(target.name(), last.get(target.name()), null)).toList(),
                works.open(code, unit).stream().map(work -> new WorkReport(work.seq(), WorkReport.State.DOING, null)).toList(),
                List.of(), null, null);
    }

    /** The unit's figures of its latest report before this period, by indicator. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> lastFigures(String code, int seq, String unit) {
        return jdbc.sql("select distinct on (indicator) indicator, value from indicator_value where campaign_code = ? "
                        + "and seq < ? and unit_code = ? order by indicator, seq desc").params(code, seq, unit)
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getBigDecimal(2).stripTrailingZeros())).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Checks what a unit's official wrote, changing nothing. */
    @Transactional(readOnly = true)
    public void check(Actor actor, String code, int seq, String unit, UnitReport report, List<FileRef> files) {
        var errors = new Errors();
        errors.when(report.noActivity() == null, "noActivity", "Chọn đơn vị có hay chưa có hoạt động.");
        errors.text(report.summary(), "summary", true, LONGEST, Boolean.TRUE.equals(report.noActivity())
                ? "Nêu lý do chưa có hoạt động." : "Nhập kết quả thực hiện.");
        errors.text(report.difficulties(), "difficulties", false, LONGEST, null);
        errors.text(report.proposals(), "proposals", false, LONGEST, null);
        Supplier<Boolean> last = SingletonSupplier.of(() -> periods.get(code, seq).kind() == ReportKind.FINAL);
        indicators(report, indicators(code), last, errors);
        works(report, works.open(code, unit), last, errors);
        models(report.models(), errors);
        errors.refuse();
        attachments.check(actor, subject(code, seq, unit), files, "files");
    }

    private static void indicators(UnitReport report, List<Plan.Target> targets, Supplier<Boolean> last, Errors errors) {
        Map<String, Plan.Target> known = targets.stream().collect(Collectors.toMap(Plan.Target::name, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < report.indicators().size(); i++) {
            IndicatorValue row = report.indicators().get(i);
            String at = "indicators[" + i + "].";
            Plan.Target target = row == null || row.indicator() == null ? null : known.get(row.indicator());
            errors.when(target == null || !seen.add(row.indicator()), at + "indicator", "Chỉ tiêu không có trong kế hoạch, hoặc bị lặp.");
            if (target == null) {
                continue;
            }
            errors.number(row.value(), at + "value");
            errors.text(row.note(), at + "note", !Boolean.TRUE.equals(report.noActivity()) && fallsShort(target, row.value()) && last.get(), LONGEST, "Nêu nguyên nhân chưa đạt chỉ tiêu.");
        }
    }

    /** Only an average can be held against one unit; a sum is the province's to reach. */
    private static boolean fallsShort(Plan.Target target, BigDecimal value) {
        return value != null && target.aggregation() == Plan.Target.Aggregation.AVERAGE && target.target() != null
                && !Figure.reached(target.direction(), value.subtract(target.target()));
    }

    private static void works(UnitReport report, List<WorkRow> open, Supplier<Boolean> last, Errors errors) {
        Set<Integer> expected = open.stream().map(WorkRow::seq).collect(Collectors.toSet());
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < report.works().size(); i++) {
            WorkReport work = report.works().get(i);
            String at = "works[" + i + "].";
            boolean known = work != null && expected.contains(work.seq()) && seen.add(work.seq());
            errors.when(!known, at + "state", "Công trình, phần việc không còn mở, hoặc bị lặp.");
            if (known) {
                errors.when(work.state() == null, at + "state", "Chọn tình trạng.");
                errors.text(work.note(), at + "note", work.state() == WorkReport.State.DROPPED, LONGEST, "Nêu lý do không thực hiện.");
            }
        }
        errors.when(!seen.containsAll(expected) && !Boolean.TRUE.equals(report.noActivity()) && last.get(), "works",
                "Báo cáo tổng kết cần nêu tình trạng của mọi công trình, phần việc đã đăng ký.");
    }

    private static void models(List<ExemplaryModel> models, Errors errors) {
        errors.when(models.size() > MOST_MODELS, "models", "Tối đa " + MOST_MODELS + " dòng.");
        for (int i = 0; i < models.size(); i++) {
            ExemplaryModel model = models.get(i);
            String at = "models[" + i + "].";
            errors.when(model == null || model.kind() == null, at + "kind", "Chọn tập thể, cá nhân hay hộ gia đình.");
            errors.text(model == null ? null : model.name(), at + "name", true, 1_000, "Nhập tên điển hình.");
            errors.text(model == null ? null : model.achievement(), at + "achievement", true, LONGEST, "Nêu thành tích.");
        }
    }

    /** The unit's official hands the report to the unit's head. */
    public void write(Actor actor, String code, int seq, String unit, UnitReport report, List<FileRef> files) {
        check(actor, code, seq, unit, report, files);
        int saved = jdbc.sql("update unit_report set status = 'SUBMITTED', content = ?::jsonb, no_activity = ?, written_by = ?" + ONE
                        + " and status = 'OPEN'")
                .params(json.write(report), report.noActivity(), actor.userId(), code, seq, unit).update();
        requireOne(saved, "Đơn vị đã gửi báo cáo này.");
        attachments.bind(actor, subject(code, seq, unit), "REPORT", files);
    }

    // ---- approving --------------------------------------------------------------------------------------------------

    /** Checks the head's decision, changing nothing. @throws NotAllowed who wrote it does not approve it, but may send it back */
    @Transactional(readOnly = true)
    public void checkApproval(Actor actor, String code, int seq, String unit, boolean approved, String reason) {
        if (approved) {
            actor.requireOtherThan(view(code, seq, unit).writtenBy());
        }
        checkReason(approved, reason);
    }

    private static void checkReason(boolean approved, String reason) {
        var errors = new Errors();
        errors.text(reason, "reason", !approved, LONGEST, "Nêu lý do trả lại.");
        errors.refuse();
    }

    /** What the update of a decision tells of the row it changed. */
    private record Decided(String writtenBy, String content) {
    }

    /** The unit's head approves: figures, works and models are recorded. Or sends it back to the official. */
    public void approve(Actor actor, String code, int seq, String unit, boolean approved, String reason) {
        checkReason(approved, reason);
        if (approved) {
            accept(actor, code, seq, unit);
        } else {
            decide("status = 'OPEN', return_reason = ?, returned_by = ?, returned_at = ?", reason, actor.userId(), now(), code, seq, unit);
        }
    }

    /** @param set what becomes of a report that waits for the head, with its parameters and the report's key */
    private Decided decide(String set, Object... parameters) {
        return jdbc.sql("update unit_report set " + set + ONE + " and status = 'SUBMITTED' returning written_by, content::text")
                .params(parameters).query(Decided.class).optional()
                .orElseThrow(() -> new ConflictRefusal("Chưa có nội dung trình thủ trưởng đơn vị."));
    }

    private void accept(Actor actor, String code, int seq, String unit) {
        Decided decided = decide("status = 'REPORTED', approved_by = ?, reported_at = ?, late = (? > due_at)", actor.userId(), now(), now(), code, seq,
                unit);
        actor.requireOtherThan(decided.writtenBy());
        UnitReport report = json.read(decided.content(), UnitReport.class);
        for (IndicatorValue row : report.indicators()) {
            if (row.value() != null) {
                jdbc.sql("insert into indicator_value values (?, ?, ?, ?, ?, ?)")
                        .params(code, seq, unit, row.indicator(), row.value(), row.note()).update();
            }
        }
        for (int i = 0; i < report.models().size(); i++) {
            ExemplaryModel model = report.models().get(i);
            jdbc.sql("insert into exemplary_model values (?, ?, ?, ?, ?, ?, ?)")
                    .params(code, seq, unit, i, model.kind().name(), model.name(), model.achievement()).update();
        }
        works.reported(actor, code, unit, report.works(), seq);
        count(code, seq);
    }

    /** Arrivals are counted under the period's row lock: of two at once exactly one sees the last. */
    private void count(String code, int seq) {
        boolean last = jdbc.sql("update reporting_period set reported = reported + 1 where campaign_code = ? and seq = ? "
                + "returning reported = total and status = 'OPEN'").params(code, seq).query(Boolean.class).single();
        if (last) {
            flow.allReported(code, seq);
        }
    }

    // ---- following --------------------------------------------------------------------------------------------------

    /** Notes that the unit was reminded. */
    public void reminded(String code, int seq, String unit) {
        jdbc.sql("update unit_report set reminded_at = ?" + ONE).params(now(), code, seq, unit).update();
    }

    /** Notes that the date has passed without a report. */
    public void overdue(String code, int seq, String unit) {
        jdbc.sql("update unit_report set overdue_at = ?" + ONE).params(now(), code, seq, unit).update();
    }

    /** Ends what these units have not reported, with the reason. @return business keys of the cases that were open */
    public List<String> cancel(String code, List<String> units, String reason) {
        List<Map.Entry<Integer, String>> ended = jdbc.sql("update unit_report set status = 'CANCELLED', cancel_reason = ? where "
                        + "campaign_code = ? and unit_code = any(?) and status in ('BLOCKED', 'OPEN', 'SUBMITTED', 'PENDING') "
                        + "returning seq, unit_code").params(reason, code, units.toArray(String[]::new))
                .query((rs, n) -> Map.entry(rs.getInt(1), rs.getString(2))).list();
        ended.stream().collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new, Collectors.summingInt(unit -> 1)))
                .forEach((seq, count) -> periods.expected(code, seq, -count));
        return ended.stream().map(unit -> subject(code, unit.getKey(), unit.getValue())).toList();
    }

    /**
     * The units of a period.
     *
     * @param state all (but cancelled), reported, missing, late, inactive, blocked, cancelled
     * @param limit 1–200
     * @throws NotFound no such period
     */
    @Transactional(readOnly = true)
    public Page<UnitReportRow> list(Actor actor, String code, int seq, String state, int offset, int limit) {
        access.requireListReader(actor, code);
        periods.get(code, seq);
        Page.check(offset, limit);
        String condition = STATES.get(state == null ? "all" : state);
        if (condition == null) {
            throw new InvalidInput("state", "Tình trạng không hợp lệ; chọn một trong: " + String.join(", ", STATES.keySet()) + ".");
        }
        String from = " from unit_report r left join unit u on u.code = r.unit_code where r.campaign_code = :code and r.seq = :seq and ("
                + condition + ")";
        Map<String, Object> parameters = Map.of("code", code, "seq", seq, "now", now());
        long total = jdbc.sql("select count(*)" + from).params(parameters).query(Long.class).single();
        return new Page<>(jdbc.sql("select r.unit_code, coalesce(u.name, r.unit_code) || coalesce((select ' (nay là ' || n.name || ')' "
                        + "from unit_heir h join unit n on n.code = h.heir where h.former = r.unit_code), '') as unit_name, r.status, "
                        + "r.due_at, r.reported_at, r.late or (r.status not in ('REPORTED', 'CANCELLED') and r.due_at < :now) as late, r.no_activity, r.problem, "
                        + "r.cancel_reason" + from + " order by r.unit_code offset :offset limit :limit").params(parameters)
                .param("offset", offset).param("limit", limit).query(UnitReportRow.class).list(), total, offset, limit);
    }

    /** One unit's report with its files, for those who may see it. @throws NotFound for all others */
    @Transactional(readOnly = true)
    public UnitReportDetail detail(Actor actor, String code, int seq, String unit) {
        if (!access.maySeeUnit(actor, code, unit)) {
            throw new NotFound("Không tìm thấy báo cáo của đơn vị này.");
        }
        return new UnitReportDetail(view(code, seq, unit), attachments.of(subject(code, seq, unit)), indicators(code), works.of(code, unit));
    }

    /** One unit's report. @throws NotFound */
    @Transactional(readOnly = true)
    public UnitReportView view(String code, int seq, String unit) {
        return jdbc.sql("select r.*, coalesce(u.name, r.unit_code) as unit_name from unit_report r "
                        + "left join unit u on u.code = r.unit_code where r.campaign_code = ? and r.seq = ? and r.unit_code = ?")
                .params(code, seq, unit).query(this::row).optional()
                .orElseThrow(() -> new NotFound("Đơn vị không có báo cáo trong kỳ này."));
    }

    private UnitReportView row(ResultSet rs, int n) throws SQLException {
        String content = rs.getString("content");
        return new UnitReportView(rs.getString("campaign_code"), rs.getInt("seq"), rs.getString("unit_code"), rs.getString("unit_name"),
                rs.getString("status"), SqlMoment.instant(rs, "due_at"), SqlMoment.instant(rs, "reported_at"), rs.getBoolean("late"),
                SqlMoment.instant(rs, "reminded_at"), SqlMoment.instant(rs, "overdue_at"),
                content == null ? null : json.read(content, UnitReport.class), rs.getString("written_by"), rs.getString("approved_by"),
                rs.getString("return_reason"), rs.getString("problem"), rs.getString("cancel_reason"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static void requireOne(int changed, String refusal) {
        if (changed == 0) {
            throw new ConflictRefusal(refusal);
        }
    }
}
