package vn.giaouoc.midyear;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.CaseRegister;
import vn.giaouoc.shared.NotFound;

/** Who may see the province's reports ({@code SK-2026-01}): the offices. */
@Component
public class MidYearAccess implements CaseAccess, CaseRegister {

    private final BlocAccess offices;
    private final JdbcClient jdbc;

    MidYearAccess(BlocAccess offices, JdbcClient jdbc) {
        this.offices = offices;
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String caseCode) {
        return caseCode.startsWith(MidYearReport.PREFIX);
    }

    @Override
    public boolean exists(String caseCode) {
        return jdbc.sql("select exists (select 1 from mid_year_report where code = ?)").param(caseCode).query(Boolean.class).single();
    }

    @Override
    public boolean owns(String subject) {
        return keeps(subject);
    }

    @Override
    public boolean maySee(Actor actor, String subject) {
        return readsAll(actor) && exists(subject.split("/")[0]);
    }

    boolean readsAll(Actor actor) {
        return offices.readsAll(actor);
    }

    /** @throws NotFound for those who may not see it, so that nobody learns what exists */
    public void requireVisible(Actor actor, String code) {
        if (!maySee(actor, code)) {
            throw new NotFound("Không tìm thấy báo cáo sơ kết " + code + ".");
        }
    }
}
