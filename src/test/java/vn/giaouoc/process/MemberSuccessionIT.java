package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.organisation.SuccessionDraft;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.signature.SealedDocuments;
import vn.giaouoc.signature.Verdict;
import vn.giaouoc.test.ThrowAwayUnits;

/** A bloc's member is split in the middle of a covenant: each successor takes part, by a part of its own or by an annex. */
class MemberSuccessionIT extends CovenantTest {

    @Autowired
    ThrowAwayUnits units;
    @Autowired
    Successions successions;
    @Autowired
    SealedDocuments documents;

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

    /** The content that an annex names is not signed any more: the annex ends with it, and whoever was to sign it takes part in the new one. */
    @Test
    void annexesEndWithTheContentTheyNameAndTheirSuccessorsTakePartInTheNewOne() {
        String second = units.add("hai");
        String key = agreed(2093, List.of(head, former, second));
        sign(key, former);
        split();
        signAnnex(key, "PL1", heir);
        String signed = signing.annex(key + "/PL1").digest();
        String open = signing.annex(key + "/PL2").digest();
        assertThat(documents.check(signed)).isEqualTo(Verdict.VALID);
        decide("canbo." + head, key, "userTask_followSigning", Map.of("reason", "Sai chỉ tiêu."));

        assertThat(documents.check(signed)).isEqualTo(Verdict.SUPERSEDED);
        assertThat(running(key + "/PL2")).isFalse();
        assertThat(covenants.annexes(key)).extracting("endReason").containsOnly("Giao ước được đưa về chỉnh sửa: Sai chỉ tiêu.");
        assertThatThrownBy(() -> signing.checkSignAnnex(officials.actor("thutruong." + other), key + "/PL2", SignerGround.head(), open))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("không còn giá trị");
        revise(key, head);
        assertTasks(part(key, other), "userTask_registerTargets");
        register(key, other);
        hold(key, List.of(head, former, second, other), true);
        assertThat(covenant(key).members()).extracting(MemberState::actingUnit).containsExactly(head, heir, second, other);
        assertTasks(part(key, former), "userTask_signCovenant");
        assertTasks(part(key, other), "userTask_signCovenant");
    }

    /** Until the amendment is recorded the first covenant binds, and its annexes may be signed. */
    @Test
    void annexesNobodyHasSignedEndWhenAnAmendmentReplacesTheirCovenant() {
        List<String> first = List.of(head, former);
        String year = recordedYear(2093, first);
        split();
        assertThat(records.beginAmendment(officials.actor("chuyenvien"), year, "Có thành viên mới.")).isEqualTo(2);
        jobs.runDue();
        signAnnex(year + "/GU1", "PL1", heir);
        String key = year + "/GU2";
        List<String> all = List.of(head, heir, other);
        draft(key, head);
        all.forEach(unit -> comment(key, unit, true, null));
        revise(key, head);
        all.forEach(unit -> register(key, unit));
        hold(key, all, true);
        all.forEach(unit -> sign(key, unit));
        assertTasks(year + "/GU1/PL2", "userTask_signAnnex");
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        assertThat(running(year + "/GU1/PL2")).isFalse();
        assertThat(covenants.annexes(year + "/GU1")).extracting("toUnit", "endReason").containsExactly(tuple(heir, null),
                tuple(other, "Giao ước đã được thay thế bằng bản điều chỉnh."));
    }

    private void split() {
        successions.declare(officials.actor("admin"), new SuccessionDraft(SuccessionKind.SPLIT, List.of(former), List.of(heir, other), heir,
                today(), "12/QĐ-UBND", today(), "UBND tỉnh", "Sắp xếp tổ chức.", false));
        jobs.runDue();
    }
}
