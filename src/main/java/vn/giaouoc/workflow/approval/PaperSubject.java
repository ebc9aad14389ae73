package vn.giaouoc.workflow.approval;

import java.util.Map;

/** What a paper in the chain of approval is about: a plan, a report, a change. Each kind of paper has one. */
public interface PaperSubject {

    /** Whether this is the subject of the paper, by its id ({@code PT-2024-003/KH}). */
    boolean owns(String paperId);

    /** What its approvers read; {@code subject} names the kind to the form. */
    Map<String, Object> view(String paperId);
}
