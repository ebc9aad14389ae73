package vn.giaouoc.report;

import java.math.BigDecimal;

/** What a unit reports of one indicator, by its name in the plan. {@code note}: why it falls short, or null. */
public record IndicatorValue(String indicator, BigDecimal value, String note) {
}
