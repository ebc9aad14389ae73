package vn.giaouoc.covenant;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.giaouoc.shared.Errors;

/** Whether what every meeting of a bloc has is there: its day, place, minutes, and for each member whether it came. */
public final class MeetingChecks {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_PLACE = 500;
    private static final int LONGEST_NAME = 200;

    private MeetingChecks() {
    }

    /** Notes what is wrong at {@code date}, {@code place} and {@code minutes}; a meeting of tomorrow has not been held. */
    public static void held(LocalDate date, String place, String minutes, LocalDate today, Errors errors) {
        errors.when(date == null, "date", "Nhập ngày hội nghị.");
        errors.date(date, "date");
        errors.when(date != null && date.isAfter(today), "date", "Ngày hội nghị không được ở tương lai.");
        errors.text(place, "place", true, LONGEST_PLACE, "Nhập địa điểm.");
        errors.text(minutes, "minutes", true, LONGEST, "Nhập nội dung biên bản.");
    }

    /** Notes what is wrong at {@code attendance[i].…}. @param expected codes of the members, each of which is there or away */
    public static void attendance(List<Attendance> attendance, Set<String> expected, Errors errors) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < attendance.size(); i++) {
            Attendance row = attendance.get(i);
            String at = "attendance[" + i + "].";
            errors.when(row == null || !expected.contains(row.unit()) || !seen.add(row.unit()), at + "unit",
                    "Đơn vị không phải là thành viên, hoặc bị lặp.");
            if (row != null) {
                errors.text(row.representative(), at + "representative", row.present(), LONGEST_NAME, "Nhập người dự họp của đơn vị.");
                errors.text(row.position(), at + "position", false, LONGEST_NAME, null);
            }
        }
        errors.when(!seen.containsAll(expected), "attendance", "Ghi rõ từng đơn vị thành viên có mặt hay vắng mặt.");
        errors.when(attendance.stream().noneMatch(row -> row != null && row.present()), "attendance", "Chưa có đơn vị nào có mặt.");
    }
}
