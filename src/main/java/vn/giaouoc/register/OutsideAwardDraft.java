package vn.giaouoc.register;

import java.time.LocalDate;
import java.util.List;
import vn.giaouoc.document.FileRef;

/**
 * An award granted outside the bloc, as it is entered.
 *
 * @param unit           code, of a unit that has ended too
 * @param title          code in the catalogue of titles
 * @param awardYear      the year it is granted for: 2000 to the year of the decision
 * @param decisionNumber {@code 770/QĐ-TTg}
 * @param grantedBy      whose decision it is; blank: as the catalogue says
 * @param files          at least one: the decision
 */
public record OutsideAwardDraft(String unit, String title, Integer awardYear, String decisionNumber, LocalDate decisionDate, String grantedBy,
                                String note, List<FileRef> files) {
}
