package vn.giaouoc.report;

import java.time.Instant;
import java.util.List;

/** What reporting asks of the engine; {@code workflow} answers. */
public interface ReportFlow {

    /** Starts the case of a period: its units, then its consolidated report. */
    void start(PeriodStart start);

    /** Starts the report of one unit. */
    void open(ReportOpening opening);

    /** Every unit of the period has reported: nobody waits for the date. */
    void allReported(String campaignCode, int seq);

    /** An amendment moved a period that is open. What its units are due for is moved with {@link #reportMoved}. */
    void periodMoved(String campaignCode, int seq, Instant dueAt, Instant consolidateDueAt);

    /** The deadline of a unit's report was moved with its period; a report that has arrived is left as it is. */
    void reportMoved(String campaignCode, int seq, String unitCode, Instant remindAt, Instant dueAt);

    /** By when the campaign is now followed. */
    void followUntil(String campaignCode, Instant until);

    /** Ends these cases, with the reason; a case that has ended already is left as it is. */
    void end(List<String> businessKeys, String reason);

    /** The final report is signed: the campaign may be closed. */
    void finalReportSigned(String campaignCode);
}
