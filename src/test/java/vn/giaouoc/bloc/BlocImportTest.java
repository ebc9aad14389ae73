package vn.giaouoc.bloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.organisation.UnitView;

/** Sheets read into blocs: what officials type in other ways than the template shows, and what they mistype. */
class BlocImportTest {

    private static final List<UnitView> UNITS = List.of(unit("sct", "Sở Công Thương"), unit("sxd", "Sở Xây dựng"), unit("syt", "Sở Y tế"));
    private static final BlocDraft BLOC = new BlocDraft("kinh-te", BlocKind.CUM, "Cụm kinh tế", List.of(new MemberDraft("sct", BlocRole.HEAD),
            new MemberDraft("sxd", BlocRole.MEMBER)), "Họp mỗi quý.\nGửi báo cáo đúng hạn.", List.of(
                    new Criterion("A", null, "Nhiệm vụ", new BigDecimal("99.5"), null), new Criterion("A1", "A", "Chỉ tiêu", new BigDecimal("99.5"), "SNV")));

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var reading = new BlocImport(UNITS);
        assertThat(read(reading, BlocSheet.write(List.of(BLOC), UNITS))).containsExactly(BLOC);
        assertThat(reading.faults()).isEmpty();
    }

    @Test
    void unitsAreFoundByNameRolesAndKindsInManyWordsPointsWithAComma() throws IOException {
        byte[] file = changed(sheet -> {
            set(sheet, 1, 2, "cụm thi đua");
            set(sheet, 1, 3, null);
            set(sheet, 1, 4, Normalizer.normalize("sở  công thương", Normalizer.Form.NFD));
            set(sheet, 1, 5, "Trưởng cụm");
            set(sheet, 2, 1, null);
            set(sheet, 2, 2, null);
            set(sheet, 2, 5, "phó trưởng cụm");
            set(sheet.getWorkbook().getSheet(BlocSheet.CRITERIA), 1, 4, "99,5");
        });
        var reading = new BlocImport(UNITS);
        List<BlocDraft> blocs = read(reading, file);
        assertThat(reading.faults()).isEmpty();
        assertThat(blocs.get(0).members()).containsExactly(new MemberDraft("sct", BlocRole.HEAD), new MemberDraft("sxd", BlocRole.DEPUTY));
        assertThat(blocs.get(0).criteria().get(0).max()).isEqualByComparingTo("99.5");
    }

    @Test
    void eachMistakeIsToldAtItsCell() throws IOException {
        var reading = new BlocImport(UNITS);
        read(reading, changed(sheet -> {
            set(sheet, 1, 4, "Sở Y tế");
            set(sheet, 1, 5, "Thành viên");
            set(sheet, 2, 1, "Cụm khác");
            set(sheet, 2, 3, "sct");
            set(sheet, 2, 4, null);
            set(sheet.getWorkbook().getSheet(BlocSheet.CRITERIA), 2, 1, "A");
            set(sheet.getWorkbook().getSheet(BlocSheet.CRITERIA), 1, 4, "-5");
        }));
        assertThat(reading.faults()).extracting(SheetFault::place).contains("Thành viên!E2", "Thành viên!B3", "Thành viên!D3", "Thành viên!F2",
                "Tiêu chí!E2");
    }

    @Test
    void oneOfTwoUnitsOfTheSameNameIsNotGuessed() throws IOException {
        var reading = new BlocImport(List.of(UNITS.get(0), UNITS.get(1), unit("sct2", "SỞ CÔNG THƯƠNG")));
        read(reading, changed(sheet -> set(sheet, 1, 3, null)));
        assertThat(reading.faults()).extracting(SheetFault::place, SheetFault::message)
                .contains(tuple("Thành viên!D2", "Có 2 đơn vị cùng tên \"Sở Công Thương\": ghi mã đơn vị (sct, sct2)."));
    }

    @Test
    void aFileWithoutItsColumnsIsToldWhatItNeeds() throws IOException {
        var reading = new BlocImport(UNITS);
        assertThat(read(reading, changed(sheet -> set(sheet, 0, 3, "Mã")))).isEmpty();
        assertThat(reading.faults()).singleElement().satisfies(fault -> assertThat(fault.message()).contains("Mã đơn vị"));
    }

    private static List<BlocDraft> read(BlocImport reading, byte[] file) throws IOException {
        try (XSSFWorkbook book = BlocSheet.open(file)) {
            return reading.read(book);
        }
    }

    private static byte[] changed(Consumer<Sheet> change) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(BlocSheet.write(List.of(BLOC), UNITS))); var out = new ByteArrayOutputStream()) {
            change.accept(book.getSheet(BlocSheet.MEMBERS));
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void set(Sheet sheet, int row, int column, String value) {
        if (value == null) {
            sheet.getRow(row).createCell(column).setBlank();
        } else {
            sheet.getRow(row).createCell(column).setCellValue(value);
        }
    }

    private static UnitView unit(String code, String name) {
        return new UnitView(code, name, name, UnitKind.DEPARTMENT, true, true);
    }
}
