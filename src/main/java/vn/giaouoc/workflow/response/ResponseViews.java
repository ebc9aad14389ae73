package vn.giaouoc.workflow.response;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.CoveredSubject;
import vn.giaouoc.campaign.ResponseView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.workflow.campaign.CampaignViews;
import vn.giaouoc.workflow.form.TaskContext;

/** What the forms of a unit's answer show. */
@Component
class ResponseViews {

    private final CampaignViews campaignViews;
    private final CampaignQueries campaigns;
    private final Organisation organisation;
    private final Clock clock;

    ResponseViews(CampaignViews campaignViews, CampaignQueries campaigns, Organisation organisation, Clock clock) {
        this.campaignViews = campaignViews;
        this.campaigns = campaigns;
        this.organisation = organisation;
        this.clock = clock;
    }

    Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = campaignViews.document(task.caseCode());
        view.put("unit", organisation.shown(task.part()));
        ResponseView response = response(task);
        view.put("response", response);
        view.put("state", response.status());
        view.put("dueAt", response.dueAt());
        view.put("overdueSince", response.escalatedAt() == null || response.dueAt().isAfter(clock.instant()) ? null : response.dueAt());
        view.put("responseFiles", campaignViews.files(task.businessKey()).stream()
                .filter(file -> "RESPONSE".equals(file.get("slot"))).toList());
        return view;
    }

    /** The subjects without account that the plan gives this commune to answer for. */
    List<CoveredSubject> coveredSubjects(TaskContext task) {
        return campaigns.plan(task.caseCode()).otherSubjects().stream()
                .filter(subject -> task.part().equals(subject.communeCode()))
                .map(subject -> new CoveredSubject(subject.name(), null)).toList();
    }

    ResponseView response(TaskContext task) {
        return campaigns.response(task.caseCode(), task.part());
    }
}
