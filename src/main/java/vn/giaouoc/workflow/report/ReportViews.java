package vn.giaouoc.workflow.report;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.report.Consolidation;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.Periods;
import vn.giaouoc.report.SignedReport;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.report.UnitReportView;
import vn.giaouoc.report.Works;
import vn.giaouoc.workflow.approval.PaperSubject;
import vn.giaouoc.workflow.campaign.CampaignViews;

/** What the forms of a report show. */
@Component
class ReportViews implements PaperSubject {

    private final CampaignViews campaignViews;
    private final CampaignQueries campaigns;
    private final Periods periods;
    private final UnitReports reports;
    private final Consolidation consolidation;
    private final Works works;
    private final Organisation organisation;
    private final PrintedPapers printed;

    ReportViews(CampaignViews campaignViews, CampaignQueries campaigns, Periods periods, UnitReports reports,
                Consolidation consolidation, Works works, Organisation organisation,
                PrintedPapers printed) {
        this.campaignViews = campaignViews;
        this.campaigns = campaigns;
        this.periods = periods;
        this.reports = reports;
        this.consolidation = consolidation;
        this.works = works;
        this.organisation = organisation;
        this.printed = printed;
    }

    /** A unit's report with what it is measured against. */
    Map<String, Object> unit(String businessKey) {
        String code = ReportProcess.campaign(businessKey);
        int seq = ReportProcess.seq(businessKey);
        String unit = ReportProcess.unit(businessKey);
        Map<String, Object> view = campaignViews.document(code);
        UnitReportView report = reports.view(code, seq, unit);
        view.put("unit", organisation.shown(unit));
        view.put("period", periods.get(code, seq));
        view.put("report", report);
        view.put("indicators", reports.indicators(code));
        view.put("last", reports.lastFigures(code, seq, unit));
        view.put("works", works.of(code, unit));
        view.put("reportFiles", campaignViews.files(businessKey));
        return view;
    }

    /** What the units' reports come to, for the standing agency. */
    Map<String, Object> consolidation(String businessKey) {
        String code = ReportProcess.campaign(businessKey);
        int seq = ReportProcess.seq(businessKey);
        Map<String, Object> view = campaignViews.document(code);
        view.put("period", periods.get(code, seq));
        view.put("gathered", consolidation.gathered(code, seq));
        view.put("reportFiles", campaignViews.files(businessKey));
        return view;
    }

    @Override
    public boolean owns(String paperId) {
        return paperId.contains("/BC");
    }

    @Override
    public Map<String, Object> view(String paperId) {
        String code = ReportProcess.campaign(paperId);
        int seq = ReportProcess.seq(paperId);
        Map<String, Object> view = campaignViews.document(code);
        SignedReport written = consolidation.written(code, seq).orElseThrow();
        view.put("subject", "REPORT");
        view.put("paper", campaignViews.paper(paperId));
        view.put("content", printed.content(paperId));
        view.put("period", periods.get(code, seq));
        view.put("report", written.report());
        view.put("gathered", written.gathered());
        view.put("files", campaignViews.files(Period.caseKey(code, seq)));
        return view;
    }
}
