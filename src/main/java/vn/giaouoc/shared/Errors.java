package vn.giaouoc.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong with an input, so that the official sees all of it at once. */
public final class Errors {

    private static final int LONGEST_REASON = 20_000;

    private final List<FieldError> list = new ArrayList<>();

    /** Notes the message at the field when {@code wrong}. */
    public void when(boolean wrong, String field, String message) {
        if (wrong) {
            list.add(new FieldError(field, message));
        }
    }

    /** A text within {@code longest} characters; blank counts as missing. */
    public void text(String value, String field, boolean required, int longest, String missing) {
        when(required && (value == null || value.isBlank()), field, missing);
        when(value != null && value.length() > longest, field, "Dài tối đa " + String.format("%,d", longest).replace(',', '.')
                + " ký tự.");
    }

    /** A figure that the database keeps exactly: at most 15 digits before and 4 after the comma. */
    public void number(BigDecimal value, String field) {
        when(value != null && (value.scale() > 4 || (long) value.precision() - value.scale() > 15), field,
                "Số có tối đa 15 chữ số phần nguyên và 4 chữ số thập phân.");
    }

    /** A date of the life around a campaign; anything else is a slip, and may be more than the database can keep. */
    public void date(LocalDate value, String field) {
        when(value != null && (value.getYear() < 2000 || value.getYear() > 2100), field, "Năm phải trong khoảng 2000–2100.");
    }

    /** What a check found: a blocking finding is an error, so is a warning that is passed without a reason ({@code reasons}, by code). */
    public void finding(Finding finding, Map<String, String> reasons) {
        String reason = reasons == null || reasons.get(finding.code()) == null ? "" : reasons.get(finding.code());
        String at = "reasons." + finding.code();
        when(finding.kind() == Finding.Kind.BLOCK, finding.field(), finding.message());
        when(finding.kind() == Finding.Kind.WARN && reason.isBlank(), at, finding.message() + " Nêu lý do nếu vẫn tiếp tục.");
        text(reason, at, false, LONGEST_REASON, null);
    }

    /** Whether something was noted with this message. */
    public boolean has(String message) {
        return list.stream().anyMatch(error -> error.message().equals(message));
    }

    /** @throws InvalidInput when anything was noted */
    public void refuse() {
        if (!list.isEmpty()) {
            throw new InvalidInput(list);
        }
    }
}
