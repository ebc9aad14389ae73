package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewPapers;
import vn.giaouoc.review.ReviewPapers.Kind;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewView;
import vn.giaouoc.review.Reviews;

/** The mid-term review of a bloc, for other systems: its state, its papers, its early beginning. */
@RestController
@RequestMapping("/api/v1/blocs/{code}/mid-term-review")
@Tag(name = "mid-term-reviews", description = "Sơ kết của cụm, khối thi đua")
class ReviewController {

    private final ReviewQueries queries;
    private final Reviews reviews;
    private final ReviewPapers papers;
    private final CurrentActor actor;

    ReviewController(ReviewQueries queries, Reviews reviews, ReviewPapers papers, CurrentActor actor) {
        this.queries = queries;
        this.reviews = reviews;
        this.papers = papers;
        this.actor = actor;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getMidTermReview", summary = "Sơ kết của khối: tình trạng, thành viên, số liệu, hội nghị, báo cáo",
            description = "Chưa sơ kết thì trạng thái là NOT_BEGUN. Báo cáo của thành viên khác chỉ Trưởng khối và cơ quan quản lý đọc được.")
    ReviewView get(@PathVariable String code) {
        return queries.ofYear(actor.get(), code);
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "beginMidTermReview", summary = "Bắt đầu sơ kết trước ngày đã định",
            description = "Trưởng khối, Sở Nội vụ hoặc hệ thống tích hợp. Gọi lại không thay đổi gì: 201 khi lần gọi này bắt đầu sơ kết, 200 khi "
                    + "sơ kết đã bắt đầu. 409 khi giao ước chưa được ghi nhận hoặc kỳ công tác đã hết.")
    @ApiResponse(responseCode = "201", description = "Đã bắt đầu")
    @ApiResponse(responseCode = "200", description = "Đã được bắt đầu từ trước: không thay đổi gì")
    ResponseEntity<ReviewView> begin(@PathVariable String code) {
        boolean begun = reviews.begin(actor.get(), code);
        return ResponseEntity.status(begun ? HttpStatus.CREATED : HttpStatus.OK).body(queries.ofYear(actor.get(), code));
    }

    @GetMapping("/papers/{paper}/{format}")
    @Operation(operationId = "getReviewPaper", summary = "Báo cáo sơ kết (REPORT) hoặc biên bản hội nghị (MINUTES) dạng PDF, DOCX")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_PDF_VALUE, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = PrintedAnswer.DOCX, schema = @Schema(type = "string", format = "binary"))})
    ResponseEntity<byte[]> paper(@PathVariable String code, @PathVariable Kind paper, @PathVariable PrintedAnswer.Format format) {
        String key = ReviewKey.of(code);
        return PrintedAnswer.of(papers.print(actor.get(), key, paper), format, paper.fileName(key));
    }
}
