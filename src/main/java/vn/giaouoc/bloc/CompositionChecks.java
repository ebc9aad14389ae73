package vn.giaouoc.bloc;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CheckRules;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;

/** What must hold for a composition before it goes on: fields complete, each unit once, checks B03, B09–B12. */
@Component
class CompositionChecks {

    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,29}");
    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_BLOCS = 100;
    private static final int MOST_CRITERIA = 200;
    private static final String EMPTY_ROW = "Có dòng trống.";

    private final Organisation organisation;
    private final Rotation rotation;
    private final CheckRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    CompositionChecks(Organisation organisation, Rotation rotation, CheckRules rules, JdbcClient jdbc, Clock clock) {
        this.organisation = organisation;
        this.rotation = rotation;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The period of a composition: what is unique in it. */
    record Period(int year, boolean schoolYear, LocalDate from) {
    }

    /**
     * Checks a whole draft together with what was found wrong beside it.
     *
     * @param beside findings of others
     * @return the findings that do not block: INFO, and WARN with the reason given
     * @throws vn.giaouoc.shared.InvalidInput every field that is wrong, blocking findings and warnings without a reason included
     */
    List<Finding> check(Period period, CompositionDraft draft, List<Finding> beside, Errors errors) {
        List<Finding> found = new ArrayList<>(beside);
        errors.text(draft.title(), "title", true, LONGEST_TITLE, "Nhập trích yếu của quyết định.");
        errors.text(draft.legalGrounds(), "legalGrounds", false, LONGEST_TEXT, null);
        errors.when(draft.blocs().isEmpty(), "blocs", "Nhập ít nhất một cụm, khối.");
        errors.when(draft.blocs().size() > MOST_BLOCS, "blocs", "Tối đa " + MOST_BLOCS + " cụm, khối trong một quyết định.");
        if (rowsThere(draft, errors)) {
            blocs(period, draft, errors);
            found.addAll(findings(period, draft));
        }
        found.forEach(finding -> errors.finding(finding, draft.reasons()));
        errors.refuse();
        return found;
    }

    private static boolean rowsThere(CompositionDraft draft, Errors errors) {
        errors.when(draft.blocs().stream().anyMatch(Objects::isNull), "blocs", EMPTY_ROW);
        for (int i = 0; i < draft.blocs().size() && !errors.has(EMPTY_ROW); i++) {
            BlocDraft bloc = draft.blocs().get(i);
            errors.when(bloc.members().stream().anyMatch(Objects::isNull), "blocs[" + i + "].members", EMPTY_ROW);
            errors.when(bloc.criteria().stream().anyMatch(Objects::isNull), "blocs[" + i + "].criteria", EMPTY_ROW);
        }
        return !errors.has(EMPTY_ROW);
    }

    // ---- fields -----------------------------------------------------------------------------------------------------

    private void blocs(Period period, CompositionDraft draft, Errors errors) {
        Map<String, UnitView> units = organisation.units(draft.blocs().stream().flatMap(bloc -> bloc.members().stream())
                .map(MemberDraft::unit).filter(Objects::nonNull).distinct().toList()).stream()
                .collect(Collectors.toMap(UnitView::code, Function.identity()));
        Set<String> codes = new HashSet<>();
        Map<String, String> placed = placed(period);
        for (int i = 0; i < draft.blocs().size(); i++) {
            BlocDraft bloc = draft.blocs().get(i);
            String at = "blocs[" + i + "].";
            bloc(bloc, at, errors);
            errors.when(bloc.blocCode() != null && !codes.add(bloc.blocCode()), at + "blocCode", "Mã khối bị lặp.");
            errors.when(inForce(period, bloc.blocCode()), at + "blocCode", "Khối có mã này đã được thành lập trong "
                    + BlocYearView.periodName(period.year(), period.schoolYear()) + ".");
            members(bloc, at, units, placed, errors);
            criteria(bloc.criteria(), at, errors);
        }
    }

    private static void bloc(BlocDraft bloc, String at, Errors errors) {
        errors.when(bloc.blocCode() == null || !CODE.matcher(bloc.blocCode()).matches(), at + "blocCode",
                "Mã khối gồm 2–30 chữ thường không dấu, chữ số, gạch nối, bắt đầu bằng chữ; giữ nguyên qua các năm.");
        errors.when(bloc.kind() == null, at + "kind", "Chọn khối hay cụm.");
        errors.text(bloc.name(), at + "name", true, LONGEST_NAME, "Nhập tên khối, cụm.");
        errors.text(bloc.rules(), at + "rules", false, LONGEST_TEXT, null);
    }

    private void members(BlocDraft bloc, String at, Map<String, UnitView> units, Map<String, String> placed, Errors errors) {
        int least = parameter("LEAST_MEMBERS");
        int most = parameter("MOST_MEMBERS");
        errors.when(bloc.members().size() < least || bloc.members().size() > most, at + "members",
                "Mỗi cụm, khối có từ " + least + " đến " + most + " thành viên.");
        long heads = bloc.members().stream().filter(member -> member.role() == BlocRole.HEAD).count();
        errors.when(heads != 1, at + "members", "Mỗi cụm, khối có đúng một đơn vị Trưởng khối (Trưởng cụm).");
        for (int j = 0; j < bloc.members().size(); j++) {
            MemberDraft member = bloc.members().get(j);
            String field = at + "members[" + j + "].";
            errors.when(member.role() == null, field + "role", "Chọn vai trò.");
            UnitView unit = member.unit() == null ? null : units.get(member.unit());
            errors.when(unit == null || !unit.active() || !unit.hasAccount(), field + "unit", unit == null ? "Chọn đơn vị."
                    : unit.name() + " không còn hoạt động hoặc không có tài khoản.");
            String other = unit == null ? null : placed.putIfAbsent(bloc.kind() + " " + unit.code(), bloc.name());
            errors.when(other != null, field + "unit", unit == null ? "" : unit.name() + " đã thuộc \"" + other
                    + "\"; trong một kỳ, mỗi đơn vị thuộc không quá một khối hoặc cụm cùng loại.");
        }
    }

    /** Units that are in a bloc in force in this period already, by kind and unit: the bloc's name. */
    private Map<String, String> placed(Period period) {
        return new HashMap<>(jdbc.sql("select m.kind || ' ' || m.unit_code, y.name from bloc_member m join bloc_year y on y.code = "
                + "m.bloc_year_code "
                        + "where m.year = ? and m.school_year = ? and m.until_date is null").params(period.year(), period.schoolYear())
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The first unit or bloc of these that another decision has placed in this period. */
    Optional<String> placed(Period period, List<BlocDraft> blocs) {
        Map<String, String> placed = placed(period);
        for (BlocDraft bloc : blocs) {
            if (inForce(period, bloc.blocCode())) {
                return Optional.of("Khối có mã \"" + bloc.blocCode() + "\"");
            }
            Optional<MemberDraft> taken = bloc.members().stream().filter(member -> placed.containsKey(bloc.kind() + " " + member.unit()))
                    .findFirst();
            if (taken.isPresent()) {
                return Optional.of(organisation.unit(taken.get().unit()).name());
            }
        }
        return Optional.empty();
    }

    private boolean inForce(Period period, String blocCode) {
        return blocCode != null && jdbc.sql("select exists (select 1 from bloc_year where bloc_code = ? and year = ? and school_year = ?)")
                .params(blocCode, period.year(), period.schoolYear()).query(Boolean.class).single();
    }

    private static void criteria(List<Criterion> criteria, String at, Errors errors) {
        errors.when(criteria.size() > MOST_CRITERIA, at + "criteria", "Tối đa " + MOST_CRITERIA + " tiêu chí.");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion row = criteria.get(i);
            String field = at + "criteria[" + i + "].";
            errors.text(row.code(), field + "code", true, 20, "Nhập mã tiêu chí.");
            errors.when(row.parent() != null && !codes.contains(row.parent()), field + "parent",
                    "Mục lớn phải là mã của một tiêu chí đứng trước.");
            errors.when(row.code() != null && !codes.add(row.code()), field + "code", "Mã tiêu chí bị lặp.");
            errors.text(row.name(), field + "name", true, LONGEST_TITLE, "Nhập nội dung tiêu chí.");
            errors.text(row.scoredBy(), field + "scoredBy", false, LONGEST_NAME, null);
            errors.number(row.max(), field + "max");
            errors.when(row.max() == null || row.max().signum() <= 0, field + "max", "Nhập điểm tối đa lớn hơn 0.");
        }
    }

    // ---- findings ---------------------------------------------------------------------------------------------------

    private List<Finding> findings(Period period, CompositionDraft draft) {
        List<Finding> found = new ArrayList<>();
        Map<String, Organisation.Readiness> heads = organisation.readiness(draft.blocs().stream().map(CompositionChecks::head)
                .filter(Objects::nonNull).distinct().toList());
        Map<String, RotationNote> turns = rotation.notes(period.from(), period.schoolYear()).stream()
                .collect(Collectors.toMap(RotationNote::blocCode, Function.identity()));
        List<String> again = new ArrayList<>();
        for (int i = 0; i < draft.blocs().size(); i++) {
            BlocDraft bloc = draft.blocs().get(i);
            String at = "blocs[" + i + "].";
            points(bloc, at, found);
            String head = head(bloc);
            if (head != null && bloc.blocCode() != null) {
                turn(bloc, head, turns.get(bloc.blocCode()), period, at, found, again);
                if (!heads.get(head).ready()) {
                    add(found, "B12", at + "members", "\"" + bloc.name() + "\": " + heads.get(head).problem()
                            + " Khối chờ riêng đến khi bổ sung đủ; các khối khác không phải chờ.");
                }
            }
        }
        if (!again.isEmpty()) { // one warning for all: its reason is given by code
            add(found, "B11", "blocs", "Đơn vị làm Trưởng khối (Trưởng cụm) hai kỳ liền nhau: " + String.join("; ", again) + ".");
        }
        return found;
    }

    /** B03, B09: the points of the table as a tree. */
    private void points(BlocDraft bloc, String at, List<Finding> found) {
        if (bloc.criteria().isEmpty()) {
            add(found, "B09", at + "criteria", "\"" + bloc.name() + "\" chưa có bộ tiêu chí chấm điểm.");
            return;
        }
        if (bloc.criteria().stream().anyMatch(row -> row.max() == null || row.code() == null)) {
            return;
        }
        Set<BigDecimal> totals = new HashSet<>(jdbc.sql("select value from bloc_parameter where code = 'CRITERIA_TOTAL' and "
                + "valid_from <= :day "
                + "and (valid_to is null or valid_to >= :day) order by value").param("day", today()).query(BigDecimal.class).list());
        BigDecimal total = sum(bloc.criteria(), null);
        if (totals.stream().noneMatch(allowed -> allowed.compareTo(total) == 0)) {
            add(found, "B03", at + "criteria", "Tổng điểm tối đa của \"" + bloc.name() + "\" là " + PlanText.number(total) + ", phải là "
                    + totals.stream().sorted().map(PlanText::number).collect(Collectors.joining(" hoặc ")) + ".");
        }
        for (int i = 0; i < bloc.criteria().size(); i++) {
            Criterion row = bloc.criteria().get(i);
            BigDecimal parts = sum(bloc.criteria(), row.code());
            if (parts.signum() > 0 && parts.compareTo(row.max()) != 0) {
                add(found, "B03", at + "criteria[" + i + "].max", "Điểm tối đa của mục " + row.code() + " là " + PlanText.number(row.max())
                        + " nhưng các mục con cộng lại là " + PlanText.number(parts) + ".");
            }
        }
    }

    private static BigDecimal sum(List<Criterion> criteria, String parent) {
        return criteria.stream().filter(row -> Objects.equals(row.parent(), parent)).map(Criterion::max).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    /** B10, B11: who heads the bloc against whose turn it is. */
    private void turn(BlocDraft bloc, String head, RotationNote note, Period period, String at, List<Finding> found,
                      List<String> again) {
        if (rotation.previousHead(bloc.blocCode(), period.from()).filter(head::equals).isPresent()) {
            again.add(organisation.unit(head).name() + " (\"" + bloc.name() + "\")");
        } else if (note != null && !note.turns().isEmpty() && !note.turns().get(0).unitCode().equals(head)) {
            RotationNote.Turn next = note.turns().get(0);
            add(found, "B10", at + "members", "\"" + bloc.name() + "\": theo luân phiên, đến lượt " + next.unitName()
                    + (next.lastHeaded() == null ? " (chưa làm Trưởng khối)." : " (làm Trưởng khối gần nhất " + next.lastHeaded() + ")."));
        }
    }

    private void add(List<Finding> found, String code, String field, String message) {
        rules.finding(code, today(), field, message).ifPresent(found::add);
    }

    private static String head(BlocDraft bloc) {
        return bloc.members().stream().filter(member -> member.role() == BlocRole.HEAD && member.unit() != null).map(MemberDraft::unit)
                .findFirst().orElse(null);
    }

    private int parameter(String code) {
        return jdbc.sql("select value from bloc_parameter where code = :code and valid_from <= :day and (valid_to is null or valid_to "
                + ">= :day) "
                + "order by valid_from desc limit 1").param("code", code).param("day", today()).query(BigDecimal.class).single().intValue();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
