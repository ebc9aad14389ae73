package vn.giaouoc.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.CampaignType;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperText;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.TestPress;

class ChangeTextTest {

    private static final String CODE = "PT-2024-003";

    @Test
    void aDecisionToWithdrawHasGroundsOfItsOwnAndWhoProposedIt() {
        Changes changes = mock(Changes.class);
        CampaignQueries campaigns = mock(CampaignQueries.class);
        when(campaigns.plan(CODE)).thenReturn(Plan.draft(CampaignType.PEAK, "Cải cách hành chính"));
        when(campaigns.paper(CODE)).thenReturn(Optional.of(new PaperView(CODE + "/KH", CODE, "KH", "Phát động", true, false, false, null, "UBND tỉnh",
                "Nguyễn Văn Thành", "CHỦ TỊCH", "2255/KH-UBND", LocalDate.of(2023, 8, 21), null, null, null, List.of())));
        when(changes.get(CODE, 1)).thenReturn(new ChangeView(CODE, 1, ChangeKind.WITHDRAW, "IN_APPROVAL", "Trùng với phong trào của Trung ương.",
                "Căn cứ Luật Tổ chức chính quyền địa phương;\nCăn cứ Luật Thi đua, khen thưởng;", 1, null, List.of(), "chuyenvien", Instant.EPOCH, null));
        PaperText.Body body = new ChangeText.Withdrawal(changes, campaigns).body(CODE + "/TH1");

        assertThat(body.grounds()).containsExactly("Căn cứ Luật Tổ chức chính quyền địa phương;", "Căn cứ Luật Thi đua, khen thưởng;",
                "Theo đề nghị của Giám đốc Sở Nội vụ.");
        assertThat(TestPress.text("thu-hoi-can-cu", "TH", new PaperContent(null, "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG", null, "QĐ-UBND", "Cao Bằng", null, 2024,
                "QUYẾT ĐỊNH", "Về việc thu hồi kế hoạch phát động phong trào thi đua \"Cải cách hành chính\"", null, body.grounds(), body.opening(),
                body.sections(), body.closing(), body.receivers(), List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), null)))
                .contains("Theo đề nghị của Giám đốc Sở Nội vụ", "Thu hồi Kế hoạch số 2255/KH-UBND ngày 21/08/2023 của UBND tỉnh");
    }
}
