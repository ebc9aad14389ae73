package vn.giaouoc.document;

import java.util.List;

/** What a kind of paper says; the feature that owns the kind answers. Head, number, date and signature are the paper's own. */
public interface PaperText {

    /** Whether this is the text of the paper, by its id ({@code PT-2024-003/KH}). */
    boolean owns(String paperId);

    /** Code of its template. */
    String template();

    /** {@code KẾ HOẠCH}. */
    String kindName();

    /** What it says. */
    Body body(String paperId);

    /** Grounds, opening, parts and closing, and who receives it. */
    record Body(List<String> grounds, String opening, List<PaperContent.Section> sections, String closing, List<String> receivers) {
    }
}
