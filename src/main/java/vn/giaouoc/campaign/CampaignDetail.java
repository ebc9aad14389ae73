package vn.giaouoc.campaign;

import java.util.List;
import vn.giaouoc.document.AttachmentView;

/** One campaign with its plan. {@code counts}: null before it is issued. */
public record CampaignDetail(CampaignSummary campaign, Plan plan, List<RecordedFinding> findings, FollowCounts counts,
                             List<AttachmentView> files) {
}
