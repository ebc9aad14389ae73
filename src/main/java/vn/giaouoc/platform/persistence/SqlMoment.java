package vn.giaouoc.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Moments as columns hold them; null stays null. */
public final class SqlMoment {

    private SqlMoment() {
    }

    /** As a parameter of a statement. */
    public static Timestamp of(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    /** Of the row the result set stands on. */
    public static Instant instant(ResultSet rs, String column) throws SQLException {
        return instant(rs.getTimestamp(column));
    }

    /** As it was read. */
    public static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
