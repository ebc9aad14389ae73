package vn.giaouoc.campaign;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Công trình, phần việc that a unit registers.
 *
 * @param measure unit of the target ("km", "nhà", "%")
 */
@Embeddable
public record RegisteredWork(String title, String measure, BigDecimal target, LocalDate dueDate) {
}
