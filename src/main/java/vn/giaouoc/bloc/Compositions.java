package vn.giaouoc.bloc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.CompositionStart.Entry;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.CampaignType;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.OutsidePaper;
import vn.giaouoc.document.PaperRegistry;
import vn.giaouoc.document.Papers;
import vn.giaouoc.platform.persistence.CaseNumbers;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * The composition of blocs by a decision of the People's Committee: drafted here and approved like a plan, or issued outside and entered;
 * in force it makes the bloc-years (Luật Thi đua, khen thưởng 2022; quy chế of the province).
 */
@Service
@Transactional
public class Compositions implements PaperRegistry {

    private static final String SPECIALISTS = "snv-specialist";
    private static final Set<String> STARTERS = Set.of(SPECIALISTS, "integration");
    private static final String KIND = "QĐ";
    private static final int LONGEST = 20_000;
    /** Blocs opened by one job. */
    private static final int BATCH = 20;

    private final CompositionChecks checks;
    private final CompositionQueries queries;
    private final BlocYears years;
    private final CampaignQueries campaigns;
    private final Launch launch;
    private final Papers papers;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final BlocFlow flow;
    private final List<CompositionListener> listeners;
    private final ObjectMapper json;
    private final CaseNumbers numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Compositions(CompositionChecks checks, CompositionQueries queries, BlocYears years, CampaignQueries campaigns, Launch launch,
            Papers papers,
                 Attachments attachments, Deadlines deadlines, BlocFlow flow, List<CompositionListener> listeners, ObjectMapper json,
                 CaseNumbers numbers, JdbcClient jdbc, Clock clock) {
        this.checks = checks;
        this.queries = queries;
        this.years = years;
        this.campaigns = campaigns;
        this.launch = launch;
        this.papers = papers;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.flow = flow;
        this.listeners = listeners;
        this.json = json;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The paper of a composition: {@code TL-2026-01/QD}. */
    public static String paperOf(String code) {
        return code + "/QD";
    }

    // ---- beginning --------------------------------------------------------------------------------------------------

    /** Checks what the start form asks for, changing nothing. */
    @Transactional(readOnly = true)
    public void checkBegin(Actor actor, NewComposition request) {
        var errors = new Errors();
        errors.when(request.route() == null, "route", "Chọn quyết định do tỉnh soạn thảo hay đã ban hành.");
        period(actor, request, errors);
        errors.refuse();
    }

    private void period(Actor actor, NewComposition request, Errors errors) {
        boolean known = request.year() != null && request.year() >= 2000 && request.year() <= 2100;
        errors.when(!known, "year", "Nhập năm công tác, từ 2000 đến 2100.");
        if (request.schoolYear()) {
            errors.when(request.from() == null, "from", "Nhập ngày bắt đầu năm học.");
            errors.when(request.to() == null, "to", "Nhập ngày kết thúc năm học.");
            errors.when(known && request.from() != null && request.from().getYear() != request.year(), "from",
                    "Năm học bắt đầu trong năm công tác đã chọn.");
            errors.when(known && request.to() != null && request.to().getYear() != request.year() + 1, "to",
                    "Năm học kết thúc trong năm sau năm đã chọn.");
        }
        errors.when(request.campaignCode() != null && !isRegular(actor, request.campaignCode()), "campaignCode",
                "Chọn một phong trào thi đua thường xuyên đã có.");
    }

    private boolean isRegular(Actor actor, String campaign) {
        return campaigns.exists(campaign) && campaigns.summary(actor, campaign).type() == CampaignType.REGULAR;
    }

    /** A specialist begins a composition in Tasklist; the engine's case is starting around this call. */
    public CompositionStart begin(Actor actor, NewComposition request) {
        checkBegin(actor, request);
        String code = create(actor, request, title(request));
        write(code, title(request), new Content(null, queries.proposal(request.firstDay(), request.schoolYear())));
        return start(code, request.route() == NewComposition.Route.HERE ? Entry.DRAFT : Entry.RECORD);
    }

    /**
     * Starts a composition over REST: a repeat of the same request is answered with the same code and starts nothing.
     *
     * @param reference the caller's own
     * @param digest    SHA-256 of the request
     * @param outside   how the decision was issued; null when it is to be approved here
     * @throws ConflictRefusal the reference was used with other content
     * @throws InvalidInput    the draft does not hold (B03 included), or the reference is missing
     * @throws NotAllowed      neither Sở Nội vụ nor a connected system
     */
    public RegisteredComposition register(Actor actor, String reference, String digest, NewComposition request, CompositionDraft draft,
                                          OutsideDecision outside) {
        requireStarter(actor);
        var errors = new Errors();
        errors.text(reference, "reference", true, 100, "Nhập mã tham chiếu của hệ thống gửi.");
        errors.refuse();
        lock(reference);
        Optional<RegisteredComposition> known = repeated(reference, digest);
        return known.isPresent() ? known.get() : registerNew(actor, reference, digest, request, draft, outside);
    }

    private RegisteredComposition registerNew(Actor actor, String reference, String digest, NewComposition request, CompositionDraft draft,
                                              OutsideDecision outside) {
        checkNew(actor, request, draft, outside); // before there is a composition: a refused one takes no code
        String code = create(actor, request, draft.title());
        jdbc.sql("update bloc_composition set external_ref = ?, request_digest = ? where code = ?").params(reference, digest, code)
                .update();
        if (outside == null) {
            submit(actor, code, draft);
        } else {
            record(actor, code, draft, outside);
        }
        flow.start(start(code, outside == null ? Entry.SUBMITTED : Entry.RECORDED));
        return new RegisteredComposition(code, true);
    }

    private void checkNew(Actor actor, NewComposition request, CompositionDraft draft, OutsideDecision outside) {
        var errors = new Errors();
        period(actor, request, errors);
        errors.refuse();
        var period = new CompositionChecks.Period(request.year(), request.schoolYear(), request.firstDay());
        if (outside == null) {
            check(actor, "", period, draft);
        } else {
            checkOutside(actor, "", period, draft, outside);
        }
    }

    private Optional<RegisteredComposition> repeated(String reference, String digest) {
        return jdbc.sql("select code, request_digest from bloc_composition where external_ref = ?").param(reference).query((rs, n) -> {
            if (!digest.equals(rs.getString(2))) {
                throw new ConflictRefusal("Mã tham chiếu \"" + reference + "\" đã dùng cho hồ sơ " + rs.getString(1)
                        + " với nội dung khác.");
            }
            return new RegisteredComposition(rs.getString(1), false);
        }).optional();
    }

    /** Two calls with one reference at the same moment: the second waits and then finds the first one's composition. */
    private void lock(String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 43))").param(reference).query((rs, n) -> 0).single();
    }

    private static void requireStarter(Actor actor) {
        if (!actor.inAny(STARTERS)) {
            throw new NotAllowed("Chỉ Sở Nội vụ hoặc hệ thống được kết nối được lập hồ sơ thành lập cụm, khối thi đua.");
        }
    }

    private String create(Actor actor, NewComposition request, String title) {
        String code = "TL-%d-%02d".formatted(request.year(), numbers.next("TL", request.year()));
        jdbc.sql("insert into bloc_composition (code, year, school_year, from_date, to_date, campaign_code, title, status, content, "
                + "begun_by, begun_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, 'DRAFTING', '{}', ?, ?)")
                .params(code, request.year(), request.schoolYear(), request.firstDay(), request.lastDay(), request.campaignCode(), title,
                        actor.userId(), now()).update();
        return code;
    }

    private static String title(NewComposition request) {
        return "Về việc thành lập, kiện toàn các cụm, khối thi đua " + BlocYearView.periodName(request.year(), request.schoolYear());
    }

    private CompositionStart start(String code, Entry entry) {
        CompositionView composition = queries.get(code);
        return new CompositionStart(code, "Cụm, khối thi đua " + composition.periodName(), entry,
                deadlines.of(code).due("BLOC_DRAFT", clock.instant()));
    }

    // ---- drafting ---------------------------------------------------------------------------------------------------

    /** Checks a draft as a whole, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> check(Actor actor, String code, CompositionDraft draft) {
        requireBasis(code, draft);
        return draft.abandon() ? List.of() : check(actor, code, period(code), draft);
    }

    /** @throws InvalidInput another system has written into the composition since the draft was begun, and the drafter has not seen it */
    private void requireBasis(String code, CompositionDraft draft) {
        var errors = new Errors();
        errors.when(!draft.abandon() && draft.basis() != null && !draft.basis().equals(queries.basis(code)), "basis",
                "Hệ thống khác vừa nhập nội dung mới vào hồ sơ này. Xem nội dung mới, rồi chọn nhập vào bản nháp hay giữ bản nháp.");
        errors.refuse();
    }

    private List<Finding> check(Actor actor, String subject, CompositionChecks.Period period, CompositionDraft draft) {
        attachments.check(actor, subject, draft.files(), "files");
        return checks.check(period, draft, List.of(), new Errors());
    }

    /** Hands the draft in: the decision goes to its first approver. */
    public void submit(Actor actor, String code, CompositionDraft draft) {
        List<Finding> findings = check(actor, code, draft);
        save(actor, code, draft, findings);
        papers.drafted(paperOf(code), code, KIND, draft.title(), Campaigns.OWN_BODY, actor);
    }

    /** The drafter gives the composition up: nothing was changed. */
    public void abandon(String code) {
        requireDraft(code);
        jdbc.sql("update bloc_composition set status = 'ABANDONED' where code = ?").param(code).update();
    }

    /**
     * Another system's file or the official's own, read into what is being drafted: a bloc of the same code takes the file's members, and
     * its rules and criteria where it has them; other blocs stay.
     *
     * @return whether anything changed: a repeat changes nothing
     */
    public boolean merge(Actor actor, String code, List<BlocDraft> blocs) {
        requireStarter(actor);
        requireDraft(code);
        CompositionView before = queries.get(code);
        List<BlocDraft> merged = merged(before.blocs(), blocs);
        if (merged.equals(before.blocs())) {
            return false;
        }
        write(code, before.title(), new Content(before.legalGrounds(), merged));
        return true;
    }

    private static List<BlocDraft> merged(List<BlocDraft> before, List<BlocDraft> file) {
        Map<String, BlocDraft> byCode = new HashMap<>();
        file.forEach(bloc -> byCode.put(bloc.blocCode(), bloc));
        List<BlocDraft> merged = new ArrayList<>();
        for (BlocDraft old : before) {
            BlocDraft now = byCode.remove(old.blocCode());
            merged.add(now == null ? old : new BlocDraft(now.blocCode(), now.kind(), now.name(), now.members(),
                    now.rules() == null ? old.rules() : now.rules(), now.criteria().isEmpty() ? old.criteria() : now.criteria()));
        }
        file.stream().filter(bloc -> byCode.containsKey(bloc.blocCode())).forEach(merged::add);
        return merged;
    }

    private void save(Actor actor, String code, CompositionDraft draft, List<Finding> findings) {
        requireDraft(code);
        requireBasis(code, draft); // once more under the row's lock
        write(code, draft.title(), new Content(draft.legalGrounds(), draft.blocs()));
        jdbc.sql("update bloc_composition set status = 'SUBMITTED' where code = ?").param(code).update();
        jdbc.sql("delete from bloc_finding where composition_code = ?").param(code).update();
        note(actor, code, findings, draft.reasons());
        attachments.bind(actor, code, "COMPOSITION", draft.files());
    }

    @Override
    public void note(Actor actor, String code, List<Finding> findings, Map<String, String> reasons) {
        for (Finding found : findings) {
            String reason = reasons == null ? null : reasons.get(found.code());
            jdbc.sql("insert into bloc_finding select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from bloc_finding where "
                    + "composition_code = ?")
                    .params(code, found.code(), found.kind().name(), found.field(), found.message(), found.legalSource(), found.ruleFrom(),
                            reason == null || reason.isBlank() ? null : reason, actor.userId(), now(), code).update();
        }
    }

    /** @throws ConflictRefusal once it has been handed in, unless it came back, or was given up */
    private void requireDraft(String code) {
        String status = jdbc.sql("select status from bloc_composition where code = ? for update").param(code).query(String.class).optional()
                .orElseThrow(() -> new NotFound("Không tìm thấy hồ sơ thành lập khối " + code + "."));
        boolean returned = status.equals("SUBMITTED") && queries.get(code).status().equals("DRAFTING");
        if (!status.equals("DRAFTING") && !returned) {
            throw new ConflictRefusal("Hồ sơ đang được trình, đã có hiệu lực hoặc đã dừng, không sửa được.");
        }
    }

    private void write(String code, String title, Content content) {
        try {
            jdbc.sql("update bloc_composition set title = ?, content = ?::jsonb where code = ?").params(title,
                    json.writeValueAsString(content), code)
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- issued outside ---------------------------------------------------------------------------------------------

    /** Checks a decision that was issued outside, changing nothing. */
    @Transactional(readOnly = true)
    public List<Finding> checkRecord(Actor actor, String code, CompositionDraft draft, OutsideDecision outside) {
        requireBasis(code, draft);
        return draft.abandon() ? List.of() : checkOutside(actor, code, period(code), draft, outside);
    }

    private List<Finding> checkOutside(Actor actor, String subject, CompositionChecks.Period period, CompositionDraft draft,
            OutsideDecision outside) {
        var errors = new Errors();
        errors.text(outside.issuer(), "issuer", true, 200, "Nhập cơ quan ban hành.");
        errors.text(outside.number(), "number", true, 30, "Nhập số, ký hiệu của quyết định.");
        errors.text(outside.signerName(), "signerName", true, 200, "Nhập người ký.");
        errors.text(outside.signerTitle(), "signerTitle", false, 200, null);
        errors.when(outside.issueDate() == null, "issueDate", "Nhập ngày ban hành.");
        errors.date(outside.issueDate(), "issueDate");
        errors.when(outside.issueDate() != null && outside.issueDate().isAfter(LocalDate.now(clock)), "issueDate",
                "Ngày ban hành không được ở tương lai.");
        boolean attached = draft.files() != null && !draft.files().isEmpty();
        errors.when(!attached, "files", "Đính kèm bản PDF quyết định đã ký.");
        attachments.check(actor, subject, draft.files(), "files");
        errors.when(attached && !"application/pdf".equals(attachments.get(actor, draft.files().get(0).id()).mediaType()), "files",
                "Tệp đầu tiên phải là bản PDF quyết định đã ký.");
        boolean sensible = outside.issueDate() != null && outside.issueDate().getYear() >= 2021 && outside.issueDate().getYear() <= 2100;
        List<Finding> found = checks.check(period, draft, sensible ? launch.registrationFindings(outside.issueDate()) : List.of(), errors);
        papers.checkOutside(outside.issuer(), KIND, outside.number(), outside.issueDate());
        return found;
    }

    /** The specialist has entered a decision issued outside: it takes effect. */
    public void record(Actor actor, String code, CompositionDraft draft, OutsideDecision outside) {
        List<Finding> findings = checkRecord(actor, code, draft, outside);
        save(actor, code, draft, findings);
        UUID file = draft.files().get(0).id();
        papers.recordOutside(new OutsidePaper(paperOf(code), code, KIND, draft.title(), outside.issuer(), outside.issueDate(),
                outside.signerName(), outside.signerTitle(), outside.number(), file), actor);
    }

    // ---- registering the decision -----------------------------------------------------------------------------------

    @Override
    @Transactional(readOnly = true)
    public boolean registers(String paperId) {
        return paperId.startsWith(BlocAccess.COMPOSITION);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> registrationFindings(LocalDate issueDate) {
        return launch.registrationFindings(issueDate);
    }

    // ---- in force ---------------------------------------------------------------------------------------------------

    /**
     * The decision is issued: its blocs' years exist from now on, to be opened in batches. A repeat changes nothing.
     *
     * @return the batches
     * @throws ConflictRefusal not issued; or another decision has placed a unit or bloc in this period meanwhile
     */
    public List<Integer> apply(String code) {
        CompositionView composition = queries.get(code);
        jdbc.sql("select code from bloc_composition where code = ? for update").param(code).query(String.class).single();
        if (composition.inForceAt() == null) {
            if (!papers.get(paperOf(code)).issued()) {
                throw new ConflictRefusal("Quyết định của hồ sơ " + code + " chưa được ký, ban hành.");
            }
            jdbc.sql("update bloc_composition set status = 'IN_FORCE', in_force_at = ? where code = ?").params(now(), code).update();
            place(composition);
            listeners.forEach(listener -> listener.inForce(code));
        }
        return years.batches(code);
    }

    /** One decision of a period after the other: the second sees what the first has placed, and the indexes never have to refuse. */
    private void place(CompositionView composition) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 44))").param(composition.periodName()).query((rs, n) -> 0).single();
        checks.placed(new CompositionChecks.Period(composition.year(), composition.schoolYear(), composition.from()), composition.blocs())
                .ifPresent(taken -> {
                    throw new ConflictRefusal(taken + " đã được xếp trong " + composition.periodName()
                            + " theo quyết định khác vừa có hiệu lực.");
                });
        for (int i = 0; i < composition.blocs().size(); i++) {
            place(composition, composition.blocs().get(i), i / BATCH);
        }
    }

    private void place(CompositionView composition, BlocDraft bloc, int batch) {
        String code = "KT-%d-%03d".formatted(composition.year(), numbers.next("KT", composition.year()));
        jdbc.sql("insert into bloc_year (code, composition_code, bloc_code, kind, name, year, school_year, from_date, to_date, "
                + "campaign_code, batch, "
                        + "status, rules, criteria) select ?, code, ?, ?, ?, year, school_year, from_date, to_date, campaign_code, ?, "
                        + "'PENDING', ?, "
                        + "?::jsonb from bloc_composition where code = ?")
                .params(code, bloc.blocCode(), bloc.kind().name(), bloc.name(), batch, bloc.rules(), text(bloc.criteria()),
                composition.code())
                .update();
        jdbc.sql("insert into bloc_member select y.code, m.unit, m.seq, m.role, y.from_date, null, y.kind, y.year, y.school_year from "
                + "bloc_year y, "
                        + "unnest(?, ?) with ordinality as m (unit, role, seq) where y.code = ?")
                .params(bloc.members().stream().map(MemberDraft::unit).toArray(String[]::new),
                        bloc.members().stream().map(member -> member.role().name()).toArray(String[]::new), code).update();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By when the blocs of a composition are followed: 17:00 of the period's last day. */
    @Transactional(readOnly = true)
    public Instant followUntil(String code) {
        return deadlines.at(queries.get(code).to());
    }

    /**
     * Checks who ends following, when, and what is said.
     *
     * @throws ConflictRefusal the period has not ended
     * @throws NotAllowed      not Sở Nội vụ
     */
    @Transactional(readOnly = true)
    public void checkFollowed(Actor actor, String code, String conclusion) {
        if (!actor.in(SPECIALISTS)) {
            throw new NotAllowed("Chỉ Sở Nội vụ kết thúc theo dõi cụm, khối thi đua.");
        }
        var errors = new Errors();
        errors.text(conclusion, "conclusion", false, LONGEST, null);
        errors.refuse();
        CompositionView composition = queries.get(code);
        if (!LocalDate.now(clock).isAfter(composition.to())) {
            throw new ConflictRefusal("Chỉ kết thúc theo dõi sau khi " + composition.periodName() + " kết thúc ("
                    + PlanText.day(composition.to()) + ").");
        }
    }

    /** Sở Nội vụ ends following. */
    public void followed(Actor actor, String code, String conclusion) {
        checkFollowed(actor, code, conclusion);
        jdbc.sql("update bloc_composition set conclusion = ?, followed_at = ? where code = ?").params(conclusion, now(), code).update();
    }

    private CompositionChecks.Period period(String code) {
        CompositionView composition = queries.get(code);
        return new CompositionChecks.Period(composition.year(), composition.schoolYear(), composition.from());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** What the table keeps of a draft. */
    record Content(String legalGrounds, List<BlocDraft> blocs) {
        Content {
            blocs = blocs == null ? List.of() : blocs;
        }
    }
}
