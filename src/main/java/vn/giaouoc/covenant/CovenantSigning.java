package vn.giaouoc.covenant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantRows.Sealed;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.signature.IdentityProofs;
import vn.giaouoc.signature.SignerInfo;

/**
 * The signing of an agreed content. Every act takes the covenant's row lock first, so that of two members at the same moment both succeed
 * and exactly one sees what both together brought about.
 */
@Service
@Transactional
public class CovenantSigning {

    /** States in which a member may still sign or refuse. */
    static final Set<SigningState> OPEN = Set.of(SigningState.WAITING, SigningState.MISSING, SigningState.DISPUTED);
    private static final int LONGEST = 20_000;
    private static final List<CovenantStatus> SIGNABLE = List.of(CovenantStatus.SIGNING, CovenantStatus.IN_FORCE,
            CovenantStatus.MISSING_SIGNATURES);

    private final CovenantRows rows;
    private final CovenantPeople people;
    private final CovenantSeals seals;
    private final CovenantProgress progress;
    private final PaperSigning paper;
    private final Annexes annexes;
    private final CovenantPapers papers;
    private final BlocYears blocs;
    private final IdentityProofs proofs;
    private final Deadlines deadlines;
    private final CovenantFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    CovenantSigning(CovenantRows rows, CovenantPeople people, CovenantSeals seals, CovenantProgress progress, PaperSigning paper,
                    Annexes annexes, CovenantPapers papers, BlocYears blocs, IdentityProofs proofs, Deadlines deadlines, CovenantFlow flow,
                    JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.seals = seals;
        this.progress = progress;
        this.paper = paper;
        this.annexes = annexes;
        this.papers = papers;
        this.blocs = blocs;
        this.proofs = proofs;
        this.deadlines = deadlines;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens the signing of the agreed content to every member. A repeat answers the same. */
    public SigningOpening openSigning(String key) {
        Run run = rows.lock(key, SIGNABLE);
        Sealed sealed = seals.current(run);
        List<String> units = rows.parts(run).stream().filter(Part::active).map(Part::unit).toList();
        if (run.signDueAt() == null) {
            units.forEach(unit -> rows.awaitSignature(run, unit));
            rows.set(run, "sign_due_at = ?", SqlMoment.of(deadlines.of(key).due("COVENANT_SIGN", clock.instant())));
            annexes.open(run, sealed.digest());
        }
        Instant due = rows.get(key).signDueAt();
        return new SigningOpening(run.key(), run.contentVersion(), sealed.digest(), units, due,
                deadlines.of(key).before("COVENANT_SIGN_REMIND", due, "COVENANT_SIGN"));
    }

    // ---- signing ----------------------------------------------------------------------------------------------------

    /** Which grounds this person may sign on for the part; empty: may not sign. */
    @Transactional(readOnly = true)
    public List<Ground> grounds(Actor actor, String key, String unit) {
        return people.grounds(actor, rows.part(rows.get(key), unit).actingUnit());
    }

    /**
     * Checks everything but the password, changing nothing.
     *
     * @param digest of what the person has read
     * @throws ConflictRefusal the content has changed since, or the member has signed or refused
     */
    @Transactional(readOnly = true)
    public void checkSign(Actor actor, String key, String unit, SignerGround ground, String digest) {
        Run run = rows.get(key);
        Part part = rows.part(run, unit);
        people.requireMember(actor, part);
        requireOpen(run, unit);
        requireSame(seals.current(run), digest);
        people.checkGround(actor, part.actingUnit(), ground);
    }

    /** @throws ConflictRefusal not agreed, signed by all, or closed by Sở Nội vụ though signatures are missing */
    static void requireSigning(Run run) {
        CovenantRows.require(run, SIGNABLE);
        if (run.closedMissingAt() != null) {
            throw new ConflictRefusal("Sở Nội vụ đã khép việc ký giao ước này.");
        }
    }

    private void requireOpen(Run run, String unit) {
        requireSigning(run);
        Signature signature = rows.signatures(run).get(unit);
        if (signature == null || !OPEN.contains(signature.state())) {
            throw new ConflictRefusal(signature == null ? "Giao ước chưa mở ký." : "Đơn vị không còn chờ ký: " + signature.state().label()
                    + ".");
        }
    }

    static void requireSame(Sealed sealed, String digest) {
        if (!sealed.digest().equals(digest)) {
            throw new ConflictRefusal("Nội dung giao ước đã thay đổi sau khi bạn mở. Hãy đọc lại bản mới rồi ký.");
        }
    }

    /**
     * The person enters its password for exactly this signature; the password itself is kept nowhere. Forms call this before they
     * complete the task, as a form's data is stored. The proof holds for ten minutes and one signature.
     *
     * @param unit of the part, or {@code PL1} for an annex
     * @throws InvalidInput at {@code password}
     */
    public void proveIdentity(Actor actor, String key, String unit, String password, String digest) {
        proofs.prove(actor, CovenantKey.part(CovenantKey.parse(key).covenant(), unit), digest, password);
    }

    /** Signs with an identity proven by {@link #proveIdentity}. Errors as {@link #checkSign}. */
    public SigningProgress sign(Actor actor, String key, String unit, SignerGround ground, String digest) {
        Run run = rows.lock(key);
        checkSign(actor, key, unit, ground, digest);
        proofs.consume(actor, CovenantKey.part(run.key(), unit), digest);
        Part part = rows.part(run, unit);
        String name = people.name(actor);
        String capacity = people.capacity(actor, part.actingUnit(), ground.ground());
        Instant at = clock.instant();
        rows.setSignature(run, unit, "state = 'SIGNED', signed_by = ?, signer_name = ?, signer_unit = ?, capacity = ?, ground = ?, "
                        + "ground_document = ?, ground_date = ?, ground_scope = ?, ground_until = ?, signed_at = ?, reason = null",
                actor.userId(), name, part.actingUnit(), capacity, ground.ground().name(), ground.document(), ground.date(), ground.scope(),
                ground.until(), SqlMoment.of(at));
        SigningProgress made = progress.settle(run);
        long seq = seals.append(run.key(), unit, digest, new SignerInfo(actor.userId(), name, capacity, CovenantPeople.words(ground)), at);
        rows.setSignature(run, unit, "chain_seq = ?", seq);
        progress.publish(run, made, digest);
        return made;
    }

    /** Signs the version with this digest; 409 when it has changed. Errors as {@link #proveIdentity} and {@link #checkSign}. */
    public SigningProgress sign(Actor actor, String key, String unit, SignerGround ground, String password, String digest) {
        checkSign(actor, key, unit, ground, digest);
        proveIdentity(actor, key, unit, password, digest);
        return sign(actor, key, unit, ground, digest);
    }

    /** A unit that has ended is not waited for any more: the others may be all. */
    public void partLeft(String key) {
        Run run = rows.lock(key);
        if (run.status().signable() && run.signDueAt() != null) {
            progress.publish(run, progress.settle(run), seals.current(run).digest());
        }
    }

    // ---- refusal ----------------------------------------------------------------------------------------------------

    /** Checks a refusal, changing nothing. */
    @Transactional(readOnly = true)
    public void checkRefuse(Actor actor, String key, String unit, String reason) {
        Run run = rows.get(key);
        Part part = rows.part(run, unit);
        people.requireMember(actor, part);
        people.requireLeader(actor, part.actingUnit());
        requireOpen(run, unit);
        requireReason(reason, "Nêu lý do từ chối ký.");
    }

    static void requireReason(String reason, String missing) {
        var errors = new Errors();
        errors.text(reason, "reason", true, LONGEST, missing);
        errors.refuse();
    }

    /** The member refuses to sign; it goes to the head unit. */
    public SigningProgress refuse(Actor actor, String key, String unit, String reason) {
        Run run = rows.lock(key);
        checkRefuse(actor, key, unit, reason);
        rows.setSignature(run, unit, "state = 'REFUSED', reason = ?", reason);
        jdbc.sql("insert into covenant_refusal (bloc_year, version, content_version, unit_code, reason, refused_by, refused_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)")
                .params(run.blocYear(), run.version(), run.contentVersion(), unit, reason, actor.userId(), rows.now()).update();
        flow.refused(run.key());
        return new SigningProgress(false, false, true);
    }

    /** Units whose refusal the head unit has not answered. */
    @Transactional(readOnly = true)
    public List<String> refusals(String key) {
        Map<String, Signature> signatures = rows.signatures(rows.get(key));
        return signatures.values().stream().filter(signature -> signature.state() == SigningState.REFUSED).map(Signature::unit).toList();
    }

    /**
     * Checks the answers to all refusals, changing nothing.
     *
     * @param answers by the unit that refused
     * @throws vn.giaouoc.shared.InvalidInput at {@code answers.<unit>}
     */
    @Transactional(readOnly = true)
    public void checkKeep(Actor actor, String key, Map<String, String> answers) {
        Run run = rows.get(key);
        people.requireHead(actor, run.blocYear());
        requireSigning(run);
        var errors = new Errors();
        refusals(key).forEach(unit -> errors.text(answers == null ? null : answers.get(unit), "answers." + unit, true, LONGEST,
                "Nhập ý kiến trả lời đơn vị từ chối ký."));
        errors.refuse();
    }

    /** After refusals the head unit keeps the content; every member that refused is asked again with the answer. */
    public void keep(Actor actor, String key, Map<String, String> answers) {
        Run run = rows.lock(key);
        checkKeep(actor, key, answers);
        refusals(key).forEach(unit -> keep(actor, run, unit, answers.get(unit)));
    }

    private void keep(Actor actor, Run run, String unit, String answer) {
        rows.setSignature(run, unit, "state = ?, answer = ?",
                (run.status() == CovenantStatus.MISSING_SIGNATURES ? SigningState.MISSING : SigningState.WAITING).name(), answer);
        jdbc.sql("update covenant_refusal set answer = ?, answered_by = ?, answered_at = ? where bloc_year = ? and version = ? "
                        + "and content_version = ? and unit_code = ? and answered_at is null")
                .params(answer, actor.userId(), rows.now(), run.blocYear(), run.version(), run.contentVersion(), unit).update();
        flow.signingOpenedAgain(run.key(), List.of(unit));
    }

    // ---- signed outside the system ----------------------------------------------------------------------------------

    /**
     * Checks an upload of a signed paper, changing nothing.
     *
     * @param outside a PDF with digital signatures, else a scan
     * @return the signatures found in it; empty for a scan
     */
    @Transactional(readOnly = true)
    public List<OutsideSignature> checkSignedFile(Actor actor, String key, UUID file, List<String> units, boolean outside) {
        return paper.checkSignedFile(actor, key, file, units, outside);
    }

    /** The head unit uploads the scan of the paper signed in the room and marks who signed; each confirms. */
    public void signedOnPaper(Actor actor, String key, UUID scan, List<String> units) {
        paper.mark(actor, key, scan, units, false);
    }

    /** The head unit uploads a PDF signed with digital certificates outside; its signatures are verified and the report kept. */
    public void signedOutside(Actor actor, String key, UUID pdf, List<String> units) {
        paper.mark(actor, key, pdf, units, true);
    }

    /** Checks everything of a member's word on a paper but the password, changing nothing. */
    @Transactional(readOnly = true)
    public void checkConfirm(Actor actor, String key, String unit, PaperAnswer answer) {
        paper.checkConfirm(actor, key, unit, answer);
    }

    /**
     * The member confirms that it signed on paper, which then counts, with an identity proven by {@link #proveIdentity} as for a signature;
     * or disputes it with a reason and may still sign.
     */
    public SigningProgress confirmPaper(Actor actor, String key, String unit, PaperAnswer answer) {
        Run run = rows.lock(key);
        paper.checkConfirm(actor, key, unit, answer);
        if (answer.confirmed()) {
            proofs.consume(actor, CovenantKey.part(run.key(), unit), answer.digest());
        }
        return paper.confirmPaper(actor, run, unit, answer);
    }

    // ---- taken back -------------------------------------------------------------------------------------------------

    /** Checks taking back, changing nothing. */
    @Transactional(readOnly = true)
    public void checkTakeBack(Actor actor, String key, String reason) {
        Run run = rows.get(key);
        people.requireHead(actor, run.blocYear());
        requireSigning(run);
        requireReason(reason, "Nêu lý do lấy lại giao ước để sửa.");
    }

    /** The head unit takes the covenant back to revise it: signatures so far are void but kept, all sign again. */
    public void takeBack(Actor actor, String key, String reason) {
        Run run = rows.lock(key);
        checkTakeBack(actor, key, reason);
        progress.reopen(run, actor.userId(), reason);
    }

    // ---- the deadline -----------------------------------------------------------------------------------------------

    /**
     * The deadline passed: the covenant stands "thiếu chữ ký" (B01). A repeat changes nothing.
     *
     * @return who is missing; empty when everybody has signed or the covenant went back to its head unit
     */
    public List<String> noteMissing(String key) {
        Run run = rows.lock(key);
        if (!run.signing()) {
            return List.of();
        }
        Map<String, Signature> signatures = rows.signatures(run);
        rows.status(run, CovenantStatus.MISSING_SIGNATURES);
        signatures.values().stream().filter(signature -> signature.state() == SigningState.WAITING)
                .forEach(signature -> rows.setSignature(run, signature.unit(), "state = 'MISSING'"));
        return rows.parts(run).stream().filter(Part::active).map(Part::unit)
                .filter(unit -> !signatures.containsKey(unit) || !signatures.get(unit).state().signed()).toList();
    }

    /** Checks an extension, changing nothing. */
    @Transactional(readOnly = true)
    public void checkExtend(Actor actor, String key, LocalDate until) {
        people.requireRecorder(actor);
        Run run = rows.get(key);
        requireSigning(run);
        BlocYearView year = blocs.get(run.blocYear());
        var errors = new Errors();
        errors.when(until == null, "until", "Nhập ngày gia hạn.");
        errors.when(until != null && !deadlines.at(until).isAfter(clock.instant()), "until", "Ngày gia hạn phải sau thời điểm hiện tại.");
        errors.when(until != null && until.isAfter(year.to()), "until", "Ngày gia hạn không được sau ngày kết thúc năm công tác của khối.");
        errors.refuse();
    }

    /** Sở Nội vụ gives more time, to 17:00 of this day. @return the new deadline */
    public Instant extend(Actor actor, String key, LocalDate until) {
        Run run = rows.lock(key);
        checkExtend(actor, key, until);
        Instant due = deadlines.at(until);
        deadlines.of(key).typed("COVENANT_SIGN");
        rows.set(run, "status = ?, sign_due_at = ?", (run.inForceAt() == null ? CovenantStatus.SIGNING : CovenantStatus.IN_FORCE).name(),
                SqlMoment.of(due));
        rows.signatures(run).values().stream().filter(signature -> signature.state() == SigningState.MISSING)
                .forEach(signature -> rows.setSignature(run, signature.unit(), "state = 'WAITING'"));
        return due;
    }

    /** Checks closing, changing nothing. @throws ConflictRefusal not in force: too few have signed */
    @Transactional(readOnly = true)
    public void checkCloseMissing(Actor actor, String key) {
        people.requireRecorder(actor);
        Run run = rows.get(key);
        requireSigning(run);
        CovenantRows.require(run, List.of(CovenantStatus.MISSING_SIGNATURES));
        if (run.inForceAt() == null) {
            throw new ConflictRefusal("Giao ước chưa có hiệu lực nên không thể kết thúc việc ký: cần Trưởng khối, "
                    + "các Phó Trưởng khối và đủ tỷ lệ "
                    + "thành viên đã ký. Hãy gia hạn hoặc trả lại Trưởng khối.");
        }
    }

    /** Sở Nội vụ closes the signing of a covenant in force though signatures are missing: from now on nobody signs, refuses or confirms. */
    public void closeMissing(Actor actor, String key) {
        Run run = rows.lock(key);
        checkCloseMissing(actor, key);
        rows.set(run, "closed_missing_at = ?, closed_missing_by = ?", rows.now(), actor.userId());
    }

    // ---- annexes ----------------------------------------------------------------------------------------------------

    /** What the successor signs, with its digest. @param key {@code KT-2026-001/GU1/PL1} */
    @Transactional(readOnly = true)
    public Annex annex(String key) {
        return annexes.get(key);
    }

    /** Which grounds this person may sign the annex on, for the successor; empty: may not sign. */
    @Transactional(readOnly = true)
    public List<Ground> annexGrounds(Actor actor, String key) {
        return people.grounds(actor, annexes.get(key).toUnit());
    }

    /** Checks everything but the password, changing nothing. */
    @Transactional(readOnly = true)
    public void checkSignAnnex(Actor actor, String key, SignerGround ground, String digest) {
        annexes.check(actor, key, ground, digest);
    }

    /** Signs an annex with an identity proven by {@link #proveIdentity}; no other signature is touched. */
    public void signAnnex(Actor actor, String key, SignerGround ground, String digest) {
        rows.lock(key);
        annexes.check(actor, key, ground, digest);
        proofs.consume(actor, key, digest);
        SignerInfo who = annexes.sign(actor, key, ground);
        papers.keepAnnex(actor, key); // before anything waits for the chain: printing takes a moment
        annexes.confirm(key, who);
    }
}
