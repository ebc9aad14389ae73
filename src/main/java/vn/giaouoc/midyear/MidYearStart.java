package vn.giaouoc.midyear;

import java.time.Instant;

/** What the case of a report begins with. */
public record MidYearStart(String code, String title, Instant opensAt) {
}
