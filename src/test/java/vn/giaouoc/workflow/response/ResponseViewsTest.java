package vn.giaouoc.workflow.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.ResponseView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.workflow.campaign.CampaignViews;
import vn.giaouoc.workflow.form.TaskContext;

class ResponseViewsTest {

    private static final Instant NOW = Instant.parse("2024-06-03T03:00:00Z");

    /** An amendment may move the deadline of a unit that was late before. */
    @Test
    void aUnitIsOverdueSinceItsDeadlineOnlyOnceThatHasPassed() {
        assertThat(overdueSince(NOW.minusSeconds(60), NOW)).isEqualTo(NOW.minusSeconds(60));
        assertThat(overdueSince(NOW.plusSeconds(60), NOW.minusSeconds(600))).isNull();
        assertThat(overdueSince(NOW.minusSeconds(60), null)).isNull();
    }

    private static Object overdueSince(Instant dueAt, Instant escalatedAt) {
        CampaignViews campaignViews = mock(CampaignViews.class);
        when(campaignViews.document(any())).thenReturn(new LinkedHashMap<>());
        CampaignQueries campaigns = mock(CampaignQueries.class);
        when(campaigns.response("PT-2024-003", "ldld")).thenReturn(new ResponseView("PT-2024-003", "ldld", "Liên đoàn", "OPEN", dueAt, null, null,
                false, null, escalatedAt, null, null, null, null, null, null, null, null, null, null));
        when(campaignViews.files(any())).thenReturn(List.of());
        return new ResponseViews(campaignViews, campaigns, mock(Organisation.class), Clock.fixed(NOW, ZoneOffset.UTC))
                .view(new TaskContext("1", "unit-response/writeResponse", "PT-2024-003/ldld", dueAt, null)).get("overdueSince");
    }
}
