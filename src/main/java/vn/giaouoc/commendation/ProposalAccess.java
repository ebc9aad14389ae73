package vn.giaouoc.commendation;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.shared.Actor;

/** Who may see proposals ({@code DX-2026-001}): they hold personal data, so only the bloc's head unit and Sở Nội vụ. */
@Component
class ProposalAccess implements CaseAccess {

    private static final String PREFIX = "DX-";
    private static final Set<String> SNV = Set.of(Role.SNV_SPECIALIST.group(), Role.SNV_DIVISION_HEAD.group(), Role.SNV_DIRECTOR.group());

    private final BlocAccess blocs;
    private final JdbcClient jdbc;

    ProposalAccess(BlocAccess blocs, JdbcClient jdbc) {
        this.blocs = blocs;
        this.jdbc = jdbc;
    }

    @Override
    public boolean owns(String subject) {
        return subject.startsWith(PREFIX);
    }

    @Override
    public boolean maySee(Actor actor, String subject) {
        return jdbc.sql("select bloc_year_code from spot_proposal where code = ?").param(subject).query(String.class).optional()
                .filter(year -> mayRead(actor, year)).isPresent();
    }

    boolean mayRead(Actor actor, String blocYear) {
        return actor.inAny(SNV) && blocs.maySee(actor, blocYear) || mayWrite(actor, blocYear);
    }

    boolean mayWrite(Actor actor, String blocYear) {
        return blocs.isHead(actor, blocYear);
    }
}
