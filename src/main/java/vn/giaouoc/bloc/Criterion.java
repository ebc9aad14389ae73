package vn.giaouoc.bloc;

import java.math.BigDecimal;

/** One line of a bloc's criteria. */
public record Criterion(String code, String parent, String name, BigDecimal max) {
}
