package vn.giaouoc.workflow.midyear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.midyear.MidYearReport;
import vn.giaouoc.midyear.MidYearReports;
import vn.giaouoc.workflow.approval.PaperSubject;
import vn.giaouoc.workflow.campaign.CampaignViews;

/** What the forms of the province's report show. */
@Component
class MidYearViews implements PaperSubject {

    private final MidYearReports reports;
    private final CampaignViews papers;
    private final PrintedPapers printed;

    MidYearViews(MidYearReports reports, CampaignViews papers, PrintedPapers printed) {
        this.reports = reports;
        this.papers = papers;
        this.printed = printed;
    }

    /** What is known now, for who writes. */
    Map<String, Object> writing(String code) {
        var view = new LinkedHashMap<String, Object>();
        view.put("report", reports.get(code));
        view.put("gathered", reports.gathered(code));
        view.put("secondHalf", reports.secondHalf(code));
        view.put("files", files(code));
        return view;
    }

    /** What is attached to the report. */
    List<Map<String, Object>> files(String code) {
        return papers.files(code);
    }

    @Override
    public boolean owns(String paperId) {
        return MidYearReport.isPaper(paperId);
    }

    @Override
    public Map<String, Object> view(String paperId) {
        var view = new LinkedHashMap<String, Object>();
        view.put("subject", "REPORT");
        view.put("paper", papers.paper(paperId));
        view.put("content", printed.content(paperId));
        view.put("files", papers.files(MidYearReport.ofPaper(paperId)));
        return view;
    }
}
