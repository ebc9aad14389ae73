package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import vn.giaouoc.bloc.BlocYearStatus;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.covenant.SigningState;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.signature.SignedPdfs;

/** Every path of a bloc's year, its covenants and the members' parts in them. Each test has years of its own. */
class CovenantProcessesIT extends CovenantTest {

    @Test
    void aCovenantIsDraftedCommentedRegisteredAgreedSignedRecordedAmendedAndItsYearEnds() {
        String key = begun(2039, UNITS);
        String year = key.substring(0, key.indexOf('/'));
        assertTasks(key, "userTask_draftCovenant");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getDueDate()).isAfter(java.util.Date.from(clock.instant()));
        baseMustBeNamed(key);
        draft(key, "sct");
        assertThat(status(key)).isEqualTo(CovenantStatus.COMMENTING);
        assertTasks(part(key, "stnmt"), "userTask_commentCovenant");
        for (String unit : List.of("sct", "sxd", "sgtvt")) {
            comment(key, unit, true, null);
        }
        assertThat(openTasks(key)).as("one has not commented").isEmpty();
        comment(key, "stnmt", false, "Giảm tỷ lệ CSTĐCS.");
        assertTasks(key, "userTask_reviseCovenant");
        revise(key, "sct", Map.of("answers", Map.of("stnmt", "Giữ 15 %, tính trên số LĐTT.")));
        assertThat(member(key, "stnmt").answer()).contains("15 %");
        UNITS.forEach(unit -> register(key, unit));
        assertThat(covenants.meanings(key)).filteredOn(meaning -> "stnmt".equals(meaning.unitCode())).extracting("targetId", "people")
                .contains(tuple("t1", new BigDecimal("190")));
        hold(key, UNITS, true);
        assertThat(status(key)).isEqualTo(CovenantStatus.SIGNING);
        signedByAll(key);

        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RETURN", "reason", "Ghi rõ nguồn số liệu."));
        assertTasks(key, "userTask_reviseCovenant");
        assertThat(signed(key, "sxd")).as("void").isEqualTo(SigningState.NOT_OPEN);
        String before = covenant(key).digest();
        revise(key, "sct", Map.of("plan", "Họp khối mỗi quý, nêu rõ nguồn số liệu."));
        assertTasks(key, "userTask_holdConference");
        hold(key, UNITS, true);
        assertThat(covenant(key).digest()).isNotEqualTo(before);
        UNITS.forEach(unit -> sign(key, unit));
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        assertThat(status(key)).isEqualTo(CovenantStatus.RECORDED);
        assertThat(running(key)).isFalse();
        UNITS.forEach(unit -> assertThat(running(part(key, unit))).as(unit).isFalse());
        assertTasks(year, "userTask_followCovenant");

        assertThatThrownBy(() -> officials.complete("canbo.sct", year, "userTask_followCovenant", Map.of())).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("chưa kết thúc");
        amended(year);
        jdbc.sql("update bloc_year set to_date = ? where code = ?").params(today().minusDays(1), year).update();
        officials.complete("canbo.sct", year, "userTask_followCovenant", Map.of());
        jobs.runDue();
        assertThat(years.get(year).status()).isEqualTo(BlocYearStatus.CLOSED);
        assertThat(running(year)).isFalse();
    }

    /** B02: a percentage names what it is of. */
    private void baseMustBeNamed(String key) {
        Map<String, Object> data = content();
        Map<String, Object> target = new HashMap<>(target("t1", "LDTT", "AT_LEAST", 95, "STAFF"));
        target.remove("base");
        data.put("targets", List.of(target));
        assertThatThrownBy(() -> officials.complete("canbo.sct", key, "userTask_draftCovenant", data)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("targets[0].base"));
        tasks.setAssignee(tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getId(), null);
    }

    private void signedByAll(String key) {
        assertThatThrownBy(() -> officials.complete("thutruong.sct", part(key, "sct"), "userTask_signCovenant", signature(key)))
                .as("nobody signs without its password").hasStackTraceContaining("Nhập lại mật khẩu");
        sign(key, "sct");
        assertThat(status(key)).isEqualTo(CovenantStatus.SIGNING);
        sign(key, "sxd");
        assertThat(status(key)).as("head, deputy and half of the members").isEqualTo(CovenantStatus.IN_FORCE);
        assertTasks(key, "userTask_followSigning");
        sign(key, "stnmt");
        sign(key, "sgtvt");
        assertThat(status(key)).isEqualTo(CovenantStatus.SIGNED);
        assertTasks(key, "userTask_recordCovenant");
    }

    /** A change after recording runs the covenant again; what is in force stays until the new one is recorded. */
    private void amended(String year) {
        assertThatThrownBy(() -> records.beginAmendment(officials.actor("canbo.sxd"), year, "Khó.")).isInstanceOf(NotAllowed.class);
        assertThat(records.beginAmendment(officials.actor("chuyenvien"), year, "Chỉ tiêu của tỉnh thay đổi từ tháng Tám.")).isEqualTo(2);
        String key = year + "/GU2";
        assertTasks(key, "userTask_draftCovenant");
        assertThatThrownBy(() -> records.beginAmendment(officials.actor("canbo.sct"), year, "Nữa.")).isInstanceOf(ConflictRefusal.class);
        Map<String, Object> changed = content();
        changed.put("targets", List.of(target("t1", "LDTT", "AT_LEAST", 96, "STAFF")));
        officials.complete("canbo.sct", key, "userTask_draftCovenant", changed);
        jobs.runDue();
        assertThat(covenant(key).diff()).extracting("part").contains("Chỉ tiêu");
        assertThat(covenants.inForce(year).version()).isEqualTo(1);
        UNITS.forEach(unit -> comment(key, unit, true, null));
        revise(key, "sct", changed);
        for (String unit : UNITS) {
            if (openTasks(part(key, unit)).contains("userTask_registerTargets")) {
                register(key, unit);
            }
        }
        hold(key, UNITS, true);
        UNITS.forEach(unit -> sign(key, unit));
        jdbc.sql("update bloc_year set to_date = ? where code = ?").params(today().minusDays(1), year).update();
        assertThatThrownBy(() -> officials.complete("canbo.sct", year, "userTask_followCovenant", Map.of())).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("chưa được ghi nhận");
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        assertThat(covenants.inForce(year).version()).isEqualTo(2);
        assertThat(status(year + "/GU1")).isEqualTo(CovenantStatus.SUPERSEDED);
    }

    @Test
    void whoIsSilentOrMissingIsNotedAndHoldsUpNobody() {
        String key = drafted(2032, UNITS);
        comment(key, "sct", true, null);
        past(variable(part(key, "sxd"), "remindAt"));
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(part(key, "sxd")).singleResult().getPriority()).as("reminded").isEqualTo(70);
        past(covenant(key).commentDueAt());
        assertThat(member(key, "sxd").silent()).isTrue();
        assertThat(openTasks(part(key, "sxd"))).isEmpty();
        revise(key, "sct");

        register(key, "sct");
        past(variable(part(key, "stnmt"), "remindAt"));
        past(covenant(key).registerDueAt());
        assertThat(member(key, "stnmt").registrationMissing()).isTrue();
        hold(key, UNITS, false);
        assertTasks(key, "userTask_reviseCovenant");
        revise(key, "sct");
        assertTasks(key, "userTask_holdConference");
        hold(key, UNITS, true);

        sign(key, "sct");
        past(variable(part(key, "sxd"), "remindAt"));
        past(covenant(key).signDueAt());
        assertThat(status(key)).isEqualTo(CovenantStatus.MISSING_SIGNATURES);
        assertThat(covenant(key).unsigned()).extracting("unitCode").containsExactly("sxd", "sgtvt", "stnmt");
        assertTasks(key, "userTask_decideMissing");
        assertThatThrownBy(() -> officials.complete("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "CLOSE")))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("chưa có hiệu lực");
        decide("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "EXTEND", "until", today().plusDays(9).toString()));
        assertTasks(key, "userTask_followSigning");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(part(key, "sxd")).singleResult().getDueDate().toInstant())
                .isEqualTo(covenant(key).signDueAt());
        past(covenant(key).signDueAt());
        sign(key, "sxd");
        assertThat(covenant(key).inForceAt()).as("late, but signed").isNotNull();
        assertTasks(part(key, "stnmt"), "userTask_signCovenant");
        decide("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "CLOSE"));
        closedToMembers(key);
        assertThatThrownBy(() -> officials.complete("chuyenvien", key, "userTask_recordCovenant", Map.of())).isInstanceOf(InvalidInput.class);
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        assertThat(signed(key, "stnmt")).isEqualTo(SigningState.MISSING);
        UNITS.forEach(unit -> assertThat(running(part(key, unit))).as(unit).isFalse());
    }

    /** Closed: no member has anything to sign, refuse or confirm; nor does one whose part came to the signing at that moment. */
    private void closedToMembers(String key) {
        UNITS.forEach(unit -> assertThat(openTasks(part(key, unit))).as(unit).isEmpty());
        assertThatThrownBy(() -> sign("thutruong.stnmt", key, "stnmt")).isInstanceOf(ConflictRefusal.class).hasMessageContaining("đã khép việc ký");
        assertThatThrownBy(() -> signing.refuse(officials.actor("thutruong.stnmt"), key, "stnmt", "Không nhất trí."))
                .isInstanceOf(ConflictRefusal.class);
        assertThatThrownBy(() -> signing.checkSignedFile(officials.actor("canbo.sct"), key, null, List.of("stnmt"), false))
                .isInstanceOf(ConflictRefusal.class);
        runtime.createMessageCorrelation("giaouoc.signingOpened").processInstanceBusinessKey(part(key, "sgtvt"))
                .setVariable("onPaper", false).correlate();
        assertTasks(part(key, "sgtvt"), "userTask_signCovenant");
    }

    private void sign(String user, String key, String unit) {
        signing.sign(officials.actor(user), key, unit, SignerGround.head(), "trial", covenant(key).digest());
    }

    @Test
    void aRefusalGoesToTheHeadUnitWhichKeepsOrRevisesAndAllSignWhatChanged() {
        String key = agreed(2033, UNITS);
        refuse(key, "stnmt", "Tỷ lệ quá cao.");
        assertTasks(key, "userTask_resolveRefusal");
        assertThatThrownBy(() -> officials.complete("canbo.sct", key, "userTask_resolveRefusal", Map.of("decision", "KEEP")))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors()).extracting("field").containsExactly("answers.stnmt"));
        decide("canbo.sct", key, "userTask_resolveRefusal", Map.of("decision", "KEEP", "answers", Map.of("stnmt", "Hội nghị đã thống nhất.")));
        assertTasks(key, "userTask_followSigning");
        assertTasks(part(key, "stnmt"), "userTask_signCovenant");
        assertThat(member(key, "stnmt").answer()).contains("thống nhất");
        sign(key, "sct");
        refuse(key, "stnmt", "Vẫn quá cao.");
        decide("canbo.sct", key, "userTask_resolveRefusal", Map.of("decision", "REVISE", "reason", "Giảm tỷ lệ."));
        assertTasks(key, "userTask_reviseCovenant");
        assertThat(openTasks(part(key, "sxd"))).as("who has not signed waits").isEmpty();
        revised(key, 94);

        sign(key, "sct");
        sign(key, "sxd");
        String digest = covenant(key).digest();
        decide("canbo.sct", key, "userTask_followSigning", Map.of("reason", "Sai tên đơn vị."));
        revised(key, 93);
        assertThat(covenant(key).digest()).isNotEqualTo(digest);
        signing.proveIdentity(officials.actor("thutruong.sct"), key, "sct", "trial", digest);
        assertThatThrownBy(() -> officials.complete("thutruong.sct", part(key, "sct"), "userTask_signCovenant",
                Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest))).isInstanceOf(ConflictRefusal.class).hasMessageContaining("đã thay đổi");
        UNITS.forEach(unit -> assertThat(signed(key, unit)).as(unit).isEqualTo(SigningState.WAITING));

        past(covenant(key).signDueAt());
        decide("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "REVISE", "reason", "Chưa đủ căn cứ."));
        assertThat(covenant(key).returnReason()).isEqualTo("Chưa đủ căn cứ.");
        revised(key, 92);
        UNITS.forEach(unit -> sign(key, unit));
        assertThat(status(key)).isEqualTo(CovenantStatus.SIGNED);
    }

    /** While Sở Nội vụ decides nobody of the head unit has a task: the refusal waits for what was decided, and then is the head unit's. */
    @Test
    void aRefusalWhileMissingSignaturesAreDecidedGoesToTheHeadUnitAfterIt() {
        String key = agreed(2072, UNITS);
        sign(key, "sct");
        past(covenant(key).signDueAt());
        refuse(key, "stnmt", "Tỷ lệ quá cao.");
        assertTasks(key, "userTask_decideMissing");
        decide("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "EXTEND", "until", today().plusDays(9).toString()));
        assertTasks(key, "userTask_resolveRefusal");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult().getDueDate().toInstant())
                .isEqualTo(covenant(key).signDueAt());
        refuse(key, "sgtvt", "Chưa có số liệu.");
        assertThatThrownBy(() -> officials.complete("canbo.sct", key, "userTask_resolveRefusal", Map.of("decision", "KEEP", "answers",
                Map.of("stnmt", "Hội nghị đã thống nhất.")))).as("one more has refused meanwhile").isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("answers.sgtvt"));
        decide("canbo.sct", key, "userTask_resolveRefusal", Map.of("decision", "KEEP", "answers", Map.of("stnmt", "Hội nghị đã thống nhất.",
                "sgtvt", "Số liệu gửi kèm.")));
        assertTasks(key, "userTask_followSigning");
        assertTasks(part(key, "stnmt"), "userTask_signCovenant");
        sign(key, "sxd");
        past(covenant(key).signDueAt());
        refuse(key, "stnmt", "Vẫn quá cao.");
        decide("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "REVISE", "reason", "Xem lại ý kiến từ chối."));
        assertTasks(key, "userTask_reviseCovenant");
        assertThat(covenants.openRefusals(key)).as("beside what is revised").extracting("unitCode", "reason")
                .containsExactly(tuple("stnmt", "Vẫn quá cao."));
    }

    /** A refusal that the head unit leaves open does not hold up the deadline: Sở Nội vụ decides, then it is the head unit's again. */
    @Test
    void aRefusalThatIsNotAnsweredDoesNotSuspendTheDeadline() {
        String key = agreed(2080, UNITS);
        sign(key, "sct");
        refuse(key, "stnmt", "Tỷ lệ quá cao.");
        assertTasks(key, "userTask_resolveRefusal");
        past(covenant(key).signDueAt());
        assertThat(status(key)).isEqualTo(CovenantStatus.MISSING_SIGNATURES);
        assertTasks(key, "userTask_decideMissing");
        decide("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "EXTEND", "until", today().plusDays(9).toString()));
        assertTasks(key, "userTask_resolveRefusal");
    }

    /** What was handed in stays; the recorded covenant binds on, the year goes on, and another amendment may begin. */
    @Test
    void anAmendmentBegunByMistakeIsGivenUpAndTheRecordedCovenantStays() {
        String key = agreed(2077, UNITS);
        String year = key.substring(0, key.indexOf('/'));
        UNITS.forEach(unit -> sign(key, unit));
        decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
        assertThatThrownBy(() -> records.giveUp(officials.actor("canbo.sct"), key, "Nhầm.")).isInstanceOf(ConflictRefusal.class);
        records.beginAmendment(officials.actor("chuyenvien"), year, "Nhập nhầm khối.");
        String given = year + "/GU2";
        draft(given, "sct");
        comment(given, "sxd", false, "Không thấy lý do.");
        assertThatThrownBy(() -> records.giveUp(officials.actor("canbo.sxd"), given, "Nhầm.")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> records.giveUp(officials.actor("chuyenvien"), given, " ")).isInstanceOf(InvalidInput.class);
        records.giveUp(officials.actor("chuyenvien"), given, "Nhầm khối.");
        jobs.runDue();

        assertThat(status(given)).isEqualTo(CovenantStatus.GIVEN_UP);
        assertThat(covenant(given).givenUpReason()).isEqualTo("Nhầm khối.");
        assertThat(member(given, "sxd").comment()).as("nothing is deleted").isEqualTo("Không thấy lý do.");
        assertThat(running(given)).isFalse();
        UNITS.forEach(unit -> assertThat(running(part(given, unit))).as(unit).isFalse());
        assertThat(covenants.inForce(year).version()).isEqualTo(1);
        assertThat(status(key)).isEqualTo(CovenantStatus.RECORDED);
        assertTasks(year, "userTask_followCovenant");
        assertThatThrownBy(() -> records.giveUp(officials.actor("chuyenvien"), given, "Nhầm khối.")).isInstanceOf(ConflictRefusal.class);

        assertThat(records.beginAmendment(officials.actor("canbo.sct"), year, "Chỉ tiêu của tỉnh thay đổi.")).isEqualTo(3);
        String next = year + "/GU3";
        assertTasks(next, "userTask_draftCovenant");
        Map<String, Object> changed = content();
        changed.put("plan", "Họp khối mỗi tháng.");
        officials.complete("canbo.sct", next, "userTask_draftCovenant", changed);
        jobs.runDue();
        assertThat(covenant(next).diff()).as("against what is in force").extracting("before").contains("Họp khối mỗi quý.");
        UNITS.forEach(unit -> comment(next, unit, true, null));
        revise(next, "sct", changed);
        assertThatThrownBy(() -> records.giveUp(officials.actor("canbo.sct"), next, "Muộn.")).as("the members register")
                .isInstanceOf(ConflictRefusal.class);
    }

    /** An official of the unit, by written authority; nobody without it, and nobody of another unit. */
    @Test
    void anOfficialSignsByWrittenAuthorityAndNobodyWithoutIt() {
        String key = agreed(2076, UNITS);
        String part = part(key, "stnmt");
        String digest = covenant(key).digest();
        for (String user : List.of("canbo.stnmt", "thutruong.stnmt")) {
            assertThat(officials.as(user, () -> tasks.createTaskQuery().processInstanceBusinessKey(part).count())).as(user).isEqualTo(1);
        }
        assertThat(officials.as("canbo.sxd", () -> tasks.createTaskQuery().processInstanceBusinessKey(part).count())).isZero();
        signing.proveIdentity(officials.actor("canbo.stnmt"), key, "stnmt", "trial", digest);
        for (Map<String, Object> without : List.<Map<String, Object>>of(Map.of("decision", "SIGN", "ground", "HEAD", "digest", digest),
                Map.of("decision", "SIGN", "ground", "KT", "digest", digest))) {
            assertThatThrownBy(() -> officials.complete("canbo.stnmt", part, "userTask_signCovenant", without))
                    .isInstanceOf(InvalidInput.class);
            freed(part);
        }
        assertThatThrownBy(() -> officials.complete("canbo.stnmt", part, "userTask_signCovenant",
                Map.of("decision", "SIGN", "ground", "TUQ", "digest", digest))).isInstanceOfSatisfying(InvalidInput.class, refused ->
                assertThat(refused.errors()).extracting("field").containsExactly("document", "scope", "date", "until"));
        freed(part);
        assertThatThrownBy(() -> officials.complete("canbo.stnmt", part, "userTask_signCovenant",
                Map.of("decision", "REFUSE", "reason", "Không đồng ý."))).as("authority to sign is none to refuse").isInstanceOf(NotAllowed.class);
        freed(part);
        decide("canbo.stnmt", part, "userTask_signCovenant", Map.of("decision", "SIGN", "ground", "TUQ", "document", "07/UQ-STNMT",
                "date", today().toString(), "scope", "Ký Bản giao ước thi đua của khối", "until", today().plusDays(5).toString(), "digest", digest));
        assertThat(signed(key, "stnmt")).isEqualTo(SigningState.SIGNED);
        assertThat(member(key, "stnmt").capacity()).startsWith("TUQ. ");
        assertThat(jdbc.sql("select ground_until from covenant_signature where bloc_year || '/GU' || version = ? and unit_code = 'stnmt'")
                .param(key).query(java.time.LocalDate.class).single()).isEqualTo(today().plusDays(5));
    }

    /** A click that was refused has taken the task. */
    private void freed(String businessKey) {
        tasks.setAssignee(tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult().getId(), null);
    }

    /** The head unit changes a target, the conference agrees, the signing is open again. */
    private void revised(String key, int share) {
        revise(key, "sct", Map.of("targets", List.of(target("t1", "LDTT", "AT_LEAST", share, "STAFF"))));
        hold(key, UNITS, true);
        UNITS.forEach(unit -> assertTasks(part(key, unit), "userTask_signCovenant"));
    }

    @Test
    void whatWasSignedOnPaperIsConfirmedOrDisputedByEachMember() {
        String key = agreed(2034, UNITS);
        UUID scan = UUID.fromString(file("canbo.sct").get("id"));
        assertThatThrownBy(() -> signing.signedOnPaper(officials.actor("canbo.sxd"), key, scan, List.of("sxd"))).isInstanceOf(NotAllowed.class);
        signing.signedOnPaper(officials.actor("canbo.sct"), key, scan, List.of("sct", "sxd", "stnmt"));
        assertTasks(part(key, "stnmt"), "userTask_confirmPaper");
        assertTasks(part(key, "sgtvt"), "userTask_signCovenant");
        confirm(key, "sct", true, null);
        confirm(key, "sxd", true, null);
        assertThat(status(key)).isEqualTo(CovenantStatus.IN_FORCE);
        confirm(key, "stnmt", false, "Không dự hội nghị.");
        assertThat(signed(key, "stnmt")).isEqualTo(SigningState.DISPUTED);
        assertTasks(part(key, "stnmt"), "userTask_signCovenant");
        sign(key, "stnmt");
        sign(key, "sgtvt");
        assertThat(status(key)).isEqualTo(CovenantStatus.SIGNED);
        assertThat(signed(key, "sxd")).isEqualTo(SigningState.CONFIRMED_ON_PAPER);
        assertTasks(key, "userTask_recordCovenant");
    }

    /** A PDF signed with certificates: verified, marked, and each member's word on it; a PDF that was touched since is refused. */
    @Test
    void whatWasSignedWithCertificatesOutsideIsVerifiedAndConfirmedByEachMember() {
        String key = agreed(2078, UNITS);
        Instant at = clock.instant().minus(Duration.ofDays(1));
        var head = SignedPdfs.identity("Nguyễn Văn Thành", null, at.minus(Duration.ofDays(30)), Duration.ofDays(365));
        var deputy = SignedPdfs.identity("Trần Thị Mai", null, at.minus(Duration.ofDays(30)), Duration.ofDays(365));
        byte[] plain = SignedPdfs.unsigned("Giao uoc thi dua");
        byte[] pdf = SignedPdfs.signed(SignedPdfs.signed(plain, head, at), deputy, at.plusSeconds(3_600));
        byte[] tampered = pdf.clone();
        int version = new String(tampered, StandardCharsets.ISO_8859_1).indexOf("%PDF-1.") + 7;
        tampered[version] = (byte) (tampered[version] == '4' ? '5' : '4');
        for (byte[] bad : List.of(tampered, SignedPdfs.appended(pdf, "dat 50 phan tram"), plain)) {
            UUID file = uploaded(bad);
            assertThatThrownBy(() -> signing.signedOutside(officials.actor("canbo.sct"), key, file, List.of("sct"))).isInstanceOfSatisfying(
                    InvalidInput.class, refused -> assertThat(refused.errors()).extracting("field").containsExactly("file"));
        }
        assertThat(covenants.signedFiles(key)).as("nothing was taken").isEmpty();
        assertTasks(part(key, "sct"), "userTask_signCovenant");

        signing.signedOutside(officials.actor("canbo.sct"), key, uploaded(pdf), List.of("sct", "sxd", "stnmt"));
        assertThat(covenants.signedFiles(key)).singleElement().satisfies(file -> {
            assertThat(file.outside()).isTrue();
            assertThat(file.signatures()).extracting("name", "intact").containsExactly(tuple("Nguyễn Văn Thành", true), tuple("Trần Thị Mai", true));
            assertThat(file.signatures()).allMatch(signature -> signature.verdict().contains("nội dung được ký còn nguyên vẹn"));
        });
        for (String unit : List.of("sct", "sxd")) {
            assertTasks(part(key, unit), "userTask_confirmPaper");
            confirm(key, unit, true, null);
            assertThat(signed(key, unit)).isEqualTo(SigningState.CONFIRMED_ON_PAPER);
        }
        assertThat(status(key)).isEqualTo(CovenantStatus.IN_FORCE);
        confirm(key, "stnmt", false, "Không ký tệp này.");
        assertTasks(part(key, "stnmt"), "userTask_signCovenant");
        sign(key, "stnmt");
        sign(key, "sgtvt");
        assertTasks(key, "userTask_recordCovenant");
    }

    private UUID uploaded(byte[] pdf) {
        return attachments.upload(officials.actor("canbo.sct"), "giao-uoc-da-ky-so.pdf", pdf).id();
    }

    private void confirm(String key, String unit, boolean confirmed, String reason) {
        Map<String, Object> data = new HashMap<>(Map.of("confirmed", confirmed, "signerName", "Nguyễn Văn Hùng", "signerPosition", "Giám đốc",
                "digest", covenant(key).digest()));
        data.put("reason", reason);
        if (confirmed) {
            prove(key, unit);
        }
        officials.complete("thutruong." + unit, part(key, unit), "userTask_confirmPaper", data);
        jobs.runDue();
    }

    @Test
    void unitsWithoutPeopleWaitAloneAndJoinWhereTheirBlocIs() {
        List<String> units = List.of("sct", "sxd", "sgtvt", "stnmt", "stttt", "skhcn", "stuphap");
        List<String> blocked = List.of("sgtvt", "stnmt", "stttt", "skhcn");
        blocked.forEach(unit -> leads(unit, false));
        try {
            jobs.tolerate("chưa có thủ trưởng");
            String key = drafted(2035, units);
            blocked.forEach(unit -> failToIncident(part(key, unit), "chưa có thủ trưởng"));
            joins(key, "sgtvt", "userTask_commentCovenant");
            for (String unit : List.of("sct", "sxd", "sgtvt")) {
                comment(key, unit, true, null);
            }
            past(covenant(key).commentDueAt());
            revise(key, "sct");
            joins(key, "stnmt", "userTask_registerTargets");
            for (String unit : List.of("sct", "sxd", "sgtvt", "stnmt")) {
                register(key, unit);
            }
            past(covenant(key).registerDueAt());
            hold(key, units, true);
            signing.signedOnPaper(officials.actor("canbo.sct"), key, UUID.fromString(file("canbo.sct").get("id")), List.of("stttt"));
            joins(key, "stttt", "userTask_confirmPaper");
            confirm(key, "stttt", false, "Không dự hội nghị.");
            assertTasks(part(key, "stttt"), "userTask_signCovenant");
            for (String unit : List.of("sct", "sxd", "sgtvt", "stnmt", "stttt", "stuphap")) {
                sign(key, unit);
            }
            past(covenant(key).signDueAt());
            decide("chuyenvien", key, "userTask_decideMissing", Map.of("decision", "CLOSE"));
            decide("chuyenvien", key, "userTask_recordCovenant", Map.of("decision", "RECORD"));
            assertThat(running(part(key, "skhcn"))).as("still without people").isTrue();
            joins(key, "skhcn");
            assertThat(running(part(key, "skhcn"))).as("nothing left to do").isFalse();
        } finally {
            blocked.forEach(unit -> leads(unit, true));
            jobs.tolerate(null);
        }
    }

    private void leads(String unit, boolean leads) {
        jdbc.sql("update membership set leads = ? where user_id = ?").params(leads, "thutruong." + unit).update();
    }

    private void joins(String key, String unit, String... userTasks) {
        leads(unit, true);
        retryAsSupervisor(part(key, unit));
        assertTasks(part(key, unit), userTasks);
    }

    @Test
    void aBlocWhoseHeadUnitHasNoPeopleWaitsAloneUntilItHas() {
        leads("skhdt", false);
        try {
            jobs.tolerate("chưa có thủ trưởng");
            String year = composed(2036, List.of("skhdt", "stc"));
            failToIncident(year, "chưa có thủ trưởng");
            leads("skhdt", true);
            retryAsSupervisor(year);
            assertThat(years.get(year).status()).isEqualTo(BlocYearStatus.OPEN);
            assertTasks(year + "/GU1", "userTask_draftCovenant");
        } finally {
            leads("skhdt", true);
            jobs.tolerate(null);
        }
    }

    /** The covenant and what others signed stay; whoever takes a signed member's place signs an annex. */
    @Test
    void aSuccessorSignsAnAnnexAndNobodyElseSignsAgain() {
        List<String> units = List.of("sct", "sxd", "sgtvt");
        String key = agreed(2038, units);
        units.forEach(unit -> sign(key, unit));
        succeeded("sgtvt", "stttt");
        assertTasks(key + "/PL1", "userTask_signAnnex");
        leads("skhcn", false);
        try {
            jobs.tolerate("chưa có thủ trưởng");
            split("sxd", List.of("skhcn", "stnmt"));
            failToIncident(key + "/PL2", "chưa có thủ trưởng");
            leads("skhcn", true);
            retryAsSupervisor(key + "/PL2");
        } finally {
            leads("skhcn", true);
            jobs.tolerate(null);
        }
        signAnnex(key, "PL2", "skhcn");
        signAnnex(key, "PL1", "stttt");
        signAnnex(key, "PL3", "stnmt");
        succeeded("stttt", "stuphap");
        signAnnex(key, "PL4", "stuphap");
        assertThat(status(key)).isEqualTo(CovenantStatus.SIGNED);
        units.forEach(unit -> assertThat(signed(key, unit)).as(unit).isEqualTo(SigningState.SIGNED));
        assertThat(covenants.annexes(key)).extracting("toUnit").containsExactly("stttt", "skhcn", "stnmt", "stuphap");
        assertThat(covenants.annexes(key)).allMatch(annex -> annex.signedAt() != null);
    }

    /** The last two members complete their sign tasks at the same moment: both clicks count, one of them makes it complete. */
    @Test
    void twoMembersSignAtTheSameMoment() throws Exception {
        String key = agreed(2037, UNITS);
        sign(key, "sct");
        sign(key, "sxd");
        List<String> last = List.of("sgtvt", "stnmt");
        Map<String, String> open = new HashMap<>();
        for (String unit : last) {
            prove(key, unit);
            Task task = tasks.createTaskQuery().processInstanceBusinessKey(part(key, unit)).singleResult();
            String user = "thutruong." + unit;
            officials.as(user, () -> {
                tasks.claim(task.getId(), user);
                return taskForms.validate(officials.actor(user), task.getId(), json.valueToTree(signature(key)));
            });
            open.put(user, task.getId());
        }
        var together = new CyclicBarrier(last.size());
        ExecutorService threads = Executors.newFixedThreadPool(last.size());
        try {
            List<Callable<Void>> clicks = new ArrayList<>();
            open.forEach((user, task) -> clicks.add(() -> officials.as(user, () -> {
                try {
                    together.await();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                tasks.complete(task);
                return null;
            })));
            for (Future<Void> click : threads.invokeAll(clicks)) {
                click.get();
            }
        } finally {
            threads.shutdownNow();
        }
        jobs.runDue();
        assertThat(status(key)).isEqualTo(CovenantStatus.SIGNED);
        assertTasks(key, "userTask_recordCovenant");
    }
}
