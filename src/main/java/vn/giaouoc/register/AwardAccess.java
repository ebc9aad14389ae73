package vn.giaouoc.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;

/**
 * Who may see awards ({@code KN-2023-001}) and their decisions: the offices, the unit and its successors; a unit that an award was recorded
 * for in error no longer, once that is corrected.
 */
@Component
class AwardAccess implements CaseAccess {

    static final String PREFIX = "KN-";

    private final BlocAccess offices;
    private final JdbcClient jdbc;

    AwardAccess(BlocAccess offices, JdbcClient jdbc) {
        this.offices = offices;
        this.jdbc = jdbc;
    }

    @Override
    public boolean owns(String subject) {
        return subject.startsWith(PREFIX);
    }

    @Override
    public boolean maySee(Actor actor, String subject) {
        return jdbc.sql("select exists (select 1 from outside_award a where a.code = :code and a.latest and (:all or " + OutsideAwards.THEIRS + "))")
                .param("code", subject).param("all", readsAll(actor)).param("units", Organisation.unitsOf(actor).toArray(String[]::new))
                .query(Boolean.class).single();
    }

    boolean readsAll(Actor actor) {
        return offices.readsAll(actor);
    }
}
