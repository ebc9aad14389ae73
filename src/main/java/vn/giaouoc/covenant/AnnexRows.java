package vn.giaouoc.covenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.signature.SignerInfo;

/** The rows of annexes of successors. */
@Component
class AnnexRows {

    private static final String ROWS = "select a.*, f.name as from_name, t.name as to_name from covenant_annex a "
            + "join unit f on f.code = a.from_unit "
            + "join unit t on t.code = a.to_unit where bloc_year = ? and version = ? ";

    private final JdbcClient jdbc;
    private final CovenantRows rows;
    private final StoredJson json;

    AnnexRows(JdbcClient jdbc, CovenantRows rows, StoredJson json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    /** An annex as its row has it. @param sealed null: the covenant itself is not agreed yet */
    record Row(String blocYear, int version, int seq, String fromUnit, String fromName, String toUnit, String toName, LocalDate on,
            String decision,
               SealedAnnex sealed, String digest, Instant dueAt, String signerName, String capacity, Instant signedAt, String endReason) {

        /** Whether it counts: the covenant it names is the one that stands. */
        boolean stands() {
            return endReason == null;
        }

        String key() {
            return CovenantKey.part(CovenantKey.of(blocYear, version), "PL" + seq);
        }

        Annex view() {
            return new Annex(key(), seq, fromUnit, fromName, toUnit, toName, on, decision, digest, sealed == null ? null : sealed.digest(), sealed == null ? null : sealed.text(),
                    signerName, capacity, signedAt, endReason);
        }
    }

    List<Row> of(Run run) {
        return jdbc.sql(ROWS + "order by seq").params(run.blocYear(), run.version()).query(this::row).list();
    }

    /** @param key {@code KT-2026-001/GU1/PL1} */
    Optional<Row> find(String key) {
        CovenantKey parsed = CovenantKey.parse(key);
        return parsed.unit() == null || !parsed.unit().startsWith("PL") ? Optional.empty()
                : jdbc.sql(ROWS + "and seq = ?").params(parsed.blocYear(), parsed.version(), Integer.valueOf(parsed.unit().substring(2)))
                .query(this::row).optional();
    }

    /** What the annex says, as it is stored now; empty while it is not open. */
    Optional<String> stored(String key) {
        CovenantKey parsed = CovenantKey.parse(key);
        return jdbc.sql("select sealed::text from covenant_annex where bloc_year = ? and version = ? and 'PL' || seq = ? "
                        + "and sealed is not null")
                .params(parsed.blocYear(), parsed.version(), parsed.unit()).query(String.class).optional();
    }

    /** Whoever confirmed an annex, as it has to stand in the chain. */
    record Signer(String unit, SignerInfo who, Instant signedAt, long chainSeq) {
    }

    /** Empty while it is not signed. */
    Optional<Signer> signer(String key) {
        CovenantKey parsed = CovenantKey.parse(key);
        return jdbc.sql("select * from covenant_annex where bloc_year = ? and version = ? and 'PL' || seq = ? and chain_seq is not null")
                .params(parsed.blocYear(), parsed.version(), parsed.unit()).query(AnnexRows::signer).optional();
    }

    private static Signer signer(ResultSet rs, int n) throws SQLException {
        var ground = new SignerGround(Ground.valueOf(rs.getString("ground")), rs.getString("ground_document"),
                rs.getObject("ground_date", LocalDate.class), rs.getString("ground_scope"), rs.getObject("ground_until", LocalDate.class));
        return new Signer(rs.getString("to_unit"), new SignerInfo(rs.getString("signed_by"), rs.getString("signer_name"),
                rs.getString("capacity"), CovenantPeople.words(ground)), SqlMoment.instant(rs, "signed_at"), rs.getLong("chain_seq"));
    }

    Row get(String key) {
        return find(key).orElseThrow(() -> new NotFound("Không tìm thấy phụ lục giao ước."));
    }

    /** @return whether it was not there yet */
    boolean insert(Run run, String from, String to, LocalDate on, String decision) {
        return jdbc.sql("insert into covenant_annex (bloc_year, version, seq, from_unit, to_unit, on_date, decision) "
                        + "select ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ? from covenant_annex where bloc_year = ? and version = ? "
                        + "on conflict do nothing")
                .params(run.blocYear(), run.version(), from, to, on, decision, run.blocYear(), run.version()).update() == 1;
    }

    void open(Row row, SealedAnnex sealed, String digest, Instant dueAt) {
        jdbc.sql("update covenant_annex set sealed = ?::jsonb, digest = ?, opened_at = ?, due_at = ? "
                        + "where bloc_year = ? and version = ? and seq = ?")
                .params(json.write(sealed), digest, rows.now(), SqlMoment.of(dueAt), row.blocYear(), row.version(), row.seq())
                .update();
    }

    /** It does not count any more. */
    void end(Row row, String reason) {
        set(row, "ended_at = ?, end_reason = ?", rows.now(), reason);
    }

    /** @param assignments SQL with a mark for each value */
    void set(Row row, String assignments, Object... values) {
        jdbc.sql("update covenant_annex set " + assignments + " where bloc_year = ? and version = ? and seq = ?")
                .params(java.util.Arrays.asList(values)).param(row.blocYear()).param(row.version()).param(row.seq()).update();
    }

    private Row row(ResultSet rs, int n) throws SQLException {
        String sealed = rs.getString("sealed");
        return new Row(rs.getString("bloc_year"), rs.getInt("version"), rs.getInt("seq"), rs.getString("from_unit"),
                rs.getString("from_name"),
                rs.getString("to_unit"), rs.getString("to_name"), rs.getObject("on_date", LocalDate.class), rs.getString("decision"),
                sealed == null ? null : json.read(sealed, SealedAnnex.class), rs.getString("digest"), SqlMoment.instant(rs, "due_at"),
                rs.getString("signer_name"), rs.getString("capacity"), SqlMoment.instant(rs, "signed_at"), rs.getString("end_reason"));
    }
}
