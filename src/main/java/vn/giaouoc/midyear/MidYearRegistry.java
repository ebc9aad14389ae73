package vn.giaouoc.midyear;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.document.PaperRegistry;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Finding;

/** What registering the province's report means: the date is checked like that of a plan; the report keeps no list of findings. */
@Component
class MidYearRegistry implements PaperRegistry {

    private final Launch launch;

    MidYearRegistry(Launch launch) {
        this.launch = launch;
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
    public void note(Actor actor, String caseCode, List<Finding> findings, Map<String, String> reasons) {
        // shown to who registers, kept nowhere
    }
}
