package vn.giaouoc.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.campaign.CheckRules;
import vn.giaouoc.covenant.CovenantPeople;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.NotAllowed;

/** Mutual inspection (kiểm tra chéo), where the bloc's rules ask for it: nobody inspects itself (B05), reciprocal pairs are told (B17). */
@Service
@Transactional
public class Inspections {

    private static final int LONGEST = 20_000;

    private final ReviewRows rows;
    private final ReviewAccess access;
    private final BlocYears blocs;
    private final CovenantPeople people;
    private final CheckRules rules;
    private final Organisation organisation;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final ReviewFlow flow;
    private final Clock clock;

    Inspections(ReviewRows rows, ReviewAccess access, BlocYears blocs, CovenantPeople people, CheckRules rules, Organisation organisation,
                Attachments attachments, Deadlines deadlines, ReviewFlow flow, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.blocs = blocs;
        this.people = people;
        this.rules = rules;
        this.organisation = organisation;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.flow = flow;
        this.clock = clock;
    }

    // ---- assigning --------------------------------------------------------------------------------------------------

    /** Pairs as they are drawn for this review; the same each time. */
    @Transactional(readOnly = true)
    public List<Pair> drawn(String key) {
        Review review = rows.get(key);
        Map<String, String> oneOfEach = rows.active(review).stream().collect(Collectors.toMap(ReviewPart::actingUnit, ReviewPart::unit,
                (own, inherited) -> own));
        return Draw.of(List.copyOf(oneOfEach.values()), review.key().hashCode());
    }

    /** Checks who shall inspect whom, changing nothing. @param reasons for warnings, by code @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkAssign(Actor actor, String key, List<Pair> pairs, Map<String, String> reasons) {
        Review review = rows.get(key);
        people.requireHead(actor, review.blocYear());
        ReviewRows.require(review, Set.of(ReviewStatus.ASSIGNING));
        List<ReviewPart> parts = rows.active(review);
        Map<String, String> names = parts.stream().collect(Collectors.toMap(ReviewPart::unit, ReviewPart::actingName));
        List<Pair> acting = Draw.acting(pairs, actingUnits(parts));
        var errors = new Errors();
        List<Finding> findings = new ArrayList<>();
        errors.when(pairs.isEmpty(), "pairs", "Phân công ít nhất một cuộc kiểm tra.");
        errors.when(pairs.size() > names.size() * names.size(), "pairs", "Quá nhiều cuộc kiểm tra.");
        Set<Pair> seen = new HashSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            String at = "pairs[" + i + "].";
            errors.when(pair == null || pair.inspector() == null || !names.containsKey(pair.inspector()), at + "inspector", "Chọn đơn vị kiểm tra.");
            errors.when(pair == null || pair.inspected() == null || !names.containsKey(pair.inspected()), at + "inspected",
                    "Chọn đơn vị được kiểm tra.");
            errors.when(pair != null && !seen.add(pair), at + "inspected", "Cuộc kiểm tra này bị lặp.");
            if (itself(acting.get(i))) {
                found("B05", at + "inspected", "Đơn vị không tự kiểm tra mình.", findings);
            }
        }
        Map<String, String> actingNames = parts.stream().collect(Collectors.toMap(ReviewPart::actingUnit, ReviewPart::actingName, (one, same) -> one));
        String both = acting.stream().filter(pair -> pair.inspector() != null && pair.inspected() != null
                && pair.inspector().compareTo(pair.inspected()) < 0 && Draw.reciprocal(pair, acting)).map(pair -> actingNames.getOrDefault(
                pair.inspector(), pair.inspector()) + " và " + actingNames.getOrDefault(pair.inspected(), pair.inspected())).distinct()
                .collect(Collectors.joining("; "));
        if (!both.isEmpty()) {
            found("B17", "pairs", "Hai đơn vị kiểm tra chéo lẫn nhau: " + both + ".", findings);
        }
        findings.forEach(finding -> errors.finding(finding, reasons));
        // Nobody inspects itself, whatever the office has made of its rule.
        errors.when(acting.stream().anyMatch(Inspections::itself) && findings.stream().noneMatch(finding -> finding.code().equals("B05")),
                "pairs", "Đơn vị không tự kiểm tra mình.");
        errors.refuse();
        return findings;
    }

    private static Map<String, String> actingUnits(List<ReviewPart> parts) {
        return parts.stream().collect(Collectors.toMap(ReviewPart::unit, ReviewPart::actingUnit));
    }

    private static boolean itself(Pair pair) {
        return pair.inspector() != null && pair.inspector().equals(pair.inspected());
    }

    private void found(String rule, String field, String message, List<Finding> findings) {
        rules.finding(rule, rows.today(), field, message).ifPresent(findings::add);
    }

    /** The head unit says who inspects whom. */
    public void assign(Actor actor, String key, List<Pair> pairs, Map<String, String> reasons) {
        Review review = rows.lock(key, Set.of(ReviewStatus.ASSIGNING));
        String reason = reasons.get("B17");
        rows.found(review, checkAssign(actor, key, pairs, reasons), reason);
        List<Pair> acting = Draw.acting(pairs, actingUnits(rows.active(review)));
        rows.assign(review, pairs, acting.stream().map(pair -> Draw.reciprocal(pair, acting)).toList(), reason);
        rows.set(review, "status = 'INSPECTING', inspections_due_at = ?", SqlMoment.of(deadlines.of(review.key())
                .due("REVIEW_INSPECT", rows.now().toInstant())));
    }

    /** The inspections that are given to their units; not those that a succession has ended since. A repeat answers the same. */
    public InspectionOpening open(String key) {
        Review review = rows.lock(key);
        List<Inspection> inspections = rows.inspections(review).stream().filter(row -> row.status() == InspectionStatus.OPEN).toList();
        Map<String, String> today = organisation.current(inspections.stream().flatMap(row -> Stream.of(row.inspector(), row.inspected()))
                .distinct().toList());
        Map<String, Organisation.Readiness> units = organisation.readiness(new HashSet<>(today.values()));
        return new InspectionOpening(key, blocs.get(review.blocYear()).title(), inspections.stream().map(row -> {
            String inspector = today.get(row.inspector());
            String inspected = today.get(row.inspected());
            return new InspectionOpening.Assigned(row.key(), units.get(inspector).unitName(), Organisation.unitGroup(inspector),
                    Organisation.unitGroup(inspected), units.get(inspector).ready() && units.get(inspected).ready());
        }).toList(), review.inspectionsDueAt());
    }

    /** Both units can be given work now. @return the inspector's name @throws ConflictRefusal why they cannot */
    @Transactional(readOnly = true)
    public String requireReady(String key) {
        Inspection inspection = rows.inspection(key);
        List<String> units = Stream.of(inspection.inspector(), inspection.inspected()).map(organisation::current).toList();
        Map<String, Organisation.Readiness> found = organisation.readiness(units);
        units.stream().map(found::get).filter(unit -> !unit.ready()).findFirst().ifPresent(unit -> {
            throw new ConflictRefusal(unit.problem());
        });
        return found.get(units.get(0)).unitName();
    }

    // ---- inspecting -------------------------------------------------------------------------------------------------

    /** Checks what an inspector found, changing nothing. @throws ConflictRefusal it has been recorded, or the review has ended */
    @Transactional(readOnly = true)
    public void checkRecord(Actor actor, String key, LocalDate on, String findings, String proposals, List<FileRef> files) {
        Inspection inspection = open(actor, key, true);
        Review review = rows.get(key);
        LocalDate begun = LocalDate.ofInstant(review.begunAt(), clock.getZone());
        var errors = new Errors();
        errors.when(on == null, "inspectedOn", "Nhập ngày kiểm tra.");
        errors.when(on != null && (on.isAfter(rows.today()) || on.isBefore(begun)), "inspectedOn",
                "Ngày kiểm tra từ khi bắt đầu sơ kết đến hôm nay.");
        errors.text(findings, "findings", true, LONGEST, "Nhập kết quả kiểm tra.");
        errors.text(proposals, "proposals", false, LONGEST, null);
        errors.refuse();
        attachments.check(actor, inspection.key(), files, "files");
    }

    private Inspection open(Actor actor, String key, boolean inspector) {
        Inspection inspection = rows.inspection(key);
        ReviewRows.require(rows.get(key), ReviewStatus.TAKES_REPORTS);
        if (!access.worksFor(actor, inspector ? inspection.inspector() : inspection.inspected())) {
            throw new NotAllowed(inspector ? "Bạn không thuộc đơn vị kiểm tra." : "Bạn không thuộc đơn vị được kiểm tra.");
        }
        if (inspection.status() != (inspector ? InspectionStatus.OPEN : InspectionStatus.FOUND)) {
            throw new ConflictRefusal("Không thực hiện được: cuộc kiểm tra \"" + inspection.status().label() + "\".");
        }
        return inspection;
    }

    /** The inspector's findings; the inspected unit answers next. */
    public void record(Actor actor, String key, LocalDate on, String findings, String proposals, List<FileRef> files) {
        Review review = rows.lock(key);
        checkRecord(actor, key, on, findings, proposals, files);
        rows.setInspection(review, ReviewKey.parse(key).inspection(), "status = 'FOUND', inspected_on = ?, findings = ?, proposals = ?, "
                + "recorded_by = ?, recorded_at = ?", on, findings, proposals, actor.userId(), rows.now());
        attachments.bind(actor, key, "INSPECTION", files);
    }

    /** Checks the inspected unit's answer, changing nothing. */
    @Transactional(readOnly = true)
    public void checkAnswer(Actor actor, String key, Boolean agrees, String comment) {
        open(actor, key, false);
        var errors = new Errors();
        errors.when(agrees == null, "agrees", "Chọn thống nhất hay có ý kiến.");
        errors.text(comment, "comment", Boolean.FALSE.equals(agrees), LONGEST, "Nhập ý kiến của đơn vị.");
        errors.refuse();
    }

    /** The inspected unit agrees or says what it thinks; the findings stay as they are. */
    public void answer(Actor actor, String key, Boolean agrees, String comment) {
        Review review = rows.lock(key);
        checkAnswer(actor, key, agrees, comment);
        rows.setInspection(review, ReviewKey.parse(key).inspection(), "status = 'DONE', agrees = ?, comment = ?, commented_by = ?, commented_at = ?",
                agrees, comment, actor.userId(), rows.now());
        settle(review);
    }

    void settle(Review review) {
        boolean over = rows.inspections(review).stream().allMatch(row -> row.status() == InspectionStatus.DONE
                || row.status() == InspectionStatus.ENDED);
        if (over && review.status() == ReviewStatus.INSPECTING) {
            flow.allInspected(review.key());
        }
    }

    /** All are done, or the deadline has passed: what is missing is noted, and the head unit goes on. A repeat changes nothing. */
    public void close(String key) {
        Review review = rows.lock(key);
        if (review.status() == ReviewStatus.INSPECTING) {
            rows.inspections(review).stream().filter(row -> row.status() == InspectionStatus.OPEN || row.status() == InspectionStatus.FOUND)
                    .forEach(row -> rows.setInspection(review, row.no(), "missing_at = ?", rows.now()));
            rows.status(review, ReviewStatus.CONSOLIDATING);
        }
    }
}
