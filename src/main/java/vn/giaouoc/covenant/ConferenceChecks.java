package vn.giaouoc.covenant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Errors;

/** Whether what is entered of a conference is whole: every member's attendance, points with their conclusions, votes that add up. */
@Component
class ConferenceChecks {

    private static final int LONGEST = 20_000;
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_NAME = 200;

    private final CovenantCatalogue catalogue;

    ConferenceChecks(CovenantCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param parts of the members that are waited for */
    void check(Conference conference, List<Part> parts, Errors errors) {
        errors.when(conference.date() == null, "date", "Nhập ngày hội nghị.");
        errors.date(conference.date(), "date");
        errors.when(conference.date() != null && conference.date().isAfter(catalogue.today()), "date",
                "Ngày hội nghị không được ở tương lai.");
        errors.text(conference.place(), "place", true, 500, "Nhập địa điểm.");
        errors.text(conference.minutes(), "minutes", true, LONGEST, "Nhập nội dung biên bản.");
        attendance(conference.attendance(), parts, errors);
        points(conference.points(), errors);
        votes(conference, errors);
    }

    private static void attendance(List<Attendance> attendance, List<Part> parts, Errors errors) {
        Set<String> expected = parts.stream().map(Part::unit).collect(Collectors.toSet());
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

    private static void points(List<PointDiscussed> points, Errors errors) {
        errors.when(points.size() > MOST_ROWS, "points", "Tối đa " + MOST_ROWS + " dòng.");
        for (int i = 0; i < points.size(); i++) {
            PointDiscussed point = points.get(i);
            errors.text(point == null ? null : point.text(), "points[" + i + "].text", true, LONGEST, "Nhập nội dung thảo luận.");
            errors.text(point == null ? null : point.conclusion(), "points[" + i + "].conclusion", true, LONGEST, "Nhập kết luận.");
        }
    }

    /** A member present has one vote. */
    private static void votes(Conference conference, Errors errors) {
        long present = conference.attendance().stream().filter(row -> row != null && row.present()).count();
        errors.when(conference.votes().size() > MOST_ROWS, "votes", "Tối đa " + MOST_ROWS + " dòng.");
        for (int i = 0; i < conference.votes().size(); i++) {
            Vote vote = conference.votes().get(i);
            String at = "votes[" + i + "].";
            errors.text(vote == null ? null : vote.subject(), at + "subject", true, LONGEST, "Nhập nội dung biểu quyết.");
            if (vote != null) {
                errors.when(vote.agree() < 0 || vote.disagree() < 0 || vote.abstain() < 0, at + "agree", "Số phiếu không được âm.");
                errors.when((long) vote.agree() + vote.disagree() + vote.abstain() > present, at + "agree",
                        "Tổng số phiếu nhiều hơn " + present + " đơn vị có mặt.");
            }
        }
    }
}
