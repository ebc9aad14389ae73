package vn.giaouoc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;

/** What is found about the date of registration, where the table of checks makes it a warning. */
class PaperRegistrationTest {

    private static final String PAPER = "PT-2024-003/KH";
    private static final Finding DAY_OFF = new Finding("C05", Finding.Kind.WARN, "issueDate", "Ngày ban hành 12/05/2024 là ngày nghỉ.", null, null);

    private final Actor clerk = new Actor("vanthu", Set.of("office-clerk"));
    private final List<String> kept = new ArrayList<>();
    private PaperRegistration registration;

    @BeforeEach
    void aPaperToBeRegistered() {
        Papers papers = mock(Papers.class);
        PaperView paper = mock(PaperView.class);
        when(paper.caseCode()).thenReturn("PT-2024-003");
        when(papers.get(PAPER)).thenReturn(paper);
        registration = new PaperRegistration(papers, mock(Attachments.class), List.of(new PaperRegistry() {
            @Override
            public boolean registers(String paperId) {
                return true;
            }

            @Override
            public List<Finding> registrationFindings(LocalDate issueDate) {
                return List.of(DAY_OFF);
            }

            @Override
            public void note(Actor actor, String caseCode, List<Finding> findings, Map<String, String> reasons) {
                findings.forEach(finding -> kept.add(caseCode + " " + finding.code() + " " + reasons.get(finding.code())));
            }
        }));
    }

    @Test
    void aWarningAsksForAReasonAndTheReasonIsKept() {
        assertThatThrownBy(() -> registration.register(clerk, PAPER, entry(Map.of()))).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("reasons.C05"));
        assertThat(kept).isEmpty();
        registration.register(clerk, PAPER, entry(Map.of("C05", "Ban hành gấp để kịp phòng chống bão.")));
        assertThat(kept).containsExactly("PT-2024-003 C05 Ban hành gấp để kịp phòng chống bão.");
    }

    private static PaperRegistration.Entry entry(Map<String, String> reasons) {
        return new PaperRegistration.Entry("327", LocalDate.of(2024, 5, 12), List.of(new FileRef(UUID.randomUUID(), "ban-ky.pdf")), reasons);
    }
}
