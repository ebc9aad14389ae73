package vn.giaouoc.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.AttachmentView;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.persistence.CaseNumbers;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/**
 * Awards that units were granted outside their blocs, each with its decision: recorded and corrected by Sở Nội vụ, read by the offices
 * and by the unit itself. What a former unit was granted is its successors' history. Nothing is removed: a correction is a new version.
 */
@Service
@Transactional
public class OutsideAwards {

    private static final String SLOT = "AWARD";
    private static final int FIRST_YEAR = 2000;
    private static final int LONGEST = 4_000;
    private static final String SAME_TITLE = "Đơn vị đã được ghi nhận danh hiệu này cho năm đó.";
    private static final String SAME_DECISION = "Đơn vị đã được ghi nhận hình thức này cho năm đó theo cùng quyết định.";
    private static final String ROWS = """
            select a.code, a.version, a.unit_code, a.title, t.name as title_name, t.level, a.decision_number, a.decision_date, a.award_year,
              a.granted_by, a.note, a.withdrawn, a.reason, coalesce(p.surname || ' ' || p.name, a.recorded_by) as recorded_by, a.recorded_at
            from outside_award a left join person p on p.user_id = a.recorded_by
              join lateral (select name, level from award_title where code = a.title and valid_from <= a.decision_date
                order by valid_from desc limit 1) t on true
            """;
    /** The units themselves and all whose history is theirs. */
    static final String THEIRS = "(a.unit_code = any(:units) or a.unit_code in (select former from unit_lineage where unit_code = any(:units)))";

    private final AwardTitles titles;
    private final Organisation organisation;
    private final AwardAccess access;
    private final Attachments attachments;
    private final CaseNumbers numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutsideAwards(AwardTitles titles, Organisation organisation, AwardAccess access, Attachments attachments,
                  CaseNumbers numbers, JdbcClient jdbc, Clock clock) {
        this.titles = titles;
        this.organisation = organisation;
        this.access = access;
        this.attachments = attachments;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /**
     * What these units, or the former units whose history is theirs, were granted for a year or by decisions of that year; for the
     * product's own use, after the caller has asked who may read. Latest decision first.
     */
    @Transactional(readOnly = true)
    public List<OutsideAwardView> of(List<String> units, int year) {
        return named(jdbc.sql(ROWS + "where a.latest and not a.withdrawn and " + THEIRS
                        + " and (a.award_year = :year or extract(year from a.decision_date) = :year) order by a.decision_date desc, a.code")
                .param("units", units.toArray(String[]::new)).param("year", year).query(this::row).list());
    }

    /** What any unit was granted by decisions of these days, both included; as {@link #of}. */
    @Transactional(readOnly = true)
    public List<OutsideAwardView> decidedBetween(LocalDate from, LocalDate to) {
        return named(jdbc.sql(ROWS + "where a.latest and not a.withdrawn and a.decision_date between ? and ? order by a.decision_date, a.code")
                .params(from, to).query(this::row).list());
    }

    /**
     * The awards this person may see, latest decision first: the offices all, others those of their units.
     *
     * @param year  of the award or the decision, or null
     * @param unit  code, or null; its former units' awards are shown too
     * @param limit 1–200
     */
    @Transactional(readOnly = true)
    public Page<OutsideAwardView> list(Actor actor, Integer year, String unit, int offset, int limit) {
        Page.check(offset, limit);
        boolean all = access.readsAll(actor);
        List<String> own = Organisation.unitsOf(actor);
        if (unit != null && !all && !own.contains(unit)) {
            return new Page<>(List.of(), 0, offset, limit);
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("year", year);
        parameters.put("all", all && unit == null);
        parameters.put("units", (unit == null ? own : List.of(unit)).toArray(String[]::new));
        String where = "where a.latest and (:all or " + THEIRS + ") and (:year::int is null or a.award_year = :year "
                + "or extract(year from a.decision_date) = :year) ";
        long total = jdbc.sql("select count(*) from outside_award a " + where).params(parameters).query(Long.class).single();
        return new Page<>(named(jdbc.sql(ROWS + where + "order by a.decision_date desc, a.code offset :offset limit :limit").params(parameters)
                .param("offset", offset).param("limit", limit).query(this::row).list()), total, offset, limit);
    }

    /** An award with all its versions, the newest first, if this person may see it. @throws NotFound otherwise */
    @Transactional(readOnly = true)
    public List<OutsideAwardView> versions(Actor actor, String code) {
        if (!access.maySee(actor, code)) {
            throw unknown(code);
        }
        return named(jdbc.sql(ROWS + "where a.code = ? order by a.version desc").param(code).query(this::row).list());
    }

    /** Whether this person records awards. */
    public boolean mayRecord(Actor actor) {
        return actor.in(Role.SNV_SPECIALIST.group());
    }

    // ---- recording --------------------------------------------------------------------------------------------------

    /**
     * Sở Nội vụ records an award.
     *
     * @return its code
     * @throws InvalidInput what is missing or does not fit; the same title for the same year again
     * @throws NotAllowed   not Sở Nội vụ
     */
    public String record(Actor actor, OutsideAwardDraft draft) {
        requireRecorder(actor);
        check(actor, "", draft, new Errors());
        String code = "%s%d-%03d".formatted(AwardAccess.PREFIX, draft.decisionDate().getYear(), numbers.next("KN", draft.decisionDate().getYear()));
        insert(actor, code, 1, draft, false, null);
        attachments.bind(actor, code, SLOT, draft.files());
        return code;
    }

    /**
     * Sở Nội vụ corrects an award, or notes that it should not have been recorded ({@code withdrawn}).
     *
     * @param version that was read; another one meanwhile is refused
     * @return the new version. @throws ConflictRefusal somebody else corrected it. Otherwise as {@link #record}
     */
    public int correct(Actor actor, String code, int version, OutsideAwardDraft draft, boolean withdrawn, String reason) {
        requireRecorder(actor);
        int current = jdbc.sql("select version from outside_award where code = ? and latest for update").param(code).query(Integer.class).optional()
                .orElseThrow(() -> unknown(code));
        if (current != version) {
            throw new ConflictRefusal("Nội dung này vừa được người khác đính chính. Hãy tải lại trang.");
        }
        var errors = new Errors();
        errors.text(reason, "reason", true, LONGEST, "Nêu lý do đính chính.");
        check(actor, code, draft, errors);
        jdbc.sql("update outside_award set latest = false where code = ? and version = ?").params(code, version).update();
        insert(actor, code, version + 1, draft, withdrawn, reason.strip());
        attachments.bind(actor, code, SLOT, draft.files());
        return version + 1;
    }

    private void requireRecorder(Actor actor) {
        if (!mayRecord(actor)) {
            throw new NotAllowed("Chỉ Sở Nội vụ ghi nhận khen thưởng ngoài khối.");
        }
    }

    private void check(Actor actor, String subject, OutsideAwardDraft draft, Errors errors) {
        errors.when(draft.unit() == null || organisation.units(List.of(draft.unit())).isEmpty(), "unit", "Chọn đơn vị được khen thưởng.");
        errors.when(draft.title() == null || title(draft).filter(AwardTitle::collective).isEmpty(), "title",
                "Chọn danh hiệu, hình thức khen thưởng dành cho tập thể.");
        errors.text(draft.decisionNumber(), "decisionNumber", true, 60, "Nhập số, ký hiệu quyết định.");
        errors.when(draft.decisionDate() == null, "decisionDate", "Nhập ngày của quyết định.");
        errors.date(draft.decisionDate(), "decisionDate");
        errors.when(draft.decisionDate() != null && draft.decisionDate().isAfter(LocalDate.now(clock)), "decisionDate",
                "Ngày của quyết định không được ở tương lai.");
        errors.when(draft.awardYear() == null, "awardYear", "Nhập năm được khen thưởng.");
        errors.when(draft.awardYear() != null && (draft.awardYear() < FIRST_YEAR
                        || draft.decisionDate() != null && draft.awardYear() > draft.decisionDate().getYear()), "awardYear",
                "Năm được khen thưởng từ " + FIRST_YEAR + " đến năm của quyết định.");
        errors.text(draft.grantedBy(), "grantedBy", false, 200, null);
        errors.text(draft.note(), "note", false, LONGEST, null);
        errors.when(draft.files() == null || draft.files().isEmpty(), "files", "Đính kèm quyết định.");
        errors.refuse();
        attachments.check(actor, subject, draft.files(), "files");
    }

    /** As it was on the day of the decision; as it is today while that day is missing or refused anyway. */
    private Optional<AwardTitle> title(OutsideAwardDraft draft) {
        LocalDate day = draft.decisionDate();
        LocalDate today = LocalDate.now(clock);
        return titles.find(draft.title(), day == null || day.isAfter(today) || day.getYear() < FIRST_YEAR ? today : day);
    }

    private void insert(Actor actor, String code, int version, OutsideAwardDraft draft, boolean withdrawn, String reason) {
        AwardTitle title = title(draft).orElseThrow();
        if (!withdrawn) {
            requireFirst(draft, title);
        }
        String authority = draft.grantedBy() == null || draft.grantedBy().isBlank() ? title.grantedBy() : draft.grantedBy().strip();
        try {
            jdbc.sql("insert into outside_award values (?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?)")
                    .params(code, version, draft.unit(), draft.title(), draft.awardYear(), draft.decisionNumber().strip(), draft.decisionDate(),
                            authority, draft.note(), withdrawn, reason, actor.userId(), Timestamp.from(clock.instant())).update();
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("title", SAME_DECISION);
        }
    }

    /**
     * A title of emulation is granted once for a year; a form of commendation may be granted again by another decision (thường xuyên, đột
     * xuất, chuyên đề), what the index knows. Two who record for one unit at the same moment come one after the other.
     */
    private void requireFirst(OutsideAwardDraft draft, AwardTitle title) {
        jdbc.sql("select code from unit where code = ? for no key update").param(draft.unit()).query(String.class).list();
        if (!title.form() && jdbc.sql("select exists (select 1 from outside_award where unit_code = ? and title = ? and award_year = ? "
                + "and latest and not withdrawn)").params(draft.unit(), title.code(), draft.awardYear()).query(Boolean.class).single()) {
            throw new InvalidInput("title", SAME_TITLE);
        }
    }

    private OutsideAwardView row(ResultSet rs, int n) throws SQLException {
        return new OutsideAwardView(rs.getString("code"), rs.getInt("version"), rs.getString("unit_code"), null, rs.getString("title"),
                rs.getString("title_name"), AwardLevel.valueOf(rs.getString("level")), rs.getString("decision_number"),
                rs.getObject("decision_date", LocalDate.class), rs.getInt("award_year"), rs.getString("granted_by"), rs.getString("note"),
                rs.getBoolean("withdrawn"), rs.getString("reason"), rs.getString("recorded_by"), rs.getTimestamp("recorded_at").toInstant(),
                List.of());
    }

    private List<OutsideAwardView> named(List<OutsideAwardView> rows) {
        Map<String, String> names = organisation.namesToday(rows.stream().map(OutsideAwardView::unit).distinct().toList());
        Map<String, List<AttachmentView>> files = attachments.of(rows.stream().map(OutsideAwardView::code).distinct().toList());
        return rows.stream().map(a -> new OutsideAwardView(a.code(), a.version(), a.unit(), names.get(a.unit()), a.titleCode(), a.title(),
                a.level(), a.decisionNumber(), a.decisionDate(), a.awardYear(), a.grantedBy(), a.note(), a.withdrawn(), a.reason(),
                a.recordedBy(), a.recordedAt(), files.getOrDefault(a.code(), List.of()))).toList();
    }

    private static NotFound unknown(String code) {
        return new NotFound("Không tìm thấy khen thưởng " + code + ".");
    }
}
