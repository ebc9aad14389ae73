package vn.giaouoc.midyear;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.campaign.RecordedFinding;
import vn.giaouoc.document.PaperRegistry;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Finding;

/** What registering the province's report means: the date is checked like that of a plan, and what was found is kept with the report. */
@Component
class MidYearRegistry implements PaperRegistry {

    private final Launch launch;
    private final JdbcClient jdbc;
    private final Clock clock;

    MidYearRegistry(Launch launch, JdbcClient jdbc, Clock clock) {
        this.launch = launch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean registers(String paperId) {
        return MidYearReport.isPaper(paperId);
    }

    @Override
    public List<Finding> registrationFindings(LocalDate issueDate) {
        return launch.registrationFindings(issueDate);
    }

    @Override
    public void note(Actor actor, String caseCode, List<Finding> findings, Map<String, String> reasons) {
        for (Finding found : findings) {
            String reason = reasons == null ? null : reasons.get(found.code());
            jdbc.sql("insert into mid_year_finding select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from mid_year_finding where "
                    + "report_code = ?").params(caseCode, found.code(), found.kind().name(), found.field(), found.message(), found.legalSource(),
                    found.ruleFrom(), reason == null || reason.isBlank() ? null : reason, actor.userId(), Timestamp.from(clock.instant()), caseCode)
                    .update();
        }
    }

    /** What was found when the paper was registered, in order; empty before. */
    List<RecordedFinding> findings(String code) {
        return jdbc.sql("select code, kind, field, message, legal_source, rule_from, reason, recorded_by, recorded_at from mid_year_finding "
                + "where report_code = ? order by seq").param(code).query(RecordedFinding.class).list();
    }
}
