package vn.giaouoc.midyear;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.bloc.CompositionSummary;
import vn.giaouoc.bloc.CompositionView;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.RecordedFinding;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.Papers;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.time.CaseDeadlines;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/**
 * The province's reports on the first half of a period ("Báo cáo sơ kết 6 tháng đầu năm"): one for each decision that composed blocs.
 * It opens at its date or earlier by hand; blocs without a received review are named in it, they hold nothing up.
 */
@Service
@Transactional
public class MidYearReports {

    /** Slots: when a report's task comes, and by when it is to be handed in. */
    static final String OPEN = "MID_YEAR_OPEN";
    static final String REPORT = "MID_YEAR_REPORT";
    private static final String KIND = "BC";
    private static final String SLOT = "MID_YEAR";
    private static final int LONGEST = 100_000;
    private static final int HALF = 6;
    private static final Set<String> STARTERS = Set.of(Role.SNV_SPECIALIST.group(), Role.INTEGRATION.group());
    private static final String ROWS = "select code, composition_code, title, half_from, half_to, status, opens_at, opened_at, due_at, "
            + "overdue_at, signed_at from mid_year_report ";

    private final CompositionQueries compositions;
    private final HalfYearGathering gathering;
    private final MidYearAccess access;
    private final MidYearFlow flow;
    private final MidYearRegistry registry;
    private final Papers papers;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final Clock clock;

    MidYearReports(CompositionQueries compositions, HalfYearGathering gathering, MidYearAccess access, MidYearFlow flow, MidYearRegistry registry,
                   Papers papers, Attachments attachments, Deadlines deadlines, ObjectMapper json, JdbcClient jdbc, Clock clock) {
        this.compositions = compositions;
        this.gathering = gathering;
        this.access = access;
        this.flow = flow;
        this.registry = registry;
        this.papers = papers;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.json = json;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ---- beginning --------------------------------------------------------------------------------------------------

    /**
     * A decision is in force: its report waits for its date. One whose date has passed already is only opened by hand; one that has its
     * report keeps it.
     *
     * @return whether a report waits from now on that did not before
     */
    boolean await(String compositionCode) {
        lock(compositionCode);
        CompositionView composition = compositions.get(compositionCode);
        Instant halfOver = deadlines.at(halfTo(composition.from()));
        boolean awaited = deadlines.due(OPEN, halfOver).dueAt().isAfter(clock.instant()) && find(compositionCode).isEmpty();
        if (awaited) {
            flow.start(insert(composition, deadlines.of(MidYearReport.of(compositionCode)).due(OPEN, halfOver), null));
        }
        return awaited;
    }

    /** Decisions in force that have no report. */
    @Transactional(readOnly = true)
    List<String> withoutReport() {
        Set<String> known = Set.copyOf(jdbc.sql("select composition_code from mid_year_report").query(String.class).list());
        return compositions.inForce().stream().filter(code -> !known.contains(code)).toList();
    }

    /**
     * Checks whether this person may open the report of this decision now, changing nothing.
     *
     * @throws InvalidInput    at {@code composition}: no such decision in force
     * @throws ConflictRefusal it is open or done already
     * @throws NotAllowed      neither Sở Nội vụ nor a connected system
     */
    @Transactional(readOnly = true)
    public void checkOpen(Actor actor, String compositionCode) {
        inForce(actor, compositionCode);
        find(compositionCode).filter(report -> !report.status().equals("WAITING")).ifPresent(report -> {
            throw new ConflictRefusal("Báo cáo sơ kết của quyết định này đã được mở: " + report.code() + ".");
        });
    }

    /** The decisions in force whose report is not open yet, latest period first. */
    @Transactional(readOnly = true)
    public List<CompositionSummary> openable(Actor actor) {
        Set<String> opened = Set.copyOf(jdbc.sql("select composition_code from mid_year_report where status <> 'WAITING'").query(String.class)
                .list());
        return compositions.list(actor, null, 0, Page.MOST).items().stream()
                .filter(composition -> composition.inForceAt() != null && !opened.contains(composition.code())).toList();
    }

    /** Sở Nội vụ opens a report in Tasklist before its date; the engine's case is starting around this call, one that waits ends. */
    public MidYearStart begin(Actor actor, String compositionCode) {
        lock(compositionCode);
        checkOpen(actor, compositionCode);
        CompositionView composition = compositions.get(compositionCode);
        Optional<MidYearReport> waiting = find(compositionCode);
        if (waiting.isEmpty()) {
            return insert(composition, clock.instant(), actor.userId());
        }
        String code = waiting.get().code();
        flow.endWaiting(code, "Mở báo cáo trước ngày dự kiến.");
        openedBy(code, actor);
        return new MidYearStart(code, waiting.get().title(), clock.instant());
    }

    /** Opens a report before its date, over REST. A repeat, or one that is open, changes nothing. Errors as {@link #checkOpen}. */
    public RegisteredMidYear open(Actor actor, String compositionCode) {
        lock(compositionCode);
        CompositionView composition = inForce(actor, compositionCode);
        Optional<MidYearReport> known = find(compositionCode);
        if (known.isEmpty()) {
            MidYearStart start = insert(composition, clock.instant(), actor.userId());
            flow.start(start);
            return new RegisteredMidYear(start.code(), true);
        }
        if (!known.get().status().equals("WAITING") || known.get().opensAt().compareTo(clock.instant()) <= 0) {
            return new RegisteredMidYear(known.get().code(), false);
        }
        openedBy(known.get().code(), actor);
        flow.openNow(known.get().code());
        return new RegisteredMidYear(known.get().code(), true);
    }

    private CompositionView inForce(Actor actor, String compositionCode) {
        if (!actor.inAny(STARTERS)) {
            throw new NotAllowed("Chỉ Sở Nội vụ hoặc hệ thống được kết nối mở báo cáo sơ kết toàn tỉnh.");
        }
        CompositionView composition;
        try {
            composition = compositions.get(actor, compositionCode == null ? "" : compositionCode);
        } catch (NotFound unknown) {
            throw new InvalidInput("composition", "Chọn quyết định thành lập cụm, khối thi đua.");
        }
        if (composition.inForceAt() == null) {
            throw new InvalidInput("composition", "Quyết định này chưa có hiệu lực.");
        }
        return composition;
    }

    private void openedBy(String code, Actor actor) {
        jdbc.sql("update mid_year_report set opens_at = ?, begun_by = ? where code = ?").params(now(), actor.userId(), code).update();
    }

    private MidYearStart insert(CompositionView composition, Instant opensAt, String by) {
        String code = MidYearReport.of(composition.code());
        jdbc.sql("insert into mid_year_report (code, composition_code, title, half_from, half_to, status, opens_at, begun_by) "
                + "values (?, ?, ?, ?, ?, 'WAITING', ?, ?)").params(code, composition.code(), title(composition), composition.from(),
                halfTo(composition.from()), Timestamp.from(opensAt), by).update();
        return new MidYearStart(code, title(composition), opensAt);
    }

    /** The last day of the first half. @param from first day of the period */
    static LocalDate halfTo(LocalDate from) {
        return from.plusMonths(HALF).minusDays(1);
    }

    static String title(CompositionView composition) {
        return "Sơ kết công tác thi đua, khen thưởng của các cụm, khối thi đua "
                + BlocYearView.firstHalf(composition.year(), composition.schoolYear());
    }

    /** Of two who open the same report at the same moment the second waits, and then finds it open. */
    private void lock(String compositionCode) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 45))").param(String.valueOf(compositionCode)).query((rs, n) -> 0).single();
    }

    // ---- writing ----------------------------------------------------------------------------------------------------

    /** Its date has come, or somebody opened it. A repeat changes nothing. @return by when it is to be handed in */
    public Instant opened(String code) {
        MidYearReport report = get(code);
        if (report.openedAt() != null) {
            return report.dueAt();
        }
        CaseDeadlines own = deadlines.of(code);
        own.passed(OPEN);
        Instant due = own.due(REPORT, clock.instant());
        jdbc.sql("update mid_year_report set status = 'OPEN', opened_at = ?, due_at = ? where code = ?").params(now(), Timestamp.from(due), code)
                .update();
        return due;
    }

    /** The report is late. A repeat changes nothing. */
    public void overdue(String code) {
        jdbc.sql("update mid_year_report set overdue_at = ? where code = ? and overdue_at is null").params(now(), code).update();
    }

    /** What is known at this moment. */
    @Transactional(readOnly = true)
    public HalfYear gathered(String code) {
        return gathering.gather(get(code));
    }

    /** The report as it was handed in last; empty before. */
    @Transactional(readOnly = true)
    public Optional<SubmittedMidYear> written(String code) {
        return jdbc.sql("select content from mid_year_report where code = ? and content is not null").param(code).query(String.class).optional()
                .map(this::read);
    }

    /** Checks what Sở Nội vụ wrote, changing nothing. */
    @Transactional(readOnly = true)
    public void check(Actor actor, String code, MidYearText text, List<FileRef> files) {
        var errors = new Errors();
        errors.text(text.overview(), "overview", true, LONGEST, "Nhập đánh giá chung.");
        errors.text(text.results(), "results", true, LONGEST, "Nhập kết quả nổi bật.");
        errors.text(text.limitations(), "limitations", false, LONGEST, null);
        errors.text(text.directions(), "directions", true, LONGEST, "Nhập phương hướng, nhiệm vụ.");
        errors.text(text.proposals(), "proposals", false, LONGEST, null);
        errors.refuse();
        attachments.check(actor, code, files, "files");
    }

    /** Sở Nội vụ hands the report in: what was gathered is kept as it is now, the paper goes to its first approver. */
    public void submit(Actor actor, String code, MidYearText text, List<FileRef> files) {
        check(actor, code, text, files);
        MidYearReport report = get(code);
        if (report.dueAt() != null && !clock.instant().isBefore(report.dueAt())) {
            overdue(code); // before the timer's job has come to it
        }
        jdbc.sql("update mid_year_report set status = 'SUBMITTED', content = ?::jsonb, written_by = ? where code = ?")
                .params(write(new SubmittedMidYear(text, gathering.gather(report))), actor.userId(), code).update();
        attachments.bind(actor, code, SLOT, files);
        papers.drafted(MidYearReport.paperOf(code), code, KIND, report.title(), Campaigns.OWN_BODY, actor);
    }

    /** The paper is signed and registered. A repeat changes nothing. */
    public void signed(String code) {
        jdbc.sql("update mid_year_report set status = 'SIGNED', signed_at = ? where code = ? and signed_at is null").params(now(), code).update();
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** One report, for the product's own use. @throws NotFound */
    @Transactional(readOnly = true)
    public MidYearReport get(String code) {
        return jdbc.sql(ROWS + "where code = ?").param(code).query(MidYearReport.class).optional()
                .orElseThrow(() -> new NotFound("Không tìm thấy báo cáo sơ kết " + code + "."));
    }

    /** The rest of its period: {@code 6 tháng cuối năm 2026}, {@code học kỳ II năm học 2025–2026}. */
    @Transactional(readOnly = true)
    public String secondHalf(String code) {
        CompositionView composition = compositions.get(get(code).compositionCode());
        return BlocYearView.secondHalf(composition.year(), composition.schoolYear());
    }

    /** One report, with what was handed in or, before that, what is gathered now. @throws NotFound not the person's to see */
    @Transactional(readOnly = true)
    public MidYearDetail detail(Actor actor, String code) {
        access.requireVisible(actor, code);
        List<RecordedFinding> findings = registry.findings(code);
        return written(code).map(submitted -> new MidYearDetail(get(code), submitted.text(), submitted.gathered(), findings))
                .orElseGet(() -> new MidYearDetail(get(code), null, gathered(code), findings));
    }

    /** All reports, latest period first; none for those who are of no office. */
    @Transactional(readOnly = true)
    public List<MidYearReport> list(Actor actor) {
        return access.readsAll(actor) ? jdbc.sql(ROWS + "order by half_from desc, code desc").query(MidYearReport.class).list() : List.of();
    }

    /** Those whose paper is not signed yet. */
    List<MidYearReport> underWay() {
        return jdbc.sql(ROWS + "where signed_at is null order by code").query(MidYearReport.class).list();
    }

    private Optional<MidYearReport> find(String compositionCode) {
        return jdbc.sql(ROWS + "where composition_code = ?").param(compositionCode).query(MidYearReport.class).optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private String write(SubmittedMidYear report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private SubmittedMidYear read(String content) {
        try {
            return json.readValue(content, SubmittedMidYear.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored report cannot be read", e);
        }
    }
}
