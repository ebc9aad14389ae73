package vn.giaouoc.report;

/** What reporting asks of the engine; {@code workflow} answers. */
public interface ReportFlow {

    /** Starts the case of a period: its units, then its consolidated report. */
    void start(PeriodStart start);

    /** Starts the report of one unit. */
    void open(ReportOpening opening);

    /** Every unit of the period has reported: nobody waits for the date. */
    void allReported(String campaignCode, int seq);

    /** The final report is signed: the campaign may be closed. */
    void finalReportSigned(String campaignCode);
}
