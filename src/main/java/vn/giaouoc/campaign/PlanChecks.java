package vn.giaouoc.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.platform.time.WorkingDays;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;

/** What must hold for a plan before it goes on: fields complete and sensible, checks C01–C05. */
@Component
class PlanChecks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern DAYS_AND_NIGHTS = Pattern.compile("(\\d{1,4})\\s+ngày\\s*,?\\s*đêm", Pattern.CASE_INSENSITIVE
            | Pattern.UNICODE_CASE);
    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_ROWS = 200;
    private static final String YEARS = "Năm phải trong khoảng 2021–2100.";
    private static final String EMPTY_ROW = "Có dòng trống.";

    private final Organisation organisation;
    private final CampaignRepository campaigns;
    private final CheckRules rules;
    private final WorkingDays workingDays;
    private final Clock clock;

    PlanChecks(Organisation organisation, CampaignRepository campaigns, CheckRules rules, WorkingDays workingDays, Clock clock) {
        this.organisation = organisation;
        this.campaigns = campaigns;
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Checks a whole plan.
     *
     * @param reasons why each warning is passed, by code; may be null
     * @return the findings that do not block: INFO, and WARN with the reason given
     * @throws InvalidInput every field that is wrong, blocking findings and warnings without a reason included
     */
    List<Finding> check(Plan plan, Map<String, String> reasons) {
        return check(plan, List.of(), new Errors(), reasons);
    }

    /** The same together with what was found and is wrong beside the plan. */
    List<Finding> check(Plan plan, List<Finding> beside, Errors errors, Map<String, String> reasons) {
        fieldErrors(plan, errors);
        List<Finding> found = new ArrayList<>(errors.has(EMPTY_ROW) ? List.of() : findings(plan));
        found.addAll(beside);
        found.forEach(finding -> errors.finding(finding, reasons));
        errors.refuse();
        return found;
    }

    /** C01–C03 for this plan, whatever their kind; none while its window is no window. */
    List<Finding> findings(Plan plan) {
        List<Finding> found = new ArrayList<>();
        if (plan.from() == null || plan.to() == null || !sensible(plan.from()) || !sensible(plan.to())) {
            return found;
        }
        windowInOrder(plan, found);
        titleSaysDays(plan, found);
        endsBeforeOccasion(plan, found);
        return found;
    }

    /** C05: an issue date on a weekend or holiday is told, not forbidden. */
    List<Finding> issueDateFindings(LocalDate issueDate) {
        List<Finding> found = new ArrayList<>();
        if (issueDate != null && !workingDays.knows(issueDate.getYear())) {
            throw new InvalidInput("issueDate", "Bảng ngày nghỉ chưa có năm của ngày này.");
        }
        if (issueDate != null && !workingDays.isWorkingDay(issueDate)) {
            add(found, "C05", "issueDate", "Ngày ban hành " + issueDate.format(DAY) + " là ngày nghỉ.");
        }
        return found;
    }

    /** C04: issued, but the number is not known. */
    List<Finding> unknownNumberFindings() {
        List<Finding> found = new ArrayList<>();
        add(found, "C04", "number", "Kế hoạch đã ban hành nhưng chưa rõ số, ký hiệu; văn thư sẽ nhận việc bổ sung.");
        return found;
    }

    private void windowInOrder(Plan plan, List<Finding> found) {
        if (plan.to().isBefore(plan.from())) {
            add(found, "C01", "to", "Ngày kết thúc trước ngày bắt đầu.");
        }
        for (int i = 0; i < plan.reportingDates().size(); i++) {
            LocalDate date = plan.reportingDates().get(i).date();
            if (date != null && (date.isBefore(plan.from()) || date.isAfter(plan.to()))) {
                add(found, "C01", "reportingDates[" + i + "].date", "Ngày báo cáo " + date.format(DAY)
                        + " nằm ngoài thời gian phong trào.");
            }
        }
    }

    private void titleSaysDays(Plan plan, List<Finding> found) {
        Matcher says = DAYS_AND_NIGHTS.matcher(plan.title() == null ? "" : plan.title());
        long window = ChronoUnit.DAYS.between(plan.from(), plan.to()) + 1;
        if (says.find() && Integer.parseInt(says.group(1)) != window) {
            int named = Integer.parseInt(says.group(1));
            add(found, "C02", "to", "Tên phong trào nêu " + named + " ngày đêm nhưng thời gian từ " + plan.from().format(DAY)
                    + " đến hết " + plan.to().format(DAY) + " là " + window + " ngày; đủ " + named + " ngày thì kết thúc vào "
                    + plan.from().plusDays(named - 1L).format(DAY) + ".");
        }
    }

    private void endsBeforeOccasion(Plan plan, List<Finding> found) {
        plan.occasions().stream().filter(occasion -> occasion.date() != null && plan.to().isBefore(occasion.date()))
                .forEach(occasion -> add(found, "C03", "occasions", "Phong trào kết thúc " + plan.to().format(DAY)
                        + ", trước ngày kỷ niệm \"" + occasion.name() + "\" (" + occasion.date().format(DAY) + ")."));
    }

    private void add(List<Finding> found, String code, String field, String message) {
        rules.finding(code, LocalDate.now(clock), field, message).ifPresent(found::add);
    }

    static String reason(Map<String, String> reasons, Finding finding) {
        String reason = reasons == null ? null : reasons.get(finding.code());
        return reason == null ? "" : reason;
    }

    private void fieldErrors(Plan plan, Errors errors) {
        errors.when(plan.type() == null, "type", "Chọn loại phong trào.");
        errors.text(plan.title(), "title", true, LONGEST_TITLE, "Nhập tên phong trào.");
        errors.text(plan.legalGrounds(), "legalGrounds", false, LONGEST_TEXT, null);
        errors.text(plan.purpose(), "purpose", false, LONGEST_TEXT, null);
        errors.text(plan.slogan(), "slogan", false, LONGEST_TITLE, null);
        errors.when(plan.from() == null, "from", "Nhập ngày bắt đầu.");
        errors.when(plan.to() == null, "to", "Nhập ngày kết thúc.");
        errors.when(!sensible(plan.from()), "from", YEARS);
        errors.when(!sensible(plan.to()), "to", YEARS);
        errors.when(plan.contentItems().isEmpty(), "contentItems", "Nhập ít nhất một nội dung thi đua.");
        errors.when(plan.unitKinds().isEmpty(), "unitKinds", "Chọn ít nhất một nhóm đối tượng.");
        errors.when(!sensible(plan.finalReviewDate()), "finalReviewDate", YEARS);
        errors.when(plan.finalReviewDate() != null && plan.to() != null && plan.from() != null
                && plan.finalReviewDate().isBefore(plan.from()), "finalReviewDate", "Ngày tổng kết trước ngày bắt đầu phong trào.");
        errors.when(plan.responseDue() != null && plan.responseDue().isBefore(LocalDate.now(clock)), "responseDue",
                "Hạn gửi kế hoạch của đơn vị đã qua.");
        errors.when(plan.responseDue() != null && plan.to() != null && plan.responseDue().isAfter(plan.to()), "responseDue",
                "Hạn gửi kế hoạch của đơn vị sau ngày kết thúc phong trào.");
        errors.when(plan.responseDue() != null && sensible(plan.responseDue()) && !workingDays.knows(plan.responseDue().plusMonths(1).getYear()), "responseDue",
                "Bảng ngày nghỉ chưa có năm của hạn này.");
        rows(plan, errors);
    }

    private void rows(Plan plan, Errors errors) {
        for (Map.Entry<String, Collection<?>> rows : Map.<String, Collection<?>>of("occasions", plan.occasions(),
                "contentItems", plan.contentItems(), "targets", plan.targets(), "themes", plan.themes(), "quotas", plan.quotas(),
                "reportingDates", plan.reportingDates(), "otherSubjects", plan.otherSubjects(), "parents", plan.parents(),
                "excludedUnits", plan.excludedUnits()).entrySet()) {
            errors.when(rows.getValue().size() > MOST_ROWS, rows.getKey(), "Tối đa " + MOST_ROWS + " dòng.");
            errors.when(rows.getValue().stream().anyMatch(Objects::isNull), rows.getKey(), EMPTY_ROW);
        }
        if (errors.has(EMPTY_ROW)) {
            return;
        }
        each(plan.contentItems(), (i, item) -> errors.text(item, "contentItems[" + i + "]", true, LONGEST_TEXT,
                "Nhập nội dung hoặc xóa dòng."));
        each(plan.occasions(), (i, row) -> errors.text(row.name(), "occasions[" + i + "].name", true, LONGEST_TITLE,
                "Nhập tên ngày kỷ niệm."));
        each(plan.reportingDates(), (i, row) -> {
            errors.when(row.kind() == null, "reportingDates[" + i + "].kind", "Chọn loại báo cáo.");
            errors.when(row.date() == null, "reportingDates[" + i + "].date", "Nhập ngày báo cáo.");
            errors.when(!sensible(row.date()), "reportingDates[" + i + "].date", YEARS);
        });
        each(plan.targets(), (i, row) -> target(row, "targets[" + i + "].", errors));
        each(plan.targets(), (i, row) -> errors.when(row.name() != null && plan.targets().subList(0, i).stream()
                .anyMatch(other -> row.name().equals(other.name())), "targets[" + i + "].name", "Chỉ tiêu bị lặp."));
        each(plan.quotas(), (i, row) -> quota(row, "quotas[" + i + "].", errors));
        units(plan, errors);
        parents(plan, errors);
    }

    private void target(Plan.Target row, String at, Errors errors) {
        errors.text(row.name(), at + "name", true, LONGEST_TITLE, "Nhập tên chỉ tiêu.");
        errors.text(row.unit(), at + "unit", true, 100, "Nhập đơn vị tính.");
        errors.when(row.direction() == null, at + "direction", "Chọn chiều phấn đấu.");
        errors.number(row.baseline(), at + "baseline");
        errors.number(row.target(), at + "target");
        errors.when(row.target() == null, at + "target", "Nhập mục tiêu.");
    }

    private void quota(Plan.Quota row, String at, Errors errors) {
        errors.when(row.object() == null, at + "object", "Chọn đối tượng khen thưởng.");
        errors.text(row.award(), at + "award", true, LONGEST_TITLE, "Nhập hình thức khen thưởng.");
        errors.when(row.limitKind() == null, at + "limitKind", "Chọn cách tính.");
        errors.number(row.limit(), at + "limit");
        errors.when(row.limit() == null || row.limit().signum() < 0, at + "limit", "Nhập số lượng hoặc tỷ lệ từ 0 trở lên.");
        errors.when(row.limitKind() == Plan.Quota.LimitKind.PERCENT && row.limit() != null
                && row.limit().compareTo(BigDecimal.valueOf(100)) > 0, at + "limit", "Tỷ lệ không quá 100%.");
    }

    private void units(Plan plan, Errors errors) {
        Map<String, UnitView> units = organisation.units().stream().collect(Collectors.toMap(UnitView::code, u -> u));
        errors.when(!units.keySet().containsAll(plan.excludedUnits()), "excludedUnits", "Có đơn vị không tồn tại.");
        each(plan.themes(), (i, row) -> {
            errors.text(row.theme(), "themes[" + i + "].theme", true, LONGEST_TITLE, "Nhập tên chuyên đề.");
            UnitView agency = row.agencyCode() == null ? null : units.get(row.agencyCode());
            errors.when(agency == null, "themes[" + i + "].agencyCode", "Chọn cơ quan thường trực.");
            errors.when(agency != null && !(agency.active() && agency.hasAccount()), "themes[" + i + "].agencyCode", agency == null ? ""
                    : agency.name() + (agency.active() ? " không có tài khoản" : " đã thôi hoạt động") + ", không làm cơ quan thường trực được.");
        });
        each(plan.otherSubjects(), (i, row) -> {
            errors.text(row.name(), "otherSubjects[" + i + "].name", true, LONGEST_TITLE, "Nhập tên đối tượng.");
            UnitView commune = row.communeCode() == null ? null : units.get(row.communeCode());
            errors.when(commune == null || commune.kind() != UnitKind.COMMUNE, "otherSubjects[" + i + "].communeCode",
                    "Chọn xã, phường, thị trấn trả lời thay.");
            errors.when(commune != null && commune.kind() == UnitKind.COMMUNE && !inScope(plan, commune),
                    "otherSubjects[" + i + "].communeCode", commune == null ? "" : commune.name() + " không thuộc đối tượng của phong trào.");
        });
    }

    private static boolean inScope(Plan plan, UnitView unit) {
        return plan.unitKinds().contains(unit.kind()) && !plan.excludedUnits().contains(unit.code()) && unit.hasAccount();
    }

    private void parents(Plan plan, Errors errors) {
        var seen = new HashSet<String>();
        each(plan.parents(), (i, code) -> errors.when(code.isBlank() || !seen.add(code) || !campaigns.existsById(code),
                "parents[" + i + "]", "Không có phong trào với mã này, hoặc mã bị lặp."));
    }

    private static boolean sensible(LocalDate date) {
        return date == null || date.getYear() >= 2021 && date.getYear() <= 2100;
    }

    private static <T> void each(List<T> rows, BiConsumer<Integer, T> check) {
        for (int i = 0; i < rows.size(); i++) {
            check.accept(i, rows.get(i));
        }
    }
}
