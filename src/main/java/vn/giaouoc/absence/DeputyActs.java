package vn.giaouoc.absence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;

/** What deputies did, with both names: the history that every form of a case shows. */
@Service
@Transactional
public class DeputyActs {

    private static final String COLUMNS = "select absence_code, case_key, task_name, deputy_name, words, at from absence_act ";

    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeputyActs(Organisation organisation, JdbcClient jdbc, Clock clock) {
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param words "xử lý thay …", "KT. …", "TUQ. …, theo văn bản số …" */
    public record DeputyAct(String absenceCode, String caseKey, String taskName, String deputyName, String words, Instant at) {
    }

    /** Notes what was just done for an absent person, in the transaction of the doing; nothing for somebody who acts for itself. */
    public void note(Actor actor, String caseKey, String taskId, String taskName) {
        if (actor.acting() == null) {
            return;
        }
        jdbc.sql("insert into absence_act (absence_code, case_key, task_id, task_name, deputy, deputy_name, words, at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(actor.acting().absence(), caseKey, taskId, taskName, actor.userId(),
                        organisation.person(actor.userId()).name(), actor.acting().words(), Timestamp.from(clock.instant())).update();
    }

    /** What deputies did under this business key ({@code PT-2024-003/sgddt}), the oldest first. */
    @Transactional(readOnly = true)
    public List<DeputyAct> ofCase(String caseKey) {
        return jdbc.sql(COLUMNS + "where case_key = ? order by id").param(caseKey).query(DeputyAct.class).list();
    }

    /** What the deputy did in an absence, the oldest first. */
    @Transactional(readOnly = true)
    public List<DeputyAct> ofAbsence(String code) {
        return jdbc.sql(COLUMNS + "where absence_code = ? order by id").param(code).query(DeputyAct.class).list();
    }
}
