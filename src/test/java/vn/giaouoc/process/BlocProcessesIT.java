package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.bloc.BlocDraft;
import vn.giaouoc.bloc.BlocKind;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocRow;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearStatus;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.CompositionDraft;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.bloc.Compositions;
import vn.giaouoc.bloc.Criterion;
import vn.giaouoc.bloc.MemberDraft;
import vn.giaouoc.bloc.NewComposition;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/** Every path of a composition of blocs. Each test has years of its own: a unit is in one bloc of a kind in a period. */
class BlocProcessesIT extends ProcessTest {

    @Autowired
    Compositions compositions;
    @Autowired
    CompositionQueries blocs;
    @Autowired
    BlocYears years;
    @Autowired
    BlocAccess access;
    @Autowired
    PrintedPapers printed;

    @Test
    void aCompositionIsApprovedLikeAPlanAndItsBlocsYearsBegin() {
        String code = start(2051, "HERE");
        assertThat(code).isEqualTo("TL-2051-01");
        Map<String, Object> draft = draft(List.of(bloc("tham-muu", "Khối tham mưu", "vpdbqh", "vptu", "bantochuc"),
                bloc("kinh-te", "Khối kinh tế", "sct", "sxd")));
        officials.complete("chuyenvien", code, "userTask_draftComposition", draft);
        decide("truongphong", paperOf(code), "userTask_approveDivision", "RETURN", "DRAFT", "Bổ sung Phó Trưởng khối.");
        assertThat(blocs.get(code).status()).isEqualTo("DRAFTING");
        assertThat(openTasks(code)).containsExactly("userTask_draftComposition");
        officials.complete("chuyenvien", code, "userTask_draftComposition", draft);
        assertThat(blocs.get(code).status()).isEqualTo("IN_APPROVAL");
        assertThat(years.ofComposition(code)).as("not before the decision is issued").isEmpty();
        approveAll(paperOf(code), "chutich");
        registerDecision(code);

        assertThat(blocs.get(code)).satisfies(composition -> {
            assertThat(composition.status()).isEqualTo("IN_FORCE");
            assertThat(composition.number()).endsWith("/QĐ-UBND");
        });
        assertThat(years.ofComposition(code)).extracting(BlocYearView::blocCode, year -> year.head().unitCode(), BlocYearView::status)
                .containsExactly(tuple("tham-muu", "vpdbqh", BlocYearStatus.OPEN), tuple("kinh-te", "sct", BlocYearStatus.OPEN));
        BlocYearView first = years.ofComposition(code).get(0);
        assertThat(first.code()).isEqualTo("KT-2051-001");
        assertThat(first.title()).isEqualTo("Khối tham mưu năm 2051");
        assertThat(first.members()).extracting("unitCode", "role").containsExactly(tuple("vpdbqh", BlocRole.HEAD), tuple("vptu",
                BlocRole.DEPUTY),
                tuple("bantochuc", BlocRole.MEMBER));
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("bloc-year").processInstanceBusinessKeyLike("KT-2051-%")
                .count())
                .as("one case for each bloc").isEqualTo(2);
        assertThat(runtime.getVariable(instance(first.code()), "headGroup")).isEqualTo("unit-vpdbqh");
        assertThat(new String(printed.paper(paperOf(code)).pdf(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        seenBy(first);
        followed(code);
    }

    private void seenBy(BlocYearView year) {
        assertThat(access.isHead(officials.actor("canbo.vpdbqh"), year.code())).isTrue();
        assertThat(access.isHead(officials.actor("canbo.vptu"), year.code())).isFalse();
        assertThat(access.isMember(officials.actor("thutruong.vptu"), year.code())).isTrue();
        assertThat(years.list(officials.actor("canbo.vptu"), 2051, null, 0, 50).items()).extracting(BlocYearView::code)
                .containsExactly(year.code());
        assertThat(blocs.list(officials.actor("canbo.vptu"), 2051, 0, 50).total()).isEqualTo(1);
        assertThatThrownBy(() -> years.get(officials.actor("canbo.sgddt"), year.code())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> blocs.get(officials.actor("canbo.sgddt"), year.compositionCode())).isInstanceOf(NotFound.class);
    }

    /** Following ends after the period, not before; nobody but Sở Nội vụ ends it. */
    private void followed(String code) {
        assertThat(blocs.board(code)).extracting(BlocRow::name, BlocRow::headName, BlocRow::members)
                .containsExactly(tuple("Khối tham mưu", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", 3), tuple("Khối kinh tế", "Sở Công Thương", 2));
        assertThatThrownBy(() -> compositions.followed(officials.actor("chuyenvien"), code, null)).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("31/12/2051");
        assertThatThrownBy(() -> compositions.checkFollowed(officials.actor("canbo.sct"), code, null)).isInstanceOf(NotAllowed.class);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(code).taskDefinitionKey("userTask_followBlocs").singleResult()
                .getDueDate())
                .isEqualTo(Date.from(LocalDate.of(2051, 12, 31).atTime(17, 0).atZone(clock.getZone()).toInstant()));
    }

    @Test
    void followingEndsWhenThePeriodHasEnded() {
        String code = recorded(today().getYear() - 1, bloc("khoi-da-qua", "Khối kỳ đã qua", "sgtvt", "stnmt"));
        officials.complete("chuyenvien", code, "userTask_followBlocs", Map.of("conclusion", "Các khối hoạt động đúng quy chế."));
        assertThat(blocs.get(code)).satisfies(composition -> {
            assertThat(composition.conclusion()).isEqualTo("Các khối hoạt động đúng quy chế.");
            assertThat(composition.followedAt()).isNotNull();
        });
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("bloc-composition").processInstanceBusinessKey(code).count())
                .isZero();
    }

    @Test
    void aCompositionMayBeGivenUpOnBothWaysAndRefused() {
        String given = start(2052, "HERE");
        officials.complete("chuyenvien", given, "userTask_draftComposition", Map.of("abandon", true));
        assertThat(blocs.get(given).status()).isEqualTo("ABANDONED");
        String outside = start(2052, "OUTSIDE");
        officials.complete("chuyenvien", outside, "userTask_recordComposition", Map.of("abandon", true));
        assertThat(blocs.get(outside).status()).isEqualTo("ABANDONED");
        assertThatThrownBy(() -> compositions.abandon(outside)).isInstanceOf(ConflictRefusal.class);
        String refused = start(2052, "HERE");
        officials.complete("chuyenvien", refused, "userTask_draftComposition", draft(List.of(bloc("g-kinh-te", "Khối kinh tế", "sct",
                "sxd"))));
        approve("truongphong", paperOf(refused), "userTask_approveDivision");
        approve("giamdoc", paperOf(refused), "userTask_approveDirector");
        approve("vanphong", paperOf(refused), "userTask_checkForm");
        decide("chutich", paperOf(refused), "userTask_signPaper", "REFUSE", null, "Chưa cần kiện toàn.");
        assertThat(blocs.get(refused).status()).isEqualTo("REFUSED");
        assertThatThrownBy(() -> compositions.apply(refused)).isInstanceOf(ConflictRefusal.class).hasMessageContaining("chưa được ký");
        assertThat(years.ofComposition(refused)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(refused).count()).isZero();
    }

    @Test
    void whatDoesNotHoldIsToldAtItsField() {
        String code = start(2053, "HERE");
        Map<String, Object> broken = new HashMap<>(bloc("Sai Mã", "", "sct", "sct", "khongco"));
        broken.put("criteria", List.of(Map.of("code", "A", "name", "Nhiệm vụ chính trị", "max", 60), Map.of("code", "A1", "parent", "A",
                "name", "Chỉ tiêu", "max", 50),
                Map.of("code", "B", "parent", "X", "name", "Khác", "max", 30)));
        assertThat(refusals(code, draft(List.of(broken)))).extracting(FieldError::field).contains("blocs[0].blocCode", "blocs[0].name",
                "blocs[0].members[1].unit", "blocs[0].members[2].unit", "blocs[0].criteria[2].parent", "blocs[0].criteria",
                        "blocs[0].criteria[0].max");
        assertThat(refusals(code, draft(List.of()))).extracting(FieldError::message).contains("Nhập ít nhất một cụm, khối.");
        Map<String, Object> headless = Map.of("blocCode", "khong-truong", "kind", "KHOI", "name", "Khối không trưởng",
                "members", List.of(Map.of("unit", "sct", "role", "MEMBER"), Map.of("unit", "sxd", "role", "MEMBER")));
        assertThat(refusals(code, draft(List.of(headless, headless)))).extracting(FieldError::message).contains(
                "Mỗi cụm, khối có đúng một đơn vị Trưởng khối (Trưởng cụm).", "Mã khối bị lặp.",
                "Sở Công Thương đã thuộc \"Khối không trưởng\"; trong một kỳ, mỗi đơn vị thuộc không quá một khối hoặc cụm cùng loại.");
        Map<String, Object> complete = new HashMap<>(bloc("w-kinh-te", "Khối kinh tế", "sct", "sxd"));
        complete.put("criteria", List.of(Map.of("code", "A", "name", "Nhiệm vụ chính trị", "max", 995), Map.of("code", "B", "name",
                "Thi đua", "max", 5)));
        officials.complete("chuyenvien", code, "userTask_draftComposition", draft(List.of(complete)));
        assertThat(blocs.get(code).blocs().get(0).criteria()).as("1.000 points are a scale too").hasSize(2);
        assertThatThrownBy(() -> officials.start("chuyenvien", "bloc-composition", Map.of("route", "HERE", "year", 2053, "schoolYear",
                true)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> officials.start("chuyenvien", "bloc-composition", Map.of("route", "HERE", "year", 1899)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> officials.start("canbo.sct", "bloc-composition", Map.of("route", "HERE", "year", 2053)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void headsAreRotatedFromTheYearsBefore() {
        recorded(2061, bloc("van-xa", "Khối văn xã", "sgddt", "syt", "svhttdl"));
        String second = start(2062, "OUTSIDE");
        assertThat(blocs.get(second).blocs()).singleElement().satisfies(bloc -> assertThat(bloc.members()).extracting("unit", "role")
                .containsExactly(tuple("syt", BlocRole.HEAD), tuple("svhttdl", BlocRole.DEPUTY), tuple("sgddt", BlocRole.MEMBER)));
        assertThat(blocs.rotation(second).get(0)).satisfies(note -> {
            assertThat(note.previous()).isEqualTo("Sở Giáo dục và Đào tạo");
            assertThat(note.turns()).extracting("unitCode", "lastHeaded").containsExactly(tuple("syt", null), tuple("svhttdl", null),
                    tuple("sgddt", "năm 2061"));
        });
        assertThat(refusals(second, outside(List.of(bloc("van-xa", "Khối văn xã", "sgddt", "syt", "svhttdl")))))
                .extracting(FieldError::field)
                .as("the same head two years running needs a reason").containsExactly("reasons.B11");
        Map<String, Object> again = outside(List.of(bloc("van-xa", "Khối văn xã", "sgddt", "syt", "svhttdl")));
        again.put("reasons", Map.of("B11", "Sở Y tế đang kiện toàn lãnh đạo."));
        officials.complete("chuyenvien", second, "userTask_recordComposition", again);
        jobs.runDue();
        assertThat(blocs.findings(second)).extracting("code", "reason").contains(tuple("B11", "Sở Y tế đang kiện toàn lãnh đạo."));
        String third = start(2063, "OUTSIDE");
        Map<String, Object> turned = outside(List.of(bloc("van-xa", "Khối văn xã", "svhttdl", "syt", "sgddt")));
        officials.complete("chuyenvien", third, "userTask_recordComposition", turned);
        jobs.runDue();
        assertThat(blocs.findings(third)).extracting("code").contains("B10", "B09");
        String fourth = start(2064, "OUTSIDE");
        assertThat(blocs.get(fourth).blocs().get(0).members()).extracting("unit").containsExactly("syt", "sgddt", "svhttdl");
        officials.complete("chuyenvien", fourth, "userTask_recordComposition", Map.of("abandon", true));
    }

    @Test
    void aBlocWhoseHeadCannotBeGivenWorkWaitsAlone() {
        jdbc.sql("update membership set leads = false where user_id = 'thutruong.skhcn'").update();
        try {
            jobs.tolerate("chưa có thủ trưởng");
            String code = recorded(2071, bloc("khong-nguoi", "Khối chưa có người", "skhcn", "stttt"), bloc("du-nguoi", "Khối đủ người",
                    "stuphap", "thanhtra"));
            assertThat(blocs.findings(code)).extracting("code").contains("B12");
            BlocYearView blocked = years.ofComposition(code).get(0);
            assertThat(blocked.status()).isEqualTo(BlocYearStatus.BLOCKED);
            assertThat(years.ofComposition(code).get(1).status()).isEqualTo(BlocYearStatus.OPEN);
            assertThat(blocs.board(code).get(0)).satisfies(row -> {
                assertThat(row.stage()).isEqualTo("Chưa mở được");
                assertThat(row.detail()).contains("chưa có thủ trưởng");
            });
            assertThat(runtime.getVariable(instance(blocked.code()), "ready")).isEqualTo(false);
            assertThatThrownBy(() -> years.open(blocked.code())).isInstanceOf(ConflictRefusal.class)
                    .hasMessageContaining("chưa có thủ trưởng");
            jdbc.sql("update membership set leads = true where user_id = 'thutruong.skhcn'").update();
            assertThat(years.open(blocked.code()).head().unitName()).isEqualTo("Sở Khoa học và Công nghệ");
            assertThat(years.get(blocked.code()).status()).isEqualTo(BlocYearStatus.OPEN);
            years.openBatch(code, 0);
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(blocked.code()).count()).as("opened once")
                    .isEqualTo(1);
            years.close(blocked.code());
            assertThat(years.get(blocked.code()).status()).isEqualTo(BlocYearStatus.CLOSED);
        } finally {
            jdbc.sql("update membership set leads = true where user_id = 'thutruong.skhcn'").update();
            jobs.tolerate(null);
        }
    }

    @Test
    void aUnitIsInOneBlocOfAKindInAPeriod() {
        String first = start(2081, "HERE");
        String second = start(2081, "HERE");
        officials.complete("chuyenvien", first, "userTask_draftComposition", draft(List.of(bloc("u-mot", "Khối một", "sct", "sxd"))));
        officials.complete("chuyenvien", second, "userTask_draftComposition", draft(List.of(bloc("u-hai", "Khối hai", "sgtvt", "sxd"))));
        for (String code : List.of(first, second)) {
            approveAll(paperOf(code), "chutich");
        }
        registerDecision(first);
        officials.complete("vanthu", paperOf(second), "userTask_registerPaper", registration());
        Job job = management.createJobQuery().processInstanceId(instance(second)).singleResult();
        while (management.createJobQuery().jobId(job.getId()).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("theo quyết định khác");
        }
        assertThat(blocs.get(second).status()).as("nothing of it is in force").isEqualTo("IN_APPROVAL");
        assertThat(years.ofComposition(second)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("insert into bloc_member select bloc_year_code, 'sxd', 9, 'MEMBER', from_date, null, kind, "
                + "year, school_year "
                + "from bloc_member where unit_code = 'sct' and year = 2081").update()).isInstanceOf(DuplicateKeyException.class);
        String third = start(2081, "HERE");
        assertThat(refusals(third, draft(List.of(bloc("u-mot", "Khối một", "sgtvt", "sxd"))))).extracting(FieldError::field)
                .contains("blocs[0].blocCode", "blocs[0].members[1].unit");
        Map<String, Object> cluster = new HashMap<>(bloc("u-cum", "Cụm ba", "sct", "sxd"));
        cluster.put("kind", "CUM");
        officials.complete("chuyenvien", third, "userTask_draftComposition", draft(List.of(cluster)));
        assertThat(blocs.get(third).status()).as("a cụm beside the khối").isEqualTo("IN_APPROVAL");
        // What the other decision takes back is free again: the failed one goes on.
        jdbc.sql("update bloc_member set until_date = from_date where unit_code = 'sxd' and year = 2081").update();
        jdbc.sql("update bloc_year set bloc_code = 'u-mot-cu' where bloc_code = 'u-mot' and year = 2081").update();
        retryAsSupervisor(second);
        assertThat(years.ofComposition(second)).extracting(BlocYearView::blocCode).containsExactly("u-hai");
    }

    @Test
    void aBatchThatFailsIsOpenedAgainAsAWhole() {
        String code = start(2082, "OUTSIDE");
        officials.complete("chuyenvien", code, "userTask_recordComposition", outside(List.of(bloc("b-mot", "Khối một", "sct", "sxd"),
                bloc("b-hai", "Khối hai", "sgtvt", "stnmt"))));
        management.executeJob(management.createJobQuery().processInstanceId(instance(code)).activityId("serviceTask_applyDecision")
                .singleResult().getId());
        management.executeJob(management.createJobQuery().processInstanceId(instance(code))
                .activityId("serviceTask_openBlocs#multiInstanceBody")
                .singleResult().getId());
        Job batch = management.createJobQuery().processInstanceId(instance(code)).activityId("serviceTask_openBlocs").singleResult();
        jdbc.sql("alter table bloc_year add constraint broken check (bloc_code <> 'b-hai' or status = 'PENDING' or year <> 2082)").update();
        try {
            while (management.createJobQuery().jobId(batch.getId()).singleResult().getRetries() > 0) {
                assertThatThrownBy(() -> management.executeJob(batch.getId())).hasMessageContaining("broken");
            }
        } finally {
            jdbc.sql("alter table bloc_year drop constraint broken").update();
        }
        assertThat(blocs.board(code)).extracting(BlocRow::failed).containsExactly(true, true);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike("KT-2082-%").count()).isZero();
        retryAsSupervisor(code);
        assertThat(blocs.board(code)).extracting(BlocRow::failed).containsExactly(false, false);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("bloc-year").processInstanceBusinessKeyLike("KT-2082-%")
                .count()).isEqualTo(2);
        assertThat(compositions.apply(code)).as("a repeat changes nothing").containsExactly(0);
    }

    @Test
    void anotherSystemsCompositionGoesStraightOnAndARepeatFindsIt() {
        var request = new NewComposition(null, 2083, true, LocalDate.of(2083, 9, 1), LocalDate.of(2084, 5, 31), null);
        var draft = new CompositionDraft(false, "Về việc thành lập cụm thi đua", "Căn cứ Luật Thi đua, khen thưởng;",
                List.of(new BlocDraft("cum-thpt", BlocKind.CUM,
                "Cụm thi đua số 1", List.of(new MemberDraft("sgddt", BlocRole.HEAD), new MemberDraft("syt", BlocRole.MEMBER)),
                        "Họp mỗi quý.",
                List.of(new Criterion("A", null, "Nhiệm vụ", new BigDecimal("100"), "SNV")))), Map.of(), List.of(), null);
        var actor = officials.actor("tichhop");
        var created = compositions.register(actor, "KT-ref-1", "a".repeat(64), request, draft, null);
        jobs.runDue();
        assertThat(created.created()).isTrue();
        assertThat(openTasks(paperOf(created.code()))).containsExactly("userTask_approveDivision");
        assertThat(compositions.register(actor, "KT-ref-1", "a".repeat(64), request, draft, null)).satisfies(repeat -> {
            assertThat(repeat.code()).isEqualTo(created.code());
            assertThat(repeat.created()).isFalse();
        });
        assertThatThrownBy(() -> compositions.register(actor, "KT-ref-1", "b".repeat(64), request, draft, null))
                .isInstanceOf(ConflictRefusal.class);
        assertThatThrownBy(() -> compositions.register(officials.actor("canbo.syt"), "KT-ref-2", "a".repeat(64), request, draft, null))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> compositions.merge(actor, created.code(), List.of())).isInstanceOf(ConflictRefusal.class);
        decide("truongphong", paperOf(created.code()), "userTask_approveDivision", "RETURN", "DRAFT", "Ghi rõ năm học.");
        assertThat(blocs.get(created.code()).periodName()).isEqualTo("năm học 2083–2084");
        assertThat(compositions.merge(actor, created.code(), draft.blocs())).as("what is kept already").isFalse();
        officials.complete("chuyenvien", created.code(), "userTask_draftComposition", Map.of("abandon", true));
        jobs.runDue();
    }

    @Test
    void successorsTakeThePlacesOfTheirPredecessors() {
        String code = recorded(2091, bloc("s-mot", "Khối một", "sct", "sxd", "sgtvt", "stnmt"), bloc("s-hai", "Khối hai", "stttt",
                "skhcn"));
        String one = years.ofComposition(code).get(0).code();
        LocalDate on = LocalDate.of(2091, 7, 1);
        years.succeed("sct", List.of("sxd"), on);
        assertThat(years.get(one).current()).as("a fellow member takes over the head's part").extracting("unitCode", "role")
                .containsExactly(tuple("sxd", BlocRole.HEAD), tuple("sgtvt", BlocRole.MEMBER), tuple("stnmt", BlocRole.MEMBER));
        assertThat(years.get(one).members()).filteredOn(member -> member.unitCode().equals("sct")).extracting("until")
                .containsExactly(on.minusDays(1));
        years.succeed("sgtvt", List.of("stttt", "sldtbxh"), on.plusDays(10));
        assertThat(years.get(one).current()).as("who is in another khối stays there").extracting("unitCode").containsExactly("sxd",
                "sldtbxh", "stnmt");
        years.succeed("sxd", List.of(), on.plusDays(20));
        assertThat(years.get(one).head().unitCode()).as("without successor the next one becomes head").isEqualTo("sldtbxh");
        years.succeed("sldtbxh", List.of("hoiphunu"), on.plusDays(20));
        assertThat(years.get(one).head().unitCode()).isEqualTo("hoiphunu");
        assertThat(years.ofUnit("sldtbxh")).extracting(BlocYearView::code).contains(one);
        years.succeed("stnmt", List.of("hoinongdan"), LocalDate.of(2095, 1, 1));
        assertThat(years.get(one).current()).as("a period that has ended stays as it was").extracting("unitCode").contains("stnmt");
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    private String start(int year, String route) {
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", route, "year", year));
        jobs.runDue();
        return code;
    }

    /** A composition issued outside, in force, its blocs opened. */
    @SafeVarargs
    private String recorded(int year, Map<String, Object>... blocs) {
        String code = start(year, "OUTSIDE");
        officials.complete("chuyenvien", code, "userTask_recordComposition", outside(List.of(blocs)));
        jobs.runDue();
        return code;
    }

    private List<FieldError> refusals(String code, Map<String, Object> data) {
        List<FieldError> errors = new ArrayList<>();
        String task = openTasks(code).get(0);
        assertThatThrownBy(() -> officials.complete("chuyenvien", code, task, data)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> errors.addAll(refused.errors()));
        return errors;
    }

    private static Map<String, Object> draft(List<Map<String, Object>> blocs) {
        return new HashMap<>(Map.of("title", "Về việc kiện toàn các khối thi đua", "legalGrounds", "Căn cứ Luật Thi đua, khen thưởng;",
                "blocs", blocs));
    }

    private Map<String, Object> outside(List<Map<String, Object>> blocs) {
        Map<String, Object> data = draft(blocs);
        data.putAll(Map.of("issuer", "UBND tỉnh", "number", nextNumber() + "/QĐ-UBND", "issueDate", today().toString(), "signerName",
                "Nguyễn Văn Thành",
                "signerTitle", "Chủ tịch", "files", List.of(file("chuyenvien"))));
        return data;
    }

    /** The first unit is head, the second deputy. */
    private static Map<String, Object> bloc(String code, String name, String... units) {
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            members.add(Map.of("unit", units[i], "role", i == 0 ? "HEAD" : i == 1 ? "DEPUTY" : "MEMBER"));
        }
        return Map.of("blocCode", code, "kind", "KHOI", "name", name, "members", members);
    }

    private void registerDecision(String code) {
        officials.complete("vanthu", paperOf(code), "userTask_registerPaper", registration());
        jobs.runDue();
    }

    private Map<String, Object> registration() {
        return Map.of("decision", "REGISTER", "number", nextNumber(), "issueDate", today().toString(), "files", List.of(file("vanthu")));
    }

    private static String paperOf(String code) {
        return Compositions.paperOf(code);
    }

}
