package vn.giaouoc.commendation;

import java.util.List;
import vn.giaouoc.document.FileRef;

/**
 * A proposal for commendation, as it is entered.
 *
 * @param unit        a member of the bloc: the nominee itself, or where the nominee belongs
 * @param nomineeName of the collective or the person; 1–200 characters
 * @param position    of a person; null for a collective
 * @param form        code in the catalogue of titles, one that is for such a nominee
 * @param reason      why it is proposed on the spot: the event, the theme
 */
public record ProposalDraft(Nominee nomineeKind, String unit, String nomineeName, String position, String achievement, String form,
                            String reason, List<FileRef> files) {

    /** Who is proposed. */
    public enum Nominee {
        COLLECTIVE("Tập thể"),
        PERSON("Cá nhân");

        private final String label;

        Nominee(String label) {
            this.label = label;
        }

        /** Vietnamese, as officials read it. */
        public String label() {
            return label;
        }
    }
}
