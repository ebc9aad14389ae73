package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.covenant.Consolidated.TitleTotal;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;

/** What the list of registrations of a bloc says. */
final class RegistrationPaperText {

    private final PaperFacts facts;
    private final List<Target> targets;
    private final Map<String, TitleTotal> titles;

    private RegistrationPaperText(PaperFacts facts) {
        this.facts = facts;
        this.targets = facts.covenant().content() == null ? List.of() : facts.covenant().content().targets();
        this.titles = facts.consolidated().titles().stream()
                .collect(Collectors.toMap(TitleTotal::title, title -> title, (one, other) -> one));
    }

    static PaperContent of(PaperFacts facts) {
        return new RegistrationPaperText(facts).paper();
    }

    private PaperContent paper() {
        Consolidated all = facts.consolidated();
        return new PaperContent(null, facts.body(), null, null, facts.place(), facts.date(), facts.bloc().year(),
                "DANH SÁCH ĐĂNG KÝ THI ĐUA " + PaperFacts.capitals(facts.period()), facts.bloc().name(), null, List.of(),
                "Đã có " + all.registered() + "/" + all.members() + " đơn vị thành viên đăng ký, với tổng số "
                        + PlanText.number(BigDecimal.valueOf(all.staff())) + " người, " + all.initiatives() + " sáng kiến, "
                        + all.models() + " mô hình.",
                sections(), null, List.of("Sở Nội vụ", "Các đơn vị thành viên", "Lưu: VT."),
                List.of("TM. " + PaperFacts.capitals(facts.bloc().kind().label()), "TRƯỞNG " + PaperFacts.capitals(facts.word())), null,
                facts.joint(List.of(), null));
    }

    private List<Section> sections() {
        return PlanText.numbered(Stream.of(
                new Section("Chỉ tiêu của giao ước", List.of(), TargetTable.of(facts)),
                new Section("Đăng ký của từng đơn vị", List.of(), members()),
                new Section("Tổng hợp danh hiệu", List.of(), totals())));
    }

    private Table members() {
        List<List<String>> rows = new ArrayList<>();
        for (MemberRegistration member : facts.registrations()) {
            String number = String.valueOf(rows.size() + 1);
            Registration registration = member.registration();
            rows.add(registration == null ? List.of(number, member.unitName(), "", "Chưa đăng ký", "", "", "")
                    : List.of(number, member.unitName(),
                    registration.staff() == null ? "" : PlanText.number(BigDecimal.valueOf(registration.staff())),
                    titles(registration, Title.Kind.COLLECTIVE), titles(registration, Title.Kind.INDIVIDUAL), works(registration),
                    targets(member.unitCode(), registration)));
        }
        return new Table(List.of("TT", "Đơn vị", "Số người", "Danh hiệu tập thể", "Danh hiệu cá nhân", "Sáng kiến, mô hình",
                "Chỉ tiêu (số thứ tự ở mục I)"), rows, List.of(0, 2), List.of(5, 19, 7, 17, 17, 19, 16));
    }

    private String titles(Registration registration, Title.Kind kind) {
        return registration.titles().stream().filter(row -> titles.containsKey(row.title()) && titles.get(row.title()).kind() == kind)
                .map(row -> titles.get(row.title()).name() + ": " + PlanText.number(row.count())).collect(Collectors.joining("\n"));
    }

    private static String works(Registration registration) {
        return Stream.concat(registration.initiatives().stream().map(work -> "Sáng kiến: " + work),
                registration.models().stream().map(work -> "Mô hình: " + work)).collect(Collectors.joining("\n"));
    }

    /** Targets with a value of the member's own, or that come to a number for it. */
    private String targets(String unit, Registration registration) {
        return IntStream.range(0, targets.size()).mapToObj(i -> target(i, unit, registration)).filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private String target(int i, String unit, Registration registration) {
        Target target = targets.get(i);
        BigDecimal own = registration.targets().stream().filter(row -> row.targetId().equals(target.id())).map(MemberTarget::value)
                .filter(Objects::nonNull).findFirst().orElse(null);
        BigDecimal people = facts.meanings().stream().filter(row -> row.targetId().equals(target.id()) && unit.equals(row.unitCode()))
                .map(TargetMeaning::people).filter(Objects::nonNull).findFirst().orElse(null);
        if (own == null && people == null) {
            return null;
        }
        String value = own == null ? "" : " " + PlanText.number(own)
                + (target.unit() == null || target.unit().isBlank() ? "" : " " + target.unit());
        boolean counted = people != null && target.base() != null;
        String amount = counted ? TargetTable.limit(target) + " " + VietnameseNumber.of(people)
                : own == null ? TargetText.value(target, facts.ratings()) : "";
        return "(" + (i + 1) + ")" + value + (amount.isEmpty() ? "" : (value.isEmpty() ? " " : ": ") + amount);
    }

    private Table totals() {
        List<List<String>> rows = new ArrayList<>();
        for (TitleTotal title : facts.consolidated().titles()) {
            rows.add(List.of(String.valueOf(rows.size() + 1), title.name(), title.kind() == Title.Kind.COLLECTIVE ? "Tập thể" : "Cá nhân",
                    PlanText.number(title.count()), String.valueOf(title.units())));
        }
        return new Table(List.of("TT", "Danh hiệu", "Đối tượng", "Số lượng", "Số đơn vị đăng ký"), rows,
                List.of(0, 3, 4), List.of(6, 52, 14, 14, 14));
    }
}
