package vn.giaouoc.calendar;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotAllowed;

/** Who reads the calendar's page and who decides: the calendar binds every office, so its heads answer for it. */
@Component
class CalendarAccess {

    private static final List<String> EDITORS = List.of(Role.SNV_DIVISION_HEAD.group(), Role.SNV_DIRECTOR.group(), Role.ADMIN.group());
    private static final List<String> READERS = List.of(Role.SNV_SPECIALIST.group(), Role.SNV_DIVISION_HEAD.group(),
            Role.SNV_DIRECTOR.group(), Role.OFFICE_CHECK.group(), Role.SUPERVISOR.group(), Role.ADMIN.group());

    boolean edits(Actor actor) {
        return actor.inAny(EDITORS);
    }

    /** @throws NotAllowed not one of those who decide */
    void requireEditor(Actor actor) {
        if (!edits(actor)) {
            throw new NotAllowed("Chỉ Trưởng phòng, Giám đốc Sở Nội vụ hoặc quản trị viên được sửa lịch làm việc, thời hạn.");
        }
    }

    /** @throws NotAllowed neither Sở Nội vụ, Văn phòng, supervisor nor administrator */
    void requireReader(Actor actor) {
        if (!actor.inAny(READERS)) {
            throw new NotAllowed("Bạn không có quyền xem lịch làm việc, thời hạn của tỉnh.");
        }
    }
}
