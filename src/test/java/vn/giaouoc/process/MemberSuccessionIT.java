package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.organisation.SuccessionDraft;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.test.ThrowAwayUnits;

/** A bloc's member is split in the middle of a covenant: each successor takes part, by a part of its own or by an annex. */
class MemberSuccessionIT extends CovenantTest {

    @Autowired
    ThrowAwayUnits units;
    @Autowired
    Successions successions;

    private String head;
    private String former;
    private String heir;
    private String other;

    @BeforeEach
    void fourUnits() {
        jobs.runDue();
        head = units.add("truong");
        former = units.add("cu");
        heir = units.add("nhan");
        other = units.add("moi");
    }

    @AfterEach
    void nothingIsLeft() {
        units.remove();
    }

    /** The heir is a member already; the other successor joins the bloc, and what the bloc is doing. */
    @Test
    void aSuccessorThatJoinsTheBlocBeforeTheAgreementGetsAPartOfItsOwn() {
        String key = revised(2093, List.of(head, heir, former));
        register(key, heir);
        split();
        assertThat(covenant(key).members()).extracting(MemberState::unitCode).containsExactly(head, heir, other);
        assertTasks(part(key, other), "userTask_registerTargets");
        assertThat(running(part(key, former))).isFalse();
        register(key, head);
        assertThat(status(key)).as("the new member is waited for").isEqualTo(CovenantStatus.REGISTERING);
        register(key, other);
        List<String> all = List.of(head, heir, other);
        hold(key, all, true);
        all.forEach(unit -> sign(key, unit));
        assertThat(status(key)).isEqualTo(CovenantStatus.SIGNED);
        assertThat(covenants.annexes(key)).isEmpty();
    }

    /** While the head unit drafts, parts are those of the bloc's members when the members are asked. */
    @Test
    void aSuccessionDuringTheDraftGivesNobodyTwoParts() {
        String key = begun(2093, List.of(head, former));
        split();
        draft(key, head);
        assertThat(covenant(key).members()).extracting(MemberState::actingUnit).containsExactlyInAnyOrder(head, heir, other);
    }

    /** Agreed already: what the former unit had not signed its heir does not wait for; the other successor takes the covenant on. */
    @Test
    void aSuccessorThatJoinsTheBlocAfterTheAgreementSignsAnAnnex() {
        String key = agreed(2093, List.of(head, heir, former));
        split();
        assertThat(covenant(key).members()).extracting(MemberState::unitCode).containsExactly(head, heir);
        signAnnex(key, "PL1", other);
        assertThat(covenants.annexes(key)).singleElement().satisfies(annex -> assertThat(annex.toUnit()).isEqualTo(other));
    }

    private void split() {
        successions.declare(officials.actor("admin"), new SuccessionDraft(SuccessionKind.SPLIT, List.of(former), List.of(heir, other), heir,
                today(), "12/QĐ-UBND", today(), "UBND tỉnh", "Sắp xếp tổ chức.", false));
        jobs.runDue();
    }
}
