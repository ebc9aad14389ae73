package vn.giaouoc.platform.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of cases ({@code TL-2026-01}): by prefix and year, from 1. */
@Component
public class CaseNumbers {

    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number; part of the caller's transaction, so that a refused case takes none. Of two callers at the same moment the second
     * waits for the first.
     */
    public int next(String prefix, int year) {
        return jdbc.sql("insert into case_sequence values (?, ?, 1) on conflict (prefix, year) "
                + "do update set last = case_sequence.last + 1 returning last").params(prefix, year).query(Integer.class).single();
    }
}
