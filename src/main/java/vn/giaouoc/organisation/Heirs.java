package vn.giaouoc.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * To whom work is given at this moment. A transaction that gives work asks once: until it ends no succession takes effect, so none of
 * its tasks can land at a unit that has just ended; a succession waits for such transactions, and later ones see it.
 */
@Component
public class Heirs {

    private static final long LOCK = 4_116_000_016L; // of the database; any number that nobody else takes

    private final JdbcClient jdbc;

    Heirs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These engine groups with those of former units replaced by the heir's; all others as they are, each once. */
    public List<String> groups(Collection<String> groups) {
        if (groups.stream().noneMatch(group -> Organisation.unitOf(group) != null)) {
            return List.copyOf(groups);
        }
        Map<String, String> heirs = inThisTransaction();
        return groups.stream().map(group -> replaced(group, heirs)).distinct().toList();
    }

    private static String replaced(String group, Map<String, String> heirs) {
        String heir = heirs.get(Organisation.unitOf(group));
        return heir == null ? group : Organisation.groupLike(group, heir);
    }

    /** Nobody gives work from here to the end of the transaction; waits for those who are about to. */
    void stopGiving() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((rs, n) -> 0).single();
    }

    private Map<String, String> inThisTransaction() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read();
        }
        Known known = (Known) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new Known(locked());
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<Known, Heirs>(known, this) {
            });
        }
        return known.heirs;
    }

    /** Two statements: the second sees what was committed while the first waited. */
    private Map<String, String> locked() {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(LOCK).query((rs, n) -> 0).single();
        return read();
    }

    private Map<String, String> read() {
        return jdbc.sql("select former, heir from unit_heir").query((rs, n) -> Map.entry(rs.getString(1), rs.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static final class Known extends ResourceHolderSupport {

        private final Map<String, String> heirs;

        Known(Map<String, String> heirs) {
            this.heirs = heirs;
        }
    }
}
