package vn.giaouoc.campaign;

import java.util.Set;

/**
 * A campaign that a year's dry run looks at.
 *
 * @param plan   the newest version; null while none was saved
 * @param units  codes of the units it is addressed to; empty without a plan
 * @param issued whether its plan is
 */
public record PlannedCampaign(String code, String title, Plan plan, Set<String> units, boolean issued) {
}
