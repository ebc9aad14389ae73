package vn.giaouoc.covenant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantRows.Sealed;
import vn.giaouoc.covenant.SealedCovenant.Party;
import vn.giaouoc.covenant.SealedCovenant.Registered;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.signature.DigestOwner;
import vn.giaouoc.signature.Digests;
import vn.giaouoc.signature.Entry;
import vn.giaouoc.signature.SealedDocuments;
import vn.giaouoc.signature.SignatureChain;
import vn.giaouoc.signature.SignerInfo;

/** What covenants have of the room of signatures: the digest of an agreed content, entries in the chain, what is published. */
@Component
class CovenantSeals implements DigestOwner {

    private final CovenantRows rows;
    private final StoredJson json;
    private final AnnexRows annexes;
    private final CovenantCatalogue catalogue;
    private final BlocYears blocs;
    private final Digests digests;
    private final SignatureChain chain;
    private final SealedDocuments documents;
    private final Clock clock;

    CovenantSeals(CovenantRows rows, StoredJson json, AnnexRows annexes, CovenantCatalogue catalogue, BlocYears blocs, Digests digests,
                  SignatureChain chain, SealedDocuments documents, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.annexes = annexes;
        this.catalogue = catalogue;
        this.blocs = blocs;
        this.digests = digests;
        this.chain = chain;
        this.documents = documents;
        this.clock = clock;
    }

    /** Freezes a content that was agreed on: from here on it is what the digest is of. */
    void seal(Run run, int contentVersion, CovenantContent content, LocalDate agreedOn) {
        BlocYearView year = blocs.get(run.blocYear());
        List<Part> parts = rows.parts(run).stream().filter(Part::active).toList();
        List<RatingLevel> ratings = catalogue.ratings();
        var sealed = new SealedCovenant(run.key(), contentVersion, year.title(), agreedOn,
                parts.stream().map(part -> new Party(part.unit(), part.actingName(), part.role())).toList(), content,
                content.targets().stream().map(target -> TargetText.of(target, content.targets(), ratings)).toList(),
                parts.stream().filter(part -> part.registration() != null).map(part -> new Registered(part.unit(), part.registration()))
                .toList());
        rows.seal(run, contentVersion, sealed, digests.digest(sealed));
    }

    /**
     * What is signed now, its digest recomputed from what is stored.
     *
     * @throws ConflictRefusal nothing is agreed, or the stored content is not what was agreed on
     */
    Sealed current(Run run) {
        Sealed sealed = rows.sealed(run).orElseThrow(() -> new ConflictRefusal("Nội dung giao ước chưa được hội nghị thống nhất."));
        if (!digests.digest(sealed.covenant()).equals(sealed.digest())) {
            throw new ConflictRefusal("Nội dung giao ước lưu trên hệ thống không còn đúng như khi hội nghị thống nhất. "
                    + "Hãy báo quản trị viên.");
        }
        return sealed;
    }

    String digest(SealedAnnex annex) {
        return digests.digest(annex);
    }

    /** Adds a person's confirmation to the chain. Others wait from here until the transaction ends. @return its number */
    long append(String subject, String unit, String digest, SignerInfo who, java.time.Instant at) {
        return chain.append(subject, unit, digest, who, at).seq();
    }

    void publish(String subject, String digest, String title) {
        documents.publish(digest, subject, title, clock.instant());
    }

    /** What was given out of a covenant does not count any more. */
    void supersede(String covenant) {
        documents.supersede(covenant, clock.instant());
    }

    // ---- is what is stored still what was signed? -------------------------------------------------------------------

    @Override
    public boolean owns(String subject) {
        return CovenantKey.isOne(subject);
    }

    /** The covenant was not replaced, the content signed now has this digest, and whoever stands as its signer stands so in the chain. */
    @Override
    public boolean holds(String subject, String digest) {
        Run run = rows.get(subject);
        if (run.status() == CovenantStatus.SUPERSEDED || !run.stands()) {
            return false;
        }
        if (CovenantKey.parse(subject).unit() != null) {
            return annexHolds(subject, digest);
        }
        boolean content = rows.sealedUnder(subject, digest).stream().anyMatch(stored -> digests.digest(json.tree(stored)).equals(digest));
        return content && rows.sealed(run).filter(sealed -> sealed.digest().equals(digest) && signersHold(run, sealed)).isPresent();
    }

    private boolean annexHolds(String key, String digest) {
        boolean content = annexes.stored(key).filter(stored -> digests.digest(json.tree(stored)).equals(digest)).isPresent();
        return content && annexes.signer(key).filter(signer -> chain.of(key).stream().anyMatch(entry -> entry.seq() == signer.chainSeq()
                && entry.digest().equals(digest) && entry.tells(signer.unit(), signer.who(), signer.signedAt()))).isPresent();
    }

    /**
     * Every signature that counts has its entry in the chain, with the same person, capacity, ground, time and content; and the other
     * way round.
     */
    boolean signersHold(Run run, Sealed sealed) {
        Map<Long, Entry> entries = chain.of(run.key()).stream().filter(entry -> entry.digest().equals(sealed.digest()))
                .collect(Collectors.toMap(Entry::seq, Function.identity()));
        List<Signature> signed = rows.signatures(run).values().stream().filter(signature -> signature.state().signed()).toList();
        return signed.size() == entries.size() && signed.stream().allMatch(signature -> {
            Entry entry = entries.get(signature.chainSeq());
            return entry != null && entry.tells(signature.unit(), signature.who(), signature.signedAt());
        });
    }
}
