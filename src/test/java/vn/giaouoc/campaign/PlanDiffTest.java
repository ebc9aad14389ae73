package vn.giaouoc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.campaign.Plan.Target.Direction;

class PlanDiffTest {

    @Test
    void whichWayIsBetterIsADifferenceToo() {
        assertThat(PlanDiff.between(plan(Direction.UP), plan(Direction.DOWN), code -> code)).containsExactly(new PlanChange("Chỉ tiêu",
                "Tỷ lệ hộ nghèo: tăng, đạt 2,5 % (bình quân các đơn vị)", "Tỷ lệ hộ nghèo: giảm, đạt 2,5 % (bình quân các đơn vị)"));
        assertThat(PlanDiff.between(plan(Direction.KEEP), plan(Direction.KEEP), code -> code)).isEmpty();
    }

    @Test
    void theTypeOfACampaignIsCalledTheSameEverywhere() {
        assertThat(PlanDiff.between(Plan.draft(CampaignType.PEAK, "A"), Plan.draft(CampaignType.THEMATIC, "A"), code -> code)).containsExactly(
                new PlanChange("Loại phong trào", CampaignType.PEAK.label(), CampaignType.THEMATIC.label()));
    }

    private static Plan plan(Direction direction) {
        return new Plan(CampaignType.PEAK, "A", null, null, null, null, null, null, null, null, null, null, null, null,
                List.of(new Plan.Target("Tỷ lệ hộ nghèo", "%", null, new BigDecimal("2.5"), direction, null)), null, null, null, null);
    }
}
