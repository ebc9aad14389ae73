package vn.giaouoc.bloc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocStage.StageRow;
import vn.giaouoc.campaign.RecordedFinding;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/** What people and systems read of compositions. */
@Service
@Transactional(readOnly = true)
public class CompositionQueries {

    private static final String STATUS = "case when p.status = 'REFUSED' then 'REFUSED' when c.status = 'SUBMITTED' "
            + "then case when p.status = 'DRAFT' then 'DRAFTING' else 'IN_APPROVAL' end else c.status end";
    private static final String COLUMNS = "select c.code, " + STATUS
            + " as status, c.title, c.year, c.school_year, c.from_date, c.to_date, "
            + "c.campaign_code, p.number, p.issue_date, c.content, c.begun_by, c.begun_at, c.in_force_at, c.followed_at, c.conclusion, "
            + "c.external_ref from bloc_composition c left join paper p on p.id = c.code || '/QD' ";
    private static final String VISIBLE = "where (:year::int is null or c.year = :year) and (:all or exists (select 1 from bloc_member m "
            + "join bloc_year y on y.code = m.bloc_year_code where y.composition_code = c.code and m.unit_code in (:units))) ";

    private final Rotation rotation;
    private final BlocYears years;
    private final BlocAccess access;
    private final BlocFlow flow;
    private final Papers papers;
    private final ObjectProvider<BlocStage> stages;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    CompositionQueries(Rotation rotation, BlocYears years, BlocAccess access, BlocFlow flow, Papers papers,
            ObjectProvider<BlocStage> stages,
                       ObjectMapper json, JdbcClient jdbc) {
        this.rotation = rotation;
        this.years = years;
        this.access = access;
        this.flow = flow;
        this.papers = papers;
        this.stages = stages;
        this.json = json;
        this.jdbc = jdbc;
    }

    /** One composition, for the product's own use. @throws NotFound */
    public CompositionView get(String code) {
        return jdbc.sql(COLUMNS + "where c.code = ?").param(code).query(this::view).optional()
                .orElseThrow(() -> new NotFound("Không tìm thấy hồ sơ thành lập khối " + code + "."));
    }

    /** One composition, if this person may see it. @throws NotFound otherwise */
    public CompositionView get(Actor actor, String code) {
        requireComposition(actor, code);
        return get(code);
    }

    /** @throws NotFound for those who may not see the composition */
    public void requireComposition(Actor actor, String code) {
        if (!code.startsWith(BlocAccess.COMPOSITION)) {
            throw new NotFound("Không tìm thấy hồ sơ thành lập khối " + code + ".");
        }
        access.requireVisible(actor, code);
    }

    /**
     * Compositions this person may see, latest period first: the offices all, units those in force that they are members under.
     *
     * @param year  of the period, or null
     * @param limit 1–200
     */
    public Page<CompositionSummary> list(Actor actor, Integer year, int offset, int limit) {
        Page.check(offset, limit);
        List<String> units = Organisation.unitsOf(actor);
        var parameters = new HashMap<String, Object>();
        parameters.put("year", year);
        parameters.put("all", access.readsAll(actor));
        parameters.put("units", units.isEmpty() ? List.of("-") : units);
        long total = jdbc.sql("select count(*) from bloc_composition c " + VISIBLE).params(parameters).query(Long.class).single();
        List<CompositionSummary> found = jdbc.sql(COLUMNS + VISIBLE + "order by c.year desc, c.code desc offset :offset limit :limit")
                .params(parameters).param("offset", offset).param("limit", limit).query(this::view).list().stream()
                .map(CompositionQueries::summary).toList();
        return new Page<>(found, total, offset, limit);
    }

    /** Those that are drafted or in approval, for the product's own use. */
    public List<CompositionView> underWay() {
        return jdbc.sql(COLUMNS + "where " + STATUS + " in ('DRAFTING', 'IN_APPROVAL') order by c.code").query(this::view).list();
    }

    /** Codes of those that are in force, for the product's own use. */
    public List<String> inForce() {
        return jdbc.sql("select code from bloc_composition where in_force_at is not null order by code").query(String.class).list();
    }

    private static CompositionSummary summary(CompositionView c) {
        return new CompositionSummary(c.code(), c.status(), c.title(), c.year(), c.schoolYear(), c.from(), c.to(), c.campaignCode(),
                c.number(),
                c.issueDate(), c.blocs().size(), c.begunAt(), c.inForceAt());
    }

    private CompositionView view(ResultSet rs, int n) throws SQLException {
        Compositions.Content content = content(rs.getString("content"));
        return new CompositionView(rs.getString("code"), rs.getString("status"), rs.getString("title"), rs.getInt("year"),
                rs.getBoolean("school_year"), rs.getObject("from_date", LocalDate.class), rs.getObject("to_date", LocalDate.class),
                rs.getString("campaign_code"), rs.getString("number"), rs.getObject("issue_date", LocalDate.class), content.legalGrounds(),
                content.blocs(), rs.getString("begun_by"), rs.getTimestamp("begun_at").toInstant(), instant(rs.getTimestamp("in_force_at")),
                instant(rs.getTimestamp("followed_at")), rs.getString("conclusion"), rs.getString("external_ref"));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private Compositions.Content content(String stored) {
        try {
            return json.readValue(stored, Compositions.Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // written by this product
        }
    }

    /** SHA-256 of each bloc kept, by its code: a draft begun from other content would undo what another system imported since. */
    public Map<String, String> basis(String code) {
        var digests = new HashMap<String, String>();
        jdbc.sql("select bloc ->> 'blocCode', encode(sha256(convert_to(bloc::text, 'UTF8')), 'hex') from bloc_composition, "
                + "jsonb_array_elements(content -> 'blocs') bloc where code = ?").param(code)
                .query(rs -> {
                    digests.put(rs.getString(1), rs.getString(2));
                });
        return digests;
    }

    /** The decision, once it was handed in or recorded. */
    public Optional<PaperView> paper(String code) {
        return papers.find(Compositions.paperOf(code));
    }

    /** What the checks found when it was handed in last, with the reasons kept. */
    public List<RecordedFinding> findings(String code) {
        return jdbc.sql("select code, kind, field, message, legal_source, rule_from, reason, recorded_by, recorded_at from "
                + "bloc_finding where composition_code = ? order by seq")
                .param(code).query(RecordedFinding.class).list();
    }

    /** The blocs of the period before, with head and deputies rotated. */
    List<BlocDraft> proposal(LocalDate from, boolean schoolYear) {
        return rotation.proposal(from, schoolYear);
    }

    /** Whose turn it is to head each bloc of the period before. */
    public List<RotationNote> rotation(String code) {
        CompositionView composition = get(code);
        return rotation.notes(composition.from(), composition.schoolYear());
    }

    /** Each bloc's state, as "Theo dõi khối thi đua" shows it. */
    public List<BlocRow> board(String code) {
        List<BlocYearView> blocs = years.ofComposition(code);
        Map<String, StageRow> known = new HashMap<>();
        stages.orderedStream().forEach(stage -> known.putAll(stage.stages(blocs.stream().map(BlocYearView::code).toList())));
        List<Integer> failed = flow.failedBatchNumbers(code);
        Map<String, Integer> batches = new HashMap<>();
        jdbc.sql("select code, batch from bloc_year where composition_code = ?").param(code)
                .query(rs -> {
                    batches.put(rs.getString(1), rs.getInt(2));
                });
        return blocs.stream().map(bloc -> row(bloc, known.get(bloc.code()), failed.contains(batches.get(bloc.code())))).toList();
    }

    private static BlocRow row(BlocYearView bloc, StageRow stage, boolean failed) {
        boolean own = stage == null || bloc.status() == BlocYearStatus.BLOCKED;
        return new BlocRow(bloc.code(), bloc.name(), bloc.head() == null ? null : bloc.head().unitName(), bloc.current().size(),
                bloc.status(),
                own ? bloc.status().label() : stage.stage(), own ? bloc.problem() : stage.detail(), own ? List.of() : stage.missing(),
                failed && bloc.status() == BlocYearStatus.PENDING);
    }
}
