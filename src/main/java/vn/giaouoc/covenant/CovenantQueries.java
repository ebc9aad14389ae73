package vn.giaouoc.covenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;

/** What people, papers and systems read of covenants. Methods without an actor are for callers that have asked already. */
@Service
@Transactional(readOnly = true)
public class CovenantQueries {

    private final CovenantRows rows;
    private final CovenantNumbers numbers;
    private final CovenantCatalogue catalogue;
    private final CovenantAccess access;
    private final PaperSigning paper;
    private final Annexes annexes;
    private final BlocYears blocs;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    CovenantQueries(CovenantRows rows, CovenantNumbers numbers, CovenantCatalogue catalogue, CovenantAccess access, PaperSigning paper,
                    Annexes annexes, BlocYears blocs, Organisation organisation, JdbcClient jdbc) {
        this.rows = rows;
        this.numbers = numbers;
        this.catalogue = catalogue;
        this.access = access;
        this.paper = paper;
        this.annexes = annexes;
        this.blocs = blocs;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    // ---- covenants --------------------------------------------------------------------------------------------------

    /** One covenant by its key, or by the key of a member's part. @throws NotFound */
    public CovenantView get(String key) {
        return view(rows.get(key));
    }

    /** The same as this person may see it: drafts, comments and reasons of other members only for the head unit and the offices. */
    public CovenantView get(Actor actor, String key) {
        access.requireVisible(actor, CovenantKey.parse(key).blocYear());
        return shown(actor, get(key));
    }

    /** The latest covenant of the year, finished or not, but not given up. @throws NotFound */
    public CovenantView latest(Actor actor, String blocYear) {
        access.requireVisible(actor, blocYear);
        return shown(actor, view(rows.latest(blocYear).orElseThrow(CovenantRows::unknown)));
    }

    /** One version as this person may see it. @throws NotFound */
    public CovenantView version(Actor actor, String blocYear, int version) {
        return get(actor, CovenantKey.of(blocYear, version));
    }

    /** The covenant that binds the bloc: the recorded one, else the one in force. @throws NotFound */
    public CovenantView inForce(String blocYear) {
        return rows.recorded(blocYear).or(() -> rows.of(blocYear).stream().filter(run -> run.inForceAt() != null).findFirst())
                .map(this::view).orElseThrow(() -> new NotFound("Khối chưa có giao ước nào có hiệu lực."));
    }

    /** All covenants of the year, oldest first. */
    public List<CovenantView> versions(Actor actor, String blocYear) {
        access.requireVisible(actor, blocYear);
        return rows.of(blocYear).stream().map(run -> shown(actor, view(run))).toList();
    }

    private CovenantView view(Run run) {
        Optional<CovenantContent> before = rows.before(run);
        CovenantContent content = rows.content(run).or(() -> before).orElse(null);
        Map<String, Signature> signatures = rows.signatures(run);
        return new CovenantView(run.blocYear(), run.version(), blocs.get(run.blocYear()).title(), run.status(), content,
                run.contentVersion(),
                rows.sealed(run).map(CovenantRows.Sealed::digest).orElse(null), run.reason(),
                rows.parts(run).stream().filter(Part::active).map(part -> state(part, signatures.get(part.unit()))).toList(),
                rows.conference(run).orElse(null), run.commentDueAt(), run.registerDueAt(), run.signDueAt(), run.inForceAt(),
                run.recordedAt(),
                run.recordedBy() == null ? null : organisation.person(run.recordedBy()).name(), run.returnReason(), run.givenUpReason(),
                before.map(old -> ContentDiff.between(old, content, catalogue.ratings())).orElse(List.of()));
    }

    private static MemberState state(Part part, Signature signature) {
        return new MemberState(part.unit(), part.actingName(), part.role(), part.commentedAt() != null, part.comment(),
                part.registeredAt() != null,
                signature == null ? SigningState.NOT_OPEN : signature.state(), signature == null ? null : signature.printedName(),
                signature == null ? null : signature.printedCapacity(), signature == null ? null : signature.signedAt(),
                signature == null ? null : signature.reason(), part.silentAt() != null, part.agrees(),
                signature != null && signature.answer() != null ? signature.answer() : part.answer(),
                part.registeredAt() == null && part.registrationMissingAt() != null,
                part.registeredAt() == null && part.registration() != null, part.actingUnit());
    }

    private CovenantView shown(Actor actor, CovenantView view) {
        if (access.readsAll(actor, view.blocYear())) {
            return view;
        }
        boolean draft = view.status() == CovenantStatus.DRAFTING;
        return new CovenantView(view.blocYear(), view.version(), view.title(), view.status(), draft ? null : view.content(),
                view.contentVersion(),
                view.digest(), view.reason(), view.members().stream().map(member -> shown(actor, member)).toList(), view.conference(),
                view.commentDueAt(), view.registerDueAt(), view.signDueAt(), view.inForceAt(), view.recordedAt(), view.recordedBy(),
                view.returnReason(), view.givenUpReason(), draft ? List.of() : view.diff());
    }

    private static MemberState shown(Actor actor, MemberState member) {
        return Organisation.belongs(actor, member.actingUnit()) ? member
                : new MemberState(member.unitCode(), member.unitName(), member.role(),
                member.commented(), null, member.registered(), member.signing(), member.signerName(), member.capacity(), member.signedAt(),
                null,
                member.silent(), null, null, member.registrationMissing(), member.keepsEarlier(), member.actingUnit());
    }

    /** The differences of a content against the one in force before; empty for the first covenant. */
    public List<DiffRow> diff(String key, CovenantContent content) {
        return rows.before(rows.get(key)).map(old -> ContentDiff.between(old, content, catalogue.ratings())).orElse(List.of());
    }

    // ---- numbers ----------------------------------------------------------------------------------------------------

    /** What each target means in people, for each member and for the bloc; none before a content is there. */
    public List<TargetMeaning> meanings(String key) {
        Run run = rows.get(key);
        return rows.content(run).map(content -> numbers.meanings(content.targets(), rows.parts(run))).orElse(List.of());
    }

    /** The same for somebody who may see the covenant's content. @throws NotFound */
    public List<TargetMeaning> meanings(Actor actor, String key) {
        return get(actor, key).content() == null ? List.of() : meanings(key);
    }

    /** What a content that is not saved yet would mean; for forms. */
    public List<TargetMeaning> meanings(String key, CovenantContent content) {
        return numbers.meanings(TargetChecks.complete(content.targets(), catalogue.measures()), rows.parts(rows.get(key)));
    }

    /** The members' registrations, in the bloc's order. */
    public List<MemberRegistration> registrations(String key) {
        return rows.parts(rows.get(key)).stream().filter(Part::active).map(part -> new MemberRegistration(part.unit(), part.actingName(),
                part.registration(), part.registeredBy() == null ? null : organisation.person(part.registeredBy()).name(),
                part.registeredAt())).toList();
    }

    /** The registrations added up. */
    public Consolidated consolidated(String key) {
        Run run = rows.get(key);
        return numbers.consolidated(rows.content(run).map(CovenantContent::targets).orElse(List.of()), rows.parts(run));
    }

    /** The recorded targets as numbers; version null: the latest recorded. Empty while nothing is recorded. */
    public List<BaselineRow> baseline(String blocYear, Integer version) {
        return jdbc.sql("select b.bloc_year, b.version, b.unit_code, b.target_id, b.measure, b.comparator, b.value, b.people "
                        + "from covenant_baseline b "
                        + "left join covenant_member m on m.bloc_year = b.bloc_year and m.version = b.version "
                        + "and m.unit_code = b.unit_code "
                        + "where b.bloc_year = :year and b.version = coalesce(:version::int, "
                        + "(select max(version) from covenant_baseline where bloc_year = :year)) "
                        + "order by m.seq nulls first, b.target_id").param("year", blocYear).param("version", version)
                .query(CovenantQueries::baselineRow).list();
    }

    /** The same for somebody who may see the bloc. @throws NotFound */
    public List<BaselineRow> baseline(Actor actor, String blocYear, Integer version) {
        access.requireVisible(actor, blocYear);
        return baseline(blocYear, version);
    }

    private static BaselineRow baselineRow(ResultSet rs, int n) throws SQLException {
        return new BaselineRow(rs.getString(1), rs.getInt(2), rs.getString(3), rs.getString(4), rs.getString(5),
                TargetComparator.valueOf(rs.getString(6)), plain(rs.getBigDecimal(7)), plain(rs.getBigDecimal(8)));
    }

    private static java.math.BigDecimal plain(java.math.BigDecimal value) {
        return value == null ? null : new java.math.BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    /** The amendments that are under way and may be given up still, by bloc-year. */
    public Map<String, CovenantView> givable(Collection<String> blocYears) {
        Map<String, CovenantView> found = new LinkedHashMap<>();
        rows.underWay(blocYears).stream().filter(Run::mayBeGivenUp).forEach(run -> found.put(run.blocYear(), view(run)));
        return found;
    }

    /** Whether members may sign this covenant now. */
    public boolean signing(String key) {
        return rows.get(key).signing();
    }

    // ---- refusals -----------------------------------------------------------------------------------------------------

    /** Refusals to sign any content of the covenant that the head unit has not answered, oldest first. */
    public List<Refusal> openRefusals(String key) {
        CovenantKey covenant = CovenantKey.parse(key);
        return jdbc.sql("select r.unit_code, u.name as unit_name, r.content_version, r.reason, r.refused_at from covenant_refusal r "
                        + "join covenant_member m on m.bloc_year = r.bloc_year and m.version = r.version and m.unit_code = r.unit_code "
                        + "join unit u on u.code = m.acting_unit where r.bloc_year = ? and r.version = ? and r.answered_at is null "
                        + "order by r.id").params(covenant.blocYear(), covenant.version()).query(Refusal.class).list();
    }

    // ---- papers -----------------------------------------------------------------------------------------------------

    /** Papers signed outside the system, oldest first. */
    public List<SignedFile> signedFiles(String key) {
        return paper.files(key);
    }

    /** Annexes of successors. */
    public List<Annex> annexes(String key) {
        return annexes.of(rows.get(key));
    }
}
