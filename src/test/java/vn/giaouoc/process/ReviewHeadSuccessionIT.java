package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.covenant.Ground;
import vn.giaouoc.organisation.SuccessionDraft;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.test.ThrowAwayUnits;

/** The bloc's head unit ends in the middle of the review: the heads of the new one sign the report. */
class ReviewHeadSuccessionIT extends ReviewTest {

    @Autowired
    ThrowAwayUnits units;
    @Autowired
    Successions successions;

    @AfterEach
    void nothingIsLeft() {
        units.remove();
    }

    @Test
    void theReportIsSignedByTheHeadsOfTheNewHeadUnit() {
        jobs.runDue();
        String head = units.add("truong");
        String deputy = units.add("pho");
        String heir = units.add("nhan");
        String year = yearOfToday(2080, List.of(head, deputy));
        String key = begunReview(year, head);
        reportAll(key, List.of(head, deputy));
        consolidate(key, head, Map.of());

        successions.declare(officials.actor("admin"), new SuccessionDraft(SuccessionKind.DISSOLVE, List.of(head), List.of(), heir, today(),
                "12/QĐ-UBND", today(), "UBND tỉnh", "Sắp xếp tổ chức.", false));
        jobs.runDue();
        assertThat(years.get(year).head().unitCode()).isEqualTo(deputy);
        holdReview(key, deputy, Map.of("conclusions", List.of(), "tasks", List.of()));
        draftReport(key, deputy);

        assertThat(tasks.getIdentityLinksForTask(tasks.createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey("userTask_signReport")
                .singleResult().getId())).extracting(IdentityLink::getGroupId).filteredOn(group -> group != null)
                .containsExactly("unit-" + deputy + "-lead");
        assertThat(reviewSigning.grounds(officials.actor("thutruong." + deputy), key)).containsExactly(Ground.HEAD);
    }
}
