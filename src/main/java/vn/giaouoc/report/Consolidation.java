package vn.giaouoc.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.CampaignAccess;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Papers;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Errors;

/**
 * The standing agency's report of a period: the units' figures summed and averaged, gaps named, and the words over them. It
 * goes through the chain of approval as a paper of its own.
 */
@Service
@Transactional
public class Consolidation {

    private static final int LONGEST = 100_000;
    private static final int PLACES = 4;
    private static final String REPORT_KIND = "BC";

    private final Periods periods;
    private final Works works;
    private final CampaignQueries campaigns;
    private final CampaignAccess access;
    private final Papers papers;
    private final Attachments attachments;
    private final StoredJson json;
    private final JdbcClient jdbc;

    Consolidation(Periods periods, Works works, CampaignQueries campaigns, CampaignAccess access, Papers papers, Attachments attachments, StoredJson json,
                  JdbcClient jdbc) {
        this.periods = periods;
        this.works = works;
        this.campaigns = campaigns;
        this.access = access;
        this.papers = papers;
        this.attachments = attachments;
        this.json = json;
        this.jdbc = jdbc;
    }

    /** What the units' reports come to at this moment. */
    @Transactional(readOnly = true)
    public Gathered gathered(String code, int seq) {
        Period period = periods.get(code, seq);
        Works.Counts counted = works.count(code);
        return new Gathered(figures(code, seq), units(code, seq, "r.status not in ('REPORTED', 'CANCELLED')"),
                units(code, seq, "r.status = 'REPORTED' and r.late"), units(code, seq, "r.status = 'REPORTED' and r.no_activity"), gaps(code, seq),
                counted.done(), counted.dropped(), counted.open(), models(code, seq), period.total(), period.reported());
    }

    private List<Figure> figures(String code, int seq) {
        record Sums(BigDecimal sum, BigDecimal average, long units) {
        }
        Map<String, Sums> sums = jdbc.sql("select indicator, sum(value), avg(value), count(*) from indicator_value "
                        + "where campaign_code = ? and seq = ? group by indicator").params(code, seq)
                .query((rs, n) -> Map.entry(rs.getString(1), new Sums(rs.getBigDecimal(2), rs.getBigDecimal(3), rs.getLong(4)))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, BigDecimal> previous = previous(code, seq);
        List<Figure> figures = new ArrayList<>();
        for (Plan.Target target : campaigns.plan(code).targets()) {
            Sums found = sums.get(target.name());
            BigDecimal value = found == null ? null : switch (target.aggregation()) {
                case SUM -> found.sum();
                case AVERAGE -> found.average();
                case PROVINCE -> null;
            };
            figures.add(Figure.of(target, plain(value), found == null ? 0 : found.units(),
                    previous.get(target.name())));
        }
        return figures;
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : new BigDecimal(value.setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
    }

    /** The province's figures in the report of the period before; none while that is not signed. */
    private Map<String, BigDecimal> previous(String code, int seq) {
        return periods.list(code).stream().filter(period -> period.seq() == seq - 1 && "SIGNED".equals(period.status())).findFirst().flatMap(period -> written(code, period.seq()))
                .map(signed -> signed.gathered().figures().stream().filter(figure -> figure.value() != null)
                        .collect(Collectors.toMap(Figure::indicator, Figure::value))).orElse(Map.of());
    }

    private List<String> units(String code, int seq, String condition) {
        return jdbc.sql("select coalesce(u.name, r.unit_code) from unit_report r left join unit u on u.code = r.unit_code "
                + "where r.campaign_code = ? and r.seq = ? and " + condition + " order by 1").params(code, seq).query(String.class).list();
    }

    /** Units that reported, had activity, and left an indicator blank; by indicator. */
    private List<Gathered.Gap> gaps(String code, int seq) {
        String[] indicators = campaigns.plan(code).targets().stream().filter(target -> target.aggregation() != Plan.Target.Aggregation.PROVINCE)
                .map(Plan.Target::name).toArray(String[]::new);
        return jdbc.sql("select indicator, max(units), array_agg(name order by name) filter (where n <= ?) from (select i.indicator, i.place, "
                        + "coalesce(u.name, r.unit_code) as name, count(*) over (partition by i.place) as units, "
                        + "row_number() over (partition by i.place order by coalesce(u.name, r.unit_code)) as n from unit_report r "
                        + "cross join unnest(?::text[]) with ordinality as i (indicator, place) left join unit u on u.code = r.unit_code "
                        + "left join indicator_value v on v.campaign_code = r.campaign_code and v.seq = r.seq and v.unit_code = r.unit_code "
                        + "and v.indicator = i.indicator where r.campaign_code = ? and r.seq = ? and r.status = 'REPORTED' "
                        + "and r.no_activity is not true and v.value is null) blank group by indicator, place order by place")
                .params(Gathered.MOST_NAMES, indicators, code, seq)
                .query((rs, n) -> new Gathered.Gap(rs.getString(1), rs.getLong(2), List.of((String[]) rs.getArray(3).getArray()))).list();
    }

    private List<Gathered.UnitModel> models(String code, int seq) {
        return jdbc.sql("select coalesce(u.name, m.unit_code), m.kind, m.name, m.achievement from exemplary_model m "
                        + "left join unit u on u.code = m.unit_code where m.campaign_code = ? and m.seq = ? order by m.kind, 1, m.place")
                .params(code, seq).query((rs, n) -> new Gathered.UnitModel(rs.getString(1),
                        ExemplaryModel.Kind.valueOf(rs.getString(2)), rs.getString(3), rs.getString(4))).list();
    }

    /** The report as it was handed in last; empty before. */
    @Transactional(readOnly = true)
    public Optional<SignedReport> written(String code, int seq) {
        return jdbc.sql("select content from reporting_period where campaign_code = ? and seq = ? and content is not null")
                .params(code, seq).query(String.class).optional().map(content -> json.read(content, SignedReport.class));
    }

    /** One period for those who may read the list of answers. */
    @Transactional(readOnly = true)
    public PeriodDetail detail(Actor actor, String code, int seq) {
        access.requireListReader(actor, code);
        Period period = periods.get(code, seq);
        return written(code, seq).map(signed -> new PeriodDetail(period, signed.report(), signed.gathered()))
                .orElseGet(() -> new PeriodDetail(period, null, gathered(code, seq)));
    }

    /** Checks what the standing agency wrote, changing nothing. */
    @Transactional(readOnly = true)
    public void check(Actor actor, String code, int seq, ConsolidatedReport report, List<FileRef> files) {
        var errors = new Errors();
        errors.text(report.overview(), "overview", true, LONGEST, "Nhập đánh giá chung.");
        errors.text(report.results(), "results", true, LONGEST, "Nhập kết quả nổi bật.");
        errors.text(report.limitations(), "limitations", false, LONGEST, null);
        errors.text(report.directions(), "directions", true, LONGEST, "Nhập phương hướng, nhiệm vụ.");
        errors.text(report.proposals(), "proposals", false, LONGEST, null);
        List<String> own = campaigns.plan(code).targets().stream()
                .filter(target -> target.aggregation() == Plan.Target.Aggregation.PROVINCE).map(Plan.Target::name).toList();
        own.forEach(name -> {
            errors.when(report.figures().get(name) == null, "figures." + name, "Nhập số liệu toàn tỉnh của chỉ tiêu này.");
            errors.number(report.figures().get(name), "figures." + name);
        });
        errors.when(!own.containsAll(report.figures().keySet()), "figures", "Có chỉ tiêu không do cơ quan thường trực nhập.");
        errors.refuse();
        attachments.check(actor, Period.caseKey(code, seq), files, "files");
    }

    /** The standing agency hands its report in: figures are kept as they are now, the paper goes to its first approver. */
    public void submit(Actor actor, String code, int seq, ConsolidatedReport report, List<FileRef> files) {
        check(actor, code, seq, report, files);
        Period period = periods.get(code, seq);
        Gathered now = gathered(code, seq);
        List<Figure> figures = now.figures().stream()
                .map(figure -> report.figures().containsKey(figure.indicator()) ? figure.entered(report.figures().get(figure.indicator()))
                        : figure).toList();
        Gathered kept = new Gathered(figures, now.missing(), now.late(), now.inactive(), now.gaps(), now.worksDone(), now.worksDropped(),
                now.worksOpen(), now.models(), now.total(), now.reported());
        jdbc.sql("update reporting_period set status = 'CONSOLIDATED', content = ?::jsonb, written_by = ? where campaign_code = ? and seq = ?")
                .params(json.write(new SignedReport(report, kept)), actor.userId(), code, seq).update();
        attachments.bind(actor, Period.caseKey(code, seq), "REPORT", files);
        papers.drafted(Period.paperOf(code, seq), code, REPORT_KIND, title(period, campaigns.plan(code)), body(code), actor);
    }

    /** "Báo cáo sơ kết phong trào thi đua …". */
    static String title(Period period, Plan plan) {
        String what = switch (period.kind()) {
            case MIDTERM -> "Sơ kết";
            case YEARLY -> "Kết quả năm " + period.reportDate().getYear() + " thực hiện";
            case FINAL -> "Tổng kết";
        };
        return what + " phong trào thi đua \"" + plan.title() + "\"";
    }

    /** The report is signed by the body that issued the plan. */
    private String body(String code) {
        return campaigns.paper(code).map(PaperView::issuingBody).orElse(Campaigns.OWN_BODY);
    }
}
