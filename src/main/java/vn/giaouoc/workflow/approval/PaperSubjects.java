package vn.giaouoc.workflow.approval;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds what a paper is about. */
@Component
class PaperSubjects {

    private final List<PaperSubject> subjects;

    PaperSubjects(List<PaperSubject> subjects) {
        this.subjects = subjects;
    }

    Map<String, Object> view(String paperId) {
        return subjects.stream().filter(subject -> subject.owns(paperId)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No subject for paper " + paperId)).view(paperId);
    }
}
