package vn.giaouoc.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.covenant.Attendance;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperContent.Joint;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Signature;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.organisation.Organisation;

/** What the minutes of the bloc's conference on its review say (NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.10). */
final class ReviewMinutesText {

    private final BlocYearView bloc;
    private final ReviewConference conference;
    private final List<ReviewPart> parts;
    private final Organisation organisation;
    private final String place;

    ReviewMinutesText(BlocYearView bloc, ReviewConference conference, List<ReviewPart> parts, Organisation organisation, String place) {
        this.bloc = bloc;
        this.conference = conference;
        this.parts = parts;
        this.organisation = organisation;
        this.place = place;
    }

    PaperContent paper() {
        String period = bloc.firstHalf();
        Attendance chair = chair();
        return new PaperContent(null, bloc.name().toUpperCase(Locale.forLanguageTag("vi")), null, "BB", place, conference.date(), bloc.year(),
                "BIÊN BẢN", "Hội nghị sơ kết phong trào thi đua " + period, null, List.of(),
                "Ngày " + PlanText.day(conference.date()) + ", tại " + conference.place().strip() + ", " + bloc.name()
                        + " tổ chức hội nghị sơ kết phong trào thi đua " + period + ".", sections(),
                "Biên bản được lập để làm căn cứ theo dõi, thực hiện các kết luận của hội nghị./.", List.of(), List.of(), null,
                new Joint(null, List.of(new Signature(null, List.of("THƯ KÝ"), false, null, null),
                        new Signature(null, List.of("CHỦ TRÌ"), false, null, chair == null ? null : chair.representative())), null));
    }

    private List<Section> sections() {
        return PlanText.numbered(Stream.of(
                new Section("Thành phần tham dự", came(), attendance()),
                new Section("Nội dung trao đổi", List.of(), table(List.of("TT", "Nội dung", "Ý kiến kết luận"), conference.points(),
                        point -> List.of(text(point.text()), text(point.conclusion())), List.of(7, 50, 43))),
                new Section("Diễn biến hội nghị", PlanText.lines(conference.minutes()), null),
                new Section("Kết luận", List.of(), decided(conference.conclusions())),
                new Section("Nhiệm vụ " + bloc.secondHalf(), List.of(), decided(conference.tasks()))));
    }

    /** Who came for the head unit, or null. */
    private Attendance chair() {
        String head = parts.stream().filter(part -> part.role() == BlocRole.HEAD).map(ReviewPart::unit).findFirst().orElse("");
        return conference.attendance().stream().filter(row -> row.present() && head.equals(row.unit())).findFirst().orElse(null);
    }

    private List<String> came() {
        List<String> lines = new ArrayList<>();
        Attendance chair = chair();
        if (chair != null && chair.representative() != null) {
            lines.add("Chủ trì: " + chair.representative().strip() + (chair.position() == null || chair.position().isBlank() ? ""
                    : ", " + chair.position().strip()) + ".");
        }
        lines.add("Có mặt: " + conference.attendance().stream().filter(Attendance::present).count() + "/" + conference.attendance().size()
                + " đơn vị thành viên.");
        return lines;
    }

    private Table attendance() {
        Map<String, String> names = parts.stream().collect(Collectors.toMap(ReviewPart::unit, ReviewPart::actingName));
        return table(List.of("TT", "Đơn vị", "Người đại diện", "Chức vụ", "Tham dự"), conference.attendance(), row -> List.of(
                names.getOrDefault(row.unit(), row.unit()), text(row.representative()), text(row.position()),
                row.present() ? "Có mặt" : "Vắng mặt"), List.of(7, 36, 23, 21, 13));
    }

    private Table decided(List<Conclusion> rows) {
        Map<String, String> names = organisation.names(rows.stream().map(Conclusion::ownerUnit).distinct().toList());
        return table(List.of("TT", "Nội dung", "Đơn vị thực hiện", "Thời hạn"), rows, row -> List.of(row.content(), names.get(row.ownerUnit()),
                PlanText.day(row.dueOn())), List.of(7, 49, 26, 18));
    }

    private static <T> Table table(List<String> heads, List<T> rows, Function<T, List<String>> cells, List<Integer> widths) {
        return new Table(heads, IntStream.range(0, rows.size()).mapToObj(i -> Stream.concat(Stream.of(String.valueOf(i + 1)),
                cells.apply(rows.get(i)).stream()).toList()).toList(), List.of(0), widths);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
