package vn.giaouoc.covenant;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Errors;

/** Whether what is entered of a conference is whole: every member's attendance, points with their conclusions, votes that add up. */
@Component
class ConferenceChecks {

    private static final int LONGEST = 20_000;
    private static final int MOST_ROWS = 200;

    private final CovenantCatalogue catalogue;

    ConferenceChecks(CovenantCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param parts of the members that are waited for */
    void check(Conference conference, List<Part> parts, Errors errors) {
        MeetingChecks.held(conference.date(), conference.place(), conference.minutes(), catalogue.today(), errors);
        MeetingChecks.attendance(conference.attendance(), parts.stream().map(Part::unit).collect(Collectors.toSet()), errors);
        points(conference.points(), errors);
        votes(conference, errors);
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
