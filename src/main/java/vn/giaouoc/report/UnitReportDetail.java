package vn.giaouoc.report;

import java.util.List;
import vn.giaouoc.document.AttachmentView;

/** One unit's report with its files. */
public record UnitReportDetail(UnitReportView report, List<AttachmentView> files) {
}
