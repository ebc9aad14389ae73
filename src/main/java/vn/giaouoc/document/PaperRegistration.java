package vn.giaouoc.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;

/** Văn thư registers a paper, whichever feature's it is: number, date and the signed PDF. */
@Service
@Transactional
public class PaperRegistration {

    private static final String SLOT = "SIGNED";

    private final Papers papers;
    private final Attachments attachments;
    private final List<PaperRegistry> registries;

    PaperRegistration(Papers papers, Attachments attachments, @Lazy List<PaperRegistry> registries) {
        this.papers = papers;
        this.attachments = attachments;
        this.registries = registries;
    }

    /** What văn thư enters. @param files exactly one: the PDF as it was signed. @param reasons for what is found about the date, by code */
    public record Entry(String number, LocalDate issueDate, List<FileRef> files, Map<String, String> reasons) {

        UUID signedFile() {
            return files == null || files.isEmpty() ? null : files.get(0).id();
        }
    }

    /**
     * Checks what is entered, changing nothing. @return what was found about the date and does not block
     *
     * @throws vn.giaouoc.shared.InvalidInput as {@link Papers#register}; the date blocks, or warns and no reason was given
     */
    @Transactional(readOnly = true)
    public List<Finding> check(Actor actor, String paperId, Entry entry) {
        papers.checkRegistration(paperId, actor, entry.number(), entry.issueDate(), entry.signedFile());
        List<Finding> findings = registry(paperId).registrationFindings(entry.issueDate());
        var errors = new Errors();
        findings.forEach(finding -> errors.finding(finding, entry.reasons()));
        errors.refuse();
        return findings;
    }

    /** The paper is issued: the signed PDF belongs to its case, what was found is kept. Errors as {@link #check}. */
    public Progress register(Actor actor, String paperId, Entry entry) {
        List<Finding> findings = check(actor, paperId, entry);
        String caseCode = papers.get(paperId).caseCode();
        attachments.bind(actor, caseCode, SLOT, entry.files());
        registry(paperId).note(actor, caseCode, findings, entry.reasons());
        return papers.register(paperId, actor, entry.number(), entry.issueDate(), entry.signedFile());
    }

    /** The feature whose paper it is. */
    private PaperRegistry registry(String paperId) {
        return registries.stream().filter(registry -> registry.registers(paperId)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No registry for paper " + paperId));
    }
}
