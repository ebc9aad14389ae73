package vn.giaouoc.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.giaouoc.document.AttachmentView;

/**
 * An award granted outside the bloc.
 *
 * @param unit      as named in the decision
 * @param unitName  a former unit with who does its work today
 * @param title     name of the title or form; its code is {@code titleCode}
 * @param awardYear the year it is granted for, not that of the decision
 * @param version   1, more after corrections
 * @param withdrawn whether it turned out to have been recorded in error
 * @param reason    of the last correction; null when there was none
 */
public record OutsideAwardView(String code, int version, String unit, String unitName, String titleCode, String title, AwardLevel level,
                               String decisionNumber, LocalDate decisionDate, int awardYear, String grantedBy, String note,
                               boolean withdrawn, String reason, String recordedBy, Instant recordedAt, List<AttachmentView> files) {
}
