package vn.giaouoc.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.action.ActionReport.Outcome;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.NotAllowed;

/** What becomes of an action: its owner reports, the head unit confirms or sends back, the year may end before. */
@Service
@Transactional
public class ActionWork {

    private static final int LONGEST = 20_000;
    private static final String SLOT = "ACTION";

    private final BlocActions actions;
    private final BlocYears years;
    private final Organisation organisation;
    private final Attachments attachments;
    private final ActionFlow flow;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActionWork(BlocActions actions, BlocYears years, Organisation organisation, Attachments attachments, ActionFlow flow, Deadlines deadlines,
               JdbcClient jdbc, Clock clock) {
        this.actions = actions;
        this.years = years;
        this.organisation = organisation;
        this.attachments = attachments;
        this.flow = flow;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The owner's report goes to these people, until then. */
    public record Confirmation(String group, Instant dueAt) {
    }

    /** What the head unit decided: whether the action has ended, and by when it is owed if not. */
    public record Decided(boolean ended, Instant dueAt) {
    }

    // ---- the owner --------------------------------------------------------------------------------------------------

    /** Gives the action to an owner that could not be given work before. @return its name. @throws ConflictRefusal why it still cannot */
    public String prepare(String code) {
        String owner = lock(code, null).ownerUnit();
        Organisation.Readiness readiness = organisation.readiness(List.of(owner)).get(owner);
        if (!readiness.ready()) {
            throw new ConflictRefusal(readiness.problem());
        }
        jdbc.sql("update bloc_action set status = 'OPEN', problem = null where code = ? and status = 'BLOCKED'").param(code).update();
        return readiness.unitName();
    }

    /** Checks what an owner reports, changing nothing. */
    @Transactional(readOnly = true)
    public void checkReport(Actor actor, String code, ActionReport report) {
        BlocActionView action = actions.get(code);
        boolean moreTime = report.outcome() == Outcome.MORE_TIME;
        LocalDate wanted = report.wantedDue();
        var errors = new Errors();
        errors.when(report.outcome() == null, "outcome", "Chọn kết quả thực hiện.");
        errors.text(report.text(), "text", true, LONGEST, report.outcome() == Outcome.DONE ? "Nêu kết quả thực hiện." : "Nêu lý do.");
        errors.when(moreTime && wanted == null, "wantedDue", "Nhập ngày đề nghị gia hạn đến.");
        errors.when(!moreTime && wanted != null, "wantedDue", "Chỉ nhập ngày khi đề nghị gia hạn.");
        errors.when(moreTime && wanted != null && (!wanted.isAfter(action.dueOn()) || wanted.isBefore(LocalDate.now(clock))), "wantedDue",
                "Ngày gia hạn phải sau hạn hiện tại và không ở quá khứ.");
        errors.when(moreTime && wanted != null && wanted.isAfter(years.get(action.blocYear()).to()), "wantedDue",
                "Ngày gia hạn sau ngày cuối của năm công tác.");
        errors.refuse();
        requireConfirmer(actor, action);
        attachments.check(actor, code, report.files(), "files");
    }

    /** What the head unit itself owes is confirmed by its heads: the only one of them leaves the report to the officials. */
    private void requireConfirmer(Actor actor, BlocActionView action) {
        String head = headUnit(action);
        if (ownedBy(head, action) && actor.in(Organisation.leadGroup(head))
                && !organisation.hasAnotherHead(organisation.current(head), actor.userId())) {
            throw new NotAllowed("Việc của đơn vị Trưởng khối do thủ trưởng xác nhận; hãy để cán bộ của đơn vị báo cáo kết quả.");
        }
    }

    /** The owner reports; the head unit hears of it. */
    public Confirmation report(Actor actor, String code, ActionReport report) {
        BlocActionView action = lock(code, BlocActionStatus.OPEN);
        checkReport(actor, code, report);
        jdbc.sql("insert into bloc_action_report (action_code, seq, outcome, text, due_on, wanted_due, reported_by, reported_at) "
                        + "select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ? from bloc_action_report where action_code = ?")
                .params(code, report.outcome().name(), report.text().strip(), action.dueOn(), report.wantedDue(), actor.userId(), now(), code)
                .update();
        if (!clock.instant().isBefore(deadlines.at(action.dueOn()))) {
            overdue(code); // before the timer's job has come to it
        }
        status(code, BlocActionStatus.REPORTED);
        attachments.bind(actor, code, SLOT, report.files());
        return new Confirmation(confirmers(action, actor.userId()), deadlines.of(code).due("ACTION_CONFIRM", clock.instant()));
    }

    /**
     * The head unit's officials; where the head unit itself is the owner, its heads. An only head who reported before the unit came to head
     * the bloc leaves it to the officials: somebody has to be able to confirm.
     */
    private String confirmers(BlocActionView action, String reporter) {
        String head = headUnit(action);
        return ownedBy(head, action) && organisation.hasAnotherHead(organisation.current(head), reporter) ? Organisation.leadGroup(head)
                : Organisation.unitGroup(head);
    }

    private boolean ownedBy(String unit, BlocActionView action) {
        return organisation.current(unit).equals(organisation.current(action.ownerUnit()));
    }

    /** The unit that heads the bloc now; while the bloc is left without one, the unit that held the conference. */
    private String headUnit(BlocActionView action) {
        BlocMember head = years.get(action.blocYear()).head();
        return head != null ? head.unitCode()
                : jdbc.sql("select head_unit from bloc_action where code = ?").param(action.code()).query(String.class).single();
    }

    // ---- the head unit ----------------------------------------------------------------------------------------------

    /**
     * Checks the head unit's decision, changing nothing.
     *
     * @throws NotAllowed   who reported does not confirm
     * @throws InvalidInput at {@code decision}: the day that was asked for has passed meanwhile; at {@code reason}: none for sending back
     */
    @Transactional(readOnly = true)
    public void checkDecision(Actor actor, String code, boolean confirmed, String reason) {
        ReportedAction report = latest(code);
        if (report.reportedBy().equals(actor.userId())) {
            throw new NotAllowed("Người báo cáo kết quả không được tự xác nhận.");
        }
        var errors = new Errors();
        errors.when(confirmed && report.outcome() == Outcome.MORE_TIME && report.wantedDue().isBefore(LocalDate.now(clock)), "decision",
                "Ngày đề nghị gia hạn đã qua. Hãy trả lại để đơn vị đề nghị ngày khác.");
        errors.text(reason, "reason", !confirmed, LONGEST, "Nêu lý do trả lại.");
        errors.refuse();
    }

    /** The head unit confirms what was reported (a result, or the new date), or sends it back. */
    public Decided decide(Actor actor, String code, boolean confirmed, String reason) {
        BlocActionView action = lock(code, BlocActionStatus.REPORTED);
        checkDecision(actor, code, confirmed, reason);
        ReportedAction report = latest(code);
        jdbc.sql("update bloc_action_report set confirmed = ?, reason = ?, decided_by = ?, decided_at = ? where action_code = ? and seq = ?")
                .params(confirmed, reason, actor.userId(), now(), code, report.seq()).update();
        if (confirmed && report.outcome() != Outcome.MORE_TIME) {
            end(code, report.outcome() == Outcome.DONE ? BlocActionStatus.DONE : BlocActionStatus.NOT_DONE);
            return new Decided(true, deadlines.at(action.dueOn()));
        }
        LocalDate due = confirmed ? report.wantedDue() : action.dueOn();
        jdbc.sql("update bloc_action set status = 'OPEN', due_on = ? where code = ?").params(due, code).update();
        return new Decided(false, deadlines.at(due));
    }

    /** Another unit heads the bloc: what was reported and is not decided waits for that one, wherever the former head's work went. */
    void headChanged(String blocYear) {
        actions.of(blocYear).stream().filter(action -> action.status() == BlocActionStatus.REPORTED)
                .forEach(action -> flow.confirmedBy(action.code(), confirmers(action, latest(action.code()).reportedBy())));
    }

    // ---- what the clock says ----------------------------------------------------------------------------------------

    /** The date has passed without a result. A repeat changes nothing. */
    public void overdue(String code) {
        jdbc.sql("update bloc_action set overdue_at = ? where code = ? and overdue_at is null and status in ('BLOCKED', 'OPEN')")
                .params(now(), code).update();
    }

    /** The bloc's year has closed before a result was confirmed. A repeat changes nothing. */
    public void expire(String code) {
        if (!lock(code, null).status().ended()) {
            end(code, BlocActionStatus.EXPIRED);
        }
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** What was reported so far, oldest first. */
    @Transactional(readOnly = true)
    public List<ReportedAction> reports(String code) {
        return jdbc.sql("""
                select r.seq, r.outcome, r.text, r.due_on, r.wanted_due, r.reported_by, coalesce(o.surname || ' ' || o.name, r.reported_by) as reporter,
                  r.reported_at, r.confirmed, r.reason, coalesce(d.surname || ' ' || d.name, r.decided_by) as decider, r.decided_at
                from bloc_action_report r left join person o on o.user_id = r.reported_by left join person d on d.user_id = r.decided_by
                where r.action_code = ? order by r.seq""").param(code).query(ActionWork::row).list();
    }

    /** Why it came back the last time; null when it did not. */
    @Transactional(readOnly = true)
    public String returnReason(String code) {
        return reports(code).stream().reduce((first, last) -> last).filter(last -> Boolean.FALSE.equals(last.confirmed()))
                .map(ReportedAction::reason).orElse(null);
    }

    private ReportedAction latest(String code) {
        return reports(code).stream().reduce((first, last) -> last).orElseThrow(() -> new ConflictRefusal("Chưa có báo cáo kết quả."));
    }

    private static ReportedAction row(ResultSet rs, int n) throws SQLException {
        return new ReportedAction(rs.getInt("seq"), Outcome.valueOf(rs.getString("outcome")), rs.getString("text"),
                rs.getObject("due_on", LocalDate.class), rs.getObject("wanted_due", LocalDate.class), rs.getString("reported_by"),
                rs.getString("reporter"), rs.getTimestamp("reported_at").toInstant(),
                rs.getObject("confirmed", Boolean.class), rs.getString("reason"),
                rs.getString("decider"),
                rs.getTimestamp("decided_at") == null ? null : rs.getTimestamp("decided_at").toInstant());
    }

    /** The action, its row locked until the end of the transaction. @param expected null: any */
    private BlocActionView lock(String code, BlocActionStatus expected) {
        jdbc.sql("select code from bloc_action where code = ? for update").param(code).query(String.class).list();
        BlocActionView action = actions.get(code);
        if (expected != null && action.status() != expected) {
            throw new ConflictRefusal("Không thực hiện được: việc này đang ở tình trạng \"" + action.status().label() + "\".");
        }
        return action;
    }

    private void status(String code, BlocActionStatus status) {
        jdbc.sql("update bloc_action set status = ? where code = ?").params(status.name(), code).update();
    }

    private void end(String code, BlocActionStatus status) {
        jdbc.sql("update bloc_action set status = ?, closed_at = ? where code = ?").params(status.name(), now(), code).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
