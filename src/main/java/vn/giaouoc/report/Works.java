package vn.giaouoc.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.CampaignAccess;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.campaign.WorkProgress;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/**
 * Registered works (công trình, phần việc) and what became of them. A work stays open until a report, or Sở Nội vụ, says that
 * it is done or dropped; also when its campaign is closed. A unit that takes part no longer has no open works.
 */
@Service
@Transactional
public class Works implements WorkProgress {

    /** Of a work w, what was recorded last. */
    private static final String LATEST = "left join lateral (select state, note, recorded_at from work_progress g "
            + "where g.campaign_code = w.campaign_code and g.unit_code = w.unit_code and g.work_seq = w.seq order by id desc limit 1) p on true ";
    /** Works of answers that the unit's head approved, and what was settled already; not what an answer sent back says anew. */
    private static final String STANDING = "from registered_work w join campaign c on c.code = w.campaign_code join participation x "
            + "on x.campaign_code = w.campaign_code and x.unit_code = w.unit_code left join unit u on u.code = w.unit_code " + LATEST
            + "where w.campaign_code = :code and (x.status in ('ANSWERED', 'RETURNED') or p.state in ('DONE', 'DROPPED')) ";
    private static final String ROWS = "select w.unit_code, coalesce(u.name, w.unit_code) as unit_name, w.seq, w.title, w.measure, "
            + "w.target, w.due_date, p.state, p.note, p.recorded_at " + STANDING;
    private static final String OPEN = "(p.state is null or p.state = 'DOING') and (x.cancel_reason is null or c.status = 'CLOSED')";

    private final CampaignAccess access;
    private final JdbcClient jdbc;
    private final Clock clock;

    Works(CampaignAccess access, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A unit's works that are not settled. */
    @Transactional(readOnly = true)
    public List<WorkRow> open(String code, String unit) {
        return jdbc.sql(ROWS + "and w.unit_code = :unit and " + OPEN + " order by w.seq").param("code", code).param("unit", unit)
                .query(Works::row).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Integer> recorded(String code, String unit) {
        return Set.copyOf(jdbc.sql("select distinct work_seq from work_progress where campaign_code = ? and unit_code = ?").params(code, unit)
                .query(Integer.class).list());
    }

    /** How many works are open and how many were settled, over all units. */
    record Counts(long done, long dropped, long open) {
    }

    @Transactional(readOnly = true)
    Counts count(String code) {
        return jdbc.sql("select count(*) filter (where p.state = 'DONE') as done, count(*) filter (where p.state = 'DROPPED') as dropped, "
                + "count(*) filter (where " + OPEN + ") as open " + STANDING).param("code", code).query(Counts.class).single();
    }

    /** A unit's works, settled or not. */
    @Transactional(readOnly = true)
    public List<WorkRow> of(String code, String unit) {
        return jdbc.sql(ROWS + "and w.unit_code = :unit order by w.seq").param("code", code).param("unit", unit)
                .query(Works::row).list();
    }

    /**
     * Works of all units.
     *
     * @param state open, done, dropped or all
     * @param limit 1–200
     */
    @Transactional(readOnly = true)
    public Page<WorkRow> list(Actor actor, String code, String state, int offset, int limit) {
        access.requireListReader(actor, code);
        Page.check(offset, limit);
        String condition = Map.of("all", "true", "open", OPEN, "done", "p.state = 'DONE'", "dropped", "p.state = 'DROPPED'")
                .get(state == null ? "all" : state);
        if (condition == null) {
            throw new InvalidInput("state", "Tình trạng không hợp lệ; chọn một trong: all, open, done, dropped.");
        }
        String rows = ROWS + "and " + condition;
        long total = jdbc.sql("select count(*) from (" + rows + ") x").param("code", code).query(Long.class).single();
        return new Page<>(jdbc.sql(rows + " order by w.unit_code, w.seq offset :offset limit :limit").param("code", code)
                .param("offset", offset).param("limit", limit).query(Works::row).list(), total, offset, limit);
    }

    /**
     * Sở Nội vụ settles a work that no report settles any more; also after the campaign is closed.
     *
     * @throws ConflictRefusal it is settled already
     */
    public void settle(Actor actor, String code, String unit, int seq, WorkReport.State state, String note) {
        access.requireReceiver(actor, code);
        var errors = new Errors();
        errors.when(state == null || state == WorkReport.State.DOING, "state", "Chọn đã hoàn thành hoặc không thực hiện.");
        errors.text(note, "note", true, 20_000, "Nêu căn cứ, lý do.");
        errors.refuse();
        lock(code, unit);
        WorkRow work = of(code, unit).stream().filter(row -> row.seq() == seq).findFirst()
                .orElseThrow(() -> new NotFound("Không có công trình, phần việc này."));
        if (work.state() != null && !work.state().equals("DOING")) {
            throw new ConflictRefusal("Công trình, phần việc này đã được ghi nhận kết quả.");
        }
        record(actor, code, unit, List.of(new WorkReport(seq, state, note)), null);
    }

    /** What an approved report says of the unit's works; one that was settled since the report was written stays settled. */
    void reported(Actor actor, String code, String unit, List<WorkReport> said, int period) {
        lock(code, unit);
        record(actor, code, unit, said, period);
    }

    /** @param period whose report says so; null: settled by Sở Nội vụ */
    private void record(Actor actor, String code, String unit, List<WorkReport> said, Integer period) {
        jdbc.sql("insert into work_progress (campaign_code, unit_code, work_seq, seq, state, note, recorded_by, recorded_at) "
                        + "select w.campaign_code, w.unit_code, w.seq, :period::int, s.state, s.note, :by, :at::timestamptz from registered_work w "
                        + "join unnest(:seqs::int[], :states::text[], :notes::text[]) with ordinality as s (seq, state, note, place) "
                        + "on s.seq = w.seq " + LATEST + "where w.campaign_code = :code and w.unit_code = :unit "
                        + "and (p.state is null or p.state = 'DOING') order by s.place")
                .param("period", period).param("by", actor.userId()).param("at", Timestamp.from(clock.instant()))
                .param("seqs", said.stream().map(WorkReport::seq).toArray(Integer[]::new))
                .param("states", said.stream().map(work -> work.state().name()).toArray(String[]::new))
                .param("notes", said.stream().map(WorkReport::note).toArray(String[]::new))
                .param("code", code).param("unit", unit).update();
    }

    /** Of two who settle a unit's works at the same moment the second sees what the first has recorded. */
    private void lock(String code, String unit) {
        jdbc.sql("select seq from registered_work where campaign_code = ? and unit_code = ? order by seq for update").params(code, unit)
                .query(Integer.class).list();
    }

    private static WorkRow row(ResultSet rs, int n) throws SQLException {
        return new WorkRow(rs.getString("unit_code"), rs.getString("unit_name"), rs.getInt("seq"), rs.getString("title"),
                rs.getString("measure"), rs.getBigDecimal("target"), rs.getObject("due_date", LocalDate.class), rs.getString("state"),
                rs.getString("note"), SqlMoment.instant(rs, "recorded_at"));
    }
}
