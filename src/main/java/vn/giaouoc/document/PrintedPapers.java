package vn.giaouoc.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.shared.NotFound;

/** Papers and their tờ trình as DOCX and PDF, each printed with the version of the template it was handed in with. */
@Service
@Transactional(readOnly = true)
public class PrintedPapers {

    private static final String DIRECTOR = "GIÁM ĐỐC";
    private static final String SUBMISSION = "TTR";

    private final Papers papers;
    private final PaperTemplates templates;
    private final Printer printer;
    private final List<PaperText> texts;
    private final Clock clock;
    private final String place;

    PrintedPapers(Papers papers, PaperTemplates templates, Printer printer, List<PaperText> texts, Clock clock,
                  @Value("${giaouoc.place}") String place) {
        this.papers = papers;
        this.templates = templates;
        this.printer = printer;
        this.texts = texts;
        this.clock = clock;
        this.place = place;
    }

    /** The paper itself. @throws NotFound unknown, or issued outside: what was signed there is attached, not printed */
    public Printed paper(String paperId) {
        PaperView paper = drafted(paperId);
        PaperText text = text(paperId);
        return printer.print(text.template(), version(paper.templateVersion(), text.template()), content(paperId));
    }

    /** What is printed on the paper, to be shown where it is read and signed. Errors as {@link #paper}. */
    public PaperContent content(String paperId) {
        PaperView paper = drafted(paperId);
        PaperText text = text(paperId);
        PaperText.Body body = text.body(paperId);
        LocalDate date = paper.issueDate();
        return new PaperContent(null, issuer(paper.issuingBody()), paper.number(), papers.symbol(paper.issuingBody(), paper.kind()),
                place, date, year(date), text.kindName(), paper.title(), null, body.grounds(), body.opening(), body.sections(),
                body.closing(), body.receivers(), capacity(paper), paper.signerName());
    }

    /** The tờ trình with which the Director of Sở Nội vụ submits the paper. Errors as {@link #paper}. */
    public Printed submission(String paperId) {
        PaperView paper = drafted(paperId);
        PaperText text = text(paperId);
        PaperStep signed = paper.steps().stream().filter(step -> step.step() == ApprovalStep.DIRECTOR && step.decision() == Decision.APPROVE)
                .reduce((first, last) -> last).orElse(null);
        LocalDate date = signed == null ? null : LocalDate.ofInstant(signed.at(), clock.getZone());
        String what = text.kindName().toLowerCase(Locale.forLanguageTag("vi"));
        var content = new PaperContent(issuer(paper.issuingBody()), "SỞ NỘI VỤ", null, "TTr-SNV", place, date, year(date), "TỜ TRÌNH",
                "Về việc đề nghị ban hành " + what, "Ủy ban nhân dân tỉnh", text.body(paperId).grounds(),
                "Sở Nội vụ trình Ủy ban nhân dân tỉnh xem xét, ký ban hành " + what + " “" + paper.title() + "”, cụ thể như sau:",
                List.of(new PaperContent.Section("1. Sự cần thiết", List.of("Căn cứ chức năng, nhiệm vụ được giao, Sở Nội vụ đã chủ trì, phối hợp với các cơ quan, "
                                + "đơn vị liên quan xây dựng dự thảo " + what + "."), null),
                        new PaperContent.Section("2. Nội dung trình", List.of("Dự thảo " + what + " kèm theo Tờ trình này."), null),
                        new PaperContent.Section("3. Quá trình xem xét", considered(paper), null)),
                "Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.", List.of("Như trên", "Lưu: VT, TĐKT."),
                signed == null || signed.forGround() == null ? List.of(DIRECTOR)
                        : List.of(Papers.deputys(signed.forGround(), DIRECTOR, signed.position()).split("\n")),
                signed == null ? null : signed.actorName());
        return printer.print(SUBMISSION, version(paper.submissionVersion(), SUBMISSION), content);
    }

    private static List<String> considered(PaperView paper) {
        return paper.steps().stream().filter(step -> step.step().ordinal() < ApprovalStep.OFFICE.ordinal() && step.decision() != Decision.OVERDUE)
                .map(step -> "- " + step.step().label() + ": " + step.decision().label().toLowerCase(Locale.forLanguageTag("vi")) + " ("
                        + step.actorName() + (step.forWords() == null ? "" : ", " + step.forWords()) + ")" + (step.reason() == null ? "." : ": " + step.reason())).toList();
    }

    private PaperView drafted(String paperId) {
        PaperView paper = papers.get(paperId);
        if (paper.outside()) {
            throw new NotFound("Văn bản được ban hành ngoài hệ thống; xem bản đã ký đính kèm.");
        }
        return paper;
    }

    private PaperText text(String paperId) {
        return texts.stream().filter(text -> text.owns(paperId)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No text for paper " + paperId));
    }

    private int version(Integer kept, String template) {
        return kept == null ? templates.newest(template) : kept;
    }

    private int year(LocalDate date) {
        return date == null ? LocalDate.now(clock).getYear() : date.getYear();
    }

    /** "UBND tỉnh" is written out, with the province's name. */
    private String issuer(String body) {
        String written = body.equals("UBND tỉnh") ? "Ủy ban nhân dân\ntỉnh " + place : body.replace("UBND", "Ủy ban nhân dân");
        return written.toUpperCase(Locale.forLanguageTag("vi"));
    }

    private static List<String> capacity(PaperView paper) {
        List<String> lines = new ArrayList<>(List.of("TM. ỦY BAN NHÂN DÂN"));
        lines.addAll(paper.signerCapacity() == null ? List.of("CHỦ TỊCH") : Arrays.asList(paper.signerCapacity().split("\n")));
        return lines;
    }
}
