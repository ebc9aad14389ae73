package vn.giaouoc.workflow.action;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionWork;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.action.BlocActionView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.workflow.campaign.CampaignViews;

/** What the forms of an action show. */
@Component
class ActionViews {

    private final BlocActions actions;
    private final ActionWork work;
    private final BlocYears years;
    private final CampaignViews files;

    ActionViews(BlocActions actions, ActionWork work, BlocYears years, CampaignViews files) {
        this.actions = actions;
        this.work = work;
        this.years = years;
        this.files = files;
    }

    Map<String, Object> view(String code) {
        var view = new LinkedHashMap<String, Object>();
        BlocActionView action = actions.get(code);
        view.put("action", action);
        view.put("bloc", years.get(action.blocYear()).title());
        view.put("yearEndsOn", years.get(action.blocYear()).to());
        view.put("reports", work.reports(code));
        view.put("files", files.files(code));
        return view;
    }
}
