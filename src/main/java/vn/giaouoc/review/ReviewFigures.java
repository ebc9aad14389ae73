package vn.giaouoc.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.BaselineRow;
import vn.giaouoc.covenant.CovenantCatalogue;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.covenant.Measure;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.covenant.RatingLevel;
import vn.giaouoc.covenant.Target;
import vn.giaouoc.covenant.TargetMeaning;
import vn.giaouoc.covenant.TargetText;
import vn.giaouoc.report.ReportedFigures;
import vn.giaouoc.report.ReportedFigures.Reported;
import vn.giaouoc.review.KnownFigures.Mapping;
import vn.giaouoc.shared.Errors;

/** A member's targets with the figures that are known already: what was reported for a campaign is entered once. */
@Component
class ReviewFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST = 20_000;

    private final CovenantQueries covenants;
    private final CovenantCatalogue catalogue;
    private final ReportedFigures reported;
    private final BlocYears blocs;
    private final ReviewRows rows;
    private final JdbcClient jdbc;

    ReviewFigures(CovenantQueries covenants, CovenantCatalogue catalogue, ReportedFigures reported, BlocYears blocs, ReviewRows rows,
                  JdbcClient jdbc) {
        this.covenants = covenants;
        this.catalogue = catalogue;
        this.reported = reported;
        this.blocs = blocs;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    // ---- targets ----------------------------------------------------------------------------------------------------

    /** The recorded targets of a member, prefilled with what it reported for campaigns of the period. */
    List<FigureRow> prefilled(Review review, ReviewPart part) {
        String covenantKey = CovenantKey.of(review.blocYear(), review.covenantVersion());
        CovenantView covenant = covenants.get(covenantKey);
        String unit = partOf(covenant, part);
        Map<String, BaselineRow> baseline = covenants.baseline(review.blocYear(), review.covenantVersion()).stream()
                .filter(row -> row.unitCode().equals(unit)).collect(Collectors.toMap(BaselineRow::targetId, Function.identity()));
        Map<String, TargetMeaning> meanings = covenants.meanings(covenantKey).stream().filter(meaning -> unit.equals(meaning.unitCode()))
                .collect(Collectors.toMap(TargetMeaning::targetId, Function.identity(), (one, other) -> one));
        Map<String, Measure> measures = catalogue.measures().stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        List<RatingLevel> ratings = catalogue.ratings();
        Map<String, Target> all = covenant.content().targets().stream().collect(Collectors.toMap(Target::id, Function.identity()));
        List<Reported> known = known(review, part, unit);
        Map<String, List<Mapping>> mappings = mappings();
        List<Target> targets = covenant.content().targets().stream()
                .filter(target -> baseline.containsKey(target.id()) && measures.containsKey(target.measure())).toList();
        return targets.stream().map(target -> {
            Measure measure = measures.get(target.measure());
            boolean alone = targets.stream().filter(other -> other.measure().equals(target.measure())).count() == 1;
            return row(target, baseline.get(target.id()), meanings.get(target.id()), measure, ratings, TargetText.counted(target, all, measures))
                    .with(KnownFigures.of(target, measure, alone ? mappings.getOrDefault(target.measure(), List.of()) : null, known));
        }).toList();
    }

    /** The covenant's part that this member carries on: its own, else that of the unit it has succeeded. */
    private static String partOf(CovenantView covenant, ReviewPart part) {
        return covenant.members().stream().filter(member -> member.unitCode().equals(part.unit())).findFirst()
                .or(() -> covenant.members().stream().filter(member -> member.actingUnit().equals(part.actingUnit())).findFirst())
                .map(MemberState::unitCode).orElse(part.unit());
    }

    private static FigureRow row(Target target, BaselineRow baseline, TargetMeaning meaning, Measure measure, List<RatingLevel> ratings,
                                 String counted) {
        Target own = new Target(target.id(), target.measure(), target.name(), target.comparator(), baseline.value(), target.unit(), target.base(),
                target.direction(), target.rounding(), target.scope());
        return new FigureRow(target.id(), target.measure(), measure.kind(), target.name(), target.comparator(), baseline.value(), target.unit(),
                measure.kind() == Measure.Kind.TEXT ? "" : TargetText.value(own, ratings), target.rounding(),
                meaning == null || measure.kind() != Measure.Kind.PERCENT ? null : meaning.base(), baseline.people(),
                baseline.people() == null ? null : counted, null, null, null, null, null, null);
    }

    // ---- what campaigns know ----------------------------------------------------------------------------------------

    private List<Reported> known(Review review, ReviewPart part, String covenantUnit) {
        BlocYearView year = blocs.get(review.blocYear());
        return reported.of(Stream.of(part.unit(), part.actingUnit(), covenantUnit).distinct().toList(), year.from(), year.to());
    }

    private Map<String, List<Mapping>> mappings() {
        return jdbc.sql("select measure, indicator, combine from measure_indicator where valid_from <= :day "
                        + "and (valid_to is null or valid_to >= :day)").param("day", rows.today()).query(Mapping.class).list().stream()
                .collect(Collectors.groupingBy(Mapping::measure));
    }

    // ---- checking ---------------------------------------------------------------------------------------------------

    /** Notes what is wrong at {@code figures[i].…}. @return every target with what counts for it */
    List<FigureRow> check(List<FigureRow> prefilled, List<FigureEntry> entries, Errors errors) {
        Map<String, FigureRow> known = prefilled.stream().collect(Collectors.toMap(FigureRow::targetId, Function.identity()));
        Map<String, FigureEntry> entered = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            FigureEntry entry = entries.get(i);
            String at = "figures[" + i + "].";
            boolean named = entry != null && entry.targetId() != null && known.containsKey(entry.targetId());
            errors.when(!named || entered.putIfAbsent(entry.targetId(), entry) != null, at + "targetId",
                    "Chỉ tiêu không có trong giao ước, hoặc bị lặp.");
            if (named) {
                one(known.get(entry.targetId()), entry, at, errors);
            }
        }
        List<FigureRow> all = new ArrayList<>();
        prefilled.forEach(row -> all.add(row.with(entered.get(row.targetId()))));
        all.stream().filter(row -> !entered.containsKey(row.targetId()) && shortWithoutNote(row)).forEach(row ->
                errors.when(true, "figures", "Nêu nguyên nhân chưa đạt chỉ tiêu \"" + row.name() + "\"."));
        return all;
    }

    private void one(FigureRow row, FigureEntry entry, String at, Errors errors) {
        BigDecimal value = entry.value();
        errors.number(value, at + "value");
        errors.when(value != null && row.kind() == Measure.Kind.TEXT, at + "value", "Chỉ tiêu bằng lời không có số; ghi kết quả ở ô ghi chú.");
        errors.when(value != null && value.signum() < 0, at + "value", "Giá trị không được âm.");
        errors.when(value != null && row.kind() == Measure.Kind.PERCENT && value.compareTo(HUNDRED) > 0, at + "value",
                "Tỷ lệ không quá 100 %.");
        errors.when(value != null && row.kind() == Measure.Kind.DONE && value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0, at + "value",
                "Chọn đạt hoặc chưa đạt.");
        errors.when(value != null && row.kind() == Measure.Kind.RATING && catalogue.ratings().stream()
                .noneMatch(level -> value.compareTo(BigDecimal.valueOf(level.value())) == 0), at + "value", "Chọn mức xếp loại trong danh mục.");
        boolean other = value != null && row.reported() != null && value.compareTo(row.reported()) != 0;
        errors.text(entry.overrideReason(), at + "overrideReason", other, LONGEST,
                "Số này đã báo cáo tại " + row.source() + "; nêu lý do nếu dùng số khác.");
        errors.text(entry.note(), at + "note", shortWithoutNote(row.with(new FigureEntry(entry.targetId(), value, "", null))), LONGEST,
                "Nêu nguyên nhân chưa đạt chỉ tiêu.");
    }

    private static boolean shortWithoutNote(FigureRow row) {
        return row.outcome() != null && !row.outcome().reached() && (row.note() == null || row.note().isBlank());
    }
}
