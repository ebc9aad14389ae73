package vn.giaouoc.bloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperText;
import vn.giaouoc.organisation.Organisation;

/** What the decision that composes blocs says: {@code TL-2026-01/QD}. */
@Component
class BlocText implements PaperText {

    private final CompositionQueries compositions;
    private final Organisation organisation;

    BlocText(@Lazy CompositionQueries compositions, Organisation organisation) {
        this.compositions = compositions;
        this.organisation = organisation;
    }

    @Override
    public boolean owns(String paperId) {
        return paperId.startsWith(BlocAccess.COMPOSITION);
    }

    @Override
    public String template() {
        return "QD";
    }

    @Override
    public String kindName() {
        return "QUYẾT ĐỊNH";
    }

    @Override
    public Body body(String paperId) {
        CompositionView composition = compositions.get(paperId.substring(0, paperId.indexOf('/')));
        Map<String, String> names = organisation.names(composition.blocs().stream().flatMap(bloc -> bloc.members().stream())
                .map(MemberDraft::unit).distinct().toList());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Điều 1.", List.of("Thành lập, kiện toàn " + composition.blocs().size() + " cụm, khối thi đua "
                + composition.periodName() + " (từ ngày " + PlanText.day(composition.from()) + " đến hết ngày "
                + PlanText.day(composition.to())
                + ") gồm các thành viên sau đây:"), null));
        IntStream.range(0, composition.blocs().size()).forEach(i -> sections.add(members(i + 1, composition.blocs().get(i), names)));
        sections.add(new Section("Điều 2.", duties(), null));
        sections.add(new Section("Điều 3.", List.of("Quyết định này có hiệu lực kể từ ngày ký, áp dụng cho " + composition.periodName()
                + "."), null));
        sections.add(new Section("Điều 4.",
                List.of("Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, thủ trưởng các cơ quan, đơn vị có "
                + "tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."), null));
        composition.blocs().stream().filter(bloc -> !PlanText.lines(bloc.rules()).isEmpty())
                .forEach(bloc -> sections.add(new Section("QUY CHẾ HOẠT ĐỘNG CỦA " + bloc.name() + ".", PlanText.lines(bloc.rules()),
                null)));
        composition.blocs().stream().filter(bloc -> !bloc.criteria().isEmpty()).forEach(bloc -> sections.add(criteria(bloc)));
        return new Body(PlanText.lines(composition.legalGrounds()), "Theo đề nghị của Giám đốc Sở Nội vụ,", sections, null,
                List.of("Như Điều 4", "Thường trực Tỉnh ủy, HĐND tỉnh", "Lưu: VT, TĐKT."));
    }

    private static List<String> duties() {
        return List.of("Nhiệm vụ của các cụm, khối thi đua:",
                "- Trưởng cụm, Trưởng khối chủ trì xây dựng chương trình công tác, quy chế hoạt động, tổ chức đăng ký, ký kết giao "
                        + "ước thi đua, "
                        + "sơ kết, tổng kết và bình xét thi đua của cụm, khối.",
                "- Phó Trưởng cụm, Phó Trưởng khối giúp Trưởng cụm, Trưởng khối và thay mặt khi được ủy quyền.",
                "- Các thành viên đăng ký danh hiệu, chỉ tiêu thi đua, thực hiện giao ước đã ký và chế độ báo cáo theo quy chế.");
    }

    private static Section members(int number, BlocDraft bloc, Map<String, String> names) {
        List<List<String>> rows = IntStream.range(0, bloc.members().size()).mapToObj(i -> List.of(String.valueOf(i + 1),
                names.get(bloc.members().get(i).unit()), bloc.members().get(i).role().label(bloc.kind()))).toList();
        return new Section(number + ".", List.of(bloc.name() + " (" + rows.size() + " thành viên)"),
                new Table(List.of("TT", "Đơn vị", "Vai trò"), rows, List.of(0), List.of(8, 62, 30)));
    }

    private static Section criteria(BlocDraft bloc) {
        return new Section("TIÊU CHÍ CHẤM ĐIỂM CỦA " + bloc.name() + ".", List.of("Điểm tối đa theo từng tiêu chí:"),
                new Table(List.of("Mã", "Nội dung", "Điểm tối đa", "Cơ quan chấm"), bloc.criteria().stream().map(row -> List.of(row.code(),
                        row.name(),
                        PlanText.number(row.max()), row.scoredBy() == null ? "" : row.scoredBy())).toList(), List.of(2), List.of(10, 50, 15,
                                25)));
    }
}
