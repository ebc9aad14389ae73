package vn.giaouoc.covenant;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperContent.Verification;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.Printed;
import vn.giaouoc.document.Printer;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.signature.Digests;
import vn.giaouoc.signature.Qr;
import vn.giaouoc.signature.SealedDocuments;

/**
 * The papers of a covenant as DOCX and PDF. Until it is recorded, an annex until it is signed, they are printed as it stands; then they are
 * kept, and the product stands for the bytes of the covenant's and the annexes' PDF.
 */
@Service
@Transactional(readOnly = true)
public class CovenantPapers {

    /** The papers there are. */
    public enum Kind {
        COVENANT("GU", "giao-uoc", "Bản giao ước thi đua"),
        REGISTRATIONS("DK", "danh-sach-dang-ky", "Danh sách đăng ký thi đua"),
        MINUTES("BB", "bien-ban", "Biên bản hội nghị");

        private final String template;
        private final String fileName;
        private final String label;

        Kind(String template, String fileName, String label) {
            this.template = template;
            this.fileName = fileName;
            this.label = label;
        }

        /** {@code giao-uoc-KT-2026-001-GU1.pdf}. @param ending without the dot */
        public String fileName(String key, String ending) {
            return fileName + "-" + key.replace('/', '-') + "." + ending;
        }
    }

    private static final String SLOT = "PAPER";
    private static final String ANNEX = "PL";
    private static final int QR_PIXELS = 480;

    private final CovenantQueries covenants;
    private final CovenantRows rows;
    private final CovenantCatalogue catalogue;
    private final CovenantAccess access;
    private final BlocYears blocs;
    private final Papers decisions;
    private final Printer printer;
    private final Attachments attachments;
    private final SealedDocuments documents;
    private final Digests digests;
    private final Qr qr;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String place;

    CovenantPapers(CovenantQueries covenants, CovenantRows rows, CovenantCatalogue catalogue, CovenantAccess access, BlocYears blocs,
                   Papers decisions, Printer printer, Attachments attachments, SealedDocuments documents, Digests digests, Qr qr,
                   JdbcClient jdbc, Clock clock, @Value("${giaouoc.place}") String place) {
        this.covenants = covenants;
        this.rows = rows;
        this.catalogue = catalogue;
        this.access = access;
        this.blocs = blocs;
        this.decisions = decisions;
        this.printer = printer;
        this.attachments = attachments;
        this.documents = documents;
        this.digests = digests;
        this.qr = qr;
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    /**
     * A paper, if this person may see it: members see a draft when they are asked to comment, the list of registrations when
     * the conference is due.
     *
     * @throws NotFound otherwise, or there is no such paper yet
     */
    public Printed print(Actor actor, String key, Kind kind) {
        CovenantView seen = covenants.get(actor, key);
        boolean early = kind == Kind.REGISTRATIONS
                && (seen.status().ordinal() < CovenantStatus.CONFERENCE.ordinal() || seen.status() == CovenantStatus.GIVEN_UP);
        if (seen.content() == null || early && !access.readsAll(actor, seen.blocYear())) {
            throw none(kind);
        }
        return print(key, kind);
    }

    /**
     * A successor's annex as it was kept when it was signed, else as it stands, if this person may see the covenant.
     *
     * @param seq from 1
     * @throws NotFound otherwise, or it is not open yet
     */
    public Printed printAnnex(Actor actor, String key, int seq) {
        CovenantView covenant = covenants.get(actor, key);
        Annex annex = covenants.annexes(covenant.key()).stream().filter(found -> found.seq() == seq && found.digest() != null).findFirst()
                .orElseThrow(() -> new NotFound("Chưa có phụ lục kế thừa để in."));
        return kept(ANNEX, "covenant_annex where bloc_year = ? and version = ? and seq = ? and pdf is not null", covenant.blocYear(),
                covenant.version(), seq).orElseGet(() -> press(annex, covenant));
    }

    private Printed press(Annex annex, CovenantView covenant) {
        return printer.print(ANNEX, AnnexPaperText.of(annex, facts(covenant), verification(annex.digest())));
    }

    /**
     * Keeps the paper of an annex that is being signed, in that transaction; from now on the product stands for the bytes of its PDF.
     *
     * @param key {@code KT-2026-001/GU1/PL1}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepAnnex(Actor actor, String key) {
        CovenantView covenant = covenants.get(key);
        Annex annex = covenants.annexes(covenant.key()).stream().filter(found -> found.key().equals(key)).findFirst().orElseThrow();
        Printed printed = press(annex, covenant);
        UUID pdf = attachments.keep(actor, covenant.key(), SLOT, annexFileName(covenant.key(), annex.seq(), "pdf"), printed.pdf()).id();
        UUID docx = attachments.keep(actor, covenant.key(), SLOT, annexFileName(covenant.key(), annex.seq(), "docx"), printed.docx()).id();
        jdbc.sql("update covenant_annex set template_version = ?, pdf = ?, docx = ? where bloc_year = ? and version = ? and seq = ?")
                .params(printed.templateVersion(), pdf, docx, covenant.blocYear(), covenant.version(), annex.seq()).update();
        documents.publishFile(digests.digestOf(printed.pdf()), key, "Phụ lục kế thừa Bản giao ước thi đua " + covenant.title() + " (tệp PDF)",
                clock.instant());
    }

    /** {@code phu-luc-KT-2026-001-GU1-PL1.pdf}. @param ending without the dot */
    public static String annexFileName(String key, int seq, String ending) {
        return "phu-luc-" + key.replace('/', '-') + "-PL" + seq + "." + ending;
    }

    /** As it was kept when the covenant was recorded, else as the covenant stands. @throws NotFound there is no such paper yet */
    public Printed print(String key, Kind kind) {
        CovenantView covenant = covenants.get(key);
        return kept(covenant, kind).orElseGet(() -> press(covenant, kind));
    }

    /**
     * Keeps the papers of a covenant that is being recorded, in that transaction; from now on the product stands for the bytes
     * of its PDF. A repeat changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Actor actor, String key) {
        CovenantView covenant = covenants.get(key);
        for (Kind kind : Kind.values()) {
            if (kept(covenant, kind).isEmpty()) {
                keep(actor, covenant, kind, press(covenant, kind));
            }
        }
    }

    private void keep(Actor actor, CovenantView covenant, Kind kind, Printed printed) {
        String key = covenant.key();
        Instant now = clock.instant();
        UUID pdf = attachments.keep(actor, key, SLOT, kind.fileName(key, "pdf"), printed.pdf()).id();
        UUID docx = attachments.keep(actor, key, SLOT, kind.fileName(key, "docx"), printed.docx()).id();
        jdbc.sql("insert into covenant_paper values (?, ?, ?, ?, ?, ?, ?)").params(covenant.blocYear(), covenant.version(), kind.name(),
                printed.templateVersion(), pdf, docx, Timestamp.from(now)).update();
        if (kind == Kind.COVENANT) {
            documents.publishFile(digests.digestOf(printed.pdf()), key, kind.label + " " + covenant.title() + " (tệp PDF)", now);
        }
    }

    private Optional<Printed> kept(CovenantView covenant, Kind kind) {
        return kept(kind.template, "covenant_paper where bloc_year = ? and version = ? and kind = ?", covenant.blocYear(), covenant.version(),
                kind.name());
    }

    private Optional<Printed> kept(String template, String rows, Object... of) {
        return jdbc.sql("select template_version, pdf, docx from " + rows).params(of)
                .query((rs, n) -> new Printed(template, rs.getInt(1), attachments.content(rs.getObject(3, UUID.class)),
                        attachments.content(rs.getObject(2, UUID.class)))).optional();
    }

    private Printed press(CovenantView covenant, Kind kind) {
        if (covenant.content() == null || kind == Kind.MINUTES && covenant.conference() == null) {
            throw none(kind);
        }
        PaperFacts facts = facts(covenant);
        PaperContent content = switch (kind) {
            case COVENANT -> CovenantPaperText.of(facts);
            case REGISTRATIONS -> RegistrationPaperText.of(facts);
            case MINUTES -> MinutesPaperText.of(facts);
        };
        return printer.print(kind.template, content);
    }

    private PaperFacts facts(CovenantView covenant) {
        String key = covenant.key();
        BlocYearView bloc = blocs.get(covenant.blocYear());
        return new PaperFacts(covenant, parties(covenant), bloc, decisions.find(bloc.compositionCode() + "/QD").orElse(null),
                covenants.meanings(key), covenants.registrations(key), covenants.consolidated(key),
                covenants.signedFiles(key), catalogue.ratings(),
                covenant.digest() == null ? null : verification(covenant.digest()), place, clock.getZone());
    }

    private Verification verification(String digest) {
        String address = qr.url(digest);
        return new Verification(qr.png(address, QR_PIXELS), address, digest.substring(0, SealedDocuments.SHORT_CODE).replaceAll("(.{4})(?!$)", "$1 "));
    }

    /**
     * Who stands under the covenant. Agreed: the members as they were called then, whatever became of them since; one that has
     * left without signing is no party any more.
     */
    private List<MemberState> parties(CovenantView covenant) {
        Run run = rows.get(covenant.key());
        Map<String, MemberState> now = covenant.members().stream().collect(Collectors.toMap(MemberState::unitCode, Function.identity()));
        Map<String, Signature> signatures = rows.signatures(run);
        return rows.sealed(run).map(sealed -> sealed.covenant().parties().stream()
                .map(party -> party(party, now.get(party.unit()), signatures.get(party.unit()))).filter(Objects::nonNull).toList())
                .orElse(covenant.members());
    }

    private static MemberState party(SealedCovenant.Party party, MemberState now, Signature signature) {
        boolean left = now == null && (signature == null || !signature.state().signed());
        return left ? null : new MemberState(party.unit(), party.name(), party.role(), false, null, false,
                signature == null ? SigningState.NOT_OPEN : signature.state(), signature == null ? null : signature.printedName(),
                signature == null ? null : signature.printedCapacity(), signature == null ? null : signature.signedAt(),
                null, false, null, null, false, false, party.unit());
    }

    private static NotFound none(Kind kind) {
        return new NotFound("Chưa có " + kind.label.substring(0, 1).toLowerCase(Locale.ROOT) + kind.label.substring(1) + " để in.");
    }
}
