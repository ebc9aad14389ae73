package vn.giaouoc.bloc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.shared.InvalidInput;

/** The .xlsx file of blocs: its sheets and columns, how it is unpacked within limits, written and marked. */
final class BlocSheet {

    static final String MEMBERS = "Thành viên";
    static final String RULES = "Quy chế";
    static final String CRITERIA = "Tiêu chí";
    static final List<String> MEMBER_HEADS = List.of("Mã khối", "Tên cụm, khối", "Loại", "Mã đơn vị", "Tên đơn vị", "Vai trò");
    static final List<String> RULE_HEADS = List.of("Mã khối", "Quy chế hoạt động");
    static final List<String> CRITERION_HEADS = List.of("Mã khối", "Mã tiêu chí", "Thuộc mục", "Nội dung", "Điểm tối đa", "Cơ quan chấm");
    static final String ERRORS = "Lỗi";

    /** Most bytes of the file, and of what it unpacks to. */
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int MOST_UNPACKED = 20 * 1024 * 1024;
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_CELL = 32_767;
    private static final String MAIN = "xl/workbook.xml";

    private BlocSheet() {
    }

    /** The file opened. @throws InvalidInput at {@code file}: too large, or no spreadsheet */
    static XSSFWorkbook open(byte[] file) {
        requireWithinLimits(file);
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException e) { // POI fails in many ways over a file that only looks like a spreadsheet
            throw unreadable();
        }
    }

    private static void requireWithinLimits(byte[] file) {
        if (file.length > LARGEST) {
            throw new InvalidInput("file", "Tệp lớn hơn 2 MB.");
        }
        boolean workbook = false;
        int left = MOST_UNPACKED;
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                workbook |= entry.getName().equals(MAIN);
                left -= zip.readNBytes(left + 1).length;
                if (left < 0 || ++entries > MOST_ENTRIES || entry.getName().contains("vbaProject")) {
                    throw new InvalidInput("file", "Tệp quá lớn khi giải nén, hoặc có macro.");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
        if (!workbook) {
            throw unreadable();
        }
    }

    static InvalidInput unreadable() {
        return new InvalidInput("file", "Chỉ nhận tệp XLSX theo mẫu; tệp này không đọc được.");
    }

    /** What an official sees in a cell, NFC aside; null when blank. */
    static String text(Row row, int column, DataFormatter format) {
        Cell cell = row == null ? null : row.getCell(column);
        String text = cell == null ? "" : format.formatCellValue(cell).strip();
        return text.isEmpty() ? null : text;
    }

    /** Blocs as a file in the template's form; none: the empty template. The units to choose from stand on a sheet of their own. */
    static byte[] write(List<BlocDraft> blocs, List<UnitView> units) {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            CellStyle head = headStyle(book);
            CellStyle plain = plainStyle(book);
            members(sheet(book, MEMBERS, MEMBER_HEADS, head, 22, 44, 12, 16, 44, 18), blocs, units, plain);
            rules(sheet(book, RULES, RULE_HEADS, head, 22, 110), blocs, plain);
            criteria(sheet(book, CRITERIA, CRITERION_HEADS, head, 22, 12, 12, 70, 14, 30), blocs, plain);
            Sheet known = sheet(book, "Đơn vị", List.of("Mã đơn vị", "Tên đơn vị"), head, 16, 60);
            units.forEach(unit -> row(known, plain, unit.code(), unit.name()));
            guide(book, head, plain);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e); // nothing is read or written outside of memory
        }
    }

    private static void members(XSSFSheet sheet, List<BlocDraft> blocs, List<UnitView> units, CellStyle plain) {
        choices(sheet, 2, "Khối", "Cụm");
        choices(sheet, 5, "Trưởng", "Phó Trưởng", "Thành viên");
        for (BlocDraft bloc : blocs) {
            for (MemberDraft member : bloc.members()) {
                row(sheet, plain, bloc.blocCode(), bloc.name(), bloc.kind() == BlocKind.CUM ? "Cụm" : "Khối", member.unit(), units.stream()
                        .filter(unit -> unit.code().equals(member.unit())).map(UnitView::name).findFirst().orElse(null),
                        member.role() == BlocRole.HEAD ? "Trưởng" : member.role() == BlocRole.DEPUTY ? "Phó Trưởng" : "Thành viên");
            }
        }
    }

    private static void rules(XSSFSheet sheet, List<BlocDraft> blocs, CellStyle plain) {
        blocs.stream().filter(bloc -> bloc.rules() != null).forEach(bloc -> bloc.rules().lines().filter(line -> !line.isBlank())
                .forEach(line -> row(sheet, plain, bloc.blocCode(), line.length() > LONGEST_CELL ? line.substring(0, LONGEST_CELL)
                : line)));
    }

    private static void criteria(XSSFSheet sheet, List<BlocDraft> blocs, CellStyle plain) {
        for (BlocDraft bloc : blocs) {
            for (Criterion criterion : bloc.criteria()) {
                row(sheet, plain, bloc.blocCode(), criterion.code(), criterion.parent(), criterion.name(), null, criterion.scoredBy())
                        .createCell(4).setCellValue(criterion.max().doubleValue());
            }
        }
    }

    private static void guide(XSSFWorkbook book, CellStyle head, CellStyle plain) {
        Sheet guide = sheet(book, "Hướng dẫn", List.of("Cách điền"), head, 110);
        List.of("Trang tính \"Thành viên\": mỗi dòng một đơn vị. Ghi mã đơn vị theo trang tính \"Đơn vị\", hoặc để trống mã và ghi đúng tên.",
                "Mã khối: 2–30 chữ thường không dấu, chữ số, gạch nối; giữ nguyên qua các năm để theo dõi luân phiên Trưởng khối.",
                "Tên cụm, khối và loại: ghi ở dòng đầu của khối là đủ. Mỗi khối có đúng một dòng vai trò \"Trưởng\".",
                "Trang tính \"Quy chế\": mỗi dòng một đoạn. Trang tính \"Tiêu chí\": mục lớn đứng trước mục con; tổng điểm theo thang điểm của tỉnh.",
                "Nhập lại cùng một tệp không làm thay đổi gì. Tệp có lỗi được trả lại kèm cột \"Lỗi\" ở từng dòng.")
                        .forEach(line -> row(guide, plain, line));
    }

    private static XSSFSheet sheet(XSSFWorkbook book, String name, List<String> heads, CellStyle style, int... widths) {
        XSSFSheet sheet = book.createSheet(name);
        row(sheet, style, heads.toArray(String[]::new));
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    private static Row row(Sheet sheet, CellStyle style, String... values) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            cell.setCellStyle(style);
            if (values[i] != null) {
                cell.setCellValue(values[i]);
            }
        }
        return row;
    }

    private static void choices(XSSFSheet sheet, int column, String... values) {
        var helper = new XSSFDataValidationHelper(sheet);
        DataValidation validation = helper.createValidation(helper.createExplicitListConstraint(values), new CellRangeAddressList(1, 2_000,
                column, column));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    private static CellStyle headStyle(XSSFWorkbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle style = plainStyle(book);
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private static CellStyle plainStyle(XSSFWorkbook book) {
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    /** The same file with a column that says in each row what is wrong with it; a column of an earlier time is replaced. */
    static byte[] marked(byte[] file, List<SheetFault> faults) {
        try (XSSFWorkbook book = open(file); var out = new ByteArrayOutputStream()) {
            Font red = book.createFont();
            red.setColor(IndexedColors.RED.getIndex());
            CellStyle style = plainStyle(book);
            style.setFont(red);
            for (String name : List.of(MEMBERS, RULES, CRITERIA)) {
                Sheet sheet = book.getSheet(name);
                if (sheet != null) {
                    mark(sheet, faults.stream().filter(fault -> fault.sheet().equals(name)).toList(), style);
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void mark(Sheet sheet, List<SheetFault> faults, CellStyle style) {
        int column = errorColumn(sheet);
        sheet.forEach(row -> {
            Cell old = row.getCell(column);
            if (old != null) {
                row.removeCell(old);
            }
        });
        cell(sheet, 0, column, style).setCellValue(ERRORS);
        for (SheetFault fault : faults) {
            Cell cell = cell(sheet, fault.row(), column, style);
            String before = cell.getStringCellValue();
            cell.setCellValue(before.isEmpty() ? fault.message() : before + " " + fault.message());
        }
        sheet.setColumnWidth(column, 60 * 256);
    }

    private static Cell cell(Sheet sheet, int row, int column, CellStyle style) {
        Row at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = at.getCell(column) == null ? at.createCell(column) : at.getCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private static int errorColumn(Sheet sheet) {
        Row head = sheet.getRow(0);
        int last = head == null ? 0 : Math.max(0, head.getLastCellNum());
        for (int i = 0; i < last; i++) {
            if (ERRORS.equals(text(head, i, new DataFormatter()))) {
                return i;
            }
        }
        return last;
    }
}
