package vn.giaouoc.workflow.response;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;

/** What the case of a unit begins with, be it an answer or a report. */
public final class UnitVariables {

    private UnitVariables() {
    }

    /** @param ready false: the case begins with the job that waits until the unit can be given work */
    public static Map<String, Object> of(String campaignCode, String title, String unitCode, String unitName, Instant remindAt,
                                         Instant dueAt, boolean ready) {
        return Map.of(CampaignProcess.CASE_CODE, campaignCode, CampaignProcess.TITLE, CampaignVariables.shortened(title),
                ResponseProcess.UNIT_NAME, unitName, ResponseProcess.UNIT_GROUP, Organisation.unitGroup(unitCode),
                ResponseProcess.UNIT_LEAD_GROUP, Organisation.leadGroup(unitCode), ResponseProcess.REMIND_AT, Date.from(remindAt),
                ResponseProcess.DUE_AT, Date.from(dueAt), ResponseProcess.READY, ready);
    }
}
