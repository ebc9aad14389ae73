package vn.giaouoc.report;

import java.util.List;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.document.AttachmentView;

/** One unit's report with its files, the indicators it is measured against and the unit's works by their numbers. */
public record UnitReportDetail(UnitReportView report, List<AttachmentView> files, List<Plan.Target> indicators, List<WorkRow> works) {
}
