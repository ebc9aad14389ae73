package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Figures as officials read them: 1.234,5. */
final class VietnameseNumber {

    private static final int MOST_DECIMALS = 8;

    private VietnameseNumber() {
    }

    static String of(BigDecimal value) {
        if (value == null) {
            return "…";
        }
        NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag("vi-VN"));
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(value);
    }
}
