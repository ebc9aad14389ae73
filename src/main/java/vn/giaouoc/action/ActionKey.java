package vn.giaouoc.action;

import java.util.regex.Pattern;

/** Codes of actions: {@code KT-2026-001/V01}. */
public final class ActionKey {

    private static final Pattern FORM = Pattern.compile("KT-\\d{4}-\\d{3,6}/V\\d{2,4}");

    private ActionKey() {
    }

    /** Whether it has the form of such a code. */
    public static boolean isOne(String key) {
        return key != null && FORM.matcher(key).matches();
    }

    static String of(String blocYear, int number) {
        return "%s/V%02d".formatted(blocYear, number);
    }

    /** {@code V01} of {@code KT-2026-001/V01}. */
    static String number(String code) {
        return code.substring(code.indexOf('/') + 1);
    }

    /** {@code KT-2026-001} of {@code KT-2026-001/V01}. */
    static String blocYear(String code) {
        return code.substring(0, code.indexOf('/'));
    }
}
