package vn.giaouoc.notification;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.shared.CaseRegister;

/** Rounds, escalations and deliveries are cases too: no process of theirs runs without its row. */
@Service
@Transactional(readOnly = true)
class NoticeCases implements CaseRegister {

    static final String ROUND = "NH-";
    static final String ESCALATION = "DD-";
    static final String RUN = "GT-";
    private static final Map<String, String> TABLES = Map.of(ROUND, "reminder_round", ESCALATION, "escalation", RUN, "mail_run");

    private final JdbcClient jdbc;

    NoticeCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String caseCode) {
        return caseCode.length() > ROUND.length() && TABLES.containsKey(caseCode.substring(0, ROUND.length()));
    }

    @Override
    public boolean exists(String caseCode) {
        String table = TABLES.get(caseCode.substring(0, ROUND.length()));
        return jdbc.sql("select count(*) from " + table + " where code = ?").param(caseCode).query(Long.class).single() == 1;
    }
}
