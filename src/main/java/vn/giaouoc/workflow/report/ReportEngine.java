package vn.giaouoc.workflow.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.PeriodStart;
import vn.giaouoc.report.ReportFlow;
import vn.giaouoc.report.ReportOpening;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.response.MovedDeadlines;
import vn.giaouoc.workflow.response.OpenCases;
import vn.giaouoc.workflow.response.ResponseProcess;
import vn.giaouoc.workflow.response.UnitVariables;

/** Answers for the engine what reporting asks of it. */
@Component
class ReportEngine implements ReportFlow {

    private final RuntimeService runtime;
    private final OpenCases cases;
    private final MovedDeadlines moved;
    private final AsSystem asSystem;

    ReportEngine(@Lazy RuntimeService runtime, OpenCases cases, MovedDeadlines moved, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.cases = cases;
        this.moved = moved;
        this.asSystem = asSystem;
    }

    @Override
    public void start(PeriodStart start) {
        Period period = start.period();
        String code = start.campaignCode();
        runtime.startProcessInstanceByKey(ReportProcess.KEY, Period.caseKey(code, period.seq()), Map.of(
                CampaignProcess.CASE_CODE, code, CampaignProcess.TITLE, CampaignVariables.shortened(start.campaignTitle()),
                ReportProcess.BATCHES, new ArrayList<>(start.batches()), ReportProcess.REPORTS_DUE_AT, Date.from(period.dueAt()),
                ReportProcess.CONSOLIDATE_DUE_AT, Date.from(period.consolidateDueAt()),
                ReportProcess.REPORT_GROUPS, new ArrayList<>(start.groups()),
                ReportProcess.PAPER_KEY, Period.paperOf(code, period.seq())));
    }

    @Override
    public void open(ReportOpening opening) {
        runtime.startProcessInstanceByKey(ReportProcess.UNIT_KEY,
                UnitReports.subject(opening.campaignCode(), opening.seq(), opening.unitCode()),
                UnitVariables.of(opening.campaignCode(), opening.campaignTitle(), opening.unitCode(), opening.unitName(),
                        opening.remindAt(), opening.dueAt(), opening.ready()));
    }

    @Override
    public void allReported(String campaignCode, int seq) {
        asSystem.run(() -> runtime.createMessageCorrelation(ReportProcess.ALL_REPORTED)
                .processInstanceBusinessKey(Period.caseKey(campaignCode, seq)).correlateAll());
    }

    @Override
    public void periodMoved(String campaignCode, int seq, Instant dueAt, Instant consolidateDueAt) {
        asSystem.run(() -> moved.move(Period.caseKey(campaignCode, seq),
                Map.of(ReportProcess.REPORTS_DUE_AT, dueAt, ReportProcess.CONSOLIDATE_DUE_AT, consolidateDueAt)));
    }

    @Override
    public void reportMoved(String campaignCode, int seq, String unitCode, Instant remindAt, Instant dueAt) {
        asSystem.run(() -> moved.move(UnitReports.subject(campaignCode, seq, unitCode),
                Map.of(ResponseProcess.REMIND_AT, remindAt, ResponseProcess.DUE_AT, dueAt)));
    }

    @Override
    public void followUntil(String campaignCode, Instant until) {
        asSystem.run(() -> moved.move(campaignCode, Map.of(CampaignProcess.FOLLOW_DUE_AT, until)));
    }

    @Override
    public void end(List<String> businessKeys, String reason) {
        asSystem.run(() -> cases.end(businessKeys, reason));
    }

    @Override
    public void finalReportSigned(String campaignCode) {
        asSystem.run(() -> runtime.createMessageCorrelation(CampaignProcess.FINAL_REPORT_SIGNED)
                .processInstanceBusinessKey(campaignCode).correlate());
    }
}
