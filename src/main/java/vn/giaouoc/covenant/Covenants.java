package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.campaign.CheckRules;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;

/**
 * A covenant from its draft to the conference that agrees on it. Signing is {@link CovenantSigning}, what follows
 * {@link CovenantRecords}; reading is {@link CovenantQueries}.
 */
@Service
@Transactional
public class Covenants {

    private static final int LONGEST = 20_000;
    private static final int MOST_COMMITMENTS = 100;

    private final CovenantRows rows;
    private final StoredJson json;
    private final CovenantPeople people;
    private final CovenantCatalogue catalogue;
    private final CovenantNumbers numbers;
    private final ConferenceChecks conferences;
    private final CovenantSeals seals;
    private final CheckRules rules;
    private final BlocYears blocs;
    private final Organisation organisation;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final CovenantFlow flow;

    Covenants(CovenantRows rows, StoredJson json, CovenantPeople people, CovenantCatalogue catalogue, CovenantNumbers numbers,
              ConferenceChecks conferences, CovenantSeals seals, CheckRules rules, BlocYears blocs, Organisation organisation,
              Attachments attachments, Deadlines deadlines, CovenantFlow flow) {
        this.rows = rows;
        this.json = json;
        this.people = people;
        this.catalogue = catalogue;
        this.numbers = numbers;
        this.conferences = conferences;
        this.seals = seals;
        this.rules = rules;
        this.blocs = blocs;
        this.organisation = organisation;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.flow = flow;
    }

    // ---- beginning and drafting -------------------------------------------------------------------------------------

    /**
     * The covenant that the bloc's year runs now: the amendment that was begun, or the first. A repeat answers the same.
     *
     * @throws ConflictRefusal the year's covenant is recorded and no amendment was begun, or the bloc has no head unit
     */
    public CovenantStart begin(String blocYear) {
        BlocYearView year = blocs.get(blocYear);
        if (year.head() == null) {
            throw new ConflictRefusal(year.title() + " chưa có đơn vị Trưởng khối.");
        }
        rows.insert(blocYear, 1, null, null);
        List<Run> all = rows.of(blocYear);
        Run run = rows.lock(all.get(all.size() - 1).key());
        if (run.recordedAt() != null) {
            throw new ConflictRefusal("Giao ước đã được ghi nhận và chưa có lần điều chỉnh nào được bắt đầu.");
        }
        if (run.status() == CovenantStatus.DRAFTING) {
            rows.list(run, year.current());
        }
        String head = year.head().unitCode();
        return new CovenantStart(run.key(), year.title(), run.version(), head, Organisation.unitGroup(head), Organisation.leadGroup(head),
                deadlines.of(run.key()).dueAs("COVENANT_HEAD", "COVENANT_DRAFT", run.begunAt(), null));
    }

    /** Checks the head unit's draft or revision, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkContent(Actor actor, String key, CovenantContent content) {
        Run run = rows.get(key);
        people.requireHead(actor, run.blocYear());
        CovenantRows.require(run, List.of(CovenantStatus.DRAFTING, CovenantStatus.REVISING));
        return contentFindings(content);
    }

    private List<Finding> contentFindings(CovenantContent content) {
        var errors = new Errors();
        errors.text(content.plan(), "plan", true, LONGEST, "Nhập chương trình công tác của khối.");
        errors.text(content.rules(), "rules", false, LONGEST, null);
        errors.when(content.commitments().isEmpty(), "commitments", "Nhập ít nhất một nội dung giao ước.");
        errors.when(content.commitments().size() > MOST_COMMITMENTS, "commitments", "Tối đa " + MOST_COMMITMENTS + " nội dung.");
        for (int i = 0; i < content.commitments().size(); i++) {
            errors.text(content.commitments().get(i), "commitments[" + i + "]", true, LONGEST, "Nhập nội dung giao ước.");
        }
        List<Measure> measures = catalogue.measures();
        List<Finding> findings = new TargetChecks(measures, catalogue.ratings(), rules::finding, catalogue.today())
                .check(TargetChecks.complete(content.targets(), measures), errors);
        errors.refuse();
        return findings;
    }

    private CovenantContent complete(CovenantContent content) {
        return new CovenantContent(content.plan(), content.rules(), content.commitments(),
                TargetChecks.complete(content.targets(), catalogue.measures()));
    }

    /** The head unit hands the draft out. */
    public void draft(Actor actor, String key, CovenantContent content) {
        checkContent(actor, key, content);
        Run run = rows.lock(key, List.of(CovenantStatus.DRAFTING));
        CovenantContent complete = complete(content);
        rows.add(run, complete, actor.userId());
        rows.before(run).ifPresent(earlier -> keepOwnValues(run, earlier, complete));
    }

    // ---- comments ---------------------------------------------------------------------------------------------------

    /** The members are asked to comment. A repeat answers the same. @throws ConflictRefusal nothing was drafted yet */
    public MembersOpening openMembers(String key) {
        Run run = rows.lock(key, List.of(CovenantStatus.DRAFTING, CovenantStatus.COMMENTING));
        BlocYearView year = blocs.get(run.blocYear());
        if (run.contentVersion() == 0) {
            throw new ConflictRefusal("Trưởng khối chưa dự thảo giao ước.");
        }
        if (run.status() == CovenantStatus.DRAFTING) {
            rows.list(run, year.current());
            rows.set(run, "status = 'COMMENTING', comment_due_at = ?",
                    SqlMoment.of(deadlines.of(key).due("COVENANT_COMMENT", rows.now().toInstant())));
        }
        Instant due = rows.get(key).commentDueAt();
        return new MembersOpening(run.key(), year.title(), memberParts(run), due,
                deadlines.of(key).before("COVENANT_COMMENT_REMIND", due, "COVENANT_COMMENT"));
    }

    private List<MemberPart> memberParts(Run run) {
        List<Part> parts = rows.parts(run).stream().filter(Part::active).toList();
        Map<String, Organisation.Readiness> units = organisation.readiness(parts.stream().map(Part::actingUnit)
                .collect(Collectors.toSet()));
        return parts.stream().map(part -> new MemberPart(CovenantKey.part(run.key(), part.unit()), part.unit(), part.actingName(),
                Organisation.unitGroup(part.actingUnit()), Organisation.leadGroup(part.actingUnit()), units.get(part.actingUnit())
                .problem())).toList();
    }

    /** Checks a comment, changing nothing. */
    @Transactional(readOnly = true)
    public void checkComment(Actor actor, String key, String unit, Boolean agrees, String text, List<FileRef> files) {
        Run run = rows.get(key);
        Part part = rows.part(run, unit);
        people.requireMember(actor, part);
        CovenantRows.require(run, List.of(CovenantStatus.COMMENTING));
        if (!part.commentOpen()) {
            throw new ConflictRefusal("Đơn vị đã góp ý, hoặc đã hết thời gian góp ý.");
        }
        var errors = new Errors();
        errors.when(agrees == null, "agrees", "Chọn thống nhất hay có ý kiến.");
        errors.text(text, "text", Boolean.FALSE.equals(agrees), LONGEST, "Nhập nội dung góp ý.");
        errors.refuse();
        attachments.check(actor, CovenantKey.part(run.key(), unit), files, "files");
    }

    /** A member comments on the draft. */
    public Progress comment(Actor actor, String key, String unit, Boolean agrees, String text, List<FileRef> files) {
        Run run = rows.lock(key);
        checkComment(actor, key, unit, agrees, text, files);
        rows.setPart(run, unit, "agrees = ?, comment = ?, commented_by = ?, commented_at = ?", agrees, text, actor.userId(), rows.now());
        attachments.bind(actor, CovenantKey.part(run.key(), unit), "COMMENT", files);
        return commented(run);
    }

    /** The deadline passed without a comment of this member: noted. Nothing happens when it has commented, or the round is over. */
    public Progress silence(String key, String unit) {
        Run run = rows.lock(key);
        if (run.status() == CovenantStatus.COMMENTING && rows.part(run, unit).commentOpen()) {
            rows.setPart(run, unit, "silent_at = ?", rows.now());
        }
        return commented(run);
    }

    private Progress commented(Run run) {
        Progress progress = progress(run, Part::commentOpen);
        if (progress.all() && run.status() == CovenantStatus.COMMENTING) {
            rows.status(run, CovenantStatus.REVISING);
            flow.allCommented(run.key());
        }
        return progress;
    }

    private Progress progress(Run run, Predicate<Part> waiting) {
        List<Part> parts = rows.parts(run).stream().filter(Part::active).toList();
        int open = (int) parts.stream().filter(waiting).count();
        return new Progress(parts.size() - open, parts.size(), open == 0);
    }

    /** The deadline of the round passed: whoever has not commented is noted as silent. A repeat changes nothing. */
    public void closeComments(String key) {
        Run run = rows.lock(key);
        if (run.status() == CovenantStatus.COMMENTING) {
            rows.parts(run).stream().filter(Part::commentOpen).forEach(part -> rows.setPart(run, part.unit(), "silent_at = ?", rows.now()));
            rows.status(run, CovenantStatus.REVISING);
        }
    }

    // ---- revising ---------------------------------------------------------------------------------------------------

    /** Checks a revision, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkRevise(Actor actor, String key, CovenantContent content, Map<String, String> answers) {
        List<Finding> findings = checkContent(actor, key, content);
        Set<String> units = rows.parts(rows.get(key)).stream().map(Part::unit).collect(Collectors.toSet());
        var errors = new Errors();
        orEmpty(answers).forEach((unit, answer) -> {
            errors.when(!units.contains(unit), "answers." + unit, "Đơn vị không phải là thành viên.");
            errors.text(answer, "answers." + unit, false, LONGEST, null);
        });
        errors.refuse();
        return findings;
    }

    /** The head unit hands the revised content in. @param answers to the comments, by unit */
    public void revise(Actor actor, String key, CovenantContent content, Map<String, String> answers) {
        checkRevise(actor, key, content, answers);
        Run run = rows.lock(key, List.of(CovenantStatus.REVISING));
        CovenantContent complete = complete(content);
        CovenantContent earlier = rows.content(run).orElseThrow(CovenantRows::unknown);
        rows.add(run, complete, actor.userId());
        orEmpty(answers).forEach((unit, answer) -> rows.setPart(run, unit, "answer = ?", answer));
        keepOwnValues(run, earlier, complete);
    }

    private static Map<String, String> orEmpty(Map<String, String> answers) {
        return answers == null ? Map.of() : answers;
    }

    /** What members registered falls away for targets that are no longer in the covenant, or that measure something else now. */
    private void keepOwnValues(Run run, CovenantContent earlier, CovenantContent content) {
        Set<String> ids = content.targets().stream().filter(target -> target.scope() == TargetScope.EACH_MEMBER && target.value() != null)
                .filter(target -> earlier.targets().stream().anyMatch(target::measuresTheSameAs)).map(Target::id).collect(Collectors.toSet());
        rows.parts(run).stream().filter(part -> part.registration() != null).forEach(part -> {
            Registration old = part.registration();
            List<MemberTarget> kept = old.targets().stream().filter(row -> ids.contains(row.targetId())).toList();
            if (kept.size() < old.targets().size()) {
                rows.setPart(run, part.unit(), "registration = ?::jsonb",
                        json.write(new Registration(old.staff(), old.titles(), old.initiatives(),
                        old.models(), kept, old.note())));
            }
        });
    }

    // ---- registration -----------------------------------------------------------------------------------------------

    /**
     * The members are asked to register; those who registered before the covenant came back to its head unit are not waited for again,
     * nor those who were missing then, unless nothing can be agreed without them. A repeat answers the same.
     */
    public RegistrationOpening openRegistration(String key) {
        Run run = rows.lock(key, List.of(CovenantStatus.REVISING, CovenantStatus.REGISTERING, CovenantStatus.CONFERENCE));
        if (run.status() == CovenantStatus.REVISING && registrationRequired(run)) {
            rows.parts(run).stream().filter(part -> part.registration() == null)
                    .forEach(part -> rows.setPart(run, part.unit(), "registration_missing_at = null"));
        }
        List<String> waiting = rows.parts(run).stream().filter(Part::registrationOpen).map(Part::unit).toList();
        if (run.status() == CovenantStatus.REVISING) {
            rows.set(run, "status = ?, register_due_at = ?", (waiting.isEmpty() ? CovenantStatus.CONFERENCE : CovenantStatus.REGISTERING)
                    .name(),
                    SqlMoment.of(deadlines.of(key).due("COVENANT_REGISTER", rows.now().toInstant())));
        }
        Instant due = rows.get(key).registerDueAt();
        return new RegistrationOpening(run.key(), waiting, waiting.isEmpty(), due,
                deadlines.of(key).before("COVENANT_REGISTER_REMIND", due, "COVENANT_REGISTER"));
    }

    /** Checks a registration, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkRegistration(Actor actor, String key, String unit, Registration registration) {
        Run run = rows.get(key);
        Part part = rows.part(run, unit);
        people.requireMember(actor, part);
        CovenantRows.require(run, List.of(CovenantStatus.REGISTERING, CovenantStatus.CONFERENCE));
        List<Target> targets = rows.content(run).orElseThrow(CovenantRows::unknown).targets();
        RegistrationChecks checks = registrationChecks(targets);
        var errors = new Errors();
        checks.check(registration, errors);
        errors.refuse();
        return checks.findings(registration, numbers.meanings(targets, rows.parts(run), part, registration));
    }

    private RegistrationChecks registrationChecks(List<Target> targets) {
        return new RegistrationChecks(catalogue.titles(), catalogue.measures(), catalogue.ratings(), targets, rules::finding, catalogue.today());
    }

    /** A member registers titles and targets; a late one is taken as long as the content is not agreed, and so is a better one. */
    public Progress register(Actor actor, String key, String unit, Registration registration) {
        Run run = rows.lock(key);
        checkRegistration(actor, key, unit, registration);
        rows.setPart(run, unit, "registration = ?::jsonb, registered_by = ?, registered_at = ?", json.write(registration), actor.userId(),
                rows.now());
        return registered(run);
    }

    /**
     * The deadline passed without this member's registration: noted (B14). Nothing happens when it has registered, or the round is
     * over.
     */
    public Progress registrationMissing(String key, String unit) {
        Run run = rows.lock(key);
        if (run.status() == CovenantStatus.REGISTERING && rows.part(run, unit).registrationOpen()) {
            rows.setPart(run, unit, "registration_missing_at = ?", rows.now());
        }
        return registered(run);
    }

    private Progress registered(Run run) {
        Progress progress = progress(run, Part::registrationOpen);
        if (progress.all() && run.status() == CovenantStatus.REGISTERING) {
            rows.status(run, CovenantStatus.CONFERENCE);
            flow.allRegistered(run.key());
        }
        return progress;
    }

    private boolean registrationRequired(Run run) {
        return catalogue.rule("REGISTRATION_REQUIRED", blocs.get(run.blocYear()).blocCode()).signum() > 0;
    }

    /** The deadline of the round passed: whoever has not registered is noted. A repeat changes nothing. */
    public void closeRegistration(String key) {
        Run run = rows.lock(key);
        if (run.status() == CovenantStatus.REGISTERING) {
            rows.parts(run).stream().filter(Part::registrationOpen)
                    .forEach(part -> rows.setPart(run, part.unit(), "registration_missing_at = ?", rows.now()));
            rows.status(run, CovenantStatus.CONFERENCE);
        }
    }

    /** A unit that has ended is not waited for any more: the round may be over with that. */
    public void partLeft(String key) {
        Run run = rows.lock(key);
        commented(run);
        registered(run);
    }

    // ---- conference -------------------------------------------------------------------------------------------------

    /** What stands against or beside the agreement as things are: registrations that are missing or too low. */
    @Transactional(readOnly = true)
    public List<Finding> findings(String key) {
        Run run = rows.get(key);
        return rows.content(run).map(content -> findings(rows.parts(run), content)).orElse(List.of());
    }

    private List<Finding> findings(List<Part> parts, CovenantContent content) {
        RegistrationChecks checks = registrationChecks(content.targets());
        List<Finding> found = new ArrayList<>();
        for (Part part : parts.stream().filter(Part::active).toList()) {
            if (part.registration() == null) {
                rules.finding("B14", catalogue.today(), "registrations." + part.unit(), part.actingName() + " chưa đăng ký thi đua.")
                        .ifPresent(found::add);
            } else {
                checks.findings(part.registration(), numbers.meanings(content.targets(), parts, part, part.registration()))
                        .forEach(finding -> found.add(new Finding(finding.code(), finding.kind(), "registrations." + part.unit(),
                                part.actingName() + ": " + finding.message(), finding.legalSource(), finding.ruleFrom())));
            }
        }
        return found;
    }

    /** Checks the result of the conference, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkConference(Actor actor, String key, Conference conference, List<FileRef> files) {
        Run run = rows.get(key);
        people.requireHead(actor, run.blocYear());
        CovenantRows.require(run, List.of(CovenantStatus.CONFERENCE));
        List<Part> parts = rows.parts(run).stream().filter(Part::active).toList();
        var errors = new Errors();
        conferences.check(conference, parts, errors);
        errors.when(conference.agreed() && registrationRequired(run) && parts.stream().anyMatch(part -> part.registration() == null), "agreed",
                "Quy chế của khối yêu cầu mọi thành viên đăng ký trước khi thống nhất giao ước.");
        errors.refuse();
        attachments.check(actor, run.key(), files, "files");
        return conference.agreed() ? findings(key) : List.of();
    }

    /**
     * The conference was held. Agreed: the content is frozen with a new version and its digest; else it goes back to the head unit.
     *
     * @return whether it was agreed
     */
    public boolean hold(Actor actor, String key, Conference conference, List<FileRef> files) {
        Run run = rows.lock(key);
        List<Finding> findings = checkConference(actor, key, conference, files);
        rows.held(run, conference, actor.userId());
        rows.found(run, findings);
        attachments.bind(actor, run.key(), "MINUTES", files);
        if (!conference.agreed()) {
            rows.set(run, "status = 'REVISING', return_reason = ?, returned_by = ?, returned_at = ?",
                    "Hội nghị chưa thống nhất nội dung giao ước.",
                    actor.userId(), rows.now());
            return false;
        }
        CovenantContent content = rows.content(run).orElseThrow(CovenantRows::unknown);
        int version = rows.add(run, content, actor.userId());
        seals.seal(run, version, content, conference.date());
        rows.set(run, "status = 'SIGNING', sign_due_at = null, return_reason = null");
        return true;
    }
}
