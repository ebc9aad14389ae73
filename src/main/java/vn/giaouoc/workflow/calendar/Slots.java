package vn.giaouoc.workflow.calendar;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.giaouoc.workflow.action.ActionProcess;
import vn.giaouoc.workflow.approval.ApprovalProcess;
import vn.giaouoc.workflow.bloc.BlocProcess;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.change.ChangeProcess;
import vn.giaouoc.workflow.covenant.BlocYearProcess;
import vn.giaouoc.workflow.covenant.CovenantProcess;
import vn.giaouoc.workflow.midyear.MidYearProcess;
import vn.giaouoc.workflow.report.ReportProcess;
import vn.giaouoc.workflow.response.ResponseProcess;
import vn.giaouoc.workflow.review.ReviewProcess;

/**
 * Which variables of which processes hold a deadline of the ledger. The variable is what tasks and timers of the model name, so that it
 * says of each due date what it is. A test holds this table against the models.
 */
public final class Slots {

    /** A variable of a process. */
    public record Held(String process, String variable) {
    }

    private static final Held MEMBER_DUE = new Held(CovenantProcess.MEMBER_KEY, "dueAt");
    private static final Held MEMBER_REMIND = new Held(CovenantProcess.MEMBER_KEY, "remindAt");

    /** By slot; what only carries others is in none. */
    public static final Map<String, List<Held>> ALL = Map.ofEntries(
            Map.entry("CAMPAIGN_DRAFT", List.of(new Held(CampaignProcess.KEY, "draftDueAt"), new Held(ChangeProcess.KEY, "draftDueAt"))),
            Map.entry("CAMPAIGN_COMMENT", List.of(new Held(CampaignProcess.KEY, "commentDueAt"))),
            Map.entry("SUPPLY_NUMBER", List.of(new Held(CampaignProcess.KEY, "numberDueAt"))),
            Map.entry("REPORT_OPEN", List.of(new Held(CampaignProcess.KEY, "reportOpensAt"))),
            Map.entry("CAMPAIGN_FOLLOW", List.of(new Held(CampaignProcess.KEY, "followDueAt"))),
            Map.entry("CAMPAIGN_ARCHIVE", List.of(new Held(CampaignProcess.KEY, "archiveAt"))),
            Map.entry("RESPONSE_DUE", List.of(new Held(ResponseProcess.KEY, "dueAt"))),
            Map.entry("RESPONSE_REMIND", List.of(new Held(ResponseProcess.KEY, "remindAt"))),
            Map.entry("RESPONSE_URGE", List.of(new Held(ResponseProcess.KEY, "urgeDueAt"))),
            Map.entry("RESPONSE_RETURN_WINDOW", List.of(new Held(ResponseProcess.KEY, "returnUntil"))),
            Map.entry("CHANGE_NOTICE", List.of(new Held(ChangeProcess.NOTICE_KEY, "noticeDueAt"))),
            Map.entry("PAPER_STEP", List.of(new Held(ApprovalProcess.KEY, "stepDueAt"))),
            Map.entry("REPORT_DUE", List.of(new Held(ReportProcess.KEY, "reportsDueAt"), new Held(ReportProcess.UNIT_KEY, "dueAt"))),
            Map.entry("REPORT_REMIND", List.of(new Held(ReportProcess.UNIT_KEY, "remindAt"))),
            Map.entry("REPORT_CONSOLIDATE", List.of(new Held(ReportProcess.KEY, "consolidateDueAt"))),
            Map.entry("BLOC_DRAFT", List.of(new Held(BlocProcess.KEY, "draftDueAt"))),
            Map.entry("COVENANT_HEAD", List.of(new Held(CovenantProcess.KEY, "headDueAt"))),
            Map.entry("COVENANT_OFFICE", List.of(new Held(CovenantProcess.KEY, "snvDueAt"))),
            Map.entry("COVENANT_COMMENT", List.of(new Held(CovenantProcess.KEY, "commentDueAt"), MEMBER_DUE)),
            Map.entry("COVENANT_COMMENT_REMIND", List.of(MEMBER_REMIND)),
            Map.entry("COVENANT_REGISTER", List.of(new Held(CovenantProcess.KEY, "registerDueAt"), MEMBER_DUE)),
            Map.entry("COVENANT_REGISTER_REMIND", List.of(MEMBER_REMIND)),
            Map.entry("COVENANT_SIGN", List.of(new Held(CovenantProcess.KEY, "signDueAt"), MEMBER_DUE)),
            Map.entry("COVENANT_SIGN_REMIND", List.of(MEMBER_REMIND)),
            Map.entry("COVENANT_ANNEX", List.of(new Held(CovenantProcess.ANNEX_KEY, "dueAt"))),
            Map.entry("REVIEW_BEGIN", List.of(new Held(BlocYearProcess.KEY, "reviewBeginsAt"))),
            Map.entry("REVIEW_REPORT", List.of(new Held(ReviewProcess.KEY, "reportsDueAt"), new Held(ReviewProcess.MEMBER_KEY, "dueAt"))),
            Map.entry("REVIEW_REPORT_REMIND", List.of(new Held(ReviewProcess.MEMBER_KEY, "remindAt"))),
            Map.entry("REVIEW_INSPECT", List.of(new Held(ReviewProcess.KEY, "inspectionsDueAt"), new Held(ReviewProcess.INSPECTION_KEY, "dueAt"))),
            Map.entry("REVIEW_HEAD", List.of(new Held(ReviewProcess.KEY, "headDueAt"))),
            Map.entry("REVIEW_SIGN", List.of(new Held(ReviewProcess.KEY, "signDueAt"))),
            Map.entry("REVIEW_RECEIVE", List.of(new Held(ReviewProcess.KEY, "snvDueAt"))),
            Map.entry("MID_YEAR_OPEN", List.of(new Held(MidYearProcess.KEY, "opensAt"))),
            Map.entry("MID_YEAR_REPORT", List.of(new Held(MidYearProcess.KEY, "writeDueAt"))),
            Map.entry("ACTION_CONFIRM", List.of(new Held(ActionProcess.KEY, "confirmDueAt"))));

    private Slots() {
    }

    /** The deadlines this variable may hold. */
    static Set<String> of(Held held) {
        return ALL.entrySet().stream().filter(slot -> slot.getValue().contains(held)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
