package vn.giaouoc.covenant;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.giaouoc.shared.NotFound;

/**
 * Business key of a covenant ({@code KT-2026-001/GU1}), of a member's part in it ({@code …/sgddt}), or of an annex
 * ({@code …/PL1}).
 *
 * @param unit null for the covenant itself
 */
public record CovenantKey(String blocYear, int version, String unit) {

    private static final Pattern FORM = Pattern.compile("(KT-\\d{4}-\\d{3,6})/GU(\\d{1,4})(?:/([a-z][a-z0-9]{1,31}|PL\\d{1,4}))?");

    /** @throws NotFound not the key of a covenant */
    public static CovenantKey parse(String key) {
        Matcher matcher = FORM.matcher(key == null ? "" : key);
        if (!matcher.matches()) {
            throw new NotFound("Không tìm thấy bản giao ước.");
        }
        return new CovenantKey(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
    }

    /** Whether it has the form of such a key. */
    public static boolean isOne(String key) {
        return key != null && FORM.matcher(key).matches();
    }

    /** The covenant's key. */
    public static String of(String blocYear, int version) {
        return blocYear + "/GU" + version;
    }

    /** The key of a member's part. */
    public static String part(String covenant, String unit) {
        return covenant + "/" + unit;
    }

    /** The covenant's own key, without the part. */
    public String covenant() {
        return of(blocYear, version);
    }
}
