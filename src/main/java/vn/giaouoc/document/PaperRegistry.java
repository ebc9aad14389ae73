package vn.giaouoc.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Finding;

/** What registering a paper means to the feature whose paper it is: its checks of the date, and what it keeps of them. */
public interface PaperRegistry {

    /** Whether this feature registers the paper, by its id ({@code PT-2024-003/KH}). */
    boolean registers(String paperId);

    /** What is found about the date văn thư enters. Changes nothing. */
    List<Finding> registrationFindings(LocalDate issueDate);

    /** Keeps what was found, with the reasons that văn thư gave by code. */
    void note(Actor actor, String caseCode, List<Finding> findings, Map<String, String> reasons);
}
