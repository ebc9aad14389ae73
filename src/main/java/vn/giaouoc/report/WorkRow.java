package vn.giaouoc.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A registered work and what became of it. {@code state}: null while nobody has reported on it. */
public record WorkRow(String unitCode, String unitName, int seq, String title, String measure, BigDecimal target, LocalDate dueDate,
                      String state, String note, Instant recordedAt) {
}
