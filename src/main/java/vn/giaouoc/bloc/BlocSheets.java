package vn.giaouoc.bloc;

import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;

/** Blocs as .xlsx files: the template, a file read, and the same file with what is wrong in each row. Keeps nothing. */
@Service
@Transactional(readOnly = true)
public class BlocSheets {

    private final Organisation organisation;
    private final CompositionQueries compositions;
    private final BlocAccess access;

    BlocSheets(Organisation organisation, CompositionQueries compositions, BlocAccess access) {
        this.organisation = organisation;
        this.compositions = compositions;
        this.access = access;
    }

    /** The empty template, with the units to choose from. */
    public byte[] template(Actor actor) {
        requireOffice(actor);
        return BlocSheet.write(List.of(), units());
    }

    /** The blocs of a composition as a file of the same form. */
    public byte[] write(Actor actor, String code) {
        CompositionView composition = compositions.get(actor, code);
        return BlocSheet.write(composition.blocs(), units());
    }

    /** The blocs of a file. @throws InvalidInput each wrong row by its place, {@code Thành viên!D5}; or at {@code file} */
    public List<BlocDraft> read(Actor actor, byte[] file) {
        requireOffice(actor);
        var reading = new BlocImport(units());
        List<BlocDraft> blocs = read(reading, file);
        if (!reading.faults().isEmpty()) {
            throw new InvalidInput(reading.faults().stream().map(fault -> new FieldError(fault.place(), fault.message())).toList());
        }
        return blocs;
    }

    /** The same file with a column "Lỗi"; empty cells where nothing is wrong. @throws InvalidInput at {@code file}: no spreadsheet */
    public byte[] marked(Actor actor, byte[] file) {
        requireOffice(actor);
        var reading = new BlocImport(units());
        read(reading, file);
        return BlocSheet.marked(file, reading.faults());
    }

    private static List<BlocDraft> read(BlocImport reading, byte[] file) {
        try (XSSFWorkbook book = BlocSheet.open(file)) {
            return reading.read(book);
        } catch (IOException | IndexOutOfBoundsException | IllegalStateException e) { // a cell that points to nowhere
            throw BlocSheet.unreadable();
        }
    }

    private List<UnitView> units() {
        return organisation.units().stream().filter(unit -> unit.active() && unit.hasAccount()).toList();
    }

    private void requireOffice(Actor actor) {
        if (!access.readsAll(actor)) {
            throw new NotAllowed("Chỉ Sở Nội vụ và các cơ quan xét duyệt dùng tệp thành phần cụm, khối thi đua.");
        }
    }
}
