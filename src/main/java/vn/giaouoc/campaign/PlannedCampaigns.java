package vn.giaouoc.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.UnitView;

/** The campaigns of which something may still be due: drafted or issued; neither ended, withdrawn, refused nor stopped. */
@Component
public class PlannedCampaigns {

    private final PlanVersions plans;
    private final Launch launch;
    private final JdbcClient jdbc;

    PlannedCampaigns(PlanVersions plans, Launch launch, JdbcClient jdbc) {
        this.plans = plans;
        this.launch = launch;
        this.jdbc = jdbc;
    }

    private record Row(String code, String title, int planVersion, Instant issuedAt) {
    }

    /** In order of their codes. */
    @Transactional(readOnly = true)
    public List<PlannedCampaign> list() {
        return jdbc.sql("select c.code, c.title, c.plan_version, c.issued_at from campaign c left join paper p on p.id = c.code || '/KH' "
                        + "where c.closed_at is null and c.withdraw_reason is null and c.status <> 'REFUSED' "
                        + "and coalesce(p.status, '') not in ('REFUSED', 'STOPPED') order by c.code").query(Row.class).list().stream()
                .map(this::planned).toList();
    }

    private PlannedCampaign planned(Row row) {
        Plan plan = row.planVersion() == 0 ? null : plans.get(row.code(), row.planVersion());
        Set<String> units = plan == null ? Set.of() : launch.scope(plan).stream().map(UnitView::code).collect(Collectors.toSet());
        return new PlannedCampaign(row.code(), row.title(), plan, units, row.issuedAt() != null);
    }
}
