package vn.giaouoc.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.CalendarEdit.Action;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.calendar.CalendarEdit.ParameterEdit;
import vn.giaouoc.calendar.CalendarEdit.YearEdit;
import vn.giaouoc.platform.time.WorkCalendar;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.FieldError;

/** Whether an edit of the calendar makes sense. Fields are named as in the edit: {@code days[0].name}. */
@Component
class CalendarChecks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int MOST = 200;
    /** Days around a swapped day in which the day worked for it is looked for. */
    private static final int SWAPPED_WITHIN = 60;

    private final Clock clock;

    CalendarChecks(Clock clock) {
        this.clock = clock;
    }

    /**
     * Refuses what cannot be.
     *
     * @return what is odd and may be meant, each at its field
     * @throws vn.giaouoc.shared.InvalidInput at the fields
     */
    List<FieldError> check(CalendarEdit edit, CalendarTable table) {
        var errors = new Errors();
        List<FieldError> odd = new ArrayList<>();
        errors.text(edit.reason(), "reason", true, 2_000, "Nêu lý do thay đổi.");
        errors.when(edit.years().isEmpty() && edit.days().isEmpty() && edit.parameters().isEmpty(), "days", "Chưa có thay đổi nào.");
        errors.when(edit.years().size() > MOST || edit.days().size() > MOST || edit.parameters().size() > MOST, "days",
                "Mỗi lần thay đổi tối đa " + MOST + " dòng.");
        errors.refuse();
        Set<Integer> years = new HashSet<>(table.years().keySet());
        Set<Integer> named = new HashSet<>();
        for (int i = 0; i < edit.years().size(); i++) {
            year(edit.years().get(i), "years[" + i + "]", years, named, errors);
        }
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < edit.days().size(); i++) {
            day(edit, edit.days().get(i), "days[" + i + "]", table, years, days, errors, odd);
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < edit.parameters().size(); i++) {
            parameter(edit.parameters().get(i), "parameters[" + i + "]", table, codes, errors, odd);
        }
        errors.refuse();
        return odd;
    }

    private static void year(YearEdit year, String at, Set<Integer> years, Set<Integer> named, Errors errors) {
        if (year == null || year.year() == null) {
            errors.when(true, at + ".year", "Nhập năm.");
            return;
        }
        errors.when(year.year() < 2000 || year.year() > 2100, at + ".year", "Năm phải trong khoảng 2000–2100.");
        errors.when(!named.add(year.year()), at + ".year", "Năm bị lặp.");
        errors.when(year.announced() == null, at + ".announced", "Chọn đã có thông báo lịch nghỉ hay chưa.");
        errors.text(year.legalSource(), at + ".legalSource", true, 500, "Nhập căn cứ.");
        years.add(year.year());
    }

    private void day(CalendarEdit edit, DayEdit day, String at, CalendarTable table, Set<Integer> years, Set<LocalDate> named, Errors errors,
                     List<FieldError> odd) {
        if (day == null || day.day() == null) {
            errors.when(true, at + ".day", "Nhập ngày.");
            return;
        }
        errors.date(day.day(), at + ".day");
        if (day.day().getYear() < 2000 || day.day().getYear() > 2100) {
            return;
        }
        errors.when(!named.add(day.day()), at + ".day", "Ngày bị lặp.");
        errors.when(day.action() == null, at + ".action", "Chọn thêm, sửa hay bỏ.");
        CalendarTable.Day there = table.days().get(day.day());
        errors.when(day.action() == Action.ADD && there != null, at + ".day", "Ngày " + shown(day.day()) + " đã có trong bảng"
                + (there == null ? "." : ": " + there.name() + "."));
        errors.when(day.action() != Action.ADD && day.action() != null && there == null, at + ".day",
                "Ngày " + shown(day.day()) + " chưa có trong bảng.");
        errors.when(!years.contains(day.day().getYear()), at + ".day", "Bảng ngày nghỉ chưa có năm " + day.day().getYear()
                + "; hãy thêm năm trước.");
        if (day.day().isBefore(LocalDate.now(clock))) {
            odd.add(new FieldError(at + ".day", "Ngày " + shown(day.day()) + " đã qua: chỉ các việc còn mở được tính lại."));
        }
        if (day.action() != Action.REMOVE) {
            content(edit, day, at, table, errors, odd);
        }
    }

    private static void content(CalendarEdit edit, DayEdit day, String at, CalendarTable table, Errors errors, List<FieldError> odd) {
        boolean weekday = WorkCalendar.isWeekday(day.day());
        errors.when(day.kind() == null, at + ".kind", "Chọn ngày nghỉ hay ngày làm bù.");
        errors.when(day.category() == null, at + ".category", "Chọn loại ngày.");
        errors.text(day.name(), at + ".name", true, 200, "Nhập tên ngày.");
        errors.text(day.legalSource(), at + ".legalSource", true, 500, "Nhập căn cứ.");
        errors.when(day.kind() == DayKind.WORKING_DAY && weekday, at + ".day",
                "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật; " + shown(day.day()) + " vốn là ngày làm việc.");
        errors.when(day.kind() == DayKind.WORKING_DAY && day.category() != null && day.category() != DayCategory.SWAP, at + ".category",
                "Ngày làm bù chỉ thuộc loại hoán đổi.");
        if (day.kind() == DayKind.HOLIDAY && !weekday) {
            odd.add(new FieldError(at + ".day", shown(day.day()) + " vốn là ngày nghỉ hằng tuần: không thời hạn nào đổi. "
                    + "Nếu được nghỉ bù thì thêm ngày nghỉ bù."));
        }
        if (day.kind() == DayKind.HOLIDAY && day.category() == DayCategory.SWAP && !workedFor(edit, day.day(), table)) {
            odd.add(new FieldError(at + ".day", "Chưa có ngày làm bù cho ngày nghỉ hoán đổi " + shown(day.day()) + "."));
        }
    }

    private static boolean workedFor(CalendarEdit edit, LocalDate day, CalendarTable table) {
        LocalDate from = day.minusDays(SWAPPED_WITHIN);
        LocalDate to = day.plusDays(SWAPPED_WITHIN);
        return edit.days().stream().anyMatch(other -> other != null && other.kind() == DayKind.WORKING_DAY && other.action() != Action.REMOVE
                && other.day() != null && other.day().isAfter(from) && other.day().isBefore(to))
                || table.days().values().stream().anyMatch(other -> other.kind() == DayKind.WORKING_DAY && other.day().isAfter(from)
                && other.day().isBefore(to));
    }

    private void parameter(ParameterEdit row, String at, CalendarTable table, Set<String> named, Errors errors, List<FieldError> odd) {
        List<CalendarTable.Parameter> rows = row == null || row.code() == null ? List.of() : table.rows(row.code());
        if (rows.isEmpty()) {
            errors.when(true, at + ".code", "Không có thời hạn này.");
            return;
        }
        errors.when(!named.add(row.code()), at + ".code", "Thời hạn bị lặp.");
        errors.when(row.days() == null || row.days() < 0 || row.days() > 365, at + ".days", "Nhập số ngày từ 0 đến 365.");
        errors.when(row.calendarDays() == null, at + ".calendarDays", "Chọn tính theo ngày làm việc hay ngày lịch.");
        errors.when(rows.get(0).workingOnly() && Boolean.TRUE.equals(row.calendarDays()), at + ".calendarDays",
                "Việc nhắc hạn, báo quá hạn chỉ tính theo ngày làm việc.");
        errors.when(row.uncertain() == null, at + ".uncertain", "Chọn số ngày do luật định hay tỉnh tự đặt.");
        errors.text(row.legalSource(), at + ".legalSource", true, 500, "Nhập căn cứ.");
        errors.when(row.validFrom() == null, at + ".validFrom", "Nhập ngày bắt đầu áp dụng.");
        errors.date(row.validFrom(), at + ".validFrom");
        if (row.validFrom() == null) {
            return;
        }
        validity(row.validFrom(), rows.stream().map(CalendarTable.Parameter::validFrom).toList(), at + ".validFrom", errors, odd);
    }

    /** @param known days from which there are values, the latest first; those still to come stay what they are */
    private void validity(LocalDate from, List<LocalDate> known, String field, Errors errors, List<FieldError> odd) {
        LocalDate today = LocalDate.now(clock);
        LocalDate counting = known.stream().filter(day -> !day.isAfter(today)).findFirst().orElse(known.get(known.size() - 1));
        errors.when(from.isBefore(counting), field, "Trùng thời gian áp dụng: đã có giá trị từ ngày " + shown(counting)
                + ". Ngày bắt đầu phải từ ngày đó trở đi.");
        if (known.contains(from)) {
            odd.add(new FieldError(field, "Giá trị áp dụng từ ngày " + shown(from) + " được sửa; giá trị cũ chỉ còn trong lịch sử."));
        } else if (from.isBefore(today)) {
            odd.add(new FieldError(field, "Áp dụng ngược từ ngày " + shown(from) + ": các việc còn mở được tính lại."));
        }
        known.stream().filter(day -> day.isAfter(from)).min(Comparator.naturalOrder()).ifPresent(next -> odd.add(new FieldError(field,
                "Chỉ áp dụng đến hết ngày " + shown(next.minusDays(1)) + ": từ ngày " + shown(next) + " đã có giá trị khác.")));
    }

    private static String shown(LocalDate day) {
        return DAY.format(day);
    }
}
