package vn.giaouoc.action;

import java.time.LocalDate;
import java.util.List;
import vn.giaouoc.document.FileRef;

/**
 * What an owner says of its action.
 *
 * @param text      the result, or the reason; 1–20.000 characters
 * @param wantedDue with MORE_TIME: the day asked for, later than the present one and within the bloc's period; null otherwise
 */
public record ActionReport(Outcome outcome, String text, LocalDate wantedDue, List<FileRef> files) {

    /** What the owner says has come of it. */
    public enum Outcome {
        DONE("Đã hoàn thành"),
        NOT_DONE("Không thực hiện được"),
        MORE_TIME("Đề nghị gia hạn");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** Vietnamese, as officials read it. */
        public String label() {
            return label;
        }
    }
}
