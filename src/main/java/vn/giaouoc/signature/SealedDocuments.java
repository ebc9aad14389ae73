package vn.giaouoc.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.signature.Entry.Kind;

/**
 * Digests the product stands for: of contents and of printed files. What was published and superseded stands in the same
 * chain as the confirmations, so that nobody adds or revives a digest in the database unnoticed.
 */
@Service
public class SealedDocuments {

    /** So many hex digits of a digest stand beside the QR code of a paper; they find it, the whole digest proves it. */
    public static final int SHORT_CODE = 16;
    private static final SignerInfo PRODUCT = new SignerInfo("", "", "", "");

    private final SignatureChain chain;
    private final BookWatch watch;
    private final ObjectProvider<DigestOwner> owners;

    SealedDocuments(SignatureChain chain, BookWatch watch, ObjectProvider<DigestOwner> owners) {
        this.chain = chain;
        this.watch = watch;
        this.owners = owners;
    }

    /**
     * Stands for a content from now on; nothing happens when it does already.
     *
     * @param digest of the canonical content ({@link Digests#digest}), which should name its subject: equal contents of two
     *               subjects are told apart only by that
     * @param title  Vietnamese, without personal data: {@code Bản giao ước thi đua Khối … năm 2026}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(String digest, String subject, String title, Instant at) {
        publish(digest, SealedForm.CONTENT, subject, title, at);
    }

    /** The same for a printed file. @param digest of its bytes ({@link Digests#digestOf}) */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishFile(String digest, String subject, String title, Instant at) {
        publish(digest, SealedForm.FILE, subject, title, at);
    }

    private void publish(String digest, SealedForm form, String subject, String title, Instant at) {
        boolean stands = chain.about(digest).stream().filter(entry -> entry.subject().equals(subject) && entry.kind() != Kind.SIGNED)
                .reduce((first, second) -> second).filter(entry -> entry.kind() == Kind.PUBLISHED).isPresent();
        if (!stands) {
            chain.add(new SignatureChain.Note(Kind.PUBLISHED, subject, "", PRODUCT, digest, form, title), at);
        }
    }

    /**
     * What was published under the subject or below it ({@code KT-2026-001/GU1}, {@code KT-2026-001/GU1/…}, never
     * {@code KT-2026-001/GU10}) does not count any more. Publish the new content after it.
     *
     * @return how many digests that was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int supersede(String subject, Instant at) {
        Map<String, Entry> newest = new LinkedHashMap<>();
        chain.publicationsUnder(subject).forEach(entry -> newest.put(entry.subject() + ' ' + entry.digest(), entry));
        List<Entry> standing = newest.values().stream().filter(entry -> entry.kind() == Kind.PUBLISHED).toList();
        standing.forEach(entry -> chain.add(new SignatureChain.Note(Kind.SUPERSEDED, entry.subject(), "", PRODUCT, entry.digest(),
                entry.form(), entry.title()), at));
        return standing.size();
    }

    /** What the product says about a digest; anything that is no digest is UNKNOWN. */
    @Transactional(readOnly = true)
    public Verdict check(String digest) {
        return examine(digest).verdict();
    }

    /** The same with what may be shown of it. When several subjects have the digest, the one that stands. */
    @Transactional(readOnly = true)
    public Seal examine(String digest) {
        String hex = digest == null ? "" : digest.strip().toLowerCase(Locale.ROOT);
        boolean book = watch.intact() && chain.bookIntact();
        Map<String, List<Entry>> bySubject = new LinkedHashMap<>();
        if (hex.matches("[0-9a-f]{64}")) {
            chain.about(hex).forEach(entry -> bySubject.computeIfAbsent(entry.subject(), key -> new ArrayList<>()).add(entry));
        }
        return bySubject.values().stream().filter(entries -> entries.stream().anyMatch(entry -> entry.kind() != Kind.SIGNED))
                .map(entries -> seal(entries, book)).min(Comparator.comparing(Seal::verdict))
                .orElse(new Seal(Verdict.UNKNOWN, null, null, null, null, null, 0, book));
    }

    /** The digest that was published and begins with this short code; empty: none does, or more than one. */
    Optional<String> published(String shortCode) {
        List<String> found = chain.published(shortCode);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether there is a file of the subject for which the product stands, or stood. */
    boolean hasFile(String subject) {
        return chain.publicationsUnder(subject).stream().anyMatch(entry -> entry.form() == SealedForm.FILE && entry.subject().equals(subject));
    }

    private Seal seal(List<Entry> entries, boolean book) {
        Entry last = entries.stream().filter(entry -> entry.kind() != Kind.SIGNED).reduce((first, second) -> second).orElseThrow();
        Instant published = entries.stream().filter(entry -> entry.kind() == Kind.PUBLISHED).reduce((first, second) -> second)
                .map(Entry::at).orElse(null);
        boolean superseded = last.kind() == Kind.SUPERSEDED;
        int signatures = (int) entries.stream().filter(entry -> entry.kind() == Kind.SIGNED).count();
        return new Seal(verdict(last, superseded), last.subject(), last.title(), last.form(), published,
                superseded ? last.at() : null, signatures, book);
    }

    /** All entries of the subject are looked at: one that said "replaced" may have been made to speak of another digest. */
    private Verdict verdict(Entry last, boolean superseded) {
        if (!chain.genuine(last.subject())) {
            return Verdict.ALTERED;
        }
        if (superseded) {
            return Verdict.SUPERSEDED;
        }
        boolean changed = last.form() == SealedForm.CONTENT && owners.stream()
                .anyMatch(owner -> owner.owns(last.subject()) && !owner.holds(last.subject(), last.digest()));
        return changed ? Verdict.ALTERED : Verdict.VALID;
    }
}
