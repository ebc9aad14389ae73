package vn.giaouoc.workflow.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.CampaignStart;
import vn.giaouoc.campaign.NewCampaign;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.StartForm;

/** "Khởi tạo phong trào". */
@Component
class StartCampaignForm implements StartForm<NewCampaign> {

    private final Campaigns campaigns;
    private final CampaignViews views;

    StartCampaignForm(Campaigns campaigns, CampaignViews views) {
        this.campaigns = campaigns;
        this.views = views;
    }

    @Override
    public String processKey() {
        return CampaignProcess.KEY;
    }

    @Override
    public NewCampaign read(ObjectNode data, FormReader reader) {
        return reader.read(data, NewCampaign.class);
    }

    @Override
    public Map<String, Object> view(Actor actor) {
        return Map.of("canDraft", views.draftingUnits(actor));
    }

    @Override
    public void check(Actor actor, NewCampaign data) {
        campaigns.checkBegin(data);
    }

    @Override
    public Started start(Actor actor, NewCampaign data) {
        CampaignStart start = campaigns.begin(actor, data);
        return new Started(start.code(), CampaignVariables.of(start));
    }

    @Override
    public String next() {
        return "Việc soạn dự thảo (hoặc nhập kế hoạch đã ban hành) được giao cho cơ quan soạn thảo.";
    }
}
