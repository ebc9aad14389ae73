package vn.giaouoc.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
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
import vn.giaouoc.document.Printed;
import vn.giaouoc.document.Printer;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.signature.Qr;

/** The papers of a review as DOCX and PDF. Until the report is received they are printed as they stand; then they are kept. */
@Service
@Transactional(readOnly = true)
public class ReviewPapers {

    /** The papers there are. */
    public enum Kind {
        REPORT("SK", "bao-cao-so-ket"),
        MINUTES("BB", "bien-ban-so-ket");

        private final String template;
        private final String fileName;

        Kind(String template, String fileName) {
            this.template = template;
            this.fileName = fileName;
        }

        /** {@code bao-cao-so-ket-KT-2026-001-SK1}, without the ending. */
        public String fileName(String key) {
            return fileName + "-" + key.replace('/', '-');
        }
    }

    private static final String SLOT = "PAPER";
    private static final int QR_PIXELS = 480;
    private static final int SHORT_DIGEST = 16;

    private final ReviewRows rows;
    private final ReviewAccess access;
    private final BlocYears blocs;
    private final Organisation organisation;
    private final Printer printer;
    private final Attachments attachments;
    private final Qr qr;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String place;

    ReviewPapers(ReviewRows rows, ReviewAccess access, BlocYears blocs, Organisation organisation, Printer printer, Attachments attachments,
                 Qr qr, JdbcClient jdbc, Clock clock, @Value("${giaouoc.place}") String place) {
        this.rows = rows;
        this.access = access;
        this.blocs = blocs;
        this.organisation = organisation;
        this.printer = printer;
        this.attachments = attachments;
        this.qr = qr;
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    /**
     * A paper, if this person may see it: the minutes after the conference, the report when it is signed; the head unit and the offices
     * see it when it is handed in.
     *
     * @throws NotFound otherwise
     */
    public Printed print(Actor actor, String key, Kind kind) {
        ReviewKey parsed = ReviewKey.parse(key);
        access.requireVisible(actor, parsed.blocYear());
        Review review = rows.get(parsed.review());
        boolean signed = review.status() == ReviewStatus.SIGNED || review.status() == ReviewStatus.RECEIVED;
        if (kind == Kind.REPORT && !signed && !access.readsAll(actor, review.blocYear())) {
            throw none();
        }
        return kept(review, kind).orElseGet(() -> press(review, kind));
    }

    /** Keeps the papers of a report that is being received, in that transaction. @return the report's PDF */
    @Transactional(propagation = Propagation.MANDATORY)
    byte[] keep(Actor actor, Review review) {
        keep(actor, review, Kind.MINUTES, press(review, Kind.MINUTES));
        Printed report = press(review, Kind.REPORT);
        keep(actor, review, Kind.REPORT, report);
        return report.pdf();
    }

    private void keep(Actor actor, Review review, Kind kind, Printed printed) {
        UUID pdf = attachments.keep(actor, review.key(), SLOT, kind.fileName(review.key()) + ".pdf", printed.pdf()).id();
        UUID docx = attachments.keep(actor, review.key(), SLOT, kind.fileName(review.key()) + ".docx", printed.docx()).id();
        jdbc.sql("insert into review_paper values (?, ?, ?, ?, ?, ?, ?)").params(review.blocYear(), review.seq(), kind.name(),
                printed.templateVersion(), pdf, docx, Timestamp.from(clock.instant())).update();
    }

    private Optional<Printed> kept(Review review, Kind kind) {
        return jdbc.sql("select template_version, pdf, docx from review_paper where bloc_year = ? and seq = ? and kind = ?")
                .params(review.blocYear(), review.seq(), kind.name()).query((rs, n) -> new Printed(kind.template, rs.getInt(1),
                        attachments.content(rs.getObject(3, UUID.class)), attachments.content(rs.getObject(2, UUID.class)))).optional();
    }

    private Printed press(Review review, Kind kind) {
        PaperContent content = switch (kind) {
            case REPORT -> rows.sealed(review).map(sealed -> report(review, sealed)).orElseThrow(ReviewPapers::none);
            case MINUTES -> rows.conference(review).map(conference -> minutes(review, conference)).orElseThrow(ReviewPapers::none);
        };
        return printer.print(kind.template, content);
    }

    private PaperContent report(Review review, ReviewRows.Sealed sealed) {
        boolean signed = sealed.signedAt() != null;
        LocalDate day = sealed.report().report().issueDate() != null ? sealed.report().report().issueDate()
                : signed ? LocalDate.ofInstant(sealed.signedAt(), clock.getZone()) : null;
        BlocYearView bloc = blocs.get(review.blocYear());
        return new ReviewReportText(sealed, place, day, bloc.year(), bloc.secondHalf(), clock.getZone(),
                signed ? verification(sealed.digest()) : null).paper();
    }

    private PaperContent minutes(Review review, ReviewConference conference) {
        return new ReviewMinutesText(blocs.get(review.blocYear()), conference, rows.parts(review), organisation, place).paper();
    }

    private Verification verification(String digest) {
        String address = qr.url(digest);
        return new Verification(qr.png(address, QR_PIXELS), address, digest.substring(0, SHORT_DIGEST).replaceAll("(.{4})(?!$)", "$1 "));
    }

    private static NotFound none() {
        return new NotFound("Chưa có văn bản này để in.");
    }
}
