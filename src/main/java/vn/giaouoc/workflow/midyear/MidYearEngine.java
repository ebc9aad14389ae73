package vn.giaouoc.workflow.midyear;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.midyear.MidYearFlow;
import vn.giaouoc.midyear.MidYearReport;
import vn.giaouoc.midyear.MidYearStart;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.response.OpenCases;

/** Answers for the engine what the province's report asks of it. */
@Component
class MidYearEngine implements MidYearFlow {

    private final RuntimeService runtime;
    private final OpenCases cases;
    private final AsSystem asSystem;

    MidYearEngine(@Lazy RuntimeService runtime, OpenCases cases, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.cases = cases;
        this.asSystem = asSystem;
    }

    /** What the model declares of a report that begins. */
    static Map<String, Object> variables(MidYearStart start) {
        return Map.of(CampaignProcess.CASE_CODE, start.code(), CampaignProcess.TITLE, CampaignVariables.shortened(start.title()),
                MidYearProcess.OPENS_AT, Date.from(start.opensAt()), MidYearProcess.PAPER_KEY, MidYearReport.paperOf(start.code()));
    }

    @Override
    public void start(MidYearStart start) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(MidYearProcess.KEY, start.code(), variables(start)));
    }

    @Override
    public void openNow(String code) {
        asSystem.run(() -> runtime.createMessageCorrelation(MidYearProcess.OPENED).processInstanceBusinessKey(code).correlate());
    }

    @Override
    public void endWaiting(String code, String reason) {
        asSystem.run(() -> cases.end(List.of(code), reason));
    }
}
