package vn.giaouoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list of deadlines is ordered by the part of the work they belong to. */
class DeadlinePhaseTest {

    @Test
    void aDeadlineBelongsToThePartOfTheWorkItsNameBeginsWith() {
        assertThat(DeadlinePhase.of("CAMPAIGN_DRAFT")).isEqualTo(DeadlinePhase.LAUNCH);
        assertThat(DeadlinePhase.of("CAMPAIGN_ARCHIVE")).isEqualTo(DeadlinePhase.REPORT);
        assertThat(DeadlinePhase.of("RESPONSE_RETURN_WINDOW")).isEqualTo(DeadlinePhase.RESPONSE);
        assertThat(DeadlinePhase.of("REVIEW_BEGIN_SCHOOL")).isEqualTo(DeadlinePhase.REVIEW);
        assertThat(DeadlinePhase.of("SOMETHING_NEW")).isEqualTo(DeadlinePhase.OTHER);
    }
}
