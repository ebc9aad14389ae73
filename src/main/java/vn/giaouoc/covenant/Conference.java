package vn.giaouoc.covenant;

import java.time.LocalDate;
import java.util.List;

/**
 * The bloc's conference on the covenant.
 *
 * @param minutes text of the minutes
 * @param agreed  whether the members agree with the content; it is then frozen
 */
public record Conference(LocalDate date, String place, List<Attendance> attendance, List<PointDiscussed> points, List<Vote> votes,
                         String minutes, boolean agreed) {

    public Conference {
        attendance = attendance == null ? List.of() : attendance.stream().toList();
        points = points == null ? List.of() : points.stream().toList();
        votes = votes == null ? List.of() : votes.stream().toList();
    }
}
