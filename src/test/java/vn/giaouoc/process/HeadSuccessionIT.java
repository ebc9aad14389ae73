package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.organisation.SuccessionDraft;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.shared.BusinessRefusal;
import vn.giaouoc.test.ThrowAwayUnits;

/** A bloc's head unit ends and its heir does not become head: what the head has to do is the new head unit's, now and later. */
class HeadSuccessionIT extends CovenantTest {

    @Autowired
    ThrowAwayUnits units;
    @Autowired
    Successions successions;
    @Autowired
    AuthorizationService authorizations;

    private String head;
    private String deputy;
    private String member;
    private String heir;

    @BeforeEach
    void fourUnits() {
        jobs.runDue();
        head = units.add("truong");
        deputy = units.add("pho");
        member = units.add("vien");
        heir = units.add("nhan");
    }

    @AfterEach
    void nothingIsLeft() {
        units.remove();
    }

    @Test
    void aDissolvedHeadUnitIsFollowedByTheDeputyInTheMiddleOfACovenant() {
        String key = begun(2073, List.of(head, deputy, member));
        Task draft = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        officials.as("canbo." + head, () -> {
            tasks.claim(draft.getId(), "canbo." + head);
            return null;
        });

        ended(SuccessionKind.DISSOLVE, List.of());

        assertThat(years.get(year(key)).head().unitCode()).isEqualTo(deputy);
        givenTo(key, "userTask_draftCovenant", deputy);
        assertThat(tasks.createTaskQuery().taskId(draft.getId()).singleResult().getAssignee()).as("who held it is of no unit any more")
                .isNull();
        assertThatThrownBy(() -> officials.complete("canbo." + heir, key, "userTask_draftCovenant", content()))
                .as("the heir of the work is not of this bloc").hasMessageContaining("sees no task");
        draft(key, deputy);
        assertThat(member(key, deputy).role()).isEqualTo(BlocRole.HEAD);
        for (String unit : List.of(deputy, member)) {
            comment(key, unit, true, null);
        }
        givenTo(key, "userTask_reviseCovenant", deputy);
        revise(key, deputy);
        for (String unit : List.of(deputy, member)) {
            register(key, unit);
        }
        givenTo(key, "userTask_holdConference", deputy);
        hold(key, List.of(deputy, member), true);
        givenTo(key, "userTask_followSigning", deputy);
        refuse(key, member, "Chưa có số liệu.");
        givenTo(key, "userTask_resolveRefusal", deputy);
    }

    @Test
    void aHeadUnitWhoseHeirIsOfAnotherBlocIsFollowedByTheDeputyWhileTheCovenantIsCarriedOut() {
        composed(2074, "khoi-khac", List.of(heir, "sct"));
        List<String> all = List.of(head, deputy, member);
        String key = agreedIn(composed(2074, all), all);
        all.forEach(unit -> sign(key, unit));
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        givenTo(year(key), "userTask_followCovenant", head);

        ended(SuccessionKind.MERGE, List.of(heir));

        givenTo(year(key), "userTask_followCovenant", deputy);
        assertThatThrownBy(() -> records.beginAmendment(officials.actor("canbo." + heir), year(key), "Khó.")).isInstanceOf(BusinessRefusal.class);
        records.beginAmendment(officials.actor("canbo." + deputy), year(key), "Trưởng khối thay đổi.");
        givenTo(year(key) + "/GU2", "userTask_draftCovenant", deputy);
        draft(year(key) + "/GU2", deputy);
        givenTo(year(key), "userTask_followCovenant", deputy);
    }

    /** The heir belongs to another bloc of the kind and joins none besides; the covenant is being signed. */
    @Test
    void aHeadUnitWhoseHeirIsOfAnotherBlocIsFollowedByTheDeputyWhileOthersSign() {
        composed(2075, "khoi-khac", List.of(heir, "sct"));
        List<String> all = List.of(head, deputy, member);
        String key = agreedIn(composed(2075, all), all);
        sign(key, member);
        givenTo(key, "userTask_followSigning", head);

        ended(SuccessionKind.MERGE, List.of(heir));

        givenTo(key, "userTask_followSigning", deputy);
        decide("canbo." + deputy, key, "userTask_followSigning", Map.of("reason", "Trưởng khối thay đổi."));
        givenTo(key, "userTask_reviseCovenant", deputy);
    }

    private String agreedIn(String year, List<String> all) {
        String key = year + "/GU1";
        draft(key, all.get(0));
        all.forEach(unit -> comment(key, unit, true, null));
        revise(key, all.get(0));
        all.forEach(unit -> register(key, unit));
        hold(key, all, true);
        return key;
    }

    private static String year(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private void ended(SuccessionKind kind, List<String> successors) {
        successions.declare(officials.actor("admin"), new SuccessionDraft(kind, List.of(head), successors,
                kind == SuccessionKind.MERGE ? null : heir, today(), "12/QĐ-UBND", today(), "UBND tỉnh", "Sắp xếp tổ chức.", false));
        jobs.runDue();
    }

    /** Only this unit's officials are offered the task and have a row for it. */
    private void givenTo(String businessKey, String userTask, String unit) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(userTask).singleResult();
        assertThat(task).as(userTask + " of " + businessKey).isNotNull();
        assertThat(tasks.getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId).filteredOn(group -> group != null)
                .containsExactly("unit-" + unit);
        assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId()).list())
                .extracting("groupId").containsExactly("unit-" + unit);
        assertThat(officials.as("canbo." + unit, () -> tasks.createTaskQuery().taskId(task.getId()).count())).isEqualTo(1);
    }
}
