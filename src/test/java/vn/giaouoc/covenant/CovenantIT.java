package vn.giaouoc.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.bloc.BlocFlow;
import vn.giaouoc.bloc.BlocYearOpening;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.OrganisationAdmin;
import vn.giaouoc.organisation.PersonData;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.signature.Digests;
import vn.giaouoc.signature.SealedDocuments;
import vn.giaouoc.signature.SignatureChain;
import vn.giaouoc.signature.SignedPdfs;
import vn.giaouoc.signature.Verdict;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Officials;

/** The use cases of covenants against the real database, without the engine's cases around them. */
class CovenantIT extends IntegrationTest {

    @LocalServerPort int port;
    @Autowired Officials officials;
    @Autowired Covenants covenants;
    @Autowired CovenantSigning signing;
    @Autowired CovenantRecords records;
    @Autowired CovenantQueries queries;
    @Autowired CovenantStages stages;
    @Autowired CovenantPapers papers;
    @Autowired Digests digests;
    @Autowired CovenantCatalogue catalogue;
    @Autowired Attachments attachments;
    @Autowired SealedDocuments documents;
    @Autowired TransactionTemplate transaction;
    @Autowired SignatureChain chain;
    @Autowired OrganisationAdmin organisation;
    @Autowired Deadlines deadlines;
    @Autowired CovenantSuccession successions;
    @Autowired BlocFlow blocFlow;
    @Autowired RuntimeService runtime;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired ObjectMapper json;
    private final Map<String, Http> clients = new HashMap<>();

    @AfterEach
    void leaveNoOpenBloc() {
        runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike("KT-2003-%").rootProcessInstances().list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test", true, true, true));
        jdbc.sql("update bloc_member set until_date = current_date where bloc_year_code like 'KT-2003-%' and until_date is null").update();
        jdbc.sql("update bloc_year set status = 'CLOSED' where year = ?").param(CovenantCase.YEAR).update();
    }

    // ---- from draft to baseline -------------------------------------------------------------------------------------

    @Test
    void theTargetsBecomeNumbersThatLaterReviewsRead() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc", "bantuyengiao").signable().signedByAll();
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.SIGNED);
        records.record(bloc.office(), bloc.key());

        List<BaselineRow> rows = queries.baseline(bloc.blocYear, null);
        assertThat(rows).hasSize(4 * 3 + 1);
        assertThat(row(rows, "vptu", "t1").people()).isEqualByComparingTo("190");
        assertThat(row(rows, "vptu", "t1").value()).isEqualByComparingTo("95");
        assertThat(row(rows, "vptu", "t2").people()).isEqualByComparingTo("28.5");
        assertThat(row(rows, BaselineRow.BLOC, "t3").people()).isEqualByComparingTo("4");
        assertThat(row(rows, "vptu", "t4").people()).isNull();
        assertThat(bloc.view().recordedBy()).isEqualTo("Nguyễn Thị Minh Châu");
        assertThat(records.closeMembers(bloc.key())).hasSize(4).contains(bloc.key() + "/vptu");
        assertThat(queries.inForce(bloc.blocYear).version()).isEqualTo(1);
        assertThatThrownBy(() -> records.record(bloc.office(), bloc.key())).isInstanceOf(ConflictRefusal.class);
    }

    private static BaselineRow row(List<BaselineRow> rows, String unit, String target) {
        return rows.stream().filter(row -> row.unitCode().equals(unit) && row.targetId().equals(target)).findFirst().orElseThrow();
    }

    @Test
    void everyRoundTellsWhenNobodyIsWaitedForAnyMore() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").drafted();
        assertThat(covenants.comment(bloc.official("vptu"), bloc.key(), "vptu", true, null, List.of()))
                .isEqualTo(new Progress(1, 3, false));
        assertThat(covenants.comment(bloc.official("vpubnd"), bloc.key(), "vpubnd", false, "Nên ghi rõ thời hạn.", List.of()).all())
                .isFalse();
        assertThat(covenants.silence(bloc.key(), "bantochuc")).isEqualTo(new Progress(3, 3, true));
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.REVISING);
        assertThat(bloc.member("bantochuc").silent()).isTrue();
        assertThatThrownBy(() -> covenants.comment(bloc.official("bantochuc"), bloc.key(), "bantochuc", true, null, List.of()))
                .isInstanceOf(ConflictRefusal.class);

        covenants.revise(bloc.official("vptu"), bloc.key(), CovenantCase.content("95"), Map.of("vpubnd", "Đã tiếp thu."));
        assertThat(bloc.member("vpubnd").answer()).isEqualTo("Đã tiếp thu.");
        assertThat(covenants.openRegistration(bloc.key()).waiting()).containsExactly("vptu", "vpubnd", "bantochuc");
        covenants.register(bloc.official("vptu"), bloc.key(), "vptu", CovenantCase.registration(200, 190));
        covenants.register(bloc.official("vpubnd"), bloc.key(), "vpubnd", CovenantCase.registration(100, 90));
        assertThat(covenants.registrationMissing(bloc.key(), "bantochuc").all()).isTrue();
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.CONFERENCE);
        assertThat(bloc.member("bantochuc").registrationMissing()).isTrue();

        List<Finding> findings = covenants.checkConference(bloc.official("vptu"), bloc.key(), bloc.conference(true), List.of());
        assertThat(findings).extracting(Finding::code).contains("B14", "B15");
        assertThat(findings).extracting(Finding::message).contains("Ban Tổ chức Tỉnh ủy chưa đăng ký thi đua.");
        Consolidated consolidated = queries.consolidated(bloc.key());
        assertThat(consolidated.staff()).isEqualTo(300);
        assertThat(consolidated.titles().get(0).count()).isEqualByComparingTo("280");
        assertThat(consolidated.targets().get(0).people()).isEqualByComparingTo("285");

        covenants.register(bloc.official("bantochuc"), bloc.key(), "bantochuc", CovenantCase.registration(50, 48)); // late, and taken
        assertThat(bloc.member("bantochuc").registered()).isTrue();
        bloc.held();
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.SIGNING);
        assertThatThrownBy(() -> covenants.register(bloc.official("bantochuc"), bloc.key(), "bantochuc", CovenantCase.registration(50, 50)))
                .isInstanceOf(ConflictRefusal.class);
        assertThat(jdbc.sql("select count(*) from covenant_finding where bloc_year = ?").param(bloc.blocYear).query(Long.class).single())
                .isPositive();
    }

    @Test
    void deadlinesOfTheRoundsNoteEverybodyAndARepeatChangesNothing() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").drafted();
        assertThat(covenants.openMembers(bloc.key()).members()).extracting(MemberPart::key)
                .containsExactly(bloc.key() + "/vptu", bloc.key() + "/vpubnd");
        covenants.closeComments(bloc.key());
        covenants.closeComments(bloc.key());
        assertThat(bloc.view().members()).allMatch(MemberState::silent);
        covenants.revise(bloc.official("vptu"), bloc.key(), CovenantCase.content("95"), null);
        RegistrationOpening opening = covenants.openRegistration(bloc.key());
        assertThat(covenants.openRegistration(bloc.key())).isEqualTo(opening);
        covenants.closeRegistration(bloc.key());
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.CONFERENCE);
        assertThat(covenants.begin(bloc.blocYear).key()).isEqualTo(bloc.key());
    }

    @Test
    void whereTheBlocsRulesDemandItAMissingRegistrationBlocksTheAgreement() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").revised();
        covenants.closeRegistration(bloc.key());
        String blocCode = jdbc.sql("select bloc_code from bloc_year where code = ?").param(bloc.blocYear).query(String.class).single();
        jdbc.sql("insert into covenant_rule values ('REGISTRATION_REQUIRED', ?, 1, 'Bắt buộc', 'Quy chế của khối', true, '2021-01-01')")
                .param(blocCode)
                .update();
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class,
                () -> covenants.hold(bloc.official("vptu"), bloc.key(), bloc.conference(true), List.of()));
        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("agreed");
        assertThat(covenants.hold(bloc.official("vptu"), bloc.key(), bloc.conference(false), List.of())).isFalse();
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.REVISING);
        assertThat(bloc.view().returnReason()).isEqualTo("Hội nghị chưa thống nhất nội dung giao ước.");
        covenants.revise(bloc.official("vptu"), bloc.key(), CovenantCase.content("95"), Map.of());
        assertThat(covenants.openRegistration(bloc.key()).waiting()).as("without them nothing can be agreed").containsExactlyElementsOf(bloc.units);
        bloc.units.forEach(unit -> covenants.register(bloc.official(unit), bloc.key(), unit, CovenantCase.registration(200, 190)));
        assertThat(covenants.hold(bloc.official("vptu"), bloc.key(), bloc.conference(true), List.of())).isTrue();
    }

    @Test
    void anOwnValueGoesWithWhatItsTargetMeasures() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").revised();
        Registration common = CovenantCase.registration(200, 190);
        List<MemberTarget> own = List.of(new MemberTarget("t1", new BigDecimal("98")), new MemberTarget("t2", new BigDecimal("20")));
        covenants.register(bloc.official("vptu"), bloc.key(), "vptu", new Registration(200, common.titles(), common.initiatives(), common.models(), own, null));
        covenants.closeRegistration(bloc.key());
        covenants.hold(bloc.official("vptu"), bloc.key(), bloc.conference(false), List.of());
        List<Target> targets = CovenantCase.content("96").targets();
        covenants.revise(bloc.official("vptu"), bloc.key(), new CovenantContent("Chương trình.", null, List.of("Nội dung."), List.of(targets.get(0),
                new Target("t2", "SANG_KIEN", "Sáng kiến", TargetComparator.AT_LEAST, new BigDecimal("2"), null, null, null, null,
                        TargetScope.EACH_MEMBER))), Map.of());
        assertThat(queries.registrations(bloc.key()).get(0).registration().targets()).as("another value of the same stays, another measure does not")
                .containsExactly(own.get(0));
    }

    @Test
    void aSecondRegistrationAfterTheCovenantCameBackIsNotWaitedFor() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable();
        signing.takeBack(bloc.official("vptu"), bloc.key(), "Bổ sung nội dung.");
        CovenantContent fewer = CovenantCase.content("96");
        covenants.revise(bloc.official("vptu"), bloc.key(), fewer, Map.of());
        assertThat(covenants.openRegistration(bloc.key()).complete()).isTrue();
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.CONFERENCE);
    }

    @Test
    void conferencesAreWhole() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").revised();
        covenants.closeRegistration(bloc.key());
        Conference bad = new Conference(LocalDate.now(clock).plusDays(1), null, List.of(new Attendance("vptu", true, null, null),
                new Attendance("syt", false, null, null)), List.of(new PointDiscussed("Nội dung", null)),
                List.of(new Vote("Thông qua", 2, 0, 0)),
                null, true);
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () ->
                covenants.checkConference(bloc.official("vptu"), bloc.key(), bad, List.of()));
        assertThat(refusal.errors()).extracting(FieldError::field).contains("date", "place", "minutes", "attendance[0].representative",
                "attendance[1].unit", "attendance", "points[0].conclusion", "votes[0].agree");
    }

    // ---- signing ----------------------------------------------------------------------------------------------------

    @Test
    void inForceWhenHeadDeputyAndEnoughMembersHaveSignedInAnyOrder() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc", "bantuyengiao", "sgddt").signable();
        assertThat(bloc.sign("sgddt")).isEqualTo(new SigningProgress(false, false, false));
        assertThat(bloc.sign("vpubnd").inForceNow()).isFalse();
        assertThat(documents.check(bloc.view().digest())).isEqualTo(Verdict.UNKNOWN);
        assertThat(bloc.sign("vptu")).isEqualTo(new SigningProgress(true, false, false));
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.IN_FORCE);
        assertThat(documents.check(bloc.view().digest())).isEqualTo(Verdict.VALID);
        assertThat(bloc.sign("bantochuc")).isEqualTo(new SigningProgress(false, false, false));
        assertThat(bloc.sign("bantuyengiao")).isEqualTo(new SigningProgress(false, true, false));
        assertThat(bloc.member("vptu").capacity()).isEqualTo("CHÁNH VĂN PHÒNG");
        assertThat(chain.of(bloc.key())).hasSize(5).allMatch(entry -> entry.digest().equals(bloc.view().digest()));
        assertThatThrownBy(() -> bloc.sign("vptu")).isInstanceOf(ConflictRefusal.class);
    }

    @Test
    void whoSignsLateIsMissingUntilThenAndTheOfficeExtendsOrCloses() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable();
        bloc.sign("vptu");
        assertThat(signing.noteMissing(bloc.key())).containsExactly("vpubnd", "bantochuc");
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.MISSING_SIGNATURES);
        assertThatThrownBy(() -> signing.closeMissing(bloc.office(), bloc.key())).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("chưa có hiệu lực");
        assertThat(signing.extend(bloc.office(), bloc.key(), LocalDate.now(clock).plusDays(7)))
                .isEqualTo(deadlines.at(LocalDate.now(clock).plusDays(7)));
        assertThat(bloc.state("bantochuc")).isEqualTo(SigningState.WAITING);
        assertThat(bloc.sign("vpubnd").inForceNow()).isTrue();
        signing.noteMissing(bloc.key());
        assertThat(bloc.state("bantochuc")).isEqualTo(SigningState.MISSING);
        assertThatThrownBy(() -> records.record(bloc.office(), bloc.key())).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("thiếu chữ ký");
        signing.closeMissing(bloc.office(), bloc.key());
        assertThatThrownBy(() -> bloc.sign("bantochuc")).as("closed, though not recorded yet").isInstanceOf(ConflictRefusal.class);
        assertThatThrownBy(() -> signing.refuse(bloc.leader("bantochuc"), bloc.key(), "bantochuc", "Muộn.")).isInstanceOf(ConflictRefusal.class);
        records.record(bloc.office(), bloc.key());
        assertThat(bloc.view().unsigned()).extracting(MemberState::unitCode).containsExactly("bantochuc");
        assertThatThrownBy(() -> bloc.sign("bantochuc")).isInstanceOf(ConflictRefusal.class);
    }

    @Test
    void aLateSignatureThatIsTheLastCompletesTheCovenant() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable();
        bloc.sign("vptu");
        signing.noteMissing(bloc.key());
        assertThat(bloc.sign("vpubnd")).isEqualTo(new SigningProgress(true, true, false));
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.SIGNED);
        assertThat(signing.noteMissing(bloc.key())).isEmpty();
        assertThatThrownBy(() -> signing.extend(bloc.office(), bloc.key(), LocalDate.now(clock).plusDays(7)))
                .isInstanceOf(ConflictRefusal.class);
    }

    @Test
    void aWrongPasswordSignsNothing() {
        // an account that no other test signs with: a wrong password holds it up for a moment
        CovenantCase bloc = CovenantCase.open(this, "misaki", "capnuocbk").signable();
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> signing.sign(bloc.leader("misaki"), bloc.key(), "misaki",
                SignerGround.head(), "sai-mat-khau", bloc.view().digest()));
        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("password");
        assertThatThrownBy(() -> signing.sign(bloc.leader("misaki"), bloc.key(), "misaki", SignerGround.head(),
                bloc.view().digest()))
                .isInstanceOf(InvalidInput.class);
        assertThat(bloc.state("misaki")).isEqualTo(SigningState.WAITING);
        assertThat(chain.of(bloc.key())).isEmpty();
    }

    @Test
    void anIdentityIsProvenForOnePersonOneContentAndOneSignature() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable();
        String digest = bloc.view().digest();
        SignerGround head = SignerGround.head();
        signing.proveIdentity(bloc.leader("vptu"), bloc.key(), "vptu", CovenantCase.PASSWORD, digest);
        assertThatThrownBy(() -> signing.sign(bloc.leader("vpubnd"), bloc.key(), "vpubnd", head, digest)).isInstanceOf(InvalidInput.class);
        signing.sign(bloc.leader("vptu"), bloc.key(), "vptu", head, digest);
        assertThat(jdbc.sql("select count(*) from identity_proof where subject like ?").param(bloc.key() + "%").query(Long.class)
                .single()).isZero();
        signing.proveIdentity(bloc.leader("vpubnd"), bloc.key(), "vpubnd", CovenantCase.PASSWORD, digest);
        jdbc.sql("update identity_proof set proven_at = proven_at - interval '11 minutes'").update();
        assertThatThrownBy(() -> signing.sign(bloc.leader("vpubnd"), bloc.key(), "vpubnd", head, digest)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aDeputySignsForTheHeadAndOthersOnlyWithAuthorityAndScope() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable();
        String digest = bloc.view().digest();
        organisation.savePerson(new PersonData("pho.vptu", "Lý Thị", "Ánh", "Phó Chánh Văn phòng", true,
                List.of(new PersonData.Membership("vptu", true)), List.of()));
        organisation.setPassword("pho.vptu", "mat-khau-cua-pho");
        Actor deputy = officials.actor("pho.vptu");
        assertThat(signing.grounds(deputy, bloc.key(), "vptu")).containsExactly(Ground.KT, Ground.TUQ);
        assertField("ground", () -> signing.checkSign(deputy, bloc.key(), "vptu", SignerGround.head(), digest));
        assertField("ground", () -> signing.checkSign(bloc.leader("vptu"), bloc.key(), "vptu", new SignerGround(Ground.KT, null, null, null, null),
                digest));
        LocalDate today = LocalDate.now(clock);
        List<SignerGround> incomplete = List.of(new SignerGround(Ground.TUQ, " ", today, "x", today),
                new SignerGround(Ground.TUQ, "12/GUQ-VPTU", null, "x", today), new SignerGround(Ground.TUQ, "12/GUQ-VPTU", today, null, today),
                new SignerGround(Ground.TUQ, "12/GUQ-VPTU", today, "x", null),
                new SignerGround(Ground.TUQ, "12/GUQ-VPTU", today.plusDays(1), "x", today.plusDays(1)),
                new SignerGround(Ground.TUQ, "12/GUQ-VPTU", today.minusDays(9), "x", today.minusDays(1)));
        List<String> at = List.of("document", "date", "scope", "until", "date", "until");
        for (int i = 0; i < at.size(); i++) {
            SignerGround ground = incomplete.get(i);
            assertField(at.get(i), () -> signing.checkSign(bloc.official("vptu"), bloc.key(), "vptu", ground, digest));
        }
        assertField("ground", () -> signing.checkSign(deputy, bloc.key(), "vptu", null, digest));
        assertThatThrownBy(() -> signing.checkSign(deputy, bloc.key(), "vpubnd", new SignerGround(Ground.KT, null, null, null, null), digest))
                .isInstanceOf(NotAllowed.class);

        signing.sign(deputy, bloc.key(), "vptu", new SignerGround(Ground.KT, null, null, null, null), "mat-khau-cua-pho", digest);
        assertThat(bloc.member("vptu").capacity()).isEqualTo("KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG");
        signing.sign(bloc.official("vpubnd"), bloc.key(), "vpubnd", new SignerGround(Ground.TUQ, "05/GUQ-VP",
                today, "Ký giao ước năm", today), CovenantCase.PASSWORD, digest);
        assertThat(bloc.member("vpubnd").capacity()).startsWith("TUQ. CHÁNH VĂN PHÒNG\n");
        assertThat(chain.of(bloc.key()).get(1).ground()).isEqualTo("TUQ. 05/GUQ-VP ngày %1$s; Ký giao ước năm; đến hết ngày %1$s"
                .formatted(today.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))));
        everyWordOfTheGroundIsHeldAgainstTheChain(bloc, digest);
        organisation.savePerson(new PersonData("pho.vptu", "Lý Thị", "Ánh", "Phó Chánh Văn phòng", false, List.of(), List.of()));
    }

    private void everyWordOfTheGroundIsHeldAgainstTheChain(CovenantCase bloc, String digest) {
        assertThat(documents.check(digest)).isEqualTo(Verdict.VALID);
        Map<String, String> changes = Map.of("ground", "'KT'", "ground_document", "'06/GUQ-VP'", "ground_date", "ground_date - 1", "ground_scope",
                "'Ký mọi văn bản'", "ground_until", "ground_until + 365");
        changes.forEach((column, other) -> transaction.executeWithoutResult(status -> {
            jdbc.sql("update covenant_signature set " + column + " = " + other + " where bloc_year = ? and unit_code = 'vpubnd'")
                    .param(bloc.blocYear).update();
            assertThat(documents.check(digest)).as(column).isEqualTo(Verdict.ALTERED);
            status.setRollbackOnly();
        }));
        assertThat(documents.check(digest)).isEqualTo(Verdict.VALID);
    }

    /** A deputy head of a division is an official of the unit like others, whatever the position is called. */
    @Test
    void whoIsDeputyOfADivisionNeitherSignsForTheHeadNorRefuses() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable();
        organisation.savePerson(new PersonData("phophong.vptu", "Lý Văn", "Bình", "Phó Trưởng phòng", true,
                List.of(new PersonData.Membership("vptu", false)), List.of()));
        try {
            Actor deputy = officials.actor("phophong.vptu");
            assertThat(signing.grounds(deputy, bloc.key(), "vptu")).containsExactly(Ground.TUQ);
            assertField("ground", () -> signing.checkSign(deputy, bloc.key(), "vptu", new SignerGround(Ground.KT, null, null, null, null),
                    bloc.view().digest()));
            assertThatThrownBy(() -> signing.checkRefuse(deputy, bloc.key(), "vptu", "Không nhất trí.")).isInstanceOf(NotAllowed.class);
        } finally {
            organisation.savePerson(new PersonData("phophong.vptu", "Lý Văn", "Bình", "Phó Trưởng phòng", false, List.of(), List.of()));
        }
    }

    private static void assertField(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThat(catchThrowableOfType(InvalidInput.class, call).errors()).extracting(FieldError::field).containsExactly(field);
    }

    @Test
    void contentChangedAfterHalfTheSignaturesIsSignedAgainByAllAndTheOldSignaturesAreKeptVoid() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc", "bantuyengiao").signable();
        String old = bloc.view().digest();
        bloc.sign("vptu");
        bloc.sign("vpubnd");
        assertThat(documents.check(old)).isEqualTo(Verdict.VALID);
        signing.takeBack(bloc.official("vptu"), bloc.key(), "Sửa chỉ tiêu theo ý kiến Sở Nội vụ.");
        assertThat(documents.check(old)).isEqualTo(Verdict.SUPERSEDED);
        assertThat(bloc.view().members()).extracting(MemberState::signing).containsOnly(SigningState.NOT_OPEN);
        assertThatThrownBy(() -> signing.sign(bloc.leader("bantochuc"), bloc.key(), "bantochuc", SignerGround.head(),
                CovenantCase.PASSWORD, old)).isInstanceOf(ConflictRefusal.class);

        covenants.revise(bloc.official("vptu"), bloc.key(), CovenantCase.content("97"), Map.of());
        covenants.openRegistration(bloc.key());
        bloc.held();
        assertThat(bloc.view().digest()).isNotEqualTo(old);
        ConflictRefusal changed = catchThrowableOfType(ConflictRefusal.class, () -> signing.sign(bloc.leader("vptu"), bloc.key(), "vptu",
                SignerGround.head(), CovenantCase.PASSWORD, old));
        assertThat(changed).hasMessageContaining("đã thay đổi");
        bloc.signedByAll();
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.SIGNED);
        assertThat(jdbc.sql("select count(*) from covenant_signature where bloc_year = ? and void_at is not null and state = 'SIGNED'")
                .param(bloc.blocYear).query(Long.class).single()).isEqualTo(2);
        records.record(bloc.office(), bloc.key());
    }

    @Test
    void aRefusalGoesToTheHeadWhoAnswersAndTheMemberIsAskedAgain() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable();
        assertThatThrownBy(() -> signing.refuse(bloc.official("bantochuc"), bloc.key(), "bantochuc", "Không nhất trí."))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> signing.refuse(bloc.leader("bantochuc"), bloc.key(), "bantochuc", " ")).isInstanceOf(InvalidInput.class);
        assertThat(signing.refuse(bloc.leader("bantochuc"), bloc.key(), "bantochuc", "Chỉ tiêu 95 % quá cao.").refused()).isTrue();
        assertThat(signing.refusals(bloc.key())).containsExactly("bantochuc");
        assertThat(bloc.member("bantochuc").reason()).isEqualTo("Chỉ tiêu 95 % quá cao.");
        assertThatThrownBy(() -> bloc.sign("bantochuc")).isInstanceOf(ConflictRefusal.class);
        assertThatThrownBy(() -> signing.keep(bloc.official("vpubnd"), bloc.key(), Map.of("bantochuc", "Giữ."))).isInstanceOf(NotAllowed.class);
        signing.keep(bloc.official("vptu"), bloc.key(), Map.of("bantochuc", "Hội nghị đã thống nhất; đề nghị đơn vị ký."));
        assertThat(signing.refusals(bloc.key())).isEmpty();
        assertThat(bloc.member("bantochuc").answer()).startsWith("Hội nghị đã thống nhất");
        bloc.signedByAll();
        assertThat(jdbc.sql("select answer from covenant_refusal where bloc_year = ?").param(bloc.blocYear).query(String.class).list())
                .hasSize(1);
    }

    @Test
    void onPaperCountsOnlyWhatTheMemberConfirmsAndWhoDisputesMaySign() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable();
        UUID scan = upload("canbo.vptu", "%PDF-1.4\n%%EOF\n");
        assertThatThrownBy(() -> signing.signedOnPaper(bloc.official("vpubnd"), bloc.key(), scan, List.of("vpubnd")))
                .isInstanceOf(NotAllowed.class);
        assertField("units", () -> signing.checkSignedFile(bloc.official("vptu"), bloc.key(), scan, List.of(), false));
        assertField("units[1]", () -> signing.checkSignedFile(bloc.official("vptu"), bloc.key(), scan, List.of("vptu", "syt"), false));
        signing.signedOnPaper(bloc.official("vptu"), bloc.key(), scan, bloc.units);
        assertThat(bloc.state("vptu")).isEqualTo(SigningState.SIGNED_ON_PAPER);
        assertThat(queries.signedFiles(bloc.key())).extracting(SignedFile::units).containsExactly(bloc.units);

        InkSigner ink = new InkSigner("Trần Văn Chánh", "Chánh Văn phòng");
        PaperAnswer yes = PaperAnswer.confirmed(ink, bloc.view().digest());
        assertThatThrownBy(() -> signing.confirmPaper(bloc.official("vptu"), bloc.key(), "vptu", yes)).isInstanceOf(NotAllowed.class);
        assertField("password", () -> signing.confirmPaper(bloc.leader("vptu"), bloc.key(), "vptu", yes));
        assertThat(bloc.state("vptu")).as("nobody's word without the password").isEqualTo(SigningState.SIGNED_ON_PAPER);
        assertField("signerPosition", () -> signing.checkConfirm(bloc.leader("vptu"), bloc.key(), "vptu",
                PaperAnswer.confirmed(new InkSigner("Trần Văn Chánh", " "), bloc.view().digest())));
        assertThatThrownBy(() -> signing.checkConfirm(bloc.leader("vptu"), bloc.key(), "vptu", PaperAnswer.confirmed(ink, "0".repeat(64))))
                .isInstanceOf(ConflictRefusal.class);
        assertThat(bloc.confirmPaper("vptu", ink).inForceNow()).isFalse();
        assertField("reason", () -> signing.confirmPaper(bloc.leader("bantochuc"), bloc.key(), "bantochuc", PaperAnswer.disputed(null)));
        signing.confirmPaper(bloc.leader("bantochuc"), bloc.key(), "bantochuc", PaperAnswer.disputed("Đơn vị không dự hội nghị."));
        assertThat(bloc.state("bantochuc")).isEqualTo(SigningState.DISPUTED);
        assertThat(bloc.confirmPaper("vpubnd", ink).inForceNow()).isTrue();
        assertThat(bloc.member("vptu")).as("who signed, not who confirmed").extracting(MemberState::signerName, MemberState::capacity)
                .containsExactly("Trần Văn Chánh", "Chánh Văn phòng");
        assertThat(chain.of(bloc.key()).get(0)).satisfies(entry -> {
            assertThat(entry.userId()).isEqualTo("thutruong.vptu");
            assertThat(entry.ground()).isEqualTo("Xác nhận bản ký trên giấy do Trần Văn Chánh (Chánh Văn phòng) ký");
        });
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("update covenant_signature set ink_name = 'Người khác' where bloc_year = ? and unit_code = 'vptu'").param(bloc.blocYear).update();
            assertThat(documents.check(bloc.view().digest())).isEqualTo(Verdict.ALTERED);
            tx.setRollbackOnly();
        });
        assertThat(bloc.sign("bantochuc").allSigned()).isTrue();
        assertThat(bloc.state("vptu")).isEqualTo(SigningState.CONFIRMED_ON_PAPER);
        records.record(bloc.office(), bloc.key());
        assertField("file", () -> {
            CovenantCase other = CovenantCase.open(this, "vptu", "vpubnd").signable();
            signing.checkSignedFile(other.official("vptu"), other.key(), scan, List.of("vptu"), false);
        });
    }

    @Test
    void aPdfWithoutDigitalSignatureIsNotTakenAsSignedOutside() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable();
        UUID pdf = upload("canbo.vptu", "%PDF-1.4\n%%EOF\n");
        assertField("file", () -> signing.signedOutside(bloc.official("vptu"), bloc.key(), pdf, List.of("vptu")));
        assertThat(bloc.state("vptu")).isEqualTo(SigningState.WAITING);
    }

    @Test
    void aPdfSignedWithCertificatesOutsideIsKeptWithWhatWasFoundAndEachMemberConfirms() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable();
        var signer = SignedPdfs.identity("Nguyễn Đức Thắng", null, Instant.parse("2024-01-01T00:00:00Z"), Duration.ofDays(365));
        byte[] signed = SignedPdfs.signed(SignedPdfs.unsigned("Giao uoc thi dua"), signer, Instant.parse("2024-03-22T02:30:00Z"));
        UUID broken = upload("canbo.vptu", SignedPdfs.appended(signed, "Them mot chi tieu"));
        assertField("file", () -> signing.signedOutside(bloc.official("vptu"), bloc.key(), broken, List.of("vptu")));
        UUID pdf = upload("canbo.vptu", signed);
        assertThat(signing.checkSignedFile(bloc.official("vptu"), bloc.key(), pdf, List.of("vptu"), true))
                .extracting(OutsideSignature::name)
                .containsExactly("Nguyễn Đức Thắng");
        signing.signedOutside(bloc.official("vptu"), bloc.key(), pdf, List.of("vptu"));
        assertThat(queries.signedFiles(bloc.key())).singleElement().satisfies(file -> {
            assertThat(file.outside()).isTrue();
            assertThat(file.signatures()).singleElement().satisfies(found -> assertThat(found.verdict()).contains("còn nguyên vẹn"));
        });
        bloc.confirmPaper("vptu", new InkSigner("Nguyễn Đức Thắng", "Chánh Văn phòng"));
        assertThat(bloc.state("vptu")).isEqualTo(SigningState.CONFIRMED_ON_PAPER);
    }

    private UUID upload(String user, String content) {
        return upload(user, content.getBytes(StandardCharsets.US_ASCII));
    }

    private UUID upload(String user, byte[] content) {
        return attachments.upload(officials.actor(user), "ban-ky.pdf", content).id();
    }

    @Test
    void twoMembersAtTheSameMomentBothSignAndOneOfThemSeesTheTransition() throws Exception {
        for (int round = 0; round < 5; round++) {
            CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable();
            String digest = bloc.view().digest();
            String key = bloc.key();
            List<Actor> leaders = List.of(bloc.leader("vptu"), bloc.leader("vpubnd"));
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                List<Future<SigningProgress>> both = List.of(0, 1).stream().map(i -> pool.submit(() -> {
                    together.await();
                    return signing.sign(leaders.get(i), key, bloc.units.get(i), SignerGround.head(),
                            CovenantCase.PASSWORD, digest);
                })).toList();
                List<SigningProgress> made = List.of(both.get(0).get(), both.get(1).get());
                assertThat(made).filteredOn(SigningProgress::inForceNow).hasSize(1);
                assertThat(made).filteredOn(SigningProgress::allSigned).hasSize(1);
            } finally {
                pool.shutdownNow();
            }
            assertThat(bloc.view().status()).isEqualTo(CovenantStatus.SIGNED);
            assertThat(chain.verify(key).intact()).isTrue();
            leaveNoOpenBloc();
        }
    }

    // ---- altered rows -----------------------------------------------------------------------------------------------

    @Test
    void aContentAlteredInTheDatabaseIsNoticedAndSignedByNobody() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable();
        bloc.sign("vptu");
        bloc.sign("vpubnd");
        String digest = bloc.view().digest();
        assertThat(documents.check(digest)).isEqualTo(Verdict.VALID);
        jdbc.sql("update covenant_content set sealed = jsonb_set(sealed, '{content,targets,0,value}', '90') "
                        + "where bloc_year = ? and sealed is not null")
                .param(bloc.blocYear).update();
        assertThat(documents.check(digest)).isEqualTo(Verdict.ALTERED);
        assertThatThrownBy(() -> bloc.sign("bantochuc")).isInstanceOf(ConflictRefusal.class).hasMessageContaining("không còn đúng");
        jdbc.sql("update covenant_content set sealed = jsonb_set(sealed, '{content,targets,0,value}', '95') "
                        + "where bloc_year = ? and sealed is not null")
                .param(bloc.blocYear).update();
        assertThat(documents.check(digest)).isEqualTo(Verdict.VALID);
    }

    @Test
    void aSignatureAlteredOrInventedInTheDatabaseIsNoticedAndNotRecorded() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable();
        bloc.sign("vptu");
        bloc.sign("vpubnd");
        String digest = bloc.view().digest();
        jdbc.sql("update covenant_signature set state = 'SIGNED', signed_by = 'thutruong.bantochuc', signer_name = 'Lưu Đức Long', "
                + "signed_at = now(), chain_seq = 1 where bloc_year = ? and unit_code = 'bantochuc'").param(bloc.blocYear).update();
        jdbc.sql("update covenant set status = 'SIGNED' where bloc_year = ?").param(bloc.blocYear).update();
        assertThat(documents.check(digest)).isEqualTo(Verdict.ALTERED);
        assertThatThrownBy(() -> records.record(bloc.office(), bloc.key())).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("không khớp");
    }

    // ---- returned ---------------------------------------------------------------------------------------------------

    @Test
    void theOfficeReturnsWithAReasonAndEverybodySignsAgain() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").signable().signedByAll();
        assertThatThrownBy(() -> records.returnToHead(bloc.leader("vptu"), bloc.key(), "x")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> records.returnToHead(bloc.office(), bloc.key(), null)).isInstanceOf(InvalidInput.class);
        records.returnToHead(bloc.office(), bloc.key(), "Bổ sung chỉ tiêu chuyển đổi số.");
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.REVISING);
        assertThat(bloc.view().returnReason()).isEqualTo("Bổ sung chỉ tiêu chuyển đổi số.");
        assertThat(bloc.view().inForceAt()).isNull();
        assertThatThrownBy(() -> records.closeMembers(bloc.key())).isInstanceOf(ConflictRefusal.class);
    }

    // ---- amended ----------------------------------------------------------------------------------------------------

    @Test
    void anAmendmentShowsWhatChangesIsSignedByAllAndReplacesTheFirst() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable().signedByAll();
        assertThatThrownBy(() -> records.beginAmendment(bloc.office(), bloc.blocYear, "Bổ sung.")).isInstanceOf(ConflictRefusal.class);
        records.record(bloc.office(), bloc.key());
        String first = bloc.view().digest();
        blocFlow.open(new BlocYearOpening(bloc.blocYear, "Khối thử", "unit-vptu", deadlines.at(LocalDate.now(clock).plusDays(300)), true));
        assertThatThrownBy(() -> records.beginAmendment(bloc.official("bantochuc"), bloc.blocYear, "Bổ sung."))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> records.beginAmendment(bloc.official("syt"), bloc.blocYear, "Bổ sung.")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> records.beginAmendment(bloc.office(), bloc.blocYear, " ")).isInstanceOf(InvalidInput.class);
        assertThat(records.beginAmendment(bloc.official("vptu"), bloc.blocYear, "Nâng chỉ tiêu sau sơ kết.")).isEqualTo(2);
        assertThatThrownBy(() -> records.beginAmendment(bloc.office(), bloc.blocYear, "Lần nữa.")).isInstanceOf(ConflictRefusal.class);
        assertThat(bloc.view()).satisfies(amended -> {
            assertThat(amended.version()).isEqualTo(2);
            assertThat(amended.reason()).isEqualTo("Nâng chỉ tiêu sau sơ kết.");
            assertThat(amended.content()).as("begins with what is in force").isEqualTo(queries.get(bloc.blocYear + "/GU1").content());
            assertThat(amended.diff()).isEmpty();
        });

        covenants.draft(bloc.official("vptu"), bloc.key(), CovenantCase.content("98"));
        assertThat(bloc.view().diff()).extracting(DiffRow::part).containsExactly("Chỉ tiêu");
        assertThat(bloc.view().diff().get(0).after()).contains("≥ 98 %");
        covenants.openMembers(bloc.key());
        covenants.closeComments(bloc.key());
        covenants.revise(bloc.official("vptu"), bloc.key(), CovenantCase.content("98"), Map.of());
        covenants.openRegistration(bloc.key());
        bloc.units.forEach(unit -> covenants.register(bloc.official(unit), bloc.key(), unit, CovenantCase.registration(200, 196)));
        bloc.held().signedByAll();
        assertThat(queries.inForce(bloc.blocYear).version()).as("until it is recorded the first binds").isEqualTo(1);
        assertThat(documents.check(first)).isEqualTo(Verdict.VALID);
        assertThat(documents.check(bloc.view().digest())).as("one covenant of a year is valid").isEqualTo(Verdict.UNKNOWN);
        records.record(bloc.office(), bloc.key());
        assertThat(queries.inForce(bloc.blocYear).version()).isEqualTo(2);
        assertThat(documents.check(first)).isEqualTo(Verdict.SUPERSEDED);
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("alter table signature_entry disable trigger user").update();
            jdbc.sql("update signature_entry set digest = repeat('0', 64), subject = 'x' where kind = 'SUPERSEDED' and digest = ?").param(first)
                    .update();
            assertThat(documents.check(first)).as("revived in the book, replaced in the covenant's row").isEqualTo(Verdict.ALTERED);
            tx.setRollbackOnly();
        });
        assertThat(documents.check(bloc.view().digest())).isEqualTo(Verdict.VALID);
        assertThat(row(queries.baseline(bloc.blocYear, null), "vptu", "t1").people()).isEqualByComparingTo("196");
        assertThat(row(queries.baseline(bloc.blocYear, 1), "vptu", "t1").people()).isEqualByComparingTo("190");
    }

    /** In August nobody types again what it registered in March; who has something new does, who is silent keeps it. */
    @Test
    void anAmendmentKeepsWhatWasRegistered() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable().signedByAll();
        records.record(bloc.office(), bloc.key());
        blocFlow.open(new BlocYearOpening(bloc.blocYear, "Khối thử", "unit-vptu", deadlines.at(LocalDate.now(clock).plusDays(300)), true));
        records.beginAmendment(bloc.official("vptu"), bloc.blocYear, "Nâng chỉ tiêu sau sơ kết.");
        covenants.draft(bloc.official("vptu"), bloc.key(), CovenantCase.content("98"));
        covenants.openMembers(bloc.key());
        covenants.closeComments(bloc.key());
        covenants.revise(bloc.official("vptu"), bloc.key(), CovenantCase.content("98"), Map.of());
        assertThat(covenants.openRegistration(bloc.key()).waiting()).as("everybody is asked").containsExactlyElementsOf(bloc.units);
        covenants.register(bloc.official("vptu"), bloc.key(), "vptu", CovenantCase.registration(210, 206));
        covenants.closeRegistration(bloc.key());
        assertThat(bloc.member("bantochuc")).satisfies(silent -> {
            assertThat(silent.registered()).isFalse();
            assertThat(silent.keepsEarlier()).isTrue();
        });
        assertThat(covenants.findings(bloc.key())).extracting(Finding::code).as("nobody is without registration").doesNotContain("B14");
        bloc.held().signedByAll();
        records.record(bloc.office(), bloc.key());
        assertThat(row(queries.baseline(bloc.blocYear, 2), "vptu", "t1").people()).isEqualByComparingTo("206");
        assertThat(row(queries.baseline(bloc.blocYear, 2), "bantochuc", "t1").people()).as("98 % of 200, as registered before").isEqualByComparingTo("196");
    }

    // ---- succession -------------------------------------------------------------------------------------------------

    @Test
    void whatTheFormerUnitHadNotSignedItsHeirSignsInItsPlace() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable();
        bloc.sign("vptu");
        bloc.sign("vpubnd");
        successions.succeeded(merged("bantochuc", "bantuyengiao"));
        assertThat(bloc.member("bantochuc").unitName()).isEqualTo("Ban Tuyên giáo Tỉnh ủy");
        assertThat(signing.sign(bloc.leader("bantuyengiao"), bloc.key(), "bantochuc", SignerGround.head(),
                CovenantCase.PASSWORD, bloc.view().digest()).allSigned()).isTrue();
        assertThat(queries.annexes(bloc.key())).isEmpty();
        assertThat(bloc.state("vptu")).isEqualTo(SigningState.SIGNED);
        records.record(bloc.office(), bloc.key());
    }

    @Test
    void whatTheFormerUnitHadSignedItsSuccessorTakesOnByAnAnnexAndNoOtherSignatureIsVoid() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable().signedByAll();
        records.record(bloc.office(), bloc.key());
        successions.succeeded(merged("bantochuc", "bantuyengiao"));
        Annex annex = queries.annexes(bloc.key()).get(0);
        assertThat(annex.key()).isEqualTo(bloc.key() + "/PL1");
        assertThat(annex.text()).contains("Ban Tuyên giáo Tỉnh ủy kế thừa toàn bộ nội dung, chỉ tiêu của Ban Tổ chức Tỉnh ủy");
        SignerGround head = SignerGround.head();
        assertThatThrownBy(() -> signing.signAnnex(bloc.leader("vptu"), annex.key(), head, annex.digest())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> signing.signAnnex(bloc.leader("bantuyengiao"), annex.key(), head, "0".repeat(64)))
                .isInstanceOf(ConflictRefusal.class);
        assertThatThrownBy(() -> signing.signAnnex(bloc.leader("bantuyengiao"), annex.key(), head, annex.digest()))
                .isInstanceOf(InvalidInput.class);
        signing.proveIdentity(bloc.leader("bantuyengiao"), bloc.key(), "PL1", CovenantCase.PASSWORD, annex.digest());
        signing.signAnnex(bloc.leader("bantuyengiao"), annex.key(), head, annex.digest());
        assertThat(signing.annex(annex.key()).signerName()).isEqualTo("Phạm Duy Hùng");
        assertThat(documents.check(annex.digest())).isEqualTo(Verdict.VALID);
        byte[] printed = papers.printAnnex(bloc.leader("bantuyengiao"), bloc.key(), 1).pdf();
        assertThat(documents.check(digests.digestOf(printed))).as("its file stands as it was signed").isEqualTo(Verdict.VALID);
        assertThat(papers.printAnnex(bloc.leader("vptu"), bloc.key(), 1).pdf()).isEqualTo(printed);
        assertThat(documents.check(bloc.view().digest())).isEqualTo(Verdict.VALID);
        assertThat(bloc.view().members()).extracting(MemberState::signing).containsOnly(SigningState.SIGNED);
        setSigner(bloc, "Người khác");
        assertThat(documents.check(annex.digest())).as("another name beside the chain").isEqualTo(Verdict.ALTERED);
        setSigner(bloc, "Phạm Duy Hùng");
        assertThat(documents.check(annex.digest())).isEqualTo(Verdict.VALID);
        jdbc.sql("update covenant_annex set sealed = jsonb_set(sealed, '{toName}', '\"Đơn vị khác\"') where bloc_year = ?")
                .param(bloc.blocYear).update();
        assertThat(documents.check(annex.digest())).isEqualTo(Verdict.ALTERED);
    }

    private void setSigner(CovenantCase bloc, String name) {
        jdbc.sql("update covenant_annex set signer_name = ? where bloc_year = ?").params(name, bloc.blocYear).update();
    }

    @Test
    void aPartWhoseHeirIsAMemberItselfIsNotWaitedForAnyMore() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable();
        bloc.sign("vptu");
        bloc.sign("vpubnd");
        successions.succeeded(merged("bantochuc", "vpubnd"));
        assertThat(bloc.view().members()).extracting(MemberState::unitCode).containsExactly("vptu", "vpubnd");
        assertThat(bloc.view().status()).isEqualTo(CovenantStatus.SIGNED);
        records.record(bloc.office(), bloc.key());
        CovenantCase commented = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").drafted();
        covenants.comment(commented.official("vptu"), commented.key(), "vptu", true, null, List.of());
        covenants.comment(commented.official("vpubnd"), commented.key(), "vpubnd", true, null, List.of());
        successions.succeeded(merged("bantochuc", "vpubnd"));
        assertThat(commented.view().status()).isEqualTo(CovenantStatus.REVISING);
    }

    private Handover merged(String from, String to) {
        return new Handover("TC-2003-01", SuccessionKind.MERGE, from, List.of(to), to, LocalDate.now(clock),
                "Đơn vị đã sáp nhập theo văn bản số 01/QĐ-UBND.");
    }

    // ---- who may what -----------------------------------------------------------------------------------------------

    @Test
    void onlyTheHeadDraftsOnlyMembersAnswerAndOnlyTheOfficeRecords() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd").drafted();
        assertThatThrownBy(() -> covenants.checkContent(bloc.official("vpubnd"), bloc.key(), CovenantCase.content("95")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> covenants.comment(bloc.official("syt"), bloc.key(), "vpubnd", true, null, List.of()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> covenants.comment(bloc.official("syt"), bloc.key(), "syt", true, null, List.of()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> records.record(bloc.leader("vptu"), bloc.key())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> queries.latest(bloc.official("syt"), bloc.blocYear)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.get("KT-2003-999/GU1")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> queries.get("KT-2003-999/../x")).isInstanceOf(NotFound.class);
    }

    @Test
    void aMembersCommentAndItsFilesAreItsOwnAndTheHeads() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").drafted();
        UUID file = upload("canbo.vpubnd", "%PDF-1.4\n%%EOF\n");
        covenants.comment(bloc.official("vpubnd"), bloc.key(), "vpubnd", false, "Ý kiến riêng.", List.of(new FileRef(file, "ban-ky.pdf")));
        assertThat(attachments.get(bloc.official("vptu"), file).subject()).isEqualTo(bloc.key() + "/vpubnd");
        assertThat(attachments.get(bloc.leader("vpubnd"), file).slot()).isEqualTo("COMMENT");
        assertThatThrownBy(() -> attachments.get(bloc.official("bantochuc"), file)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.get(bloc.official("syt"), file)).isInstanceOf(NotFound.class);
        assertThat(comment(bloc, "canbo.vptu")).isEqualTo("Ý kiến riêng.");
        assertThat(comment(bloc, "canbo.vpubnd")).isEqualTo("Ý kiến riêng.");
        assertThat(comment(bloc, "canbo.bantochuc")).isNull();
        assertThat(comment(bloc, "giamsat")).isEqualTo("Ý kiến riêng.");
    }

    private String comment(CovenantCase bloc, String reader) {
        return queries.get(officials.actor(reader), bloc.key()).members().stream().filter(member -> member.unitCode().equals("vpubnd"))
                .findFirst()
                .orElseThrow().comment();
    }

    @Test
    void aDraftIsReadByItsHeadAndTheOfficesOnly() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd");
        String key = covenants.begin(bloc.blocYear).key();
        assertThatThrownBy(() -> covenants.openMembers(key)).isInstanceOf(ConflictRefusal.class);
        covenants.draft(bloc.official("vptu"), key, CovenantCase.content("95"));
        assertThat(queries.get(bloc.official("vptu"), key).content()).isNotNull();
        assertThat(queries.get(bloc.official("vpubnd"), key).content()).isNull();
        assertThat(queries.meanings(bloc.official("vpubnd"), key)).isEmpty();
        assertThat(queries.get(bloc.office(), key).content().targets()).hasSize(4);
    }

    @Test
    void overRestTheBlocsUnitsAndTheOfficesReadItOthersLearnNothing() throws IOException {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").drafted();
        covenants.comment(bloc.official("vpubnd"), bloc.key(), "vpubnd", false, "Ý kiến riêng.", List.of());
        String api = "/api/v1/covenants/" + bloc.blocYear;
        JsonNode read = json.readTree(ask("tichhop", api).body());
        assertThat(read.path("status").asText()).isEqualTo("COMMENTING");
        assertThat(read.at("/content/targets/1/base").asText()).isEqualTo("t1");
        assertThat(ask("canbo.bantochuc", api).body()).doesNotContain("Ý kiến riêng.").contains("Tham mưu, tổng hợp kịp thời");
        for (String path : List.of("", "/versions", "/versions/1", "/targets", "/members", "/baseline", "/baseline?version=1")) {
            assertThat(ask("tichhop", api + path).statusCode()).as(path).isEqualTo(200);
            assertThat(ask("canbo.syt", api + path).statusCode()).as(path).isEqualTo(404);
            assertThat(ask("admin", api + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(json.readTree(ask("tichhop", api + "/targets").body())).hasSize(3 * 3 + 1);
        for (String path : List.of("KT-2003-997", "TL-2003-01", "x", "KT-2003-001%2FGU1", bloc.blocYear + "/versions/7", bloc.blocYear
                + "/versions/-1")) {
            assertThat(ask("tichhop", "/api/v1/covenants/" + path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(Http.anonymous(port).send("GET", api, null).statusCode()).isEqualTo(401);
        assertThat(amend("tichhop", api, "{\"reason\":\"x\"}")).isEqualTo(403);
        assertThat(amend("canbo.syt", api, "{\"reason\":\"x\"}")).isEqualTo(404);
        assertThat(amend("chuyenvien", api, "{\"reason\":\" \"}")).isEqualTo(422);
        assertThat(amend("chuyenvien", api, "{\"reason\":\"x\"}")).as("nothing is recorded yet").isEqualTo(409);
        assertThat(amend("chuyenvien", api, "null")).isEqualTo(400);
    }

    private HttpResponse<String> ask(String user, String path) {
        return client(user).send("GET", path, null);
    }

    private int amend(String user, String api, String body) {
        return client(user).send("POST", api + "/amendments", body).statusCode();
    }

    private Http client(String user) {
        return clients.computeIfAbsent(user, id -> id.equals("tichhop") ? Http.basic(port, id, "trial") : Http.session(port, id));
    }

    // ---- catalogue and stages ---------------------------------------------------------------------------------------

    @Test
    void theCatalogueHasEachMeasureAndTitleOnce() {
        assertThat(catalogue.measures()).extracting(Measure::code).doesNotHaveDuplicates()
                .contains("LDTT", "CSTDCS", "CONG_SO_VAN_HOA", "PAR_INDEX", "KHAC");
        assertThat(catalogue.titles()).extracting(Title::code).doesNotHaveDuplicates().contains("LDTT", "CO_TINH");
        assertThat(catalogue.ratings()).hasSize(4);
        assertThat(catalogue.measures()).noneMatch(measure -> measure.kind() == Measure.Kind.RATING
                && !RatingLevel.UNIT.equals(measure.unit()));
        assertThat(catalogue.rule("IN_FORCE_SHARE", "khong-co")).isEqualByComparingTo(BigDecimal.valueOf(50));
    }

    @Test
    void whoFollowsTheBlocsSeesHowFarEachIsAndWhoIsWaitedFor() {
        CovenantCase bloc = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").drafted();
        covenants.comment(bloc.official("vptu"), bloc.key(), "vptu", true, null, List.of());
        var row = stages.stages(List.of(bloc.blocYear, "KT-2003-998")).get(bloc.blocYear);
        assertThat(row.stage()).isEqualTo("Giao ước: Thành viên góp ý");
        assertThat(row.detail()).isEqualTo("1/3 đơn vị đã góp ý.");
        assertThat(row.missing()).containsExactly("Văn phòng UBND tỉnh", "Ban Tổ chức Tỉnh ủy");
        CovenantCase signed = CovenantCase.open(this, "vptu", "vpubnd", "bantochuc").signable();
        signed.sign("vptu");
        signed.sign("vpubnd");
        assertThat(stages.stages(List.of(signed.blocYear)).get(signed.blocYear).detail())
                .isEqualTo("2/3 đơn vị đã ký, giao ước có hiệu lực.");
    }
}
