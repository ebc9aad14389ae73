package vn.giaouoc.covenant;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantRows.Sealed;
import vn.giaouoc.document.AttachmentView;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.persistence.StoredJson;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.signature.OutsideSignatures;
import vn.giaouoc.signature.SignerFound;
import vn.giaouoc.signature.SignerInfo;

/**
 * Covenants signed on paper in the room, or with digital certificates outside: the head unit uploads the paper and marks who signed, each
 * member confirms or disputes that it is its signature. Only what was confirmed counts.
 */
@Component
class PaperSigning {

    private static final String PDF = "application/pdf";
    private static final Set<String> SCANS = Set.of(PDF, "image/png", "image/jpeg");

    private final CovenantRows rows;
    private final StoredJson json;
    private final CovenantPeople people;
    private final CovenantSeals seals;
    private final CovenantProgress progress;
    private final Attachments attachments;
    private final OutsideSignatures outsideSignatures;
    private final CovenantFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperSigning(CovenantRows rows, StoredJson json, CovenantPeople people, CovenantSeals seals, CovenantProgress progress, Attachments attachments,
                 OutsideSignatures outsideSignatures, CovenantFlow flow, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.people = people;
        this.seals = seals;
        this.progress = progress;
        this.attachments = attachments;
        this.outsideSignatures = outsideSignatures;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ---- the head unit's upload -------------------------------------------------------------------------------------

    /**
     * Checks an upload of a signed paper, changing nothing.
     *
     * @return the signatures found in it; empty for a scan
     */
    List<OutsideSignature> checkSignedFile(Actor actor, String key, UUID file, List<String> units, boolean outside) {
        return found(check(actor, key, file, units, outside));
    }

    private List<SignerFound> check(Actor actor, String key, UUID file, List<String> units, boolean outside) {
        Run run = rows.get(key);
        people.requireHead(actor, run.blocYear());
        CovenantSigning.requireSigning(run);
        units(run, units);
        if (file == null) {
            throw new InvalidInput("file", outside ? "Tải lên tệp PDF đã ký số." : "Tải lên bản quét của bản giao ước đã ký.");
        }
        attachments.check(actor, run.key(), List.of(new FileRef(file, "")), "file");
        AttachmentView uploaded = attachments.get(actor, file);
        if (uploaded.subject() != null) {
            throw new InvalidInput("file", "Tệp này đã được dùng; hãy tải lên lại.");
        }
        if (!(outside ? Set.of(PDF) : SCANS).contains(uploaded.mediaType())) {
            throw new InvalidInput("file", outside ? "Bản ký số phải là tệp PDF." : "Bản quét là tệp PDF, PNG hoặc JPEG.");
        }
        return outside ? signatures(attachments.content(actor, file)) : List.of();
    }

    private void units(Run run, List<String> units) {
        Map<String, Signature> signatures = rows.signatures(run);
        var errors = new Errors();
        errors.when(units == null || units.isEmpty(), "units", "Đánh dấu ít nhất một đơn vị đã ký.");
        Set<String> seen = new HashSet<>();
        for (int i = 0; units != null && i < units.size(); i++) {
            Signature signature = signatures.get(units.get(i));
            errors.when(signature == null || !seen.add(units.get(i)), "units[" + i + "]", "Đơn vị không phải là thành viên, hoặc bị lặp.");
            errors.when(signature != null && !CovenantSigning.OPEN.contains(signature.state()), "units[" + i + "]",
                    signature == null ? "" : "Đơn vị không còn chờ ký: " + signature.state().label() + ".");
        }
        errors.refuse();
    }

    private List<SignerFound> signatures(byte[] pdf) {
        List<SignerFound> found = outsideSignatures.verify(pdf);
        if (found.isEmpty()) {
            throw new InvalidInput("file", "Tệp không có chữ ký số nào.");
        }
        found.stream().filter(signature -> !signature.sound()).findFirst().ifPresent(broken -> {
            throw new InvalidInput("file", "Chữ ký số của " + broken.name() + " không còn nguyên vẹn: tệp đã bị sửa sau khi ký.");
        });
        return found;
    }

    private static List<OutsideSignature> found(List<SignerFound> signatures) {
        return signatures.stream().map(signature -> new OutsideSignature(signature.name(), signature.signedAt(), signature.sound(),
                signature.summary()))
                .toList();
    }

    /** The head unit uploads a signed paper and marks who signed it; each is asked. */
    void mark(Actor actor, String key, UUID file, List<String> units, boolean outside) {
        Run run = rows.lock(key);
        List<SignerFound> report = check(actor, key, file, units, outside);
        attachments.bind(actor, run.key(), "SIGNED", List.of(new FileRef(file, "")));
        jdbc.sql("insert into covenant_file values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)")
                .params(file, run.blocYear(), run.version(), run.contentVersion(), outside, units.toArray(String[]::new),
                        json.write(found(report)), actor.userId(), rows.now()).update();
        units.forEach(unit -> rows.setSignature(run, unit, "state = 'SIGNED_ON_PAPER', file = ?, reason = null", file));
        flow.signedOnPaper(run.key(), units);
    }

    // ---- the members' word ------------------------------------------------------------------------------------------

    /** Checks a confirmation, changing nothing. */
    void checkConfirm(Actor actor, String key, String unit, PaperAnswer answer) {
        Run run = rows.get(key);
        Part part = rows.part(run, unit);
        if (!actor.in(Organisation.leadGroup(part.actingUnit()))) {
            throw new NotAllowed("Chỉ thủ trưởng đơn vị xác nhận bản ký trên giấy.");
        }
        CovenantSigning.requireSigning(run);
        Signature signature = rows.signatures(run).get(unit);
        if (signature == null || signature.state() != SigningState.SIGNED_ON_PAPER) {
            throw new ConflictRefusal("Đơn vị không có bản ký giấy nào chờ xác nhận.");
        }
        var errors = new Errors();
        Boolean confirmed = answer.confirmed();
        errors.when(confirmed == null, "confirmed", "Chọn xác nhận hoặc không công nhận.");
        InkSigner.check(answer.signer(), Boolean.TRUE.equals(confirmed), errors);
        errors.text(answer.reason(), "reason", Boolean.FALSE.equals(confirmed), 20_000, "Nêu lý do không công nhận bản ký giấy.");
        errors.refuse();
        Sealed sealed = seals.current(run);
        if (confirmed) {
            CovenantSigning.requireSame(sealed, answer.digest());
        }
    }

    /** After {@link #checkConfirm}, with the identity proven: the signature on paper counts; or it is disputed, and the member may still sign. */
    SigningProgress confirmPaper(Actor actor, Run run, String unit, PaperAnswer answer) {
        if (!answer.confirmed()) {
            rows.setSignature(run, unit, "state = 'DISPUTED', reason = ?", answer.reason());
            return new SigningProgress(false, false, false);
        }
        Part part = rows.part(run, unit);
        String name = people.name(actor);
        String capacity = people.capacity(actor, part.actingUnit(), people.grounds(actor, part.actingUnit()).get(0));
        Instant at = clock.instant();
        rows.setSignature(run, unit,
                "state = 'CONFIRMED_ON_PAPER', signed_by = ?, signer_name = ?, signer_unit = ?, capacity = ?, signed_at = ?, "
                + "ink_name = ?, ink_position = ?, ground = null, reason = null", actor.userId(), name, part.actingUnit(), capacity,
                SqlMoment.of(at), answer.signer().name(), answer.signer().position());
        SigningProgress made = progress.settle(run);
        String digest = seals.current(run).digest();
        rows.setSignature(run, unit, "chain_seq = ?", seals.append(run.key(), unit, digest,
                new SignerInfo(actor.userId(), name, capacity, InkSigner.words(answer.signer())), at));
        progress.publish(run, made, digest);
        return made;
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** Papers that were uploaded under any content of the covenant, oldest first. */
    List<SignedFile> files(String key) {
        Run run = rows.get(key);
        return jdbc.sql("select f.*, a.name from covenant_file f join attachment a on a.id = f.file where bloc_year = ? and version = ? "
                + "order by uploaded_at, file").params(run.blocYear(), run.version())
                .query((rs, n) -> new SignedFile(rs.getObject("file", UUID.class),
                rs.getString("name"), rs.getBoolean("outside"), rs.getInt("content_version"),
                List.of((String[]) rs.getArray("units").getArray()),
                List.of(json.read(rs.getString("report"), OutsideSignature[].class)), rs.getString("uploaded_by"),
                SqlMoment.instant(rs, "uploaded_at"))).list();
    }
}
