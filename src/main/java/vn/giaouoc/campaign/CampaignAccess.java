package vn.giaouoc.campaign;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/** Who may see a campaign and the answers under it. */
@Component
public class CampaignAccess implements CaseAccess {

    static final String PREFIX = "PT-";
    private static final Set<String> RECEIVERS = Set.of("snv-specialist", "snv-division-head", "snv-director");

    private final JdbcClient jdbc;

    CampaignAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean owns(String subject) {
        return subject.startsWith(PREFIX);
    }

    /**
     * A campaign's own files: the offices and the units concerned. Files of a unit's report ({@code PT-2024-003/KY1/sgddt}): as
     * {@link #maySeeUnit}. Files a unit gave with its comment or answer ({@code PT-2024-003/sgddt}), files of a consolidated
     * report or a change ({@code PT-2024-003/KY1}): the drafters besides.
     */
    @Override
    public boolean maySee(Actor actor, String subject) {
        String[] parts = subject.split("/");
        String code = parts[0];
        return switch (parts.length) {
            case 1 -> actor.inAny(Campaigns.OFFICES) ? exists(code) : concerned(actor, code);
            case 2 -> maySeeUnit(actor, code, parts[1]) || drafter(actor, code);
            default -> maySeeUnit(actor, code, parts[2]);
        };
    }

    /** What one unit answers and reports: the offices, that unit, the standing agency. */
    public boolean maySeeUnit(Actor actor, String code, String unit) {
        if (actor.inAny(Campaigns.OFFICES)) {
            return exists(code);
        }
        return Organisation.belongs(actor, unit) && concerned(actor, code) || standingAgency(actor, code);
    }

    /** What a unit and its former units did over the years: the offices and the unit. */
    public boolean maySeeHistory(Actor actor, String unit) {
        return actor.inAny(Campaigns.OFFICES) || Organisation.belongs(actor, unit);
    }

    /** @throws NotFound for those who may not see the campaign, so that nobody learns what exists */
    public void requireVisible(Actor actor, String code) {
        if (!maySee(actor, code)) {
            throw new NotFound("Không tìm thấy phong trào " + code + ".");
        }
    }

    /** @throws NotAllowed for those who do not receive the units' answers: Sở Nội vụ and the standing agency do */
    public void requireReceiver(Actor actor, String code) {
        requireVisible(actor, code);
        if (!isReceiver(actor, code)) {
            throw new NotAllowed("Chỉ Sở Nội vụ hoặc cơ quan thường trực của phong trào theo dõi kế hoạch của các đơn vị.");
        }
    }

    /** Whether the person receives the units' answers: Sở Nội vụ, or the standing agency. */
    public boolean isReceiver(Actor actor, String code) {
        return actor.inAny(RECEIVERS) || standingAgency(actor, code);
    }

    /** May read the list of answers: receivers, and those who supervise or integrate. */
    public void requireListReader(Actor actor, String code) {
        requireVisible(actor, code);
        if (!isListReader(actor, code)) {
            throw new NotAllowed("Bạn không có quyền xem kế hoạch của các đơn vị khác.");
        }
    }

    /** Whether the person reads what all units answer. */
    private boolean isListReader(Actor actor, String code) {
        return actor.inAny(Campaigns.OFFICES) || standingAgency(actor, code);
    }

    /** Whether the person reads what is not issued yet, and what the offices said about it: the offices, the standing agency, the drafters. */
    public boolean readsDrafts(Actor actor, String code) {
        return isListReader(actor, code) || drafter(actor, code);
    }

    private boolean exists(String code) {
        return jdbc.sql("select count(*) from campaign where code = ?").param(code).query(Long.class).single() == 1;
    }

    /** Takes part, was asked to comment, drafts, or is a standing agency. */
    private boolean concerned(Actor actor, String code) {
        List<String> units = Organisation.unitsOf(actor);
        boolean asked = !units.isEmpty() && jdbc.sql("select exists (select 1 from participation where campaign_code = :code "
                        + "and unit_code in (:units) and status <> 'PENDING') or exists (select 1 from campaign_comment "
                        + "where campaign_code = :code and unit_code in (:units))")
                .param("code", code).param("units", units).query(Boolean.class).single();
        return asked || drafter(actor, code) || standingAgency(actor, code);
    }

    private boolean drafter(Actor actor, String code) {
        return jdbc.sql("select draft_group from campaign where code = ?").param(code).query(String.class).optional()
                .map(actor::in).orElse(false);
    }

    private boolean standingAgency(Actor actor, String code) {
        List<String> units = Organisation.unitsOf(actor);
        return !units.isEmpty() && jdbc.sql("select exists (select 1 from campaign c join plan_version v "
                        + "on v.campaign_code = c.code and v.version = c.plan_version, "
                        + "jsonb_array_elements(v.content -> 'themes') theme where c.code = :code and c.status <> 'DRAFTING' "
                        + "and theme ->> 'agencyCode' in (:units))")
                .param("code", code).param("units", units).query(Boolean.class).single();
    }
}
