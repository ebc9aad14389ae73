package vn.giaouoc.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.CampaignAccess;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.organisation.SuccessionView;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/** What a unit and its former units (đơn vị tiền thân) have done in the campaigns of the years. */
@Service
@Transactional(readOnly = true)
public class UnitHistory {

    private final CampaignAccess access;
    private final Organisation organisation;
    private final Successions successions;
    private final JdbcClient jdbc;

    UnitHistory(CampaignAccess access, Organisation organisation, Successions successions, JdbcClient jdbc) {
        this.access = access;
        this.organisation = organisation;
        this.successions = successions;
        this.jdbc = jdbc;
    }

    /**
     * A unit with its former units.
     *
     * @param currentCode who does its work today; the unit itself unless it has ended
     * @param former      its former units of any generation
     * @param successions the decisions by which they became this unit
     * @param campaigns   in which it or a former unit took part, the latest first
     */
    public record History(String unitCode, String unitName, boolean active, String currentCode, List<SuccessionView.UnitName> former,
                          List<SuccessionView> successions, Page<CampaignPart> campaigns) {
    }

    /** The part of one unit in one campaign. {@code unitCode}: the unit at that time. */
    public record CampaignPart(String campaignCode, String campaignTitle, String unitCode, String unitName, String status,
                               Instant answeredAt, boolean late, String cancelReason, List<PeriodReport> reports) {
    }

    /** Its report of one period. */
    public record PeriodReport(int seq, ReportKind kind, LocalDate reportDate, String status, Instant reportedAt, boolean late,
            String cancelReason) {
    }

    /**
     * The history of a unit.
     *
     * @param limit 1–200
     * @throws NotFound no such unit; also for those who neither belong to it nor to an office
     */
    public History of(Actor actor, String code, int offset, int limit) {
        Page.check(offset, limit);
        if (!access.maySeeHistory(actor, code)) {
            throw new NotFound("Không có đơn vị " + code + ".");
        }
        var unit = organisation.unit(code);
        List<String> former = organisation.former(code);
        Map<String, String> names = organisation.units(former).stream().collect(Collectors.toMap(one -> one.code(), one -> one.name()));
        return new History(code, unit.name(), unit.active(), organisation.current(code),
                former.stream().map(one -> new SuccessionView.UnitName(one, names.get(one))).toList(), successions.leadingTo(code),
                campaigns(code, former, offset, limit));
    }

    private Page<CampaignPart> campaigns(String code, List<String> former, int offset, int limit) {
        List<String> all = new ArrayList<>(former);
        all.add(code);
        String[] units = all.toArray(String[]::new);
        long total = jdbc.sql("select count(*) from participation where unit_code = any(?) and status <> 'PENDING'").param(units)
                .query(Long.class).single();
        Map<String, List<PeriodReport>> reports = reports(units);
        List<CampaignPart> found = jdbc.sql("select x.campaign_code, c.title, x.unit_code, u.name, x.status, x.answered_at, x.late, "
                        + "x.cancel_reason from participation x join campaign c on c.code = x.campaign_code join unit u on u.code = x.unit_code "
                        + "where x.unit_code = any(?) and x.status <> 'PENDING' order by x.campaign_code desc, x.unit_code "
                        + "offset ? limit ?")
                .params(units, offset, limit).query((rs, n) -> part(rs, reports)).list();
        return new Page<>(found, total, offset, limit);
    }

    private static CampaignPart part(ResultSet rs, Map<String, List<PeriodReport>> reports) throws SQLException {
        String key = rs.getString(1) + "/" + rs.getString(3);
        return new CampaignPart(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5), instant(rs, 6),
                rs.getBoolean(7), rs.getString(8), reports.getOrDefault(key, List.of()));
    }

    /** By campaign and unit; a unit has one to a few a year. */
    private Map<String, List<PeriodReport>> reports(String[] units) {
        return jdbc.sql("select r.campaign_code || '/' || r.unit_code, r.seq, p.kind, p.report_date, r.status, r.reported_at, r.late, "
                        + "r.cancel_reason from unit_report r join reporting_period p on p.campaign_code = r.campaign_code and p.seq = r.seq "
                        + "where r.unit_code = any(?) and r.status <> 'PENDING' order by r.seq").param(units)
                .query((rs, n) -> Map.entry(rs.getString(1), new PeriodReport(rs.getInt(2), ReportKind.valueOf(rs.getString(3)),
                        rs.getObject(4, LocalDate.class), rs.getString(5), instant(rs, 6), rs.getBoolean(7), rs.getString(8)))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Instant instant(ResultSet rs, int column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
