package vn.giaouoc.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.calendar.YearView.Clash;
import vn.giaouoc.calendar.YearView.Item;
import vn.giaouoc.calendar.YearView.Load;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.time.WorkCalendar;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;

/**
 * A year's deadlines of all campaigns and blocs, before anything is issued: what clashes among those still to come, who has how much left
 * to do. Changes nothing.
 */
@Service
@Transactional(readOnly = true)
public class DryRun {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String UNIT = "unit-";

    private final List<YearPlan> rooms;
    private final CalendarRows rows;
    private final CalendarAccess access;
    private final Organisation organisation;
    private final Clock clock;

    DryRun(@Lazy List<YearPlan> rooms, CalendarRows rows, CalendarAccess access, Organisation organisation, Clock clock) {
        this.rooms = rooms;
        this.rows = rows;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    private record Entry(Item item, PlannedDeadline deadline) {
    }

    /**
     * The year.
     *
     * @param caseCode only this campaign, bloc or composition; null: all
     * @param who      only this role or unit, as it is shown; null: all
     * @param perWeek  more deadlines of one role in a week than this are too many, 1–50
     * @throws ConflictRefusal the holiday table does not hold the year
     */
    public YearView of(Actor actor, int year, String caseCode, String who, int perWeek) {
        access.requireReader(actor);
        if (perWeek < 1 || perWeek > 50) {
            throw new InvalidInput("perWeek", "Số hạn nhiều nhất trong tuần từ 1 đến 50.");
        }
        CalendarTable table = rows.table();
        if (!table.years().containsKey(year)) {
            throw new ConflictRefusal("Bảng ngày nghỉ chưa có năm " + year + "; hãy thêm năm trước khi chạy thử.");
        }
        List<Entry> all = entries(year, table);
        List<Entry> ahead = all.stream().filter(entry -> entry.item().state().ahead()).toList();
        List<Clash> clashes = new ArrayList<>(offDays(ahead, year));
        clashes.addAll(sameDays(ahead));
        clashes.addAll(busyWeeks(ahead, perWeek));
        List<Entry> wanted = all.stream().filter(entry -> (caseCode == null || entry.item().caseCode().equals(caseCode))
                && (who == null || entry.item().who().equals(who))).toList();
        Set<String> shown = Set.copyOf(ids(wanted));
        return new YearView(year, wanted.stream().map(Entry::item).toList(),
                clashes.stream().filter(clash -> clash.items().stream().anyMatch(shown::contains)).sorted(Comparator.comparing(Clash::day)).toList(),
                loads(wanted.stream().filter(entry -> entry.item().state() != DeadlineState.DONE).toList()));
    }

    private List<Entry> entries(int year, CalendarTable table) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate to = LocalDate.of(year, 12, 31);
        List<PlannedDeadline> found = rooms.stream().flatMap(room -> room.deadlines(from, to, clock.instant()).stream())
                .filter(deadline -> deadline.day().getYear() == year)
                .sorted(Comparator.comparing(PlannedDeadline::day).thenComparing(PlannedDeadline::caseCode).thenComparing(PlannedDeadline::what))
                .toList();
        Map<String, String> names = organisation.names(found.stream().map(PlannedDeadline::group)
                .filter(group -> group != null && group.startsWith(UNIT)).map(group -> group.substring(UNIT.length()))
                .collect(Collectors.toSet()));
        WorkCalendar calendar = table.calendar();
        List<Entry> entries = new ArrayList<>();
        for (PlannedDeadline deadline : found) {
            String id = deadline.caseCode() + "#" + entries.size();
            entries.add(new Entry(new Item(id, deadline.day(), deadline.caseCode(), deadline.title(), deadline.what(), who(deadline, names),
                    Math.max(deadline.units().size(), 1), deadline.fixed(), deadline.state(),
                    calendar.isWorkingDay(deadline.day()) ? null : dayOff(table, deadline.day())), deadline));
        }
        return entries;
    }

    private static String who(PlannedDeadline deadline, Map<String, String> names) {
        String group = deadline.group();
        if (group == null) {
            return "Các đơn vị";
        }
        return group.startsWith(UNIT) ? names.getOrDefault(group.substring(UNIT.length()), group)
                : Role.of(group).map(Role::label).orElse(group);
    }

    private static String dayOff(CalendarTable table, LocalDate day) {
        CalendarTable.Day there = table.days().get(day);
        return there == null ? "ngày nghỉ hằng tuần" : there.name();
    }

    // ---- what clashes -----------------------------------------------------------------------------------------------

    private static List<Clash> offDays(List<Entry> entries, int year) {
        LocalDate tet = Holidays.tet(year);
        LocalDate monday = tet.minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = tet.plusDays(4).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<Clash> clashes = new ArrayList<>();
        for (Entry entry : entries) {
            Item item = entry.item();
            if (item.dayOff() != null) {
                clashes.add(new Clash("DAY_OFF", item.day(), "%s (%s) đến hạn vào %s.".formatted(item.what(), item.caseCode(), item.dayOff()),
                        List.of(item.id())));
            } else if (!item.day().isBefore(monday) && !item.day().isAfter(sunday)) {
                clashes.add(new Clash("TET_WEEK", item.day(), "%s (%s) đến hạn trong tuần Tết Nguyên đán.".formatted(item.what(),
                        item.caseCode()), List.of(item.id())));
            }
        }
        return clashes;
    }

    /** Two deadlines of one role, or of the same units, on one day; of one case: its own matter. */
    private static List<Clash> sameDays(List<Entry> entries) {
        List<Clash> clashes = new ArrayList<>();
        by(entries, entry -> entry.item().day()).forEach((day, ofDay) -> {
            by(ofDay.stream().filter(entry -> entry.deadline().units().isEmpty()).toList(), entry -> entry.item().who())
                    .forEach((who, own) -> {
                        if (cases(own) > 1) {
                            clashes.add(new Clash("SAME_DAY", day, "%s có %d hạn cùng ngày.".formatted(who, own.size()), ids(own)));
                        }
                    });
            sameUnits(day, ofDay.stream().filter(entry -> !entry.deadline().units().isEmpty()).toList(), clashes);
        });
        return clashes;
    }

    private static void sameUnits(LocalDate day, List<Entry> entries, List<Clash> clashes) {
        Set<String> once = new HashSet<>();
        Set<String> twice = entries.stream().flatMap(entry -> entry.deadline().units().stream()).filter(unit -> !once.add(unit))
                .collect(Collectors.toSet());
        List<Entry> own = entries.stream().filter(entry -> entry.deadline().units().stream().anyMatch(twice::contains)).toList();
        if (cases(own) > 1) {
            clashes.add(new Clash("SAME_DAY", day, "%d đơn vị có từ 2 hạn trở lên cùng ngày.".formatted(twice.size()), ids(own)));
        }
    }

    private static List<Clash> busyWeeks(List<Entry> entries, int perWeek) {
        List<Clash> clashes = new ArrayList<>();
        by(entries.stream().filter(entry -> entry.deadline().units().isEmpty()).toList(), entry -> entry.item().who()).forEach((who, all) ->
                by(all, entry -> entry.item().day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))).forEach((monday, week) -> {
                    if (week.size() > perWeek) {
                        clashes.add(new Clash("BUSY_WEEK", monday, "%s có %d hạn trong tuần từ %s.".formatted(who, week.size(),
                                DAY.format(monday)), ids(week)));
                    }
                }));
        return clashes;
    }

    private static List<Load> loads(List<Entry> entries) {
        List<Load> loads = new ArrayList<>();
        by(entries, entry -> entry.item().who()).forEach((who, own) -> {
            Integer[] months = new Integer[12];
            Arrays.fill(months, 0);
            own.forEach(entry -> months[entry.item().day().getMonthValue() - 1]++);
            loads.add(new Load(who, List.of(months), own.size()));
        });
        return loads.stream().sorted(Comparator.comparing(Load::total).reversed()).toList();
    }

    private static <K extends Comparable<? super K>> Map<K, List<Entry>> by(Collection<Entry> entries, Function<Entry, K> key) {
        return entries.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static long cases(List<Entry> entries) {
        return entries.stream().map(entry -> entry.item().caseCode()).distinct().count();
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.item().id()).toList();
    }
}
