package vn.giaouoc.midyear;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.PaperRegistry;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.Progress;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Finding;

/** What registering the province's report means: the signed file belongs to its case. */
@Component
class MidYearRegistry implements PaperRegistry {

    private final Launch launch;
    private final Papers papers;
    private final Attachments attachments;

    MidYearRegistry(Launch launch, Papers papers, Attachments attachments) {
        this.launch = launch;
        this.papers = papers;
        this.attachments = attachments;
    }

    @Override
    public boolean registers(String paperId) {
        return MidYearReport.isPaper(paperId);
    }

    @Override
    public List<Finding> registrationFindings(LocalDate issueDate) {
        return launch.registrationFindings(issueDate);
    }

    @Override
    @Transactional
    public Progress register(Actor actor, String paperId, String number, LocalDate issueDate, List<FileRef> files) {
        attachments.bind(actor, MidYearReport.ofPaper(paperId), "SIGNED", files);
        return papers.register(paperId, actor, number, issueDate, files == null || files.isEmpty() ? null : files.get(0).id());
    }
}
