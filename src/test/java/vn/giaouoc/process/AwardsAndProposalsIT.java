package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.commendation.ProposalDraft;
import vn.giaouoc.commendation.ProposalDraft.Nominee;
import vn.giaouoc.commendation.ProposalView;
import vn.giaouoc.commendation.SpotProposals;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.SuccessionDraft;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.register.OutsideAwardDraft;
import vn.giaouoc.register.OutsideAwards;
import vn.giaouoc.register.OutsideAwardView;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.test.ThrowAwayUnits;

/** Awards that units were granted outside their blocs, and proposals for commendation that their conferences leave behind. */
class AwardsAndProposalsIT extends CovenantTest {

    @Autowired
    OutsideAwards awards;
    @Autowired
    SpotProposals proposals;
    @Autowired
    Successions successions;
    @Autowired
    ThrowAwayUnits units;

    @AfterEach
    void nothingIsLeftOfThrowAwayUnits() {
        jdbc.sql("delete from outside_award where unit_code like 'tam%'").update();
        units.remove();
    }

    // ---- awards -----------------------------------------------------------------------------------------------------

    @Test
    void anAwardIsRecordedWithItsDecisionOnceAndForTheYearItIsGrantedFor() {
        String unit = units.add("vinh");
        int year = today().getYear();
        String code = awards.record(snv(), award(unit, year - 1, file()));
        assertThat(awards.of(List.of(unit), year - 1)).singleElement().satisfies(award -> {
            assertThat(award.title()).isEqualTo("Cờ thi đua của Chính phủ");
            assertThat(award.grantedBy()).isEqualTo("Thủ tướng Chính phủ");
            assertThat(award.awardYear()).isEqualTo(year - 1);
            assertThat(award.decisionDate().getYear()).isEqualTo(year);
            assertThat(award.files()).hasSize(1);
            assertThat(award.recordedBy()).isEqualTo("Nguyễn Thị Minh Châu");
        });
        assertThat(awards.of(List.of(unit), year)).as("the decision's year too").extracting(OutsideAwardView::code).containsExactly(code);
        assertThat(awards.of(List.of(unit), year - 2)).isEmpty();
        assertThatThrownBy(() -> awards.record(snv(), award(unit, year - 1, file()))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("đã được ghi nhận");
        assertThat(awards.record(snv(), award(unit, year - 2, file()))).as("another year").isNotEqualTo(code);
        assertThatThrownBy(() -> awards.record(officials.actor("canbo." + unit), award(unit, year - 3, file()))).isInstanceOf(NotAllowed.class);
        assertRefused(new OutsideAwardDraft(null, null, null, " ", null, null, null, List.of()), "unit", "title", "decisionNumber", "decisionDate",
                "awardYear", "files");
        assertRefused(new OutsideAwardDraft(unit, "CSTDTQ", year + 1, "1", today().plusDays(1), null, null, file()), "title", "decisionDate",
                "awardYear");
    }

    /** A title of emulation once for a year; a form of commendation by each decision that grants it. */
    @Test
    void aFormOfCommendationMayBeGrantedAgainForTheYearATitleNot() {
        String unit = units.add("bang");
        int year = today().getYear();
        awards.record(snv(), award(unit, "BK_TTG", year, "100/QĐ-TTg", today().minusDays(2)));
        awards.record(snv(), award(unit, "BK_TTG", year, "200/QĐ-TTg", today().minusDays(1)));
        assertThat(awards.of(List.of(unit), year)).extracting(OutsideAwardView::decisionNumber).containsExactly("200/QĐ-TTg", "100/QĐ-TTg");
        assertThatThrownBy(() -> awards.record(snv(), award(unit, "BK_TTG", year, "100/QĐ-TTg", today()))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cùng quyết định");
        awards.record(snv(), award(unit, "CO_CP", year, "300/QĐ-TTg", today()));
        assertThatThrownBy(() -> awards.record(snv(), award(unit, "CO_CP", year, "400/QĐ-TTg", today()))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("danh hiệu này");
    }

    @Test
    void whatALaterLawHasAbolishedMayBeRecordedByADecisionOfItsTime() {
        String unit = units.add("cu");
        LocalDate last = today().minusDays(10);
        jdbc.sql("insert into award_title select 'TEST_CU', 'Danh hiệu cũ', kind, level, granted_by, collective, individual, household, legal_source, "
                + "uncertain, 99, valid_from, ? from award_title where code = 'CO_TINH'").param(last).update();
        try {
            awards.record(snv(), award(unit, "TEST_CU", last.getYear(), "5/QĐ-UBND", last));
            assertThat(awards.of(List.of(unit), last.getYear())).extracting(OutsideAwardView::title).containsExactly("Danh hiệu cũ");
            assertRefused(award(unit, "TEST_CU", last.getYear(), "6/QĐ-UBND", last.plusDays(1)), "title");
        } finally {
            jdbc.sql("delete from outside_award where title = 'TEST_CU'").update();
            jdbc.sql("delete from award_title where code = 'TEST_CU'").update();
        }
    }

    @Test
    void aUnitForWhichAnAwardWasRecordedInErrorReadsItNoLonger() {
        String wrong = units.add("nham");
        String right = units.add("dung");
        String code = awards.record(snv(), award(wrong, today().getYear(), file()));
        UUID decision = awards.versions(officials.actor("canbo." + wrong), code).get(0).files().get(0).id();
        awards.correct(snv(), code, 1, award(right, today().getYear(), file()), false, "Nhập nhầm đơn vị.");
        assertThatThrownBy(() -> awards.versions(officials.actor("canbo." + wrong), code)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.get(officials.actor("canbo." + wrong), decision)).isInstanceOf(NotFound.class);
        assertThat(awards.versions(officials.actor("canbo." + right), code)).hasSize(2);
    }

    private OutsideAwardDraft award(String unit, String title, int year, String decision, LocalDate day) {
        return new OutsideAwardDraft(unit, title, year, decision, day, null, null, file());
    }

    private void assertRefused(OutsideAwardDraft draft, String... fields) {
        assertThatThrownBy(() -> awards.record(snv(), draft)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly((Object[]) fields));
    }

    @Test
    void aCorrectionKeepsWhatWasAndWhatWasRecordedInErrorCountsNoMore() {
        String unit = units.add("sua");
        int year = today().getYear();
        String code = awards.record(snv(), award(unit, year, file()));
        var corrected = new OutsideAwardDraft(unit, "BK_TTG", year, "771/QĐ-TTg", today(), null, "Đính chính.", file());
        assertThatThrownBy(() -> awards.correct(snv(), code, 1, corrected, false, " ")).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("reason"));
        assertThat(awards.correct(snv(), code, 1, corrected, false, "Nhập nhầm hình thức.")).isEqualTo(2);
        assertThatThrownBy(() -> awards.correct(snv(), code, 1, corrected, false, "Muộn.")).isInstanceOf(ConflictRefusal.class);
        assertThat(awards.versions(snv(), code)).extracting(OutsideAwardView::titleCode).containsExactly("BK_TTG", "CO_CP");
        awards.correct(snv(), code, 2, corrected, true, "Của đơn vị khác.");
        assertThat(awards.of(List.of(unit), year)).isEmpty();
        assertThat(awards.list(snv(), null, unit, 0, 10).items()).singleElement().satisfies(award -> assertThat(award.withdrawn()).isTrue());
        assertThat(awards.record(snv(), award(unit, year, file()))).as("may be recorded anew").isNotEqualTo(code);
    }

    /** ADR 19: what a former unit was granted is its successor's history. */
    @Test
    void theHistoryOfAwardsFollowsASuccession() {
        String former = units.add("khen");
        String heir = units.add("noi");
        String code = awards.record(snv(), award(former, today().getYear() - 1, file()));
        assertThatThrownBy(() -> awards.versions(officials.actor("canbo." + heir), code)).isInstanceOf(NotFound.class);
        successions.declare(officials.actor("admin"), new SuccessionDraft(SuccessionKind.MERGE, List.of(former), List.of(heir), null, today(),
                "12/QĐ-UBND", today(), "UBND tỉnh", "Sắp xếp tổ chức.", false));
        jobs.runDue();
        assertThat(awards.of(List.of(heir), today().getYear())).singleElement().satisfies(award -> {
            assertThat(award.unit()).isEqualTo(former);
            assertThat(award.unitName()).contains("nay là");
        });
        assertThat(awards.versions(officials.actor("canbo." + heir), code)).hasSize(1);
        assertThat(awards.list(officials.actor("canbo." + heir), null, heir, 0, 10).total()).isOne();
        assertThat(awards.list(officials.actor("canbo.sct"), null, heir, 0, 10).total()).as("not its own").isZero();
        UUID file = awards.versions(snv(), code).get(0).files().get(0).id();
        assertThat(attachments.get(officials.actor("canbo." + heir), file)).isNotNull();
        assertThatThrownBy(() -> attachments.get(officials.actor("canbo.sct"), file)).isInstanceOf(NotFound.class);
    }

    // ---- proposals --------------------------------------------------------------------------------------------------

    @Test
    void aProposalIsADraftOfTheHeadUnitThatOnlySnvReads() {
        String year = composed(2068, UNITS);
        Actor head = officials.actor("canbo.sct");
        assertThatThrownBy(() -> proposals.draft(head, year, year + "/SK1", proposal("BK_T", List.of()))).as("the review has not begun")
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors()).extracting("field").containsExactly("originCase"));
        jdbc.sql("insert into review (bloc_year, seq, status, begun_at) values (?, 1, 'CONFERENCE', now())").param(year).update();
        String code = proposals.draft(head, year, year + "/SK1", proposal("BK_T", List.of()));
        assertThat(proposals.of(year)).singleElement().satisfies(kept -> {
            assertThat(kept.code()).isEqualTo(code).startsWith("DX-2068-");
            assertThat(kept.formName()).isEqualTo("Bằng khen của Chủ tịch UBND tỉnh");
            assertThat(kept.originCase()).isEqualTo(year + "/SK1");
        });
        for (String reader : List.of("chuyenvien", "truongphong", "giamdoc", "canbo.sct", "thutruong.sct")) {
            assertThat(proposals.of(officials.actor(reader), year)).as(reader).hasSize(1);
        }
        for (String other : List.of("canbo.sxd", "canbo.sgddt", "chutich", "vanthu", "tichhop", "giamsat")) {
            assertThatThrownBy(() -> proposals.of(officials.actor(other), year)).as(other).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> proposals.draft(officials.actor("canbo.sxd"), year, null, proposal("BK_T", List.of()))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> proposals.change(snv(), code, 1, proposal("BK_T", List.of()))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> proposals.draft(head, year, "KT-1999-001/SK1", proposal("BK_T", List.of()))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> proposals.draft(head, year, null, new ProposalDraft(Nominee.PERSON, "sgddt", " ", null, null, "CO_CP", null, List.of())))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors()).extracting("field")
                        .containsExactly("unit", "nomineeName", "position", "achievement", "form", "reason"));
    }

    @Test
    void aProposalIsChangedAndTakenBackWithAReason() {
        String year = composed(2069, UNITS);
        Actor head = officials.actor("canbo.sct");
        String code = proposals.draft(head, year, null, proposal("BK_T", List.of()));
        Map<String, String> file = file("canbo.sct");
        var files = List.of(new FileRef(UUID.fromString(file.get("id")), file.get("name")));
        proposals.change(head, code, 1, proposal("GK", files));
        assertThat(proposals.of(year)).singleElement().satisfies(kept -> {
            assertThat(kept.form()).isEqualTo("GK");
            assertThat(kept.files()).hasSize(1);
            assertThat(kept.version()).isEqualTo(2);
        });
        assertThat(attachments.get(snv(), files.get(0).id())).isNotNull();
        assertThatThrownBy(() -> attachments.get(officials.actor("canbo.sxd"), files.get(0).id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> proposals.change(head, code, 1, proposal("BK_T", List.of()))).isInstanceOf(ConflictRefusal.class);
        proposals.withdraw(head, code, 2, "Đã được khen thưởng đột xuất.");
        assertThat(proposals.of(year)).extracting(ProposalView::withdrawReason).containsExactly("Đã được khen thưởng đột xuất.");
        assertThatThrownBy(() -> proposals.withdraw(head, code, 3, "Lại.")).isInstanceOf(ConflictRefusal.class);
    }

    private Actor snv() {
        return officials.actor("chuyenvien");
    }

    private static ProposalDraft proposal(String form, List<FileRef> files) {
        return new ProposalDraft(Nominee.PERSON, "sxd", "Nguyễn Văn An", "Chuyên viên", "Cứu người trong mưa lũ.", form, "Khen thưởng đột xuất.", files);
    }

    private OutsideAwardDraft award(String unit, int year, List<FileRef> files) {
        return new OutsideAwardDraft(unit, "CO_CP", year, "770/QĐ-TTg", LocalDate.now(clock), null, null, files);
    }

    private List<FileRef> file() {
        Map<String, String> file = file("chuyenvien");
        return List.of(new FileRef(UUID.fromString(file.get("id")), file.get("name")));
    }
}
