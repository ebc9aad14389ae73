package vn.giaouoc.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;

/** Whether a decision that ends units can be entered as it is. */
@Component
class SuccessionChecks {

    private static final int LONGEST = 20_000;
    private static final int MOST_UNITS = 100;
    private static final String UNKNOWN = "Đơn vị không tồn tại hoặc không còn hoạt động.";

    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    SuccessionChecks(Organisation organisation, JdbcClient jdbc, Clock clock) {
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A unit that ends, in a succession that was not cancelled. */
    private record Ending(String unit, String succession, LocalDate on) {
    }

    /** Who takes over the open work. */
    String heir(SuccessionDraft draft) {
        return draft.kind() == SuccessionKind.MERGE && (draft.heir() == null || draft.heir().isBlank()) ? draft.to().get(0) : draft.heir();
    }

    /** @throws InvalidInput at the field */
    void check(SuccessionDraft draft) {
        var errors = new Errors();
        decision(draft, errors);
        numbers(draft, errors);
        Map<String, UnitView> units = organisation.units().stream().collect(Collectors.toMap(UnitView::code, Function.identity()));
        Map<String, Ending> endings = jdbc.sql("select f.unit_code as unit, s.code as succession, s.effective_date as on "
                        + "from succession_from f "
                        + "join succession s on s.code = f.succession_code where not f.cancelled").query(Ending.class).list().stream()
                .collect(Collectors.toMap(Ending::unit, Function.identity()));
        former(draft, units, endings, errors);
        successors(draft, units, endings, errors);
        errors.refuse();
        heir(draft, units, endings, errors);
        errors.refuse();
        circles(draft, errors);
        errors.refuse();
    }

    private void decision(SuccessionDraft draft, Errors errors) {
        errors.when(draft.kind() == null, "kind", "Chọn hình thức.");
        errors.when(draft.effectiveDate() == null, "effectiveDate", "Nhập ngày có hiệu lực.");
        errors.date(draft.effectiveDate(), "effectiveDate");
        errors.text(draft.decisionNumber(), "decisionNumber", true, 60, "Nhập số, ký hiệu của văn bản quyết định.");
        errors.when(draft.decisionDate() == null, "decisionDate", "Nhập ngày ban hành văn bản.");
        errors.when(draft.decisionDate() != null && draft.decisionDate().isAfter(LocalDate.now(clock)), "decisionDate",
                "Ngày ban hành không được ở tương lai.");
        errors.date(draft.decisionDate(), "decisionDate");
        errors.text(draft.authority(), "authority", true, 200, "Nhập cơ quan ban hành.");
        errors.text(draft.note(), "note", draft.kind() == SuccessionKind.DISSOLVE, LONGEST, "Nêu lý do giải thể.");
    }

    private static void numbers(SuccessionDraft draft, Errors errors) {
        int from = draft.from().size();
        int to = draft.to().size();
        errors.when(from == 0, "from", "Chọn đơn vị thôi hoạt động.");
        errors.when(from > MOST_UNITS, "from", "Tối đa " + MOST_UNITS + " đơn vị.");
        errors.when(to > MOST_UNITS, "to", "Tối đa " + MOST_UNITS + " đơn vị.");
        errors.when(draft.kind() == SuccessionKind.SPLIT && from > 1, "from", "Mỗi lần chia chỉ một đơn vị.");
        errors.when(draft.kind() == SuccessionKind.MERGE && to != 1, "to", "Chọn một đơn vị mà các đơn vị kia nhập vào.");
        errors.when(draft.kind() == SuccessionKind.SPLIT && to < 2, "to", "Chọn từ hai đơn vị hình thành sau khi chia.");
        errors.when(draft.kind() == SuccessionKind.DISSOLVE && to > 0, "to", "Giải thể thì không có đơn vị kế thừa; nếu có, chọn sáp nhập "
                + "hoặc chia.");
    }

    private static void former(SuccessionDraft draft, Map<String, UnitView> units, Map<String, Ending> endings, Errors errors) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.from().size(); i++) {
            String code = draft.from().get(i);
            String at = "from[" + i + "]";
            Ending known = endings.get(code);
            UnitView unit = units.get(code);
            errors.when(!seen.add(code), at, "Đơn vị bị lặp.");
            errors.when(known != null, at, known == null ? "" : "Đơn vị đã có quyết định " + known.succession() + ".");
            errors.when(known == null && (unit == null || !unit.active()), at, UNKNOWN);
        }
    }

    private static void successors(SuccessionDraft draft, Map<String, UnitView> units, Map<String, Ending> endings, Errors errors) {
        Set<String> seen = new HashSet<>(draft.from());
        for (int i = 0; i < draft.to().size(); i++) {
            String code = draft.to().get(i);
            String at = "to[" + i + "]";
            errors.when(!seen.add(code), at, "Đơn vị bị lặp, hoặc chính là đơn vị thôi hoạt động.");
            canTakeOver(code, at, draft, units, endings, errors);
        }
    }

    private void heir(SuccessionDraft draft, Map<String, UnitView> units, Map<String, Ending> endings, Errors errors) {
        String heir = heir(draft);
        errors.when(heir == null || heir.isBlank(), "heir", "Chọn đơn vị tiếp nhận việc đang làm.");
        if (heir == null || heir.isBlank()) {
            return;
        }
        errors.when(!draft.to().isEmpty() && !draft.to().contains(heir), "heir", "Đơn vị tiếp nhận là một trong các đơn vị kế thừa.");
        errors.when(draft.from().contains(heir), "heir", "Đơn vị tiếp nhận không thể là đơn vị thôi hoạt động.");
        canTakeOver(heir, "heir", draft, units, endings, errors);
    }

    private static void canTakeOver(String code, String at, SuccessionDraft draft, Map<String, UnitView> units, Map<String, Ending> endings,
                                    Errors errors) {
        UnitView unit = units.get(code);
        Ending ending = endings.get(code);
        errors.when(unit == null || !unit.active(), at, UNKNOWN);
        errors.when(unit != null && unit.active() && !unit.hasAccount(), at, "Đơn vị không có tài khoản nên không nhận được việc.");
        errors.when(unit != null && unit.active() && ending != null && draft.effectiveDate() != null
                        && !ending.on().isAfter(draft.effectiveDate()),
                at, ending == null ? "" : "Đơn vị thôi hoạt động theo quyết định " + ending.succession() + ", trước ngày này.");
    }

    /** A unit must not come back to itself through its successors, those of decisions that wait for their day included. */
    private void circles(SuccessionDraft draft, Errors errors) {
        Set<String> targets = new HashSet<>(draft.to());
        targets.add(heir(draft));
        List<String> reached = jdbc.sql("""
                        with recursive step (former, next) as (
                          select f.unit_code, t.unit_code from succession_from f
                            join succession_to t on t.succession_code = f.succession_code
                          where not f.cancelled
                          union select f.unit_code, s.heir from succession_from f join succession s on s.code = f.succession_code
                          where not f.cancelled),
                        reached (unit) as (select unnest(?) union select step.next from reached join step on step.former = reached.unit)
                        select unit from reached where unit = any(?)""")
                .params(targets.toArray(String[]::new), draft.from().toArray(String[]::new)).query(String.class).list();
        errors.when(!reached.isEmpty(), "to", "Các quyết định tạo thành vòng: đơn vị kế thừa sẽ lại nhập vào chính đơn vị thôi hoạt động.");
    }
}
