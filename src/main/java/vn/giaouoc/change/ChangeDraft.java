package vn.giaouoc.change;

import java.util.List;
import java.util.Map;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.document.FileRef;

/**
 * What the drafter of a change hands in.
 *
 * @param abandon the change is given up; nothing else counts then
 * @param reason  why the plan is changed or withdrawn
 * @param plan    as it shall be; ignored for a withdrawal
 * @param grounds of a decision to withdraw (căn cứ); ignored for an amendment, whose plan has its own
 * @param reasons why warnings are passed, by code
 */
public record ChangeDraft(boolean abandon, String reason, String grounds, Plan plan, Map<String, String> reasons, List<FileRef> files) {
}
