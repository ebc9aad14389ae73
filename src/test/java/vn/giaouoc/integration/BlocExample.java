package vn.giaouoc.integration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.giaouoc.bloc.BlocDraft;
import vn.giaouoc.bloc.BlocKind;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocSheets;
import vn.giaouoc.bloc.Criterion;
import vn.giaouoc.bloc.MemberDraft;
import vn.giaouoc.shared.Actor;

/** Three blocs of the trial province, and the template filled in with them as an official would. */
final class BlocExample {

    private BlocExample() {
    }

    static List<BlocDraft> blocs() {
        return List.of(
                bloc("tham-muu-tong-hop", "Khối thi đua các cơ quan tham mưu, tổng hợp", "vpdbqh", "vpubnd", "vptu", "snv", "stc", "skhdt",
                        "stuphap",
                        "thanhtra", "stttt"),
                bloc("van-hoa-xa-hoi", "Khối thi đua các cơ quan văn hóa - xã hội", "sgddt", "syt", "svhttdl", "sldtbxh", "tinhdoan",
                        "hoiphunu"),
                bloc("kinh-te-ky-thuat", "Khối thi đua các cơ quan kinh tế - kỹ thuật", "sct", "snnptnt", "sxd", "sgtvt", "stnmt",
                        "skhcn"));
    }

    /** The first unit is head, the second deputy. */
    private static BlocDraft bloc(String code, String name, String... units) {
        List<MemberDraft> members = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            members.add(new MemberDraft(units[i], i == 0 ? BlocRole.HEAD : i == 1 ? BlocRole.DEPUTY : BlocRole.MEMBER));
        }
        return new BlocDraft(code, BlocKind.KHOI, name, members, String.join("\n",
                "Khối hoạt động theo nguyên tắc tự nguyện, dân chủ, công khai.",
                "Trưởng khối chủ trì hội nghị ký giao ước trong quý I, sơ kết vào tháng 7, tổng kết vào tháng 12.",
                "Thành viên gửi báo cáo tự chấm điểm chậm nhất 10 ngày trước hội nghị tổng kết."), criteria());
    }

    private static List<Criterion> criteria() {
        return List.of(row("A", null, "Thực hiện nhiệm vụ chính trị, chuyên môn", 50, null), row("A1", "A", "Chỉ tiêu, nhiệm vụ được giao",
                30, "Văn phòng UBND tỉnh"),
                row("A2", "A", "Cải cách hành chính, dịch vụ công", 8, "Sở Nội vụ"), row("A3", "A", "Chuyển đổi số", 6,
                        "Sở Thông tin và Truyền thông"),
                row("A4", "A", "Quản lý ngân sách, thực hành tiết kiệm", 6, "Sở Tài chính"),
                row("B", null, "Chấp hành chủ trương, pháp luật; xây dựng Đảng, chính quyền, đoàn thể", 20, null),
                row("B1", "B", "Xếp loại tổ chức đảng", 8, "Ban Tổ chức Tỉnh ủy"), row("B2", "B", "Đoàn thể, dân chủ cơ sở", 5, null),
                row("B3", "B", "Kỷ luật, khiếu nại, phòng, chống tham nhũng, an toàn giao thông", 7, "Thanh tra tỉnh, Công an tỉnh"),
                row("C", null, "Công tác thi đua, khen thưởng", 30, "Sở Nội vụ"), row("C1", "C", "Ban hành kế hoạch, đăng ký, ký giao ước",
                        6, null),
                row("C2", "C", "Tổ chức phong trào", 8, null), row("C3", "C", "Điển hình tiên tiến, sáng kiến", 6, null),
                row("C4", "C", "Khen đúng, kịp thời, chú trọng người trực tiếp lao động", 5, null), row("C5", "C",
                        "Chế độ báo cáo, sinh hoạt khối", 5, null));
    }

    private static Criterion row(String code, String parent, String name, int max, String scoredBy) {
        return new Criterion(code, parent, name, BigDecimal.valueOf(max), scoredBy);
    }

    /** The template with these blocs typed in: units by code in one bloc, by name in the others. */
    static byte[] file(Actor official, BlocSheets sheets) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheets.template(official))); var out = new ByteArrayOutputStream()) {
            for (BlocDraft bloc : blocs()) {
                for (MemberDraft member : bloc.members()) {
                    row(book.getSheet("Thành viên"), bloc.blocCode(), bloc.name(), "Khối", member.unit(), null,
                            member.role() == BlocRole.HEAD ? "Trưởng"
                            : member.role() == BlocRole.DEPUTY ? "Phó Trưởng" : "Thành viên");
                }
                bloc.rules().lines().forEach(line -> row(book.getSheet("Quy chế"), bloc.blocCode(), line));
                bloc.criteria().forEach(row -> row(book.getSheet("Tiêu chí"), bloc.blocCode(), row.code(), row.parent(), row.name(), null,
                        row.scoredBy())
                        .createCell(4).setCellValue(row.max().doubleValue()));
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Row row(Sheet sheet, String... values) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                row.createCell(i).setCellValue(values[i]);
            }
        }
        return row;
    }
}
