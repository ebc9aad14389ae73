package vn.giaouoc.review;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;

/**
 * Members that report after the head unit has consolidated: as long as the bloc's report is not signed their models come to its list, marked
 * as added later, and a report that waits for its signature is handed in anew with their figures.
 */
@Component
class LateReports {

    private static final Set<ReviewStatus> UNSIGNED = Set.of(ReviewStatus.CONFERENCE, ReviewStatus.DRAFTING, ReviewStatus.RETURNED,
            ReviewStatus.SIGNING);

    private final ReviewRows rows;
    private final ReportContent content;
    private final ReviewSeals seals;
    private final BlocYears blocs;

    LateReports(ReviewRows rows, ReportContent content, ReviewSeals seals, BlocYears blocs) {
        this.rows = rows;
        this.content = content;
        this.seals = seals;
        this.blocs = blocs;
    }

    /** A member has reported, or a signed report has come back. Under the review's lock; a repeat finds nothing new. */
    void take(Review review) {
        if (!UNSIGNED.contains(review.status())) {
            return;
        }
        rows.addModels(review, newModels(review));
        boolean signable = blocs.get(review.blocYear()).head() != null; // without a head unit nobody signs, and the report names none
        if (review.status() == ReviewStatus.SIGNING && signable) {
            ReviewRows.Sealed waiting = seals.current(review);
            seals.seal(review, content.of(review, waiting.report().report()), waiting.savedBy());
        }
    }

    private List<ReviewModel> newModels(Review review) {
        Summary summary = rows.summary(review).orElseThrow(ReviewRows::unknown);
        Set<String> known = new HashSet<>();
        Stream.concat(summary.models().stream(), summary.added().stream()).forEach(model -> known.add(identity(model)));
        return rows.reportedAfterSummary(review).stream().flatMap(part -> part.written().report().models().stream().map(model -> model.of(part.unit())))
                .filter(model -> known.add(identity(model))).toList();
    }

    /** The head unit may have known of it, and have written it into its list. */
    private static String identity(ReviewModel model) {
        return model.unit() + "/" + Normalizer.normalize(model.name(), Normalizer.Form.NFC).strip().replaceAll("\\s+", " ")
                .toLowerCase(Locale.forLanguageTag("vi"));
    }
}
