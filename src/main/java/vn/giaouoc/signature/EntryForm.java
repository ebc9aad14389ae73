package vn.giaouoc.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.web.NfcText;

/** How an entry is hashed, stored and read. */
@Component
class EntryForm {

    private static final String COLUMNS = "seq, kind, subject, signer, user_id, name, capacity, ground, digest, form, title, at, "
            + "previous_hash, hash, signature, key_id";
    static final String SELECT = "select " + COLUMNS + " from signature_entry ";

    private final Digests digests;

    EntryForm(Digests digests) {
        this.digests = digests;
    }

    Entry next(long seq, String previousHash, SignatureChain.Note note, Instant at, ServerKeys keys) {
        SignerInfo who = note.who();
        Entry open = new Entry(seq, note.kind(), text(note.subject()), text(note.signer()), text(who.userId()), text(who.name()),
                text(who.capacity()), text(who.ground()), note.digest(), note.form(), text(note.title()), Digests.stored(at), previousHash,
                "", "", keys.currentId());
        return closed(open, hash(open), keys);
    }

    private static Entry closed(Entry e, String hash, ServerKeys keys) {
        return new Entry(e.seq(), e.kind(), e.subject(), e.signer(), e.userId(), e.name(), e.capacity(), e.ground(), e.digest(), e.form(),
                e.title(), e.at(), e.previousHash(), hash, keys.sign(signed(hash)), e.keyId());
    }

    private static String text(String value) {
        return value == null ? "" : NfcText.of(value);
    }

    /** What the server signs: says that it is an entry's hash, so that no other signature of the key can stand in for it. */
    static String signed(String hash) {
        return "giaouoc-entry:" + hash;
    }

    /** SHA-256 over every field but hash and signature. */
    String hash(Entry entry) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("seq", entry.seq());
        fields.put("kind", entry.kind());
        fields.put("subject", entry.subject());
        fields.put("signer", entry.signer());
        fields.put("userId", entry.userId());
        fields.put("name", entry.name());
        fields.put("capacity", entry.capacity());
        fields.put("ground", entry.ground());
        fields.put("digest", entry.digest());
        fields.put("form", entry.form());
        fields.put("title", entry.title());
        fields.put("at", entry.at());
        fields.put("previousHash", entry.previousHash());
        fields.put("keyId", entry.keyId());
        return digests.digest(fields);
    }

    void insert(JdbcClient jdbc, Entry e) {
        jdbc.sql("insert into signature_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(e.seq(), e.kind().name(), e.subject(), e.signer(), e.userId(), e.name(), e.capacity(), e.ground(), e.digest(),
                        e.form().name(), e.title(), Timestamp.from(e.at()), e.previousHash(), e.hash(), e.signature(), e.keyId())
                .update();
    }

    Entry read(ResultSet rs) throws SQLException {
        return new Entry(rs.getLong("seq"), kind(rs.getString("kind")), rs.getString("subject"), rs.getString("signer"),
                rs.getString("user_id"), rs.getString("name"), rs.getString("capacity"), rs.getString("ground"), rs.getString("digest"),
                form(rs.getString("form")), rs.getString("title"), rs.getTimestamp("at").toInstant(), rs.getString("previous_hash"),
                rs.getString("hash"), rs.getString("signature"), rs.getString("key_id"));
    }

    /** Null for what no entry of ours says: it then cannot give its hash, and is found as altered. */
    private static Entry.Kind kind(String stored) {
        return find(Entry.Kind.values(), stored);
    }

    private static SealedForm form(String stored) {
        return find(SealedForm.values(), stored);
    }

    private static <E extends Enum<E>> E find(E[] values, String stored) {
        for (E value : values) {
            if (value.name().equals(stored)) {
                return value;
            }
        }
        return null;
    }
}
