package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.giaouoc.bloc.BlocKind;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocYearStatus;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.document.PaperContent.Verification;
import vn.giaouoc.document.PaperView;

/** The case of Bắc Ninh's bloc of advising offices, 2024, with as many members as a test wants. */
final class PaperSamples {

    static final String ADDRESS = "https://giaouoc.example/xac-minh/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final List<String> UNITS = List.of("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Văn phòng Ủy ban nhân dân tỉnh",
            "Sở Nội vụ", "Thanh tra tỉnh", "Sở Tư pháp", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Ban Quản lý các khu công nghiệp tỉnh", "Sở Ngoại vụ",
            "Cục Thống kê tỉnh", "Kho bạc Nhà nước tỉnh", "Ban Chỉ đạo thi hành án dân sự và Cục Thi hành án dân sự tỉnh");
    private static final List<RatingLevel> RATINGS = List.of(new RatingLevel(3, "Hoàn thành tốt nhiệm vụ"));
    static final Instant SIGNED = Instant.parse("2024-03-22T02:15:00Z");

    CovenantStatus status = CovenantStatus.RECORDED;
    int version = 1;
    String digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    String reason;
    List<DiffRow> diff = List.of();
    CovenantContent content = content(targets());
    Conference conference;
    List<MemberState> members;
    List<MemberRegistration> registrations;
    List<SignedFile> files = List.of();
    String decisionTitle = "Về việc kiện toàn các cụm, khối thi đua của tỉnh năm 2024";

    PaperSamples(int count) {
        members = new ArrayList<>(IntStream.range(0, count).mapToObj(i -> member(i, SigningState.SIGNED)).toList());
        registrations = IntStream.range(0, count).mapToObj(i -> new MemberRegistration(code(i), UNITS.get(i), registration(200 - 10 * i), "a", SIGNED)).toList();
        conference = new Conference(LocalDate.of(2024, 3, 22), "Hội trường Văn phòng Đoàn ĐBQH và HĐND tỉnh", IntStream.range(0, count).mapToObj(i ->
                new Attendance(code(i), i != 3, i == 3 ? null : "Người Đại Diện " + (i + 1), i == 3 ? null : "Phó Giám đốc")).toList(),
                List.of(new PointDiscussed("Chỉ tiêu 95 % \"Lao động tiên tiến\" tính trên tổng số cán bộ, công chức.", "Giữ như dự thảo."),
                        new PointDiscussed("15 % \"Chiến sĩ thi đua cơ sở\" tính trên số đạt \"Lao động tiên tiến\".", "Ghi rõ số dùng để tính.")),
                List.of(new Vote("Thông qua nội dung bản giao ước", count - 1, 0, 0)),
                "Trưởng khối trình bày dự thảo.\nCác đơn vị thảo luận, thống nhất.", true);
    }

    static MemberState member(int i, SigningState state) {
        BlocRole role = i == 0 ? BlocRole.HEAD : i == 1 ? BlocRole.DEPUTY : BlocRole.MEMBER;
        String capacity = switch (i % 4) {
            case 0 -> "CHÁNH VĂN PHÒNG";
            case 1 -> "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG";
            case 2 -> "GIÁM ĐỐC";
            default -> "TUQ. CHÁNH THANH TRA\nTRƯỞNG PHÒNG";
        };
        boolean signed = state.signed();
        return new MemberState(code(i), UNITS.get(i), role, true, null, true, state, signed ? "Nguyễn Văn " + (char) ('A' + i) : null, signed ? capacity : null,
                signed ? SIGNED.plusSeconds(60L * i) : null, state == SigningState.REFUSED ? "Không đồng ý" : null, false, true, null, false, false, code(i));
    }

    static String code(int i) {
        return "dv" + i;
    }

    static List<Target> targets() {
        return List.of(target("t1", "TRONG_SACH", "Tỷ lệ đơn vị có tổ chức đảng được xếp loại \"Trong sạch, vững mạnh\"", 100, "%", Target.MEMBERS, TargetScope.BLOC, TargetComparator.EXACTLY),
                target("t2", "LDTT", "Tỷ lệ cá nhân đạt danh hiệu \"Lao động tiên tiến\"", 95, "%", Target.STAFF, TargetScope.EACH_MEMBER, TargetComparator.AT_LEAST),
                new Target("t3", "CSTDCS", "Tỷ lệ cá nhân đạt danh hiệu \"Chiến sĩ thi đua cơ sở\"", TargetComparator.AT_LEAST, BigDecimal.valueOf(15), "%", "t2",
                        Direction.UP, Rounding.NONE, TargetScope.EACH_MEMBER),
                new Target("t4", "CONG_SO_VAN_HOA", "Cơ quan đạt danh hiệu \"Công sở văn hóa\"", TargetComparator.DONE, null, "", null, Direction.UP, Rounding.NONE, TargetScope.EACH_MEMBER),
                target("t5", "XEP_LOAI", "Mức xếp loại chất lượng hằng năm của đơn vị", 3, "mức", null, TargetScope.EACH_MEMBER, TargetComparator.AT_LEAST),
                target("t6", "SANG_KIEN", "Số sáng kiến được công nhận", 3, "sáng kiến", null, TargetScope.EACH_MEMBER, TargetComparator.AT_LEAST));
    }

    static Target target(String id, String measure, String name, int value, String unit, String base, TargetScope scope, TargetComparator comparator) {
        return new Target(id, measure, name, comparator, BigDecimal.valueOf(value), unit, base, Direction.UP, Rounding.UP, scope);
    }

    static CovenantContent content(List<Target> targets) {
        return new CovenantContent("Quý I: ký giao ước.\nQuý II: sơ kết, trao đổi kinh nghiệm tại một đơn vị thành viên.\nQuý IV: tổng kết, chấm điểm.",
                "Khối sinh hoạt mỗi quý một lần do Trưởng khối triệu tập.", List.of(
                "Tham mưu, tổng hợp phục vụ sự lãnh đạo, chỉ đạo, điều hành của cấp ủy, chính quyền; hoàn thành các chỉ tiêu kinh tế - xã hội năm 2024.",
                "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về thi đua ái quốc; thi đua lập thành tích chào mừng các ngày lễ lớn.",
                "Thực hiện 05 nội dung Thủ tướng Chính phủ phát động tại Đại hội Thi đua yêu nước toàn quốc lần thứ X.",
                "Thực hiện tốt 4 khâu: phát hiện, bồi dưỡng, tổng kết và nhân rộng điển hình tiên tiến."), targets);
    }

    static Registration registration(int staff) {
        return new Registration(staff, List.of(new TitleCount("TTLDTT", BigDecimal.ONE), new TitleCount("CO_TINH", BigDecimal.ONE),
                new TitleCount("LDTT", BigDecimal.valueOf(staff)), new TitleCount("CSTDCS", BigDecimal.valueOf(29))),
                List.of("Rút ngắn thời gian xử lý văn bản đến"), List.of("Phòng họp không giấy"), List.of(new MemberTarget("t2", BigDecimal.valueOf(96))), null);
    }

    PaperFacts facts() {
        BlocYearView bloc = new BlocYearView("KT-2024-001", "TL-2024-01", "tham-muu", "Khối thi đua các cơ quan tham mưu, tổng hợp", BlocKind.KHOI, 2024, false,
                LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), null, "", List.of(), BlocYearStatus.OPEN, null, members.stream().map(member ->
                new BlocMember(member.unitCode(), member.unitName(), member.role(), LocalDate.of(2024, 1, 1), null)).toList());
        CovenantView covenant = new CovenantView("KT-2024-001", version, bloc.title(), status, content, 3, digest, reason, members, conference, null, null, null,
                SIGNED, SIGNED, "snv", null, null, diff);
        PaperView decision = new PaperView("TL-2024-01/QD", "TL-2024-01", "QD", decisionTitle, true, false, false, null, "UBND tỉnh", null, null, "105/QĐ-UBND",
                LocalDate.of(2024, 2, 5), null, 1, null, List.of());
        return new PaperFacts(covenant, members, bloc, decision, meanings(), registrations, consolidated(), files, RATINGS,
                digest == null ? null : new Verification(TestQr.PNG, ADDRESS, "9f86 d081 884c 7d65"), "Bắc Ninh", ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private List<TargetMeaning> meanings() {
        List<Measure> measures = List.of(measure("TRONG_SACH", Measure.Kind.PERCENT), measure("LDTT", Measure.Kind.PERCENT), measure("CSTDCS", Measure.Kind.PERCENT),
                measure("CONG_SO_VAN_HOA", Measure.Kind.DONE), measure("XEP_LOAI", Measure.Kind.RATING), measure("SANG_KIEN", Measure.Kind.COUNT));
        List<Meanings.Holder> holders = registrations.stream().map(row -> new Meanings.Holder(row.unitCode(), row.unitName(),
                row.registration() == null ? null : BigDecimal.valueOf(row.registration().staff()), Map.of())).toList();
        return new Meanings(content.targets(), measures, RATINGS, members.size()).of(holders);
    }

    private static Measure measure(String code, Measure.Kind kind) {
        return new Measure(code, code, kind, "", false, Direction.UP, Rounding.UP, "");
    }

    private Consolidated consolidated() {
        List<Registration> all = registrations.stream().map(MemberRegistration::registration).filter(java.util.Objects::nonNull).toList();
        return new Consolidated(members.size(), all.size(), all.stream().mapToLong(Registration::staff).sum(), List.of(
                total("TTLDTT", "Tập thể lao động tiên tiến", Title.Kind.COLLECTIVE, all.size()), total("CO_TINH", "Cờ thi đua của UBND tỉnh", Title.Kind.COLLECTIVE, all.size()),
                total("LDTT", "Lao động tiên tiến", Title.Kind.INDIVIDUAL, 1234), total("CSTDCS", "Chiến sĩ thi đua cơ sở", Title.Kind.INDIVIDUAL, 232)),
                all.size(), all.size(), List.of());
    }

    private static Consolidated.TitleTotal total(String code, String name, Title.Kind kind, long count) {
        return new Consolidated.TitleTotal(code, name, kind, BigDecimal.valueOf(count), 8);
    }

    static SignedFile outside(int contentVersion, List<String> units) {
        return new SignedFile(UUID.randomUUID(), "ky-so.pdf", true, contentVersion, units, List.of(), "a", SIGNED);
    }
}
