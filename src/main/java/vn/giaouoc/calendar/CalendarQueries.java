package vn.giaouoc.calendar;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.InvalidInput;

/** What the page of the calendar reads. */
@Service
@Transactional(readOnly = true)
public class CalendarQueries {

    /** Who recorded what the product was delivered with. */
    private static final String PRODUCT = "system";
    private static final Collator VIETNAMESE = Collator.getInstance(Locale.forLanguageTag("vi"));

    private final CalendarRows rows;
    private final Holidays holidays;
    private final CalendarAccess access;
    private final Organisation organisation;
    private final Clock clock;

    CalendarQueries(CalendarRows rows, Holidays holidays, CalendarAccess access, Organisation organisation, Clock clock) {
        this.rows = rows;
        this.holidays = holidays;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * A deadline of the product with all its rows, the latest first.
     *
     * @param phase   part of the work it belongs to, as officials read it
     * @param current the row that counts today; null before the first
     */
    public record Deadline(String code, String name, String phase, String direction, CalendarTable.Parameter current,
                           List<CalendarTable.Parameter> rows) {
    }

    /** @param edits whether this person may change anything */
    public record Overview(LocalDate today, boolean edits, List<CalendarTable.Year> years, List<Deadline> deadlines,
                           List<Map<String, String>> categories) {
    }

    /** Years and deadlines; the deadlines by phase of the work, then by name. Who recorded something is told by name. */
    public Overview overview(Actor actor) {
        access.requireReader(actor);
        CalendarTable table = rows.table();
        LocalDate today = LocalDate.now(clock);
        Map<String, String> people = people(Stream.concat(table.years().values().stream().map(CalendarTable.Year::recordedBy),
                table.parameters().stream().map(CalendarTable.Parameter::recordedBy)));
        return new Overview(today, access.edits(actor), table.years().values().stream().map(year -> year.by(people.get(year.recordedBy()))).toList(),
                table.parameters().stream().map(CalendarTable.Parameter::code).distinct().map(code -> {
                    List<CalendarTable.Parameter> own = table.rows(code).stream().map(row -> row.by(people.get(row.recordedBy()))).toList();
                    CalendarTable.Parameter current = table.parameter(code, today).map(row -> row.by(people.get(row.recordedBy()))).orElse(null);
                    return new Deadline(code, own.get(0).name(), DeadlinePhase.of(code).label(), own.get(0).direction(), current, own);
                }).sorted(Comparator.comparing((Deadline one) -> DeadlinePhase.of(one.code())).thenComparing(Deadline::name, VIETNAMESE)).toList(),
                Arrays.stream(DayCategory.values()).map(one -> Map.of("code", one.name(), "name", one.label())).toList());
    }

    /** The days of a year that differ from Monday to Friday, in order; none for a year that is not in the table. */
    public List<CalendarTable.Day> days(Actor actor, int year) {
        access.requireReader(actor);
        List<CalendarTable.Day> days = rows.table().days().values().stream().filter(day -> day.day().getYear() == year)
                .sorted(Comparator.comparing(CalendarTable.Day::day)).toList();
        Map<String, String> people = people(days.stream().map(CalendarTable.Day::recordedBy));
        return days.stream().map(day -> day.by(people.get(day.recordedBy()))).toList();
    }

    private Map<String, String> people(Stream<String> ids) {
        Map<String, String> names = organisation.peopleNames(ids.collect(Collectors.toSet()));
        names.computeIfPresent(PRODUCT, (id, name) -> "Phần mềm");
        return names;
    }

    /** What the law and the lunar calendar give for a year and the table does not hold. @throws InvalidInput a year outside 2000–2100 */
    public List<DayEdit> proposal(Actor actor, int year) {
        access.requireReader(actor);
        if (year < 2000 || year > 2100) {
            throw new InvalidInput("year", "Năm phải trong khoảng 2000–2100.");
        }
        return holidays.missing(year, rows.table());
    }
}
