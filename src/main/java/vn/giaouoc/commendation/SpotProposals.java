package vn.giaouoc.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.commendation.ProposalDraft.Nominee;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.AttachmentView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.persistence.CaseNumbers;
import vn.giaouoc.register.AwardTitle;
import vn.giaouoc.register.AwardTitles;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * Proposals for commendation that arise at a sơ kết (khen thưởng đột xuất, theo chuyên đề). They are drafts of the bloc's head unit, kept
 * until the phase of commendation takes them up; Sở Nội vụ reads them, nobody else.
 */
@Service
@Transactional
public class SpotProposals {

    private static final String SLOT = "PROPOSAL";
    private static final int LONGEST = 20_000;
    private static final int MOST = 200;
    private static final String ROWS = """
            select p.code, p.bloc_year_code, p.origin_case, p.nominee_kind, p.unit_code, p.nominee_name, p.position, p.achievement, p.form,
              t.name as form_name, p.reason, p.withdraw_reason, p.version, p.drafted_at,
              coalesce(w.surname || ' ' || w.name, p.changed_by) as changed_by, p.changed_at
            from spot_proposal p left join person w on w.user_id = p.changed_by join lateral (select name from award_title where code = p.form order by valid_from desc limit 1) t on true
            """;

    private final BlocYears years;
    private final AwardTitles titles;
    private final Organisation organisation;
    private final ProposalAccess access;
    private final ProposalOrigins origins;
    private final Attachments attachments;
    private final CaseNumbers numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    SpotProposals(BlocYears years, AwardTitles titles, Organisation organisation, ProposalAccess access, ProposalOrigins origins,
                  Attachments attachments, CaseNumbers numbers, JdbcClient jdbc, Clock clock) {
        this.years = years;
        this.titles = titles;
        this.organisation = organisation;
        this.access = access;
        this.origins = origins;
        this.attachments = attachments;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** All of a bloc's year, oldest first, for the product's own use: they hold personal data, the caller asks who may read. */
    @Transactional(readOnly = true)
    public List<ProposalView> of(String blocYear) {
        return named(jdbc.sql(ROWS + "where p.bloc_year_code = ? order by length(p.code), p.code").param(blocYear).query(this::row).list());
    }

    /** The same for Sở Nội vụ and the head unit. @throws NotFound for anybody else, so that nobody learns what exists */
    @Transactional(readOnly = true)
    public List<ProposalView> of(Actor actor, String blocYear) {
        if (!access.mayRead(actor, blocYear)) {
            throw new NotFound("Không tìm thấy đề nghị khen thưởng của khối " + blocYear + ".");
        }
        return of(blocYear);
    }

    /** Whether this person reads proposals of the bloc. */
    @Transactional(readOnly = true)
    public boolean mayRead(Actor actor, String blocYear) {
        return access.mayRead(actor, blocYear);
    }

    /** Whether this person drafts proposals of the bloc. */
    @Transactional(readOnly = true)
    public boolean mayWrite(Actor actor, String blocYear) {
        return access.mayWrite(actor, blocYear);
    }

    // ---- writing ----------------------------------------------------------------------------------------------------

    /**
     * The head unit keeps a proposal.
     *
     * @param originCase business key of the review it arose at, or null
     * @return its code
     * @throws NotFound     the bloc is not the person's to see
     * @throws NotAllowed   not of the head unit
     * @throws InvalidInput what is missing or does not fit
     */
    public String draft(Actor actor, String blocYear, String originCase, ProposalDraft draft) {
        BlocYearView year = years.get(actor, blocYear);
        requireWriter(actor, blocYear);
        if (originCase != null && !origins.isReview(blocYear, originCase)) {
            throw new InvalidInput("originCase", "Không có đợt sơ kết này của khối.");
        }
        check(actor, "", year, draft);
        requireRoom(blocYear);
        String code = "DX-%d-%03d".formatted(year.year(), numbers.next("DX", year.year()));
        jdbc.sql("insert into spot_proposal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, 1, ?, ?, ?, ?)")
                .params(code, blocYear, originCase, draft.nomineeKind().name(), draft.unit(), draft.nomineeName().strip(), position(draft),
                        draft.achievement(), draft.form(), draft.reason(), actor.userId(), now(), actor.userId(), now()).update();
        attachments.bind(actor, code, SLOT, draft.files());
        return code;
    }

    /** The head unit changes a proposal. @param version that was read. @throws ConflictRefusal changed or taken back meanwhile */
    public void change(Actor actor, String code, int version, ProposalDraft draft) {
        ProposalView proposal = lock(actor, code, version);
        check(actor, code, years.get(proposal.blocYear()), draft);
        jdbc.sql("update spot_proposal set nominee_kind = ?, unit_code = ?, nominee_name = ?, position = ?, achievement = ?, form = ?, reason = ?, "
                        + "version = version + 1, changed_by = ?, changed_at = ? where code = ?")
                .params(draft.nomineeKind().name(), draft.unit(), draft.nomineeName().strip(), position(draft), draft.achievement(),
                        draft.form(), draft.reason(), actor.userId(), now(), code).update();
        attachments.bind(actor, code, SLOT, draft.files());
    }

    /** The head unit takes a proposal back; it stays, with the reason. Errors as {@link #change}. */
    public void withdraw(Actor actor, String code, int version, String reason) {
        lock(actor, code, version);
        var errors = new Errors();
        errors.text(reason, "reason", true, LONGEST, "Nêu lý do rút đề nghị.");
        errors.refuse();
        jdbc.sql("update spot_proposal set withdrawn_at = ?, withdraw_reason = ?, version = version + 1, changed_by = ?, changed_at = ? "
                + "where code = ?").params(now(), reason.strip(), actor.userId(), now(), code).update();
    }

    private ProposalView lock(Actor actor, String code, int version) {
        jdbc.sql("select code from spot_proposal where code = ? for update").param(code).query(String.class).list();
        ProposalView proposal = named(jdbc.sql(ROWS + "where p.code = ?").param(code).query(this::row).list()).stream().findFirst()
                .filter(found -> access.mayRead(actor, found.blocYear()))
                .orElseThrow(() -> new NotFound("Không tìm thấy đề nghị khen thưởng " + code + "."));
        requireWriter(actor, proposal.blocYear());
        if (proposal.version() != version || proposal.withdrawReason() != null) {
            throw new ConflictRefusal("Đề nghị này vừa được sửa hoặc đã rút. Hãy tải lại trang.");
        }
        return proposal;
    }

    private void requireWriter(Actor actor, String blocYear) {
        if (!access.mayWrite(actor, blocYear)) {
            throw new NotAllowed("Chỉ đơn vị Trưởng khối lập, sửa đề nghị khen thưởng của khối.");
        }
    }

    private void requireRoom(String blocYear) {
        long standing = jdbc.sql("select count(*) from spot_proposal where bloc_year_code = ?").param(blocYear).query(Long.class).single();
        if (standing >= MOST) {
            throw new ConflictRefusal("Khối đã có " + MOST + " đề nghị trong năm công tác này.");
        }
    }

    private void check(Actor actor, String subject, BlocYearView year, ProposalDraft draft) {
        var errors = new Errors();
        boolean person = draft.nomineeKind() == Nominee.PERSON;
        errors.when(draft.nomineeKind() == null, "nomineeKind", "Chọn tập thể hay cá nhân.");
        errors.when(draft.unit() == null || year.members().stream().map(BlocMember::unitCode).noneMatch(draft.unit()::equals), "unit",
                "Chọn đơn vị trong các thành viên của khối.");
        errors.text(draft.nomineeName(), "nomineeName", true, 200, "Nhập tên tập thể, cá nhân được đề nghị.");
        errors.text(draft.position(), "position", person, 200, "Nhập chức vụ, công việc của cá nhân.");
        errors.text(draft.achievement(), "achievement", true, LONGEST, "Nêu thành tích.");
        errors.when(draft.form() == null || titles.find(draft.form()).filter(title -> fits(title, person)).isEmpty(), "form",
                "Chọn hình thức khen thưởng phù hợp với đối tượng.");
        errors.text(draft.reason(), "reason", true, LONGEST, "Nêu lý do đề nghị khen thưởng đột xuất, theo chuyên đề.");
        errors.refuse();
        attachments.check(actor, subject, draft.files(), "files");
    }

    private static boolean fits(AwardTitle title, boolean person) {
        return title.form() && (person ? title.individual() : title.collective());
    }

    private static String position(ProposalDraft draft) {
        return draft.nomineeKind() == Nominee.PERSON ? draft.position() : null;
    }

    private ProposalView row(ResultSet rs, int n) throws SQLException {
        return new ProposalView(rs.getString("code"), rs.getString("bloc_year_code"), rs.getString("origin_case"),
                Nominee.valueOf(rs.getString("nominee_kind")), rs.getString("unit_code"), null, rs.getString("nominee_name"),
                rs.getString("position"), rs.getString("achievement"), rs.getString("form"), rs.getString("form_name"), rs.getString("reason"),
                rs.getString("withdraw_reason"), rs.getInt("version"), rs.getTimestamp("drafted_at").toInstant(), rs.getString("changed_by"),
                rs.getTimestamp("changed_at").toInstant(), List.of());
    }

    private List<ProposalView> named(List<ProposalView> rows) {
        Map<String, String> names = organisation.namesToday(rows.stream().map(ProposalView::unit).distinct().toList());
        Map<String, List<AttachmentView>> files = attachments.of(rows.stream().map(ProposalView::code).toList());
        return rows.stream().map(p -> new ProposalView(p.code(), p.blocYear(), p.originCase(), p.nomineeKind(), p.unit(), names.get(p.unit()),
                p.nomineeName(), p.position(), p.achievement(), p.form(), p.formName(), p.reason(), p.withdrawReason(), p.version(),
                p.draftedAt(), p.changedBy(), p.changedAt(), files.getOrDefault(p.code(), List.of()))).toList();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
