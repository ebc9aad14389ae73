package vn.giaouoc.review;

import java.time.LocalDate;
import java.util.List;
import vn.giaouoc.covenant.Attendance;
import vn.giaouoc.covenant.PointDiscussed;

/** The bloc's conference on its review. Lists are never null. @param tasks of the second half of the period */
public record ReviewConference(LocalDate date, String place, List<Attendance> attendance, List<PointDiscussed> points, String minutes,
                               List<Conclusion> conclusions, List<Conclusion> tasks) {

    public ReviewConference {
        attendance = attendance == null ? List.of() : attendance.stream().toList();
        points = points == null ? List.of() : points.stream().toList();
        conclusions = conclusions == null ? List.of() : conclusions.stream().toList();
        tasks = tasks == null ? List.of() : tasks.stream().toList();
    }
}
