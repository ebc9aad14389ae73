package vn.giaouoc.signature;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The book of electronic confirmations: entries that are only added to, each with the hash of the one before and signed by
 * the server. What it proves and what not: docs/adr/0018.
 */
@Service
public class SignatureChain {

    /** Stands for the entry before the first. */
    static final String ZEROS = "0".repeat(64);
    /** "GUOC": one lock for the whole chain, held from the entry until the end of the caller's transaction. */
    private static final long LOCK = 0x47554F43L;
    private static final int PART = 500;

    private final JdbcClient jdbc;
    private final EntryForm form;
    private final ServerKeys keys;
    private final Anchor anchor;
    private final AnchorKeeper keeper;
    private final Clock clock;

    SignatureChain(JdbcClient jdbc, EntryForm form, ServerKeys keys, Anchor anchor, AnchorKeeper keeper, Clock clock) {
        this.jdbc = jdbc;
        this.form = form;
        this.keys = keys;
        this.anchor = anchor;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * Adds a person's confirmation in the caller's transaction. Callers queue up from here until they commit, so lock what
     * else is to be locked before and make this the last step.
     *
     * @param subject business key of what is signed, at most 80 characters
     * @param signer  unit code
     * @param digest  of exactly the content that the person read, from {@link Digests#digest}
     * @param at      the product's time; kept to the microsecond
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry append(String subject, String signer, String digest, SignerInfo who, Instant at) {
        return add(new Note(Entry.Kind.SIGNED, subject, signer, who, digest, SealedForm.CONTENT, ""), at);
    }

    /** What one entry is about, before it has its place. */
    record Note(Entry.Kind kind, String subject, String signer, SignerInfo who, String digest, SealedForm form, String title) {
    }

    Entry add(Note note, Instant at) {
        if (!note.digest().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("No SHA-256 in hex: " + note.digest());
        }
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rs -> { });
        Optional<Anchor.Point> point = anchor.read();
        Standing last = standing(point);
        Entry entry = form.next(last.end().seq() + 1, last.end().hash(), note, at, keys);
        form.insert(jdbc, entry);
        if (point.isPresent() && point.get().hash().equals(last.atAnchor())) {
            anchorAfterCommit(entry);
        } else {
            keeper.left(entry.seq(), point);
        }
        return entry;
    }

    /** The end of the chain, and the hash of the entry that is anchored: null when there is none any more. */
    private record Standing(End end, String atAnchor) {
    }

    /** In one statement: others wait for the lock. What was anchored was committed before, so its entry has to be there. */
    private Standing standing(Optional<Anchor.Point> point) {
        long anchored = point.map(Anchor.Point::seq).orElse(0L);
        return jdbc.sql("select seq, hash, (select hash from signature_entry where seq = ?) from signature_entry order by seq desc limit 1")
                .param(anchored)
                .query((rs, n) -> new Standing(new End(rs.getLong(1), rs.getString(2)), anchored == 0 ? ZEROS : rs.getString(3)))
                .optional().orElse(new Standing(new End(0, ZEROS), anchored == 0 ? ZEROS : null));
    }

    /** Number and hash of the last entry; 0 and zeros when there is none. */
    record End(long seq, String hash) {
    }

    End end() {
        return jdbc.sql("select seq, hash from signature_entry order by seq desc limit 1")
                .query((rs, n) -> new End(rs.getLong(1), rs.getString(2))).optional().orElse(new End(0, ZEROS));
    }

    private void anchorAfterCommit(Entry entry) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keeper.seen(entry.seq(), entry.hash());
            }
        });
    }

    /** Checks every entry and the anchor; when all is well the anchor moves up to the end. */
    @Transactional(readOnly = true)
    public ChainReport verify() {
        Optional<Anchor.Point> point = anchor.read(); // before the entries: what is anchored was committed
        var walk = new ChainWalk(form, keys, point);
        for (List<Entry> part = part(0); !part.isEmpty(); part = part(walk.last())) {
            part.forEach(walk::next);
        }
        ChainReport report = walk.report(clock.instant());
        boolean committed = TransactionSynchronizationManager.isCurrentTransactionReadOnly(); // not in somebody's writing transaction
        if (committed && report.intact() && report.last() > report.anchored()) {
            keeper.seen(walk.last(), walk.lastHash());
        }
        return report;
    }

    /** The chain in parts: it is longer than the memory some day. What is added between two parts is only more of it. */
    private List<Entry> part(long after) {
        return jdbc.sql(EntryForm.SELECT + "where seq > ? order by seq limit ?").params(after, PART).query((rs, n) -> form.read(rs)).list();
    }

    /**
     * Checks what concerns one subject: its entries, each one's place behind the one before, that no number is missing in the
     * chain and that it reaches its anchor. Much cheaper than {@link #verify()}, which alone sees faults of other subjects.
     */
    @Transactional(readOnly = true)
    public ChainReport verify(String subject) {
        Optional<Anchor.Point> point = anchor.read();
        var walk = new ChainWalk(form, keys, point);
        List<Entry> own = jdbc.sql(EntryForm.SELECT + "where subject = ? order by seq").param(subject)
                .query((rs, n) -> form.read(rs)).list();
        for (Entry entry : own) {
            walk.alone(entry, hashOf(entry.seq() - 1));
        }
        book(walk, point);
        return walk.report(clock.instant());
    }

    /** Whether the chain has no gap and reaches its anchor; without looking at the entries one by one. */
    boolean bookIntact() {
        Optional<Anchor.Point> point = anchor.read();
        var walk = new ChainWalk(form, keys, point);
        book(walk, point);
        return walk.report(clock.instant()).intact();
    }

    private void book(ChainWalk walk, Optional<Anchor.Point> point) {
        String atAnchor = point.map(p -> hashOf(p.seq())).orElse(null);
        jdbc.sql("select count(*), coalesce(max(seq), 0) from signature_entry")
                .query(rs -> {
                    walk.extent(rs.getLong(1), rs.getLong(2), atAnchor);
                });
    }

    /** Null when there is no such entry. */
    private String hashOf(long seq) {
        return seq == 0 ? ZEROS : jdbc.sql("select hash from signature_entry where seq = ?").param(seq).query(String.class)
                .optional().orElse(null);
    }

    /** The confirmations of a subject, oldest first, as they stand in the chain. */
    @Transactional(readOnly = true)
    public List<Entry> of(String subject) {
        return jdbc.sql(EntryForm.SELECT + "where subject = ? and kind = 'SIGNED' order by seq").param(subject)
                .query((rs, n) -> form.read(rs)).list();
    }

    /** Whether every entry of a subject is what the server signed; says nothing of the others between them. */
    boolean genuine(String subject) {
        return jdbc.sql(EntryForm.SELECT + "where subject = ? order by seq").param(subject).query((rs, n) -> form.read(rs)).list().stream()
                .allMatch(this::genuine);
    }

    private boolean genuine(Entry entry) {
        return entry.kind() != null && entry.form() != null && form.hash(entry).equals(entry.hash())
                && keys.check(entry.keyId(), EntryForm.signed(entry.hash()), entry.signature()) == ServerKeys.Check.GOOD;
    }

    /** Every entry about a digest, oldest first. */
    List<Entry> about(String digest) {
        return jdbc.sql(EntryForm.SELECT + "where digest = ? order by seq").param(digest).query((rs, n) -> form.read(rs)).list();
    }

    /** Digests that were published and begin so; two at most. @param start hex digits, fewer than 64 */
    List<String> published(String start) {
        int rest = ZEROS.length() - start.length();
        return jdbc.sql("select distinct digest from signature_entry where kind = 'PUBLISHED' and digest between ?::char(64) and ?::char(64) limit 2")
                .params(start + "0".repeat(rest), start + "f".repeat(rest)).query(String.class).list();
    }

    /** What was published or superseded under a subject and below it, oldest first. */
    List<Entry> publicationsUnder(String subject) {
        return jdbc.sql(EntryForm.SELECT + "where (subject = ? or starts_with(subject, ? || '/')) and kind <> 'SIGNED' order by seq")
                .params(subject, subject).query((rs, n) -> form.read(rs)).list();
    }
}
