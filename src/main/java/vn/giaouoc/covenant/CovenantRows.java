package vn.giaouoc.covenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotFound;

/** The rows of covenants. Whoever changes one takes its {@link #lock} first: of two at the same moment the second waits. */
@Component
class CovenantRows {

    private static final String RUNS = "select bloc_year, version, status, reason, content_version, begun_at, comment_due_at, "
            + "register_due_at, "
            + "sign_due_at, in_force_at, closed_missing_at, recorded_at, recorded_by, return_reason, given_up_reason from covenant ";
    private static final String ONE = " where bloc_year = ? and version = ?";

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    CovenantRows(JdbcClient jdbc, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    // ---- the covenant -----------------------------------------------------------------------------------------------

    /** @param key of the covenant or of a part. @throws NotFound */
    Run get(String key) {
        return find(key, "").orElseThrow(CovenantRows::unknown);
    }

    /** The same, locked until the end of the transaction. */
    Run lock(String key) {
        return find(key, " for update").orElseThrow(CovenantRows::unknown);
    }

    /** Locked and in one of these states. @throws ConflictRefusal it is in another */
    Run lock(String key, List<CovenantStatus> states) {
        Run run = lock(key);
        require(run, states);
        return run;
    }

    static void require(Run run, List<CovenantStatus> states) {
        if (!states.contains(run.status())) {
            throw new ConflictRefusal("Không thực hiện được: giao ước đang ở bước \"" + run.status().label() + "\".");
        }
    }

    private Optional<Run> find(String key, String locking) {
        CovenantKey parsed = CovenantKey.parse(key);
        return jdbc.sql(RUNS + "where bloc_year = ? and version = ?" + locking).params(parsed.blocYear(), parsed.version()).query(Run.class)
                .optional();
    }

    /** All of a bloc-year, oldest first. */
    List<Run> of(String blocYear) {
        return jdbc.sql(RUNS + "where bloc_year = ? order by version").param(blocYear).query(Run.class).list();
    }

    /** The covenant that the year runs now or ran last, without what was given up. */
    Optional<Run> latest(String blocYear) {
        return of(blocYear).stream().filter(Run::stands).reduce((earlier, later) -> later);
    }

    /** What is under way in these years; at most one of each. */
    List<Run> underWay(Collection<String> blocYears) {
        return jdbc.sql(RUNS + "where bloc_year = any(?) and status not in ('RECORDED', 'SUPERSEDED', 'GIVEN_UP') order by bloc_year")
                .param(blocYears.toArray(String[]::new)).query(Run.class).list();
    }

    /** The latest that was recorded. */
    Optional<Run> recorded(String blocYear) {
        return jdbc.sql(RUNS + "where bloc_year = ? and status = 'RECORDED' order by version desc limit 1").param(blocYear).query(Run.class)
                .optional();
    }

    /** A new covenant of the year, if none is under way. @return whether there is one now that was not there */
    boolean insert(String blocYear, int version, String reason, String by) {
        return jdbc.sql("insert into covenant (bloc_year, version, status, reason, begun_by, begun_at) values (?, ?, 'DRAFTING', ?, ?, ?) "
                + "on conflict do nothing").params(blocYear, version, reason, by, now()).update() == 1;
    }

    void status(Run run, CovenantStatus status) {
        set(run, "status = ?", status.name());
    }

    /** Sets columns of the covenant's row. @param assignments SQL with a mark for each value */
    void set(Run run, String assignments, Object... values) {
        jdbc.sql("update covenant set " + assignments + ONE).params(java.util.Arrays.asList(values)).param(run.blocYear())
                .param(run.version()).update();
    }

    // ---- content ----------------------------------------------------------------------------------------------------

    /** The content as it was handed in last; empty before the first draft. */
    Optional<CovenantContent> content(Run run) {
        return jdbc.sql("select coalesce(sealed -> 'content', content) from covenant_content" + ONE + " and content_version = ?")
                .params(run.blocYear(), run.version(), run.contentVersion()).query((rs, n) -> json.read(rs.getString(1), CovenantContent.class))
                .optional();
    }

    /** What the covenant before this one says. */
    Optional<CovenantContent> before(Run run) {
        return of(run.blocYear()).stream().filter(other -> other.version() < run.version() && other.stands())
                .reduce((earlier, later) -> later).flatMap(this::content);
    }

    /** Keeps a content as the covenant's newest. @return its number */
    int add(Run run, CovenantContent content, String by) {
        int next = jdbc.sql("update covenant set content_version = content_version + 1" + ONE + " returning content_version")
                .params(run.blocYear(), run.version()).query(Integer.class).single();
        jdbc.sql("insert into covenant_content (bloc_year, version, content_version, content, saved_by, saved_at) "
                        + "values (?, ?, ?, ?::jsonb, ?, ?)")
                .params(run.blocYear(), run.version(), next, json.write(content), by, now()).update();
        return next;
    }

    void seal(Run run, int contentVersion, SealedCovenant sealed, String digest) {
        jdbc.sql("update covenant_content set sealed = ?::jsonb, digest = ?" + ONE + " and content_version = ?")
                .params(json.write(sealed), digest, run.blocYear(), run.version(), contentVersion).update();
    }

    /** A sealed content with the digest it was given. */
    record Sealed(SealedCovenant covenant, String digest) {
    }

    /** What is signed now; empty while the newest content is not agreed. */
    Optional<Sealed> sealed(Run run) {
        return jdbc.sql("select sealed, digest from covenant_content" + ONE + " and content_version = ? and sealed is not null")
                .params(run.blocYear(), run.version(), run.contentVersion()).query((rs, n) -> sealed(rs)).optional();
    }

    /** Every content of a covenant that was sealed with this digest, as it is stored now. */
    List<String> sealedUnder(String key, String digest) {
        CovenantKey parsed = CovenantKey.parse(key);
        return jdbc.sql("select sealed::text from covenant_content" + ONE + " and digest = ? and sealed is not null")
                .params(parsed.blocYear(), parsed.version(), digest).query(String.class).list();
    }

    private Sealed sealed(ResultSet rs) throws SQLException {
        return new Sealed(json.read(rs.getString(1), SealedCovenant.class), rs.getString(2));
    }

    // ---- members ----------------------------------------------------------------------------------------------------

    /** Lists the bloc's members of now; those that are listed already, or act for a former unit's part, stay as they are. */
    void list(Run run, List<BlocMember> members) {
        Set<String> heirs = parts(run).stream().filter(part -> part.active() && !part.unit().equals(part.actingUnit())).map(Part::actingUnit)
                .collect(Collectors.toSet());
        for (int i = 0; i < members.size(); i++) {
            BlocMember member = members.get(i);
            if (heirs.contains(member.unitCode())) {
                continue;
            }
            jdbc.sql("insert into covenant_member (bloc_year, version, unit_code, seq, role, acting_unit) values (?, ?, ?, ?, ?, ?) "
                            + "on conflict (bloc_year, version, unit_code) do update set seq = excluded.seq, role = excluded.role")
                    .params(run.blocYear(), run.version(), member.unitCode(), i, member.role().name(), member.unitCode()).update();
        }
        jdbc.sql("delete from covenant_member" + ONE + " and unit_code <> all (?) and acting_unit <> all (?)")
                .params(run.blocYear(), run.version(), codes(members), codes(members)).update();
    }

    /** What was registered for the covenant that is amended stands until its unit registers anew; so it does for an heir without a part then. */
    void keepRegistrations(Run amendment, Run amended) {
        jdbc.sql("update covenant_member m set registration = (select earlier.registration from covenant_member earlier "
                        + "where earlier.bloc_year = m.bloc_year and earlier.version = ? and m.unit_code in (earlier.unit_code, earlier.acting_unit) "
                        + "order by earlier.unit_code = m.unit_code desc, earlier.seq limit 1) where m.bloc_year = ? and m.version = ?")
                .params(amended.version(), amendment.blocYear(), amendment.version()).update();
    }

    /** A part of its own for a unit that comes to a covenant under way; nothing happens when it has one. */
    void join(Run run, String unit) {
        jdbc.sql("insert into covenant_member (bloc_year, version, unit_code, seq, role, acting_unit) "
                        + "select ?, ?, ?, coalesce(max(seq), 0) + 1, ?, ? from covenant_member" + ONE + " on conflict do nothing")
                .params(run.blocYear(), run.version(), unit, BlocRole.MEMBER.name(), unit, run.blocYear(), run.version()).update();
    }

    private static String[] codes(List<BlocMember> members) {
        return members.stream().map(BlocMember::unitCode).toArray(String[]::new);
    }

    /** Each part gets the role that the unit acting for it has in the bloc now; of a unit that is no member of it, none. */
    void roles(Run run, List<BlocMember> members) {
        Map<String, BlocRole> roles = members.stream().collect(Collectors.toMap(BlocMember::unitCode, BlocMember::role));
        parts(run).forEach(part -> setPart(run, part.unit(), "role = ?", roles.getOrDefault(part.actingUnit(), BlocRole.MEMBER).name()));
    }

    /** The parts in the bloc's order, those that left too. */
    List<Part> parts(Run run) {
        return jdbc.sql("select m.*, u.name as acting_name from covenant_member m join unit u on u.code = m.acting_unit" + ONE
                + " order by seq, unit_code").params(run.blocYear(), run.version()).query((rs, n) -> part(rs)).list();
    }

    /** One part. @throws NotFound the unit has none, or it has left */
    Part part(Run run, String unit) {
        return jdbc.sql("select m.*, u.name as acting_name from covenant_member m join unit u on u.code = m.acting_unit" + ONE
                        + " and unit_code = ?").params(run.blocYear(), run.version(), unit).query((rs, n) -> part(rs)).optional()
                        .filter(Part::active)
                .orElseThrow(() -> new NotFound("Đơn vị không phải là thành viên ký giao ước này."));
    }

    private Part part(ResultSet rs) throws SQLException {
        String registration = rs.getString("registration");
        return new Part(rs.getString("unit_code"), BlocRole.valueOf(rs.getString("role")), rs.getString("acting_unit"),
                rs.getString("acting_name"),
                rs.getObject("left_on", LocalDate.class), rs.getObject("agrees", Boolean.class), rs.getString("comment"),
                SqlMoment.instant(rs, "commented_at"), SqlMoment.instant(rs, "silent_at"), rs.getString("answer"),
                registration == null ? null : json.read(registration, Registration.class), rs.getString("registered_by"),
                SqlMoment.instant(rs, "registered_at"),
                SqlMoment.instant(rs, "registration_missing_at"));
    }

    /** Units that act for a part of the year's covenants, or are asked to sign an annex. */
    List<String> takingPart(String blocYear) {
        return jdbc.sql("select acting_unit from covenant_member where bloc_year = :year and left_on is null "
                + "union select to_unit from covenant_annex where bloc_year = :year").param("year", blocYear).query(String.class).list();
    }

    /** Sets columns of a part. @param assignments SQL with a mark for each value */
    void setPart(Run run, String unit, String assignments, Object... values) {
        jdbc.sql("update covenant_member set " + assignments + ONE + " and unit_code = ?").params(java.util.Arrays.asList(values))
                .param(run.blocYear()).param(run.version()).param(unit).update();
    }

    // ---- conference and findings ------------------------------------------------------------------------------------

    void held(Run run, Conference conference, String by) {
        jdbc.sql("insert into covenant_conference select ?, ?, coalesce(max(seq), 0) + 1, ?::jsonb, ?, ?, ? from covenant_conference" + ONE)
                .params(run.blocYear(), run.version(), json.write(conference), conference.agreed(), by, now(), run.blocYear(), run.version())
                .update();
    }

    /** The conference held last. */
    Optional<Conference> conference(Run run) {
        return jdbc.sql("select content from covenant_conference" + ONE + " order by seq desc limit 1")
                .params(run.blocYear(), run.version())
                .query((rs, n) -> json.read(rs.getString(1), Conference.class)).optional();
    }

    void found(Run run, List<vn.giaouoc.shared.Finding> findings) {
        findings.forEach(finding -> jdbc.sql("insert into covenant_finding select ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ? "
                        + "from covenant_finding" + ONE)
                .params(run.blocYear(), run.version(), finding.code(), finding.kind().name(), finding.field(), finding.message(),
                        finding.legalSource(), finding.ruleFrom(), now(), run.blocYear(), run.version()).update());
    }

    // ---- signatures -------------------------------------------------------------------------------------------------

    /** The signatures under the newest content by part; none while it is not open for signing. */
    Map<String, Signature> signatures(Run run) {
        Map<String, Signature> found = new LinkedHashMap<>();
        jdbc.sql("select * from covenant_signature" + ONE + " and content_version = ? and void_at is null")
                .params(run.blocYear(), run.version(), run.contentVersion()).query(CovenantRows::signature).list()
                .forEach(signature -> found.put(signature.unit(), signature));
        return found;
    }

    private static Signature signature(ResultSet rs, int n) throws SQLException {
        String ground = rs.getString("ground");
        return new Signature(rs.getString("unit_code"), SigningState.valueOf(rs.getString("state")), rs.getString("signed_by"),
                rs.getString("signer_name"), rs.getString("capacity"), ground == null ? null : Ground.valueOf(ground),
                rs.getString("ground_document"), rs.getObject("ground_date", LocalDate.class), rs.getString("ground_scope"),
                rs.getObject("ground_until", LocalDate.class), SqlMoment.instant(rs, "signed_at"), rs.getString("reason"),
                rs.getString("answer"), rs.getObject("file", UUID.class), rs.getObject("chain_seq", Long.class),
                rs.getString("ink_name") == null ? null : new InkSigner(rs.getString("ink_name"), rs.getString("ink_position")));
    }

    void awaitSignature(Run run, String unit) {
        jdbc.sql("insert into covenant_signature (bloc_year, version, content_version, unit_code, state) values (?, ?, ?, ?, 'WAITING') "
                + "on conflict do nothing").params(run.blocYear(), run.version(), run.contentVersion(), unit).update();
    }

    /** Sets columns of a signature under the newest content. @param assignments SQL with a mark for each value */
    void setSignature(Run run, String unit, String assignments, Object... values) {
        jdbc.sql("update covenant_signature set " + assignments + ONE + " and content_version = ? and unit_code = ?")
                .params(java.util.Arrays.asList(values)).param(run.blocYear()).param(run.version()).param(run.contentVersion()).param(unit)
                .update();
    }

    /** Signatures so far do not count any more; they stay. */
    void voidSignatures(Run run, String reason) {
        jdbc.sql("update covenant_signature set void_at = ?, void_reason = ?" + ONE + " and void_at is null")
                .params(now(), reason, run.blocYear(), run.version()).update();
    }

    // ---- helpers ----------------------------------------------------------------------------------------------------

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static NotFound unknown() {
        return new NotFound("Không tìm thấy bản giao ước.");
    }
}
