package vn.giaouoc.covenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Signature;
import vn.giaouoc.document.PaperContent.Table;

/** What the minutes of the bloc's conference say (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.10). */
final class MinutesPaperText {

    private final PaperFacts facts;
    private final Conference conference;

    private MinutesPaperText(PaperFacts facts) {
        this.facts = facts;
        this.conference = facts.covenant().conference();
    }

    static PaperContent of(PaperFacts facts) {
        return new MinutesPaperText(facts).paper();
    }

    private PaperContent paper() {
        String place = conference.place() == null || conference.place().isBlank() ? "" : ", tại " + conference.place().strip();
        return new PaperContent(null, facts.body(), null, "BB", facts.place(), conference.date(), facts.bloc().year(), "BIÊN BẢN",
                "Hội nghị thống nhất giao ước thi đua " + facts.period(), null,
                Stream.of(facts.ground()).filter(Objects::nonNull).toList(),
                "Ngày " + PlanText.day(conference.date()) + place + ", " + facts.bloc().name()
                        + " tổ chức hội nghị thống nhất nội dung giao ước thi đua " + facts.period() + ".", sections(),
                "Biên bản được lập để làm căn cứ " + (conference.agreed() ? "ký và thực hiện" : "hoàn thiện") + " giao ước thi đua./.",
                List.of(), List.of(), null,
                facts.joint(List.of(new Signature(null, List.of("THƯ KÝ"), false, null, null),
                        new Signature(null, List.of("CHỦ TRÌ"), false, null, chair() == null ? null : chair().representative())), null));
    }

    private List<Section> sections() {
        return PlanText.numbered(Stream.of(
                new Section("Thành phần tham dự", came(), attendance()),
                new Section("Nội dung thảo luận", List.of(), points()),
                new Section("Biểu quyết", List.of(), votes()),
                new Section("Diễn biến hội nghị", PlanText.lines(conference.minutes()), null),
                new Section("Kết luận", List.of(conference.agreed()
                        ? "Hội nghị thống nhất nội dung giao ước thi đua; các đơn vị thành viên ký giao ước."
                        : "Hội nghị chưa thống nhất nội dung giao ước thi đua; " + facts.headName() + " hoàn thiện nội dung."), null)));
    }

    /** Who came for the head unit, or null. */
    private Attendance chair() {
        MemberState head = facts.head();
        return head == null ? null : conference.attendance().stream()
                .filter(row -> row.present() && head.unitCode().equals(row.unit())).findFirst().orElse(null);
    }

    private List<String> came() {
        List<String> lines = new ArrayList<>();
        Attendance chair = chair();
        if (chair != null && chair.representative() != null && !chair.representative().isBlank()) {
            boolean position = chair.position() != null && !chair.position().isBlank();
            lines.add("Chủ trì: " + chair.representative().strip() + (position ? ", " + chair.position().strip() : "") + ", "
                    + facts.headName() + ".");
        }
        long present = conference.attendance().stream().filter(Attendance::present).count();
        lines.add("Có mặt: " + present + "/" + facts.parties().size() + " đơn vị thành viên.");
        return lines;
    }

    private Table attendance() {
        Map<String, String> units = facts.units();
        List<Attendance> all = conference.attendance();
        return new Table(List.of("TT", "Đơn vị", "Người đại diện", "Chức vụ", "Tham dự"), IntStream.range(0, all.size()).mapToObj(i -> {
            Attendance row = all.get(i);
            return List.of(String.valueOf(i + 1), units.getOrDefault(row.unit(), row.unit()), text(row.representative()),
                    text(row.position()), row.present() ? "Có mặt" : "Vắng mặt");
        }).toList(), List.of(0), List.of(7, 36, 23, 21, 13));
    }

    private Table points() {
        List<PointDiscussed> all = conference.points();
        return new Table(List.of("TT", "Nội dung", "Kết luận"), IntStream.range(0, all.size()).mapToObj(i ->
                List.of(String.valueOf(i + 1), text(all.get(i).text()), text(all.get(i).conclusion()))).toList(), List.of(0), List.of(7, 50, 43));
    }

    private Table votes() {
        List<Vote> all = conference.votes();
        List<List<String>> rows = IntStream.range(0, all.size()).mapToObj(i -> {
            Vote vote = all.get(i);
            return List.of(String.valueOf(i + 1), text(vote.subject()), String.valueOf(vote.agree()), String.valueOf(vote.disagree()),
                    String.valueOf(vote.abstain()));
        }).toList();
        return new Table(List.of("TT", "Nội dung biểu quyết", "Tán thành", "Không tán thành", "Ý kiến khác"), rows, List.of(0, 2, 3, 4), List.of(7, 48, 15, 15, 15));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
