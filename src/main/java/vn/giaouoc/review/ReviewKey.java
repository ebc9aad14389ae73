package vn.giaouoc.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.giaouoc.shared.NotFound;

/**
 * Business key of a review ({@code KT-2026-001/SK1}), of a member's part in it ({@code …/sgddt}) or of a mutual inspection
 * ({@code …/KC1}).
 *
 * @param part unit or inspection; null for the review itself
 */
public record ReviewKey(String blocYear, int seq, String part) {

    private static final Pattern FORM = Pattern.compile("(KT-\\d{4}-\\d{3,6})/SK(\\d{1,4})(?:/([a-z][a-z0-9]{1,31}|KC\\d{1,4}))?");

    /** @throws NotFound not the key of a review */
    public static ReviewKey parse(String key) {
        Matcher matcher = FORM.matcher(key == null ? "" : key);
        if (!matcher.matches()) {
            throw new NotFound("Không tìm thấy hồ sơ sơ kết.");
        }
        return new ReviewKey(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
    }

    /** Whether it has the form of such a key. */
    public static boolean isOne(String key) {
        return key != null && FORM.matcher(key).matches();
    }

    /** The key of a bloc's review. */
    public static String of(String blocYear, int seq) {
        return blocYear + "/SK" + seq;
    }

    /** The one review there is in a bloc's year. */
    public static String of(String blocYear) {
        return of(blocYear, 1);
    }

    /** The key of a member's part. */
    public static String part(String review, String unit) {
        return review + "/" + unit;
    }

    /** The key of an inspection. */
    public static String inspection(String review, int no) {
        return review + "/KC" + no;
    }

    /** The review's own key, without the part. */
    public String review() {
        return of(blocYear, seq);
    }

    /** 1 of {@code …/KC1}. @throws NotFound not an inspection */
    public int inspection() {
        if (!isInspection()) {
            throw new NotFound("Không tìm thấy cuộc kiểm tra chéo.");
        }
        return Integer.parseInt(part.substring(2));
    }

    /** Whether it is the key of an inspection. */
    public boolean isInspection() {
        return part != null && part.startsWith("KC");
    }
}
