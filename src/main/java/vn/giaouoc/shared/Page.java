package vn.giaouoc.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a list.
 *
 * @param total  how many there are in all
 * @param offset how many were left out before, from 0
 * @param limit  how many were asked for, 1–200
 */
public record Page<T>(List<T> items, long total, int offset, int limit) {

    /** Most rows of one answer. */
    public static final int MOST = 200;

    /** @throws InvalidInput offset below 0, limit outside 1–200 */
    public static void check(int offset, int limit) {
        var errors = new ArrayList<FieldError>();
        if (offset < 0) {
            errors.add(new FieldError("offset", "Vị trí bắt đầu từ 0."));
        }
        if (limit < 1 || limit > MOST) {
            errors.add(new FieldError("limit", "Số dòng mỗi lần từ 1 đến " + MOST + "."));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
