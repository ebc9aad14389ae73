package vn.giaouoc.campaign;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Công trình, phần việc that a unit registers.
 *
 * @param seq     its number among the unit's works, from 0, for good: what is reported of it names it so; null: new, not numbered yet
 * @param measure unit of the target ("km", "nhà", "%")
 */
@Embeddable
public record RegisteredWork(Integer seq, String title, String measure, BigDecimal target, LocalDate dueDate) {

    RegisteredWork numbered(int number) {
        return new RegisteredWork(number, title, measure, target, dueDate);
    }
}
