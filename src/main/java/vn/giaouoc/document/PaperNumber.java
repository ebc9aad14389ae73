package vn.giaouoc.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.giaouoc.shared.InvalidInput;

/**
 * Số, ký hiệu of a paper (NĐ 30/2020/NĐ-CP): {@code 327/KH-UBND}. A number below 10 is written with a leading zero;
 * provinces print more zeros (0124/KH-UBND), so the text is kept as printed and the value decides about equality.
 *
 * @param text  as printed, at most 30 characters
 * @param value 1 to 999.999
 */
public record PaperNumber(String text, int value) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:/([\\p{Lu}Đ0-9.-]{2,23}))?");

    /**
     * Reads what was typed: the number alone ("327", the series' symbol is added) or complete ("327/KH-UBND").
     *
     * @throws InvalidInput at {@code field}
     */
    public static PaperNumber read(String typed, String symbol, String field) {
        String text = typed == null ? "" : typed.strip();
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
            throw new InvalidInput(field, "Số, ký hiệu có dạng 327/" + symbol + " hoặc chỉ số 327.");
        }
        int value = Integer.parseInt(form.group(1));
        String digits = value < 10 && form.group(1).length() < 2 ? "0" + value : form.group(1);
        return new PaperNumber(digits + "/" + (form.group(2) == null ? symbol : form.group(2)), value);
    }
}
