package vn.giaouoc.workflow.covenant;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.covenant.CovenantContent;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantRecords;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;

/** What the forms of a covenant call beside their task. {@code run} is {@code GU1}. */
@RestController
@Hidden
@RequestMapping("/api/forms/covenants/{year}")
class CovenantFormController {

    private final CovenantQueries covenants;
    private final CovenantSigning signing;
    private final CovenantRecords records;
    private final CurrentActor actor;

    CovenantFormController(CovenantQueries covenants, CovenantSigning signing, CovenantRecords records, CurrentActor actor) {
        this.covenants = covenants;
        this.signing = signing;
        this.records = records;
        this.actor = actor;
    }

    record Content(CovenantContent content) {
    }

    record SignedFile(UUID file, List<String> units, boolean outside) {
    }

    record Identity(String unit, String password, String digest) {

        /** Never the password, wherever it may be printed. */
        @Override
        public String toString() {
            return "Identity[unit=" + unit + "]";
        }
    }

    record Reason(String reason) {
    }

    /** What a content that is being typed would mean in people, and what it would change. */
    @PostMapping("/{run}/meanings")
    Map<String, Object> meanings(@PathVariable String year, @PathVariable String run, @RequestBody Content body) {
        if (body.content() == null) {
            throw new InvalidInput("content", "Thiếu nội dung giao ước.");
        }
        String key = covenants.get(actor.get(), year + "/" + run).key();
        return Map.of("meanings", covenants.meanings(key, body.content()), "diff", covenants.diff(key, body.content()));
    }

    /** The paper signed in the room, or outside with digital certificates, and who signed it. */
    @PostMapping("/{run}/signed-files")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signedFile(@PathVariable String year, @PathVariable String run, @RequestBody SignedFile body) {
        String key = year + "/" + run;
        signing.checkSignedFile(actor.get(), key, body.file(), body.units(), body.outside());
        if (body.outside()) {
            signing.signedOutside(actor.get(), key, body.file(), body.units());
        } else {
            signing.signedOnPaper(actor.get(), key, body.file(), body.units());
        }
    }

    /**
     * The signer's password, for exactly one signature; it is checked and kept nowhere. The unit is that of the part, or
     * {@code PL1} for an annex.
     */
    @PostMapping("/{run}/identity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void identity(@PathVariable String year, @PathVariable String run, @RequestBody Identity body) {
        String key = year + "/" + run;
        requireSigner(key, body.unit());
        signing.proveIdentity(actor.get(), key, body.unit(), body.password(), body.digest());
    }

    /** Who signs nothing here cannot try passwords here either. */
    private void requireSigner(String key, String unit) {
        if (unit == null) {
            throw new InvalidInput("unit", "Thiếu đơn vị ký.");
        }
        boolean annex = unit.startsWith("PL");
        if ((annex ? signing.annexGrounds(actor.get(), key + "/" + unit) : signing.grounds(actor.get(), key, unit)).isEmpty()) {
            throw new NotAllowed("Bạn không thuộc đơn vị ký.");
        }
    }

    /** Gives up an amendment that was begun by mistake. */
    @PostMapping("/{run}/giving-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUp(@PathVariable String year, @PathVariable String run, @RequestBody Reason body) {
        records.giveUp(actor.get(), year + "/" + run, body.reason());
    }

    /** Begins an amendment of the recorded covenant. */
    @PostMapping("/amendments")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> amend(@PathVariable String year, @RequestBody Reason body) {
        int version = records.beginAmendment(actor.get(), year, body.reason());
        return Map.of("version", version, "key", CovenantKey.of(year, version));
    }
}
