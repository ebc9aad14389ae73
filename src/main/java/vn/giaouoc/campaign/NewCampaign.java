package vn.giaouoc.campaign;

/**
 * What the start form asks for.
 *
 * @param draftingUnit code of the unit that drafts; null = Sở Nội vụ
 */
public record NewCampaign(Route route, CampaignType type, String title, String draftingUnit) {

    /** Drafted and issued here, or issued outside and entered afterwards. */
    public enum Route { HERE, OUTSIDE }
}
