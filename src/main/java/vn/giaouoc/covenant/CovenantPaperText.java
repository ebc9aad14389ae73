package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;

/** What the paper of a covenant says, with a place for each member's signature. */
final class CovenantPaperText {

    /** Most targets beside each other in one table of what they mean. */
    private static final int MOST_COLUMNS = 4;

    private static final String ABOUT_AMOUNTS = "Tính trên số người, số đơn vị đã đăng ký; số của cột là số thứ tự của chỉ tiêu.";

    private final PaperFacts facts;
    private final CovenantContent content;

    private CovenantPaperText(PaperFacts facts) {
        this.facts = facts;
        this.content = facts.covenant().content();
    }

    static PaperContent of(PaperFacts facts) {
        return new CovenantPaperText(facts).paper();
    }

    private PaperContent paper() {
        return new PaperContent(null, facts.body(), null, null, facts.place(), facts.date(), facts.bloc().year(),
                "BẢN GIAO ƯỚC THI ĐUA " + PaperFacts.capitals(facts.period()), facts.bloc().name(), null, grounds(),
                "Các đơn vị thành viên thống nhất ký giao ước thi đua " + facts.period() + " với các nội dung sau:", sections(),
                "Các đơn vị thành viên cam kết nghiêm túc thực hiện bản giao ước này./.", List.of(), List.of(), null,
                facts.joint(SignaturePlaces.of(facts), facts.verification()));
    }

    private List<String> grounds() {
        String conference = facts.date() == null ? null
                : "Căn cứ kết quả hội nghị của " + facts.word() + " ngày " + PlanText.day(facts.date());
        return Stream.of(facts.ground(), conference).filter(Objects::nonNull).toList();
    }

    private List<Section> sections() {
        List<Section> parts = new ArrayList<>();
        parts.add(new Section("Lý do điều chỉnh", PlanText.lines(facts.covenant().reason()), null));
        parts.add(new Section("Nội dung điều chỉnh", List.of(), changes()));
        parts.add(new Section("Nội dung giao ước", counted(content.commitments()), null));
        parts.add(new Section("Chỉ tiêu thi đua", List.of(), TargetTable.of(facts)));
        parts.addAll(amounts());
        parts.add(new Section("Chương trình công tác", PlanText.lines(content.plan()), null));
        parts.add(new Section("Quy chế hoạt động", PlanText.lines(content.rules()), null));
        return PlanText.numbered(parts.stream());
    }

    private Table changes() {
        List<List<String>> rows = facts.covenant().diff().stream().map(row -> List.of(row.part(),
                row.before() == null ? "(không có)" : row.before(), row.after() == null ? "(bỏ)" : row.after())).toList();
        return new Table(List.of("Phần", "Đã ghi nhận", "Điều chỉnh thành"), rows, List.of(), List.of(24, 38, 38));
    }

    /** What the targets come to for each member: those that come to a number, a few beside each other. */
    private List<Section> amounts() {
        Map<String, Map<String, TargetMeaning>> byTarget = facts.meanings().stream()
                .filter(meaning -> meaning.unitCode() != null && meaning.people() != null)
                .collect(Collectors.groupingBy(TargetMeaning::targetId,
                        Collectors.toMap(TargetMeaning::unitCode, meaning -> meaning, (a, b) -> a)));
        List<Integer> shown = IntStream.range(0, content.targets().size()).filter(i -> byTarget.containsKey(content.targets().get(i).id()))
                .boxed().toList();
        List<Section> sections = new ArrayList<>();
        for (int from = 0; from < shown.size(); from += MOST_COLUMNS) {
            List<Integer> part = shown.subList(from, Math.min(from + MOST_COLUMNS, shown.size()));
            String heading = "Chỉ tiêu quy ra số lượng của từng đơn vị" + (from == 0 ? "" : " (tiếp theo)");
            sections.add(new Section(heading, List.of(ABOUT_AMOUNTS), amounts(part, byTarget)));
        }
        return sections;
    }

    private Table amounts(List<Integer> shown, Map<String, Map<String, TargetMeaning>> byTarget) {
        Map<String, Integer> staff = staff();
        List<String> heads = new ArrayList<>(List.of("TT", "Đơn vị", "Số người"));
        shown.forEach(i -> heads.add("(" + (i + 1) + ")"));
        List<List<String>> rows = new ArrayList<>();
        for (MemberState member : facts.parties()) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(rows.size() + 1), member.unitName(),
                    staff.containsKey(member.unitCode()) ? PlanText.number(BigDecimal.valueOf(staff.get(member.unitCode()))) : "–"));
            shown.stream().map(content.targets()::get).forEach(target ->
                    row.add(amount(target, byTarget.get(target.id()).get(member.unitCode()))));
            rows.add(row);
        }
        List<Integer> widths = new ArrayList<>(List.of(7, 81 - 12 * shown.size(), 12));
        shown.forEach(i -> widths.add(12));
        return new Table(heads, rows, IntStream.range(0, heads.size()).filter(i -> i != 1).boxed().toList(), widths);
    }

    private Map<String, Integer> staff() {
        Map<String, Integer> staff = new LinkedHashMap<>();
        facts.registrations().stream().filter(row -> row.registration() != null && row.registration().staff() != null)
                .forEach(row -> staff.put(row.unitCode(), row.registration().staff()));
        return staff;
    }

    private static String amount(Target target, TargetMeaning meaning) {
        return meaning == null ? "–" : TargetTable.limit(target) + " " + VietnameseNumber.of(meaning.people());
    }

    private static List<String> counted(Collection<String> items) {
        List<String> all = List.copyOf(items);
        return IntStream.range(0, all.size()).mapToObj(i -> (i + 1) + ". " + all.get(i)).toList();
    }
}
