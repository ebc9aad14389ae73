package vn.giaouoc.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.signature.DigestOwner;
import vn.giaouoc.signature.Digests;
import vn.giaouoc.signature.Entry;
import vn.giaouoc.signature.SealedDocuments;
import vn.giaouoc.signature.SignatureChain;
import vn.giaouoc.signature.SignerInfo;

/** What reviews have of the room of signatures: the digest of a report, its entry in the chain, what is published. */
@Component
class ReviewSeals implements DigestOwner {

    private final ReviewRows rows;
    private final StoredJson json;
    private final Digests digests;
    private final SignatureChain chain;
    private final SealedDocuments documents;
    private final Clock clock;

    ReviewSeals(ReviewRows rows, StoredJson json, Digests digests, SignatureChain chain, SealedDocuments documents, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.digests = digests;
        this.chain = chain;
        this.documents = documents;
        this.clock = clock;
    }

    void seal(Review review, SealedReport report, String by) {
        rows.seal(review, report, digests.digest(report), by);
    }

    /** What is signed now, its digest recomputed from what is stored. @throws ConflictRefusal nothing is there, or it was altered */
    ReviewRows.Sealed current(Review review) {
        ReviewRows.Sealed sealed = rows.sealed(review).orElseThrow(() -> new ConflictRefusal("Báo cáo sơ kết chưa được trình ký."));
        if (!digests.digest(sealed.report()).equals(sealed.digest())) {
            throw new ConflictRefusal("Nội dung báo cáo lưu trên hệ thống không còn đúng như khi trình ký. Hãy báo quản trị viên.");
        }
        return sealed;
    }

    /** Adds the signature to the chain and stands for the report. Others wait from here until the transaction ends. @return its number */
    long sign(Review review, String unit, String digest, SignerInfo who, Instant at, String title) {
        long seq = chain.append(review.key(), unit, digest, who, at).seq();
        documents.publish(digest, review.key(), title, clock.instant());
        return seq;
    }

    void publishFile(Review review, byte[] pdf, String title) {
        documents.publishFile(digests.digestOf(pdf), review.key(), title, clock.instant());
    }

    /** The report came back: what was given out of it does not count any more. */
    void supersede(Review review) {
        documents.supersede(review.key(), clock.instant());
    }

    @Override
    public boolean owns(String subject) {
        return ReviewKey.isOne(subject);
    }

    /** The report signed last has this digest and this content, and its signer stands so in the chain. */
    @Override
    public boolean holds(String subject, String digest) {
        Review review = rows.get(subject);
        boolean content = rows.sealedUnder(subject, digest).stream().anyMatch(stored -> digests.digest(json.tree(stored)).equals(digest));
        return content && rows.sealed(review).filter(sealed -> sealed.digest().equals(digest) && signerHolds(review, sealed)).isPresent();
    }

    /** The signature has its entry in the chain, with the same person, capacity, ground, time and content. */
    boolean signerHolds(Review review, ReviewRows.Sealed sealed) {
        List<Entry> entries = chain.of(review.key()).stream().filter(entry -> entry.digest().equals(sealed.digest())
                && Objects.equals(entry.seq(), sealed.chainSeq())).toList();
        return entries.size() == 1 && entries.get(0).tells(sealed.signerUnit(), sealed.who(), sealed.signedAt());
    }
}
