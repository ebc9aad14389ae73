package vn.giaouoc.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.PersonView;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.ActingFor;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/** Papers on their way through the chain of approval to their number (NĐ 30/2020/NĐ-CP). */
@Service
@Transactional
public class Papers {

    /** Slot of the step a paper waits at. */
    static final String STEP = "PAPER_STEP";

    private static final String SYSTEM = "he-thong";
    private static final String CHAIRMAN = "CHỦ TỊCH";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String FOR_CHAIRMAN = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH";

    private final PaperRepository papers;
    private final JdbcClient jdbc;
    private final List<PaperText> texts;
    private final PaperTemplates templates;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final Clock clock;

    Papers(PaperRepository papers, JdbcClient jdbc, @Lazy List<PaperText> texts, PaperTemplates templates, Organisation organisation, Deadlines deadlines, Clock clock) {
        this.papers = papers;
        this.jdbc = jdbc;
        this.texts = texts;
        this.templates = templates;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The paper, with all its steps. @throws NotFound */
    @Transactional(readOnly = true)
    public PaperView get(String paperId) {
        return paper(paperId).view();
    }

    /** The paper, if it has been begun. */
    @Transactional(readOnly = true)
    public Optional<PaperView> find(String paperId) {
        return papers.findById(paperId).map(Paper::view);
    }

    /** Begins a paper issued in this product, if it does not exist, and notes who drafted it. */
    public void drafted(String paperId, String caseCode, String kind, String title, String issuingBody, Actor drafter) {
        Paper paper = papers.findById(paperId).orElseGet(() -> papers.save(
                new Paper(paperId, caseCode, kind, title, issuingBody, false)));
        paper.submit(step(drafter, ApprovalStep.DRAFT, Decision.SUBMIT, null, null), title, firstStep());
        String template = texts.stream().filter(text -> text.owns(paperId)).findFirst().orElseThrow().template();
        paper.printedWith(template, templates.newest(template), templates.newest("TTR"));
    }

    /** The papers of a case, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<PaperView> ofCase(String caseCode) {
        return papers.findByCaseCodeOrderById(caseCode).stream().map(Paper::view).toList();
    }

    /** Where a submitted paper waits now, and from now on until when. */
    public Progress progress(String paperId) {
        ApprovalStep next = get(paperId).nextStep();
        return Progress.to(next, dueAt(paperId, next));
    }

    /**
     * An approver's decision at a step.
     *
     * @param returnTo where a RETURN goes: DRAFT or an earlier step that this province has
     * @throws InvalidInput a return or refusal without reason, or to a step that is not before this one
     * @throws NotAllowed   the person had the paper in hand at another step, or may not refuse
     */
    public Progress decide(String paperId, ApprovalStep at, Actor actor, Decision decision, ApprovalStep returnTo, String reason) {
        checkDecision(paperId, at, actor, decision, returnTo, reason);
        Paper paper = paper(paperId);
        PaperStep done = step(actor, at, decision, returnTo, reason);
        switch (decision) {
            case RETURN -> paper.returnTo(done);
            case REFUSE -> paper.refuse(done);
            default -> {
                ApprovalStep next = stepAfter(at);
                if (at == ApprovalStep.SIGN) {
                    paper.sign(done, capacity(actor), next);
                } else {
                    paper.approve(done, next);
                }
                return Progress.to(next, dueAt(paperId, next));
            }
        }
        return decision == Decision.RETURN ? Progress.back(returnTo) : Progress.end("REFUSED");
    }

    /** The same checks as {@link #decide}, changing nothing. */
    @Transactional(readOnly = true)
    public void checkDecision(String paperId, ApprovalStep at, Actor actor, Decision decision, ApprovalStep returnTo,
                              String reason) {
        paper(paperId).requireOtherHands(actor, at);
        if (decision == null || decision == Decision.SUBMIT || decision == Decision.OVERDUE || decision == Decision.STOP) {
            throw new InvalidInput("decision", "Chọn quyết định xử lý.");
        }
        boolean refusal = decision == Decision.REFUSE;
        if (refusal && !mayRefuse(paperId, at, actor)) {
            throw new NotAllowed("Chỉ Chủ tịch UBND quyết định không ban hành; báo cáo chỉ trả lại để hoàn thiện.");
        }
        if ((refusal || decision == Decision.RETURN) && (reason == null || reason.isBlank())) {
            throw new InvalidInput("reason", "Nêu rõ lý do.");
        }
        if (reason != null && reason.length() > 4000) {
            throw new InvalidInput("reason", "Lý do dài tối đa 4.000 ký tự.");
        }
        if (decision == Decision.RETURN && !returnTargets(at).contains(returnTo)) {
            throw new InvalidInput("returnTo", "Chọn bước nhận lại văn bản.");
        }
    }

    /** Where an approver at this step may send a paper back to: the draft, and the steps before that this province has. */
    @Transactional(readOnly = true)
    public List<ApprovalStep> returnTargets(ApprovalStep at) {
        return Stream.concat(Stream.of(ApprovalStep.DRAFT),
                enabledSteps().stream().filter(step -> step.ordinal() < at.ordinal())).toList();
    }

    /** Whether this person may refuse at this step: the Chairman who is to sign. A report is owed: it is only sent back. */
    @Transactional(readOnly = true)
    public boolean mayRefuse(String paperId, ApprovalStep at, Actor actor) {
        return at == ApprovalStep.SIGN && actor.in("chairman") && !actor.onlyAsDeputy() && !paper(paperId).kind().equals("BC");
    }

    /** How this person would sign: in own name, KT. for the Chairman as his deputy, or on the ground on which it acts for him today. */
    public String capacity(Actor actor) {
        if (actor.onlyAsDeputy()) {
            return deputys(actor.acting().ground(), CHAIRMAN, organisation.person(actor.userId()).position());
        }
        return actor.in("chairman") ? CHAIRMAN : FOR_CHAIRMAN;
    }

    /** As printed above a deputy's name: {@code TUQ. CHỦ TỊCH}, {@code GIÁM ĐỐC SỞ NỘI VỤ}; nothing for somebody who may only look. */
    static String deputys(String ground, String head, String position) {
        return ground == null ? "" : ground + " " + head + (position == null ? "" : "\n" + position.toUpperCase(VIETNAMESE));
    }

    /**
     * Văn thư enters number, date and the signed PDF: the paper is issued.
     *
     * @throws InvalidInput number missing, malformed or taken (one per body, kind and year); date missing, in the future or
     *                      before the signature
     */
    public Progress register(String paperId, Actor actor, String typedNumber, LocalDate date, UUID signedFile) {
        PaperNumber number = checkRegistration(paperId, actor, typedNumber, date, signedFile);
        paper(paperId).register(step(actor, ApprovalStep.REGISTER, Decision.REGISTER, null, null), number, date, signedFile);
        flushNumber();
        return Progress.end("DONE");
    }

    /** The same checks as {@link #register}, changing nothing. */
    @Transactional(readOnly = true)
    public PaperNumber checkRegistration(String paperId, Actor actor, String typedNumber, LocalDate date, UUID signedFile) {
        Paper paper = paper(paperId);
        paper.requireOtherHands(actor, ApprovalStep.REGISTER);
        PaperNumber number = checkNumber(paper, typedNumber, date);
        LocalDate signed = signedOn(paper);
        if (signed != null && date.isBefore(signed)) {
            throw new InvalidInput("issueDate", "Ngày ban hành không được trước ngày ký.");
        }
        if (signedFile == null) {
            throw new InvalidInput("files", "Đính kèm bản PDF đã ký.");
        }
        return number;
    }

    /** Notes that a step passed its deadline; the step stays where it is. */
    public void overdue(String paperId) {
        Paper paper = paper(paperId);
        ApprovalStep at = paper.view().nextStep();
        if (at != null) {
            paper.overdue(new PaperStep(at, SYSTEM, "Hệ thống", null, Decision.OVERDUE, null, null, clock.instant()));
        }
    }

    /** The case of a paper ends before it was issued: the paper goes no further. */
    public void stop(String paperId, String reason) {
        papers.findById(paperId).ifPresent(paper -> paper.stop(new PaperStep(ApprovalStep.DRAFT, SYSTEM, "Hệ thống", null,
                Decision.STOP, null, reason, clock.instant())));
    }

    /** Whether a paper issued outside may be entered under this number (null: unknown), changing nothing. @throws InvalidInput if not */
    @Transactional(readOnly = true)
    public void checkOutside(String body, String kind, String typedNumber, LocalDate date) {
        if (typedNumber != null) {
            checkFree(body, kind, PaperNumber.read(typedNumber, symbol(body, kind), "number"), date, "number");
        }
    }

    /** A paper issued before and outside this product, entered afterwards. The number may be unknown. */
    public void recordOutside(OutsidePaper outside, Actor actor) {
        String symbol = symbol(outside.issuingBody(), outside.kind());
        PaperNumber number = outside.number() == null ? null : PaperNumber.read(outside.number(), symbol, "number");
        checkFree(outside.issuingBody(), outside.kind(), number, outside.issueDate(), "number");
        Paper paper = new Paper(outside.paperId(), outside.caseCode(), outside.kind(), outside.title(), outside.issuingBody(), true);
        paper.recordOutside(step(actor, ApprovalStep.DRAFT, Decision.REGISTER, null, null), outside.signer(), outside.capacity(),
                number, outside.issueDate(), outside.file());
        papers.save(paper);
        flushNumber();
    }

    /** The number of an outside paper, found later. @throws InvalidInput malformed or taken */
    public void supplyNumber(String paperId, Actor actor, String typedNumber) {
        PaperNumber number = checkSupply(paperId, typedNumber);
        paper(paperId).supplyNumber(step(actor, ApprovalStep.REGISTER, Decision.REGISTER, null, null), number);
        flushNumber();
    }

    /** The same checks as {@link #supplyNumber}, changing nothing. */
    @Transactional(readOnly = true)
    public PaperNumber checkSupply(String paperId, String typedNumber) {
        Paper paper = paper(paperId);
        return checkNumber(paper, typedNumber, paper.issueDate());
    }

    /** The next number, for a series this product keeps itself; empty when the register is kept outside. */
    @Transactional(readOnly = true)
    public Optional<Integer> suggestedNumber(String paperId) {
        Paper paper = paper(paperId);
        boolean keptHere = jdbc.sql("select kept_here from number_series where issuing_body = ? and kind = ?")
                .params(paper.issuingBody(), paper.kind()).query(Boolean.class).optional().orElse(false);
        return keptHere ? Optional.of(highestNumber(paper) + 1) : Optional.empty();
    }

    /** {@code KH-UBND}: what follows the number. */
    @Transactional(readOnly = true)
    public String symbol(String issuingBody, String kind) {
        return jdbc.sql("select symbol from number_series where issuing_body = ? and kind = ?").params(issuingBody, kind)
                .query(String.class).optional().orElse(kind + "-UBND");
    }

    private int highestNumber(Paper paper) {
        return jdbc.sql("select coalesce(max(number_value), 0) from paper where issuing_body = ? and kind = ? and issue_year = ?")
                .params(paper.issuingBody(), paper.kind(), LocalDate.now(clock).getYear()).query(Integer.class).single();
    }

    private PaperNumber checkNumber(Paper paper, String typedNumber, LocalDate date) {
        PaperNumber number = PaperNumber.read(typedNumber, symbol(paper.issuingBody(), paper.kind()), "number");
        if (date == null) {
            throw new InvalidInput("issueDate", "Nhập ngày ban hành.");
        }
        if (date.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput("issueDate", "Ngày ban hành không được ở tương lai.");
        }
        checkFree(paper.issuingBody(), paper.kind(), number, date, "number");
        return number;
    }

    private void checkFree(String body, String kind, PaperNumber number, LocalDate date, String field) {
        if (number == null || date == null) {
            return;
        }
        jdbc.sql("select title from paper where issuing_body = ? and kind = ? and issue_year = ? and number_value = ?")
                .params(body, kind, date.getYear(), number.value()).query(String.class).optional()
                .ifPresent(title -> {
                    throw taken(number.text(), date.getYear(), title, field);
                });
    }

    /** Two clerks at the same moment: the database decides, and the second hears why. */
    private void flushNumber() {
        try {
            papers.flush();
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInput("number", "Số này vừa được dùng cho một văn bản khác. Hãy nhập số khác.");
        }
    }

    private static InvalidInput taken(String number, int year, String title, String field) {
        return new InvalidInput(field, "Số " + number + " năm " + year + " đã dùng cho văn bản \"" + title + "\".");
    }

    private LocalDate signedOn(Paper paper) {
        return paper.view().steps().stream()
                .filter(step -> step.step() == ApprovalStep.SIGN && step.decision() == Decision.APPROVE)
                .reduce((first, second) -> second)
                .map(step -> LocalDate.ofInstant(step.at(), clock.getZone())).orElse(null);
    }

    private ApprovalStep firstStep() {
        return enabledSteps().get(0);
    }

    private ApprovalStep stepAfter(ApprovalStep at) {
        return enabledSteps().stream().filter(step -> step.ordinal() > at.ordinal()).findFirst().orElseThrow();
    }

    private List<ApprovalStep> enabledSteps() {
        return plannedSteps().stream().map(PlannedStep::step).toList();
    }

    /** The steps a paper passes in this province, with their deadlines, as valid today. */
    @Transactional(readOnly = true)
    public List<PlannedStep> plannedSteps() {
        return jdbc.sql("select code, deadline from approval_step where enabled and valid_from <= :today "
                        + "and (valid_to is null or valid_to >= :today) order by seq").param("today", LocalDate.now(clock))
                .query((rs, n) -> new PlannedStep(ApprovalStep.valueOf(rs.getString(1)), rs.getString(2))).list();
    }

    private Instant dueAt(String paperId, ApprovalStep step) {
        String code = jdbc.sql("select deadline from approval_step where code = :code and valid_from <= :today "
                        + "and (valid_to is null or valid_to >= :today)")
                .param("code", step.name()).param("today", LocalDate.now(clock)).query(String.class).single();
        return deadlines.of(paperId).dueAs(STEP, code, clock.instant(), null);
    }

    private PaperStep step(Actor actor, ApprovalStep at, Decision decision, ApprovalStep returnTo, String reason) {
        PersonView person = organisation.person(actor.userId());
        ActingFor acting = actor.acting();
        return acting == null
                ? new PaperStep(at, actor.userId(), person.name(), person.position(), decision, returnTo, reason, clock.instant())
                : new PaperStep(at, actor.userId(), person.name(), person.position(), decision, returnTo, reason, clock.instant(),
                acting.userId(), acting.ownRight() ? null : acting.ground(), acting.words());
    }

    private Paper paper(String id) {
        return papers.findById(id).orElseThrow(() -> new NotFound("Không tìm thấy văn bản " + id + "."));
    }
}
