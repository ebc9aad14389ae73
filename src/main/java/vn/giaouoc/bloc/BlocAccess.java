package vn.giaouoc.bloc;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.CaseRegister;
import vn.giaouoc.shared.NotFound;

/**
 * Who may see compositions ({@code TL-2026-01}) and bloc-years ({@code KT-2026-001}): the offices, and the units that are or were members.
 * What lies under a bloc-year ({@code KT-2026-001/GU1}) is another room's to show.
 */
@Component
public class BlocAccess implements CaseAccess, CaseRegister {

    static final String COMPOSITION = "TL-";
    static final String BLOC_YEAR = "KT-";
    private static final Set<String> OFFICES = Set.of("snv-specialist", "snv-division-head", "snv-director", "office-check",
            "office-clerk", "chairman", "deputy-chairman", "supervisor", "integration");

    private final JdbcClient jdbc;

    BlocAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String caseCode) {
        return caseCode.startsWith(COMPOSITION) || caseCode.startsWith(BLOC_YEAR);
    }

    @Override
    public boolean exists(String caseCode) {
        return jdbc.sql("select exists (select 1 from bloc_year where code = :code) or exists (select 1 from bloc_composition where "
                + "code = :code)")
                .param("code", caseCode).query(Boolean.class).single();
    }

    @Override
    public boolean owns(String subject) {
        return subject.startsWith(COMPOSITION) || subject.startsWith(BLOC_YEAR) && !subject.contains("/");
    }

    /** A bloc-year: the offices and its members. A composition: the offices, and once it is in force the members of its blocs. */
    @Override
    public boolean maySee(Actor actor, String subject) {
        String code = subject.split("/")[0];
        if (readsAll(actor)) {
            return exists(code);
        }
        return code.startsWith(BLOC_YEAR) ? isMember(actor, code) : !ofUnits(actor, "y.composition_code = :code", code).isEmpty();
    }

    /** Whether the person belongs to an office that reads all blocs, also what is being drafted. */
    public boolean readsAll(Actor actor) {
        return actor.inAny(OFFICES);
    }

    /** Whether the person belongs to the unit that heads the bloc now. */
    public boolean isHead(Actor actor, String code) {
        return !ofUnits(actor, "y.code = :code and m.role = 'HEAD' and m.until_date is null", code).isEmpty();
    }

    /** Whether the person belongs to a unit that is or was a member of the bloc in that year. */
    public boolean isMember(Actor actor, String code) {
        return !ofUnits(actor, "y.code = :code", code).isEmpty();
    }

    /** @throws NotFound for those who may not see it, so that nobody learns what exists */
    public void requireVisible(Actor actor, String code) {
        if (!maySee(actor, code)) {
            throw new NotFound((code.startsWith(BLOC_YEAR) ? "Không tìm thấy khối thi đua " : "Không tìm thấy hồ sơ thành lập khối ") + code
                    + ".");
        }
    }

    private List<String> ofUnits(Actor actor, String condition, String code) {
        List<String> units = Organisation.unitsOf(actor);
        return units.isEmpty() ? List.of()
                : jdbc.sql("select m.unit_code from bloc_member m join bloc_year y on y.code = m.bloc_year_code where "
                + condition + " and m.unit_code in (:units)").param("code", code).param("units", units).query(String.class).list();
    }
}
