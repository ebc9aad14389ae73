package vn.giaouoc.bloc;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.giaouoc.organisation.UnitView;

/** Reads the sheets of a file into blocs, and notes what is wrong with each row. One reading, one object. */
final class BlocImport {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_FAULTS = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{1,4})?");

    private final Map<String, UnitView> byCode;
    private final Map<String, List<UnitView>> byName;
    private final DataFormatter format = new DataFormatter(Locale.forLanguageTag("vi-VN"));
    private final List<SheetFault> faults = new ArrayList<>();
    private final Map<String, Bloc> blocs = new LinkedHashMap<>();
    private final Map<String, String> placed = new HashMap<>();

    /** A bloc while its rows are read; {@code row} is its first. */
    private static final class Bloc {
        private final int row;
        private BlocKind kind;
        private String name;
        private final List<MemberDraft> members = new ArrayList<>();
        private final List<String> rules = new ArrayList<>();
        private final List<Criterion> criteria = new ArrayList<>();

        Bloc(int row) {
            this.row = row;
        }
    }

    /** @param units active units with an account */
    BlocImport(List<UnitView> units) {
        byCode = units.stream().collect(Collectors.toMap(UnitView::code, Function.identity()));
        byName = units.stream().collect(Collectors.groupingBy(unit -> plain(unit.name())));
        format.setUseCachedValuesForFormulaCells(true);
    }

    /** Reads the file; what is wrong is in {@link #faults()}. */
    List<BlocDraft> read(XSSFWorkbook book) {
        Sheet members = book.getSheet(BlocSheet.MEMBERS);
        if (members == null || !heads(members).containsAll(BlocSheet.MEMBER_HEADS)) {
            fault(BlocSheet.MEMBERS, 0, 0, "Tệp phải có trang tính \"Thành viên\" với các cột: " + String.join(", ", BlocSheet.MEMBER_HEADS)
                    + ".");
            return List.of();
        }
        rows(members, BlocSheet.MEMBER_HEADS, this::member);
        blocs.values().forEach(this::whole);
        optional(book.getSheet(BlocSheet.RULES), BlocSheet.RULE_HEADS, this::rule);
        optional(book.getSheet(BlocSheet.CRITERIA), BlocSheet.CRITERION_HEADS, this::criterion);
        if (blocs.isEmpty() && faults.isEmpty()) {
            fault(BlocSheet.MEMBERS, 1, 0, "Trang tính \"Thành viên\" chưa có dòng nào.");
        }
        return blocs.entrySet().stream().map(entry -> draft(entry.getKey(), entry.getValue())).toList();
    }

    List<SheetFault> faults() {
        return List.copyOf(faults);
    }

    private static BlocDraft draft(String code, Bloc bloc) {
        return new BlocDraft(code, bloc.kind, bloc.name, List.copyOf(bloc.members), bloc.rules.isEmpty() ? null : String.join("\n",
                bloc.rules),
                List.copyOf(bloc.criteria));
    }

    // ---- rows -------------------------------------------------------------------------------------------------------

    private interface Reader {
        void read(Row row, Map<String, Integer> columns);
    }

    private void optional(Sheet sheet, List<String> wanted, Reader reader) {
        if (sheet == null) {
            return;
        }
        if (!heads(sheet).containsAll(wanted)) {
            fault(sheet.getSheetName(), 0, 0, "Trang tính \"" + sheet.getSheetName() + "\" phải có các cột: " + String.join(", ", wanted) + ".");
            return;
        }
        rows(sheet, wanted, reader);
    }

    private void rows(Sheet sheet, List<String> wanted, Reader reader) {
        List<String> heads = heads(sheet);
        Map<String, Integer> columns = wanted.stream().collect(Collectors.toMap(Function.identity(), heads::indexOf));
        if (sheet.getLastRowNum() > MOST_ROWS) {
            fault(sheet.getSheetName(), MOST_ROWS, 0, "Tối đa " + String.format("%,d", MOST_ROWS).replace(',', '.') + " dòng.");
            return;
        }
        for (int i = 1; i <= sheet.getLastRowNum() && faults.size() < MOST_FAULTS; i++) {
            Row row = sheet.getRow(i);
            if (row != null && columns.values().stream().anyMatch(column -> BlocSheet.text(row, column, format) != null)) {
                reader.read(row, columns);
            }
        }
    }

    private List<String> heads(Sheet sheet) {
        List<String> heads = new ArrayList<>();
        Row head = sheet.getRow(0);
        for (int i = 0; head != null && i < Math.min(head.getLastCellNum(), 25); i++) {
            heads.add(value(head, i));
        }
        return heads;
    }

    private void member(Row row, Map<String, Integer> columns) {
        int at = row.getRowNum();
        Bloc bloc = bloc(row, columns);
        UnitView unit = unit(row, columns);
        BlocRole role = role(row, columns.get("Vai trò"));
        if (bloc == null || unit == null || role == null) {
            return;
        }
        String other = placed.putIfAbsent(bloc.kind + " " + unit.code(), bloc.name);
        if (other != null) {
            fault(BlocSheet.MEMBERS, at, columns.get("Mã đơn vị"), unit.name() + " đã có trong \"" + other + "\".");
            return;
        }
        if (role == BlocRole.HEAD && bloc.members.stream().anyMatch(member -> member.role() == BlocRole.HEAD)) {
            fault(BlocSheet.MEMBERS, at, columns.get("Vai trò"), "Khối đã có một dòng vai trò \"Trưởng\".");
            return;
        }
        bloc.members.add(new MemberDraft(unit.code(), role));
    }

    private Bloc bloc(Row row, Map<String, Integer> columns) {
        int at = row.getRowNum();
        String code = value(row, columns.get("Mã khối"));
        if (code == null || !CompositionChecks.CODE.matcher(code).matches()) {
            fault(BlocSheet.MEMBERS, at, columns.get("Mã khối"),
                    "Mã khối gồm 2–30 chữ thường không dấu, chữ số, gạch nối, bắt đầu bằng chữ.");
            return null;
        }
        Bloc bloc = blocs.computeIfAbsent(code, added -> new Bloc(at));
        String name = value(row, columns.get("Tên cụm, khối"));
        BlocKind kind = kind(row, columns.get("Loại"));
        if (bloc.name != null && name != null && !bloc.name.equals(name) || bloc.kind != null && kind != null && bloc.kind != kind) {
            fault(BlocSheet.MEMBERS, at, columns.get("Tên cụm, khối"), "Tên, loại khác với dòng đầu của khối này.");
        }
        bloc.name = bloc.name == null ? name : bloc.name;
        bloc.kind = bloc.kind == null ? kind : bloc.kind;
        return bloc;
    }

    /** What can only be said of a bloc as a whole stands at its first row. */
    private void whole(Bloc bloc) {
        if (bloc.name == null || bloc.kind == null) {
            fault(BlocSheet.MEMBERS, bloc.row, 1, "Ghi tên và loại (Khối hoặc Cụm) ở dòng đầu của khối.");
        }
        if (bloc.members.stream().noneMatch(member -> member.role() == BlocRole.HEAD)) {
            fault(BlocSheet.MEMBERS, bloc.row, 5, "Khối chưa có dòng nào có vai trò \"Trưởng\".");
        }
    }

    private BlocKind kind(Row row, int column) {
        String text = value(row, column);
        String word = text == null ? "" : plain(text);
        if (word.startsWith("khối") || word.startsWith("cụm")) {
            return word.startsWith("khối") ? BlocKind.KHOI : BlocKind.CUM;
        }
        if (text != null) {
            fault(BlocSheet.MEMBERS, row.getRowNum(), column, "Loại là \"Khối\" hoặc \"Cụm\".");
        }
        return null;
    }

    private BlocRole role(Row row, int column) {
        String text = value(row, column);
        String word = text == null ? "thành viên" : plain(text);
        if (word.startsWith("phó")) {
            return BlocRole.DEPUTY;
        }
        if (word.startsWith("trưởng") || word.equals("thành viên")) {
            return word.startsWith("trưởng") ? BlocRole.HEAD : BlocRole.MEMBER;
        }
        fault(BlocSheet.MEMBERS, row.getRowNum(), column, "Vai trò là \"Trưởng\", \"Phó Trưởng\" hoặc \"Thành viên\".");
        return null;
    }

    private UnitView unit(Row row, Map<String, Integer> columns) {
        String code = value(row, columns.get("Mã đơn vị"));
        String name = value(row, columns.get("Tên đơn vị"));
        List<UnitView> named = name == null ? List.of() : byName.getOrDefault(plain(name), List.of());
        if (code == null && named.size() > 1) {
            fault(BlocSheet.MEMBERS, row.getRowNum(), columns.get("Mã đơn vị"), "Có " + named.size() + " đơn vị cùng tên \"" + name + "\": ghi mã đơn vị ("
                    + named.stream().map(UnitView::code).sorted().collect(Collectors.joining(", ")) + ").");
            return null;
        }
        UnitView unit = code != null ? byCode.get(code) : named.stream().findFirst().orElse(null);
        if (unit == null) {
            fault(BlocSheet.MEMBERS, row.getRowNum(), columns.get("Mã đơn vị"), code == null && name == null ? "Ghi mã hoặc tên đơn vị."
                    : "Không có đơn vị \"" + (code == null ? name : code) + "\" đang hoạt động và có tài khoản.");
        } else if (name != null && !plain(name).equals(plain(unit.name()))) {
            fault(BlocSheet.MEMBERS, row.getRowNum(), columns.get("Tên đơn vị"), "Mã " + unit.code() + " là của " + unit.name() + ".");
        }
        return unit;
    }

    private void rule(Row row, Map<String, Integer> columns) {
        known(row, columns, BlocSheet.RULES).ifPresent(bloc -> {
            String text = value(row, columns.get("Quy chế hoạt động"));
            if (text != null) {
                bloc.rules.add(text);
            }
        });
    }

    private void criterion(Row row, Map<String, Integer> columns) {
        known(row, columns, BlocSheet.CRITERIA).ifPresent(bloc -> {
            BigDecimal max = points(row, columns.get("Điểm tối đa"));
            String code = value(row, columns.get("Mã tiêu chí"));
            String parent = value(row, columns.get("Thuộc mục"));
            Set<String> codes = bloc.criteria.stream().map(Criterion::code).collect(Collectors.toCollection(HashSet::new));
            String name = value(row, columns.get("Nội dung"));
            if (code == null || codes.contains(code)) {
                fault(BlocSheet.CRITERIA, row.getRowNum(), columns.get("Mã tiêu chí"), code == null ? "Nhập mã tiêu chí."
                        : "Mã tiêu chí bị lặp.");
            } else if (parent != null && !codes.contains(parent)) {
                fault(BlocSheet.CRITERIA, row.getRowNum(), columns.get("Thuộc mục"), "Mục lớn phải là mã của một tiêu chí đứng trước.");
            } else if (name == null) {
                fault(BlocSheet.CRITERIA, row.getRowNum(), columns.get("Nội dung"), "Nhập nội dung tiêu chí.");
            } else if (max == null) {
                fault(BlocSheet.CRITERIA, row.getRowNum(), columns.get("Điểm tối đa"), "Nhập điểm tối đa lớn hơn 0.");
            } else {
                bloc.criteria.add(new Criterion(code, parent, name, max, value(row, columns.get("Cơ quan chấm"))));
            }
        });
    }

    private Optional<Bloc> known(Row row, Map<String, Integer> columns, String sheet) {
        Bloc bloc = blocs.get(value(row, columns.get("Mã khối")));
        if (bloc == null) {
            fault(sheet, row.getRowNum(), columns.get("Mã khối"), "Mã khối không có trong trang tính \"Thành viên\".");
        }
        return Optional.ofNullable(bloc);
    }

    private BigDecimal points(Row row, int column) {
        Cell cell = row.getCell(column);
        boolean number = cell != null && (cell.getCellType() == CellType.NUMERIC
                || cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC);
        String text = number ? BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString() : value(row, column);
        if (text == null || !NUMBER.matcher(text).matches()) {
            return null;
        }
        BigDecimal points = new BigDecimal(text.replace(',', '.'));
        return points.signum() <= 0 ? null : new BigDecimal(points.stripTrailingZeros().toPlainString());
    }

    private void fault(String sheet, int row, int column, String message) {
        faults.add(new SheetFault(sheet, row, column, message));
    }

    private String value(Row row, int column) {
        String text = BlocSheet.text(row, column, format);
        return text == null ? null : Normalizer.normalize(text.codePoints().filter(c -> c == '\n' || !Character.isISOControl(c)
                && (c < 0xD800 || c > 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append), Normalizer.Form.NFC);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ").toLowerCase(Locale.forLanguageTag("vi"));
    }
}
