package vn.giaouoc.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantPeople;
import vn.giaouoc.covenant.Ground;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.signature.IdentityProofs;
import vn.giaouoc.signature.SignerInfo;

/** The bloc's report: handed in by the head unit, signed by its head, received by Sở Nội vụ or returned. */
@Service
@Transactional
public class ReviewSigning {

    private static final int LONGEST = 20_000;
    private static final Set<ReviewStatus> DRAFTING = Set.of(ReviewStatus.DRAFTING, ReviewStatus.RETURNED);

    private final ReviewRows rows;
    private final ReportContent content;
    private final ReviewSeals seals;
    private final ReviewPapers papers;
    private final CovenantPeople people;
    private final BlocYears blocs;
    private final IdentityProofs proofs;
    private final LateReports lateReports;
    private final Clock clock;

    ReviewSigning(ReviewRows rows, ReportContent content, ReviewSeals seals, ReviewPapers papers, CovenantPeople people, BlocYears blocs,
                  IdentityProofs proofs, LateReports lateReports, Clock clock) {
        this.rows = rows;
        this.content = content;
        this.seals = seals;
        this.papers = papers;
        this.people = people;
        this.blocs = blocs;
        this.proofs = proofs;
        this.lateReports = lateReports;
        this.clock = clock;
    }

    // ---- drafting ---------------------------------------------------------------------------------------------------

    /** Checks the words of the report, changing nothing. */
    @Transactional(readOnly = true)
    public void checkDraft(Actor actor, String key, BlocReport report) {
        Review review = rows.get(key);
        people.requireHead(actor, review.blocYear());
        ReviewRows.require(review, DRAFTING);
        var errors = new Errors();
        errors.text(report.number(), "number", false, 60, null);
        errors.when(report.number() != null && !report.number().isBlank() && !report.number().strip().matches("\\d{1,6}(/[\\p{L}\\d.\\-]{1,40})?"),
                "number", "Số văn bản có dạng 12/BC-BDV; để trống nếu không vào sổ.");
        boolean numbered = report.number() != null && !report.number().isBlank();
        errors.when(numbered && report.issueDate() == null, "issueDate", "Nhập ngày của văn bản đã vào sổ.");
        LocalDate held = rows.conference(review).map(ReviewConference::date).orElse(null);
        errors.when(report.issueDate() != null && (report.issueDate().isAfter(rows.today()) || held != null && report.issueDate().isBefore(held)),
                "issueDate", "Ngày văn bản từ ngày hội nghị đến hôm nay.");
        errors.text(report.overview(), "overview", true, LONGEST, "Nhập đánh giá chung.");
        errors.text(report.results(), "results", true, LONGEST, "Nhập kết quả nổi bật.");
        errors.text(report.limitations(), "limitations", false, LONGEST, null);
        errors.text(report.directions(), "directions", true, LONGEST, "Nhập phương hướng, nhiệm vụ.");
        errors.text(report.proposals(), "proposals", false, LONGEST, null);
        errors.refuse();
    }

    /**
     * The head unit hands the report in: from now on only exactly this is signed.
     *
     * @return code of the head unit of today, whose head signs
     */
    public String draft(Actor actor, String key, BlocReport report) {
        Review review = rows.lock(key, DRAFTING);
        checkDraft(actor, key, report);
        seals.seal(review, content.of(review, report), actor.userId());
        rows.status(review, ReviewStatus.SIGNING);
        return head(review);
    }

    // ---- signing ----------------------------------------------------------------------------------------------------

    /** Which grounds this person may sign on; empty: may not sign. */
    @Transactional(readOnly = true)
    public List<Ground> grounds(Actor actor, String key) {
        return people.grounds(actor, head(rows.get(key)));
    }

    private String head(Review review) {
        BlocMember head = blocs.get(review.blocYear()).head();
        if (head == null) {
            throw new ConflictRefusal("Khối chưa có đơn vị Trưởng khối.");
        }
        return head.unitCode();
    }

    /**
     * Checks everything but the password, changing nothing.
     *
     * @param digest of what the person has read
     * @throws ConflictRefusal the report is another by now
     * @throws NotAllowed      not of the head unit, or the person has drafted the report itself
     */
    @Transactional(readOnly = true)
    public void checkSign(Actor actor, String key, SignerGround ground, String digest) {
        Review review = rows.get(key);
        ReviewRows.require(review, Set.of(ReviewStatus.SIGNING));
        if (actor.isOrActsFor(requireCurrent(review, digest).savedBy())) {
            throw new NotAllowed("Người soạn báo cáo không được tự ký báo cáo của mình.");
        }
        people.checkGround(actor, head(review), ground);
    }

    /**
     * The person enters its password for exactly this signature; it is kept nowhere. The proof holds for ten minutes and one signature.
     *
     * @throws InvalidInput at {@code password}
     */
    public void proveIdentity(Actor actor, String key, String password, String digest) {
        Review review = rows.get(key);
        if (people.grounds(actor, head(review)).isEmpty()) {
            throw new NotAllowed("Bạn không thuộc đơn vị ký.");
        }
        requireCurrent(review, digest);
        proofs.prove(actor, review.key(), digest, password);
    }

    private ReviewRows.Sealed requireCurrent(Review review, String digest) {
        ReviewRows.Sealed sealed = seals.current(review);
        if (!sealed.digest().equals(digest)) {
            throw new ConflictRefusal("Nội dung báo cáo đã thay đổi sau khi bạn mở. Hãy đọc lại bản mới rồi ký.");
        }
        return sealed;
    }

    /** The head of the head unit signs with an identity proven by {@link #proveIdentity}; the report goes to Sở Nội vụ. */
    public void sign(Actor actor, String key, SignerGround ground, String digest) {
        Review review = rows.lock(key);
        checkSign(actor, key, ground, digest);
        proofs.consume(actor, review.key(), digest);
        String unit = head(review);
        String name = people.name(actor);
        String capacity = people.capacity(actor, unit, ground.ground());
        Instant at = clock.instant();
        rows.setReport(review, "signed_by = ?, signer_name = ?, signer_unit = ?, capacity = ?, ground = ?, ground_document = ?, "
                + "ground_date = ?, ground_scope = ?, ground_until = ?, signed_at = ?", actor.userId(), name, unit, capacity,
                ground.ground().name(), ground.document(), ground.date(), ground.scope(), ground.until(), SqlMoment.of(at));
        rows.status(review, ReviewStatus.SIGNED);
        long seq = seals.sign(review, unit, digest, new SignerInfo(actor.userId(), name, capacity, CovenantPeople.words(ground)), at,
                title(review));
        rows.setReport(review, "chain_seq = ?", seq);
    }

    private String title(Review review) {
        BlocYearView year = blocs.get(review.blocYear());
        return "Báo cáo sơ kết " + year.title();
    }

    /** Checks that the head sends the report back, changing nothing. */
    @Transactional(readOnly = true)
    public void checkSendBack(Actor actor, String key, String reason) {
        Review review = rows.get(key);
        if (people.grounds(actor, head(review)).isEmpty()) {
            throw new NotAllowed("Bạn không thuộc đơn vị ký.");
        }
        ReviewRows.require(review, Set.of(ReviewStatus.SIGNING));
        requireReason(reason);
    }

    private static void requireReason(String reason) {
        var errors = new Errors();
        errors.text(reason, "reason", true, LONGEST, "Nêu lý do trả lại.");
        errors.refuse();
    }

    /** The head of the head unit does not sign this: it is revised. */
    public void sendBack(Actor actor, String key, String reason) {
        Review review = rows.lock(key);
        checkSendBack(actor, key, reason);
        reopen(actor, review, ReviewStatus.DRAFTING, reason);
    }

    private void reopen(Actor actor, Review review, ReviewStatus status, String reason) {
        rows.setReport(review, "void_at = ?, void_reason = ?", rows.now(), reason);
        rows.set(review, "status = ?, return_reason = ?, returned_by = ?, returned_at = ?", status.name(), reason, actor.userId(), rows.now());
    }

    // ---- receiving --------------------------------------------------------------------------------------------------

    /** Checks receipt, changing nothing. @throws ConflictRefusal what is stored is not what was signed */
    @Transactional(readOnly = true)
    public void checkReceive(Actor actor, String key) {
        people.requireRecorder(actor);
        Review review = rows.get(key);
        ReviewRows.require(review, Set.of(ReviewStatus.SIGNED));
        if (!seals.signerHolds(review, seals.current(review))) {
            throw new ConflictRefusal("Chữ ký lưu trên hệ thống không khớp với sổ xác nhận điện tử. Hãy báo quản trị viên.");
        }
    }

    /** Sở Nội vụ receives the report; its papers are kept as they are printed now. */
    public void receive(Actor actor, String key) {
        Review review = rows.lock(key);
        checkReceive(actor, key);
        byte[] pdf = papers.keep(actor, review); // before anything waits for the chain: printing takes a moment
        rows.set(review, "status = 'RECEIVED', received_by = ?, received_at = ?", actor.userId(), rows.now());
        seals.publishFile(review, pdf, title(review) + " (tệp PDF)");
    }

    /** Checks a return, changing nothing. */
    @Transactional(readOnly = true)
    public void checkReturn(Actor actor, String key, String reason) {
        people.requireRecorder(actor);
        ReviewRows.require(rows.get(key), Set.of(ReviewStatus.SIGNED));
        requireReason(reason);
    }

    /** Sở Nội vụ returns the report to the head unit: it is revised and signed anew. */
    public void returnToHead(Actor actor, String key, String reason) {
        Review review = rows.lock(key);
        checkReturn(actor, key, reason);
        reopen(actor, review, ReviewStatus.RETURNED, reason);
        seals.supersede(review);
        lateReports.take(rows.get(key));
    }
}
