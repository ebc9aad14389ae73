package vn.giaouoc.campaign;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.Finding;

/** Every version of a plan as it was entered, and what the checks found; only added to. */
@Component
class PlanVersions {

    private final JdbcClient jdbc;
    private final StoredJson json;

    PlanVersions(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(String campaign, int version, Plan plan, String by, Instant at) {
        jdbc.sql("insert into plan_version values (?, ?, ?::jsonb, ?, ?)")
                .params(campaign, version, write(plan), by, Timestamp.from(at)).update();
    }

    Plan get(String campaign, int version) {
        return jdbc.sql("select content from plan_version where campaign_code = ? and version = ?").params(campaign, version)
                .query((rs, n) -> read(rs.getString(1))).single();
    }

    /** The version that was issued first; the one in draft while none is. */
    Plan issued(String campaign, Instant issuedAt, int current) {
        int version = issuedAt == null ? current : jdbc.sql("select max(version) from plan_version where campaign_code = ? and saved_at <= ?")
                .params(campaign, Timestamp.from(issuedAt)).query(Integer.class).single();
        return get(campaign, version);
    }

    void record(String campaign, List<Finding> findings, Map<String, String> reasons, String by, Instant at) {
        for (Finding finding : findings) {
            jdbc.sql("insert into check_finding (campaign_code, code, kind, field, message, legal_source, rule_from, reason, "
                            + "recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(campaign, finding.code(), finding.kind().name(), finding.field(), finding.message(),
                            finding.legalSource(), finding.ruleFrom(), emptyToNull(PlanChecks.reason(reasons, finding)), by,
                            Timestamp.from(at))
                    .update();
        }
    }

    /** What the checks found, the latest of each code, with the reasons that were given. */
    List<RecordedFinding> findings(String campaign) {
        return jdbc.sql("select distinct on (code, message) code, kind, field, message, legal_source, rule_from, reason, "
                        + "recorded_by, recorded_at from check_finding where campaign_code = ? "
                        + "order by code, message, recorded_at desc")
                .param(campaign).query(RecordedFinding.class).list();
    }

    String write(Plan plan) {
        return json.write(plan);
    }

    Plan read(String content) {
        return json.read(content, Plan.class);
    }

    private static String emptyToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
