package vn.giaouoc.hostile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whether anything in the database was written since a moment: stricter and faster than sums over the content, because a row
 * that was written again with the same content counts as well.
 */
final class Untouched {

    /** What people typed and did not hand in, and how often they mistyped their password. */
    private static final List<String> KEPT_ON_PURPOSE = List.of("form_draft", "act_id_user", "identity_proof");

    private final JdbcClient jdbc;
    private final List<String> tables;
    private Moment looked;
    private long nextThen;

    Untouched(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = jdbc.sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class).list().stream().filter(table -> !KEPT_ON_PURPOSE.contains(table)).toList();
    }

    /** @param transaction the next one that writes */
    record Moment(long transaction, Map<String, Long> rows) {
    }

    Moment now() {
        long next = next();
        return new Moment(next, state(next).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue()[0])));
    }

    /** The tables with rows that were added, changed or removed since then. */
    List<String> changedSince(Moment then) {
        long next = next();
        if (next == then.transaction() || then.equals(looked) && next == nextThen) {
            return List.of(); // nobody has written at all, or not since the last look, which found nothing
        }
        List<String> changed = state(then.transaction()).entrySet().stream()
                .filter(table -> table.getValue()[1] > 0 || table.getValue()[0] != then.rows().get(table.getKey()))
                .map(Map.Entry::getKey).toList();
        looked = changed.isEmpty() ? then : null;
        nextThen = next;
        return changed;
    }

    private long next() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint").query(Long.class).single();
    }

    /** By table: rows, and rows written from this transaction on. */
    private Map<String, long[]> state(long from) {
        String sql = tables.stream().map(table -> "select '" + table + "', count(*), count(*) filter (where xmin::text::bigint >= " + from
                + ") from " + table).collect(Collectors.joining(" union all "));
        Map<String, long[]> state = new TreeMap<>();
        jdbc.sql(sql).query((rs, n) -> state.put(rs.getString(1), new long[] {rs.getLong(2), rs.getLong(3)})).list();
        return state;
    }
}
