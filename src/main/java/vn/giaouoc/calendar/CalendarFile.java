package vn.giaouoc.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Uid;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deadlines as iCalendar (RFC 5545): a day each, the same UID at every download, so that a calendar replaces what it has. */
@Component
class CalendarFile {

    private static final String PRODUCT = "-//Giao Uoc//Lich han//VI";

    private final Clock clock;

    CalendarFile(Clock clock) {
        this.clock = clock;
    }

    /** UTF-8. */
    byte[] of(YearView year) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName("Hạn thi đua, khen thưởng năm " + year.year());
        Map<String, Integer> seen = new HashMap<>();
        year.items().forEach(item -> calendar.addEvent(event(item, seen)));
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private VEvent event(YearView.Item item, Map<String, Integer> seen) {
        var event = new VEvent();
        String subject = item.caseCode() + "|" + item.what() + "|" + item.who();
        int again = seen.merge(subject, 1, Integer::sum); // reports of several periods have one name
        event.setUid(new Uid(UUID.nameUUIDFromBytes((subject + "|" + again).getBytes(StandardCharsets.UTF_8)) + "@giaouoc"));
        event.setDateTimeStamp(java.util.Date.from(clock.instant()));
        event.setDateStart(day(item.day()), false);
        event.setDateEnd(day(item.day().plusDays(1)), false);
        event.setSummary(item.what() + " – " + item.title());
        event.setStatus(item.state() == DeadlineState.FORESEEN ? Status.tentative() : Status.confirmed());
        event.setDescription("Hồ sơ " + item.caseCode() + "\nThực hiện: " + item.who() + "\nTình trạng: " + item.stateName()
                + (item.dayOff() == null ? "" : "\nLưu ý: " + item.dayOff()));
        event.addCategories(item.who());
        event.setTransparency(Transparency.transparent());
        return event;
    }

    private static Date day(LocalDate day) {
        return Date.valueOf(day); // the library writes a date without time in the machine's zone, as this one is made
    }
}
