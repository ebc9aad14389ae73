package vn.giaouoc.document;

import java.time.LocalDate;
import java.util.List;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Finding;

/** What registering a paper means to the feature whose paper it is: its checks of the date, where the signed file goes. */
public interface PaperRegistry {

    /** Whether this feature registers the paper, by its id ({@code PT-2024-003/KH}). */
    boolean registers(String paperId);

    /** What is found about the date văn thư enters. Changes nothing. */
    List<Finding> registrationFindings(LocalDate issueDate);

    /** Binds the signed PDF to the paper's case, enters number and date. */
    Progress register(Actor actor, String paperId, String number, LocalDate issueDate, List<FileRef> files);
}
