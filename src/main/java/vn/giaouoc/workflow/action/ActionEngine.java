package vn.giaouoc.workflow.action;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionFlow;
import vn.giaouoc.action.ActionOpening;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.response.ResponseProcess;

/** Answers for the engine what actions of blocs ask of it. */
@Component
class ActionEngine implements ActionFlow {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    ActionEngine(@Lazy RuntimeService runtime, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @Override
    public void start(ActionOpening opening) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(ActionProcess.KEY, opening.code(), Map.of(
                CampaignProcess.CASE_CODE, opening.blocYear(), CampaignProcess.TITLE, CampaignVariables.shortened(opening.title()),
                ResponseProcess.UNIT_NAME, opening.ownerName(), ResponseProcess.UNIT_GROUP, opening.ownerGroup(),
                ResponseProcess.DUE_AT, Date.from(opening.dueAt()), ResponseProcess.READY, opening.ready())));
    }

    @Override
    public void yearClosed(String blocYear) {
        asSystem.run(() -> runtime.createMessageCorrelation(ActionProcess.YEAR_CLOSED)
                .processInstanceVariableEquals(CampaignProcess.CASE_CODE, blocYear).correlateAll());
    }
}
