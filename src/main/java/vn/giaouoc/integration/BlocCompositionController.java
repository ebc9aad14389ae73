package vn.giaouoc.integration;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.bloc.BlocDraft;
import vn.giaouoc.bloc.BlocSheets;
import vn.giaouoc.bloc.CompositionDraft;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.bloc.Compositions;
import vn.giaouoc.bloc.CompositionSummary;
import vn.giaouoc.bloc.CompositionView;
import vn.giaouoc.bloc.NewComposition;
import vn.giaouoc.bloc.OutsideDecision;
import vn.giaouoc.bloc.RegisteredComposition;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.Printed;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/** Compositions of blocs for other systems, and the .xlsx files of the forms. */
@RestController
@RequestMapping("/api/v1/bloc-compositions")
@Tag(name = "blocs", description = "Cụm, khối thi đua")
class BlocCompositionController {

    private final Compositions compositions;
    private final CompositionQueries queries;
    private final BlocSheets sheets;
    private final BlocAccess access;
    private final PrintedPapers printed;
    private final CurrentActor actor;
    private final RequestDigest digest;

    BlocCompositionController(Compositions compositions, CompositionQueries queries, BlocSheets sheets, BlocAccess access,
            PrintedPapers printed,
                              CurrentActor actor, RequestDigest digest) {
        this.compositions = compositions;
        this.queries = queries;
        this.sheets = sheets;
        this.access = access;
        this.printed = printed;
        this.actor = actor;
        this.digest = digest;
    }

    /**
     * A composition to be approved, signed and issued here.
     *
     * @param reference the caller's own, unique for it; a repeat with the same content starts nothing
     * @param from      first day of a school year; a calendar year's is known
     * @param reasons   why warnings are passed, by code of the check
     * @param files     uploaded before
     */
    record NewDecision(@Schema(requiredMode = REQUIRED) String reference, @Schema(requiredMode = REQUIRED) Integer year, boolean schoolYear,
                       LocalDate from, LocalDate to, String campaignCode, @Schema(requiredMode = REQUIRED) String title,
                               String legalGrounds,
                       @Schema(requiredMode = REQUIRED) List<BlocDraft> blocs, Map<String, String> reasons, List<FileRef> files) {

        NewComposition period() {
            return new NewComposition(NewComposition.Route.HERE, year, schoolYear, from, to, campaignCode);
        }

        CompositionDraft draft() {
            return new CompositionDraft(false, title, legalGrounds, blocs, reasons, files, null);
        }
    }

    /** A decision that was issued outside, with its signed PDF as the first file. */
    record IssuedDecision(@Schema(requiredMode = REQUIRED) NewDecision decision, @Schema(requiredMode = REQUIRED) OutsideDecision issue) {
    }

    /** The blocs read from a file. */
    record ReadBlocs(List<BlocDraft> blocs) {
    }

    /** @param changed false: the file says what is kept already */
    record Imported(boolean changed, int blocs) {
    }

    @PostMapping
    @Operation(operationId = "draftBlocComposition", summary = "Lập hồ sơ thành lập cụm, khối thi đua, trình duyệt ngay",
            description = "409 khi mã tham chiếu đã dùng cho nội dung khác.")
    @ApiResponse(responseCode = "201", description = "Đã tạo mới")
    @ApiResponse(responseCode = "200", description = "Gửi lại đúng nội dung: cùng mã, không tạo thêm")
    ResponseEntity<RegisteredComposition> draft(@RequestBody NewDecision body) {
        return answer(compositions.register(actor.get(), body.reference(), digest.of(body), body.period(), body.draft(), null));
    }

    @PostMapping("/issued")
    @Operation(operationId = "recordBlocComposition", summary = "Ghi nhận quyết định thành lập cụm, khối đã ban hành ở ngoài hệ thống",
            description = "Các khối được mở năm công tác ngay. 409 khi mã tham chiếu đã dùng cho nội dung khác.")
    @ApiResponse(responseCode = "201", description = "Đã tạo mới")
    @ApiResponse(responseCode = "200", description = "Gửi lại đúng nội dung: cùng mã, không tạo thêm")
    ResponseEntity<RegisteredComposition> issued(@RequestBody IssuedDecision body) {
        if (body.decision() == null) {
            throw new InvalidInput("decision", "Nhập nội dung quyết định.");
        }
        if (body.issue() == null) {
            throw new InvalidInput("issue", "Nhập thông tin ban hành: cơ quan, số, ngày, người ký.");
        }
        return answer(compositions.register(actor.get(), body.decision().reference(), digest.of(body), body.decision().period(),
                body.decision().draft(), body.issue()));
    }

    private static ResponseEntity<RegisteredComposition> answer(RegisteredComposition registered) {
        return registered.created() ? ResponseEntity.created(URI.create("/api/v1/bloc-compositions/" + registered.code())).body(registered)
                : ResponseEntity.ok(registered);
    }

    @GetMapping
    @Operation(operationId = "listBlocCompositions", summary = "Hồ sơ thành lập cụm, khối được xem, kỳ mới nhất trước",
            description = "Đơn vị chỉ thấy hồ sơ đã có hiệu lực mà mình là thành viên.")
    Page<CompositionSummary> list(@RequestParam(required = false) Integer year, @RequestParam(defaultValue = "0") int offset,
                                  @RequestParam(defaultValue = "50") int limit) {
        return queries.list(actor.get(), year, offset, limit);
    }

    @GetMapping("/{code}")
    @Operation(operationId = "getBlocComposition", summary = "Một hồ sơ thành lập cụm, khối với thành phần, quy chế, tiêu chí")
    CompositionView get(@PathVariable String code) {
        return queries.get(actor.get(), code);
    }

    // ---- files ------------------------------------------------------------------------------------------------------

    @GetMapping("/xlsx")
    @Operation(operationId = "getBlocTemplate", summary = "Tệp mẫu XLSX để điền thành phần, quy chế, tiêu chí của các khối")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PrintedAnswer.XLSX, schema = @Schema(type = "string",
            format = "binary")))
    ResponseEntity<byte[]> template() {
        return PrintedAnswer.of(sheets.template(actor.get()), PrintedAnswer.XLSX, "mau-khoi-thi-dua.xlsx");
    }

    @GetMapping("/{code}/xlsx")
    @Operation(operationId = "exportBlocComposition", summary = "Thành phần, quy chế, tiêu chí của các khối theo tệp mẫu XLSX")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PrintedAnswer.XLSX, schema = @Schema(type = "string",
            format = "binary")))
    ResponseEntity<byte[]> export(@PathVariable String code) {
        return PrintedAnswer.of(sheets.write(actor.get(), code), PrintedAnswer.XLSX, "khoi-thi-dua-" + code + ".xlsx");
    }

    @PostMapping(path = "/xlsx", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "readBlocFile", summary = "Đọc tệp XLSX thành nội dung các khối, không lưu gì",
            description = "422 khi có dòng sai: errors nêu ô (Thành viên!D5) và lý do; xem /xlsx/errors để nhận lại tệp có cột lỗi.")
    ReadBlocs read(@RequestPart("file") MultipartFile file) throws IOException {
        return new ReadBlocs(sheets.read(actor.get(), file.getBytes()));
    }

    @PostMapping(path = "/xlsx/errors", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "markBlocFile", summary = "Trả lại chính tệp XLSX đó, thêm cột \"Lỗi\" ở từng dòng")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = PrintedAnswer.XLSX, schema = @Schema(type = "string",
            format = "binary")))
    ResponseEntity<byte[]> errors(@RequestPart("file") MultipartFile file) throws IOException {
        return PrintedAnswer.of(sheets.marked(actor.get(), file.getBytes()), PrintedAnswer.XLSX, "khoi-thi-dua-co-loi.xlsx");
    }

    @PostMapping(path = "/{code}/xlsx", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "importBlocFile", summary = "Nhập tệp XLSX vào hồ sơ đang soạn",
            description = "Khối cùng mã được thay thành phần, khối khác giữ nguyên; gửi lại cùng tệp không thay đổi gì. "
                    + "422 khi có dòng sai, 409 khi hồ sơ không còn ở bước soạn.")
    Imported importFile(@PathVariable String code, @RequestPart("file") MultipartFile file) throws IOException {
        queries.requireComposition(actor.get(), code);
        List<BlocDraft> blocs = sheets.read(actor.get(), file.getBytes());
        return new Imported(compositions.merge(actor.get(), code, blocs), blocs.size());
    }

    // ---- the decision -----------------------------------------------------------------------------------------------

    @GetMapping("/{code}/decision/{document}/{format}")
    @Operation(operationId = "printBlocDecision", summary = "Bản in của quyết định, hoặc của tờ trình kèm theo",
            description = "404 với quyết định ban hành ngoài hệ thống (xem bản đã ký đính kèm). Đơn vị chỉ xem được quyết định đã ban "
                    + "hành; "
                    + "tờ trình chỉ dành cho cơ quan soạn thảo, xét duyệt.")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_PDF_VALUE, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = PrintedAnswer.DOCX, schema = @Schema(type = "string", format = "binary"))})
    ResponseEntity<byte[]> print(@PathVariable String code, @PathVariable PrintedAnswer.Document document,
            @PathVariable PrintedAnswer.Format format) {
        queries.requireComposition(actor.get(), code);
        boolean submission = document == PrintedAnswer.Document.SUBMISSION;
        PaperView paper = queries.paper(code).filter(one -> access.readsAll(actor.get()) || one.issued() && !submission)
                .orElseThrow(() -> new NotFound("Không tìm thấy quyết định của hồ sơ " + code + "."));
        Printed print = submission ? printed.submission(paper.id()) : printed.paper(paper.id());
        return PrintedAnswer.of(print, format, (submission ? "to-trinh-" : "quyet-dinh-") + code);
    }
}
