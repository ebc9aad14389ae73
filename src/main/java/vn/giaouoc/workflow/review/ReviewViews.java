package vn.giaouoc.workflow.review;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantCatalogue;
import vn.giaouoc.document.AttachmentView;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.review.Inspection;
import vn.giaouoc.review.InspectionStatus;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewMemberStatus;
import vn.giaouoc.review.ReviewMemberView;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewStatus;
import vn.giaouoc.review.ReviewView;
import vn.giaouoc.workflow.form.TaskContext;

/** What the forms of a review show; shared by all of them. */
@Component
class ReviewViews {

    private final ReviewQueries reviews;
    private final CovenantCatalogue catalogue;
    private final BlocYears years;
    private final Attachments attachments;

    ReviewViews(ReviewQueries reviews, CovenantCatalogue catalogue, BlocYears years, Attachments attachments) {
        this.reviews = reviews;
        this.catalogue = catalogue;
        this.years = years;
        this.attachments = attachments;
    }

    /** The review of a task as its holder may see it. */
    Map<String, Object> review(TaskContext task) {
        String key = ReviewKey.parse(task.businessKey()).review();
        ReviewView review = reviews.get(task.actor(), key);
        BlocYearView year = years.get(review.blocYear());
        var view = new LinkedHashMap<String, Object>();
        view.put("review", review);
        view.put("key", key);
        view.put("bloc", bloc(year));
        view.put("ratings", catalogue.ratings());
        view.put("files", files(key));
        view.put("labels", Map.of("status", names(ReviewStatus.values(), ReviewStatus::label),
                "member", names(ReviewMemberStatus.values(), ReviewMemberStatus::label),
                "inspection", names(InspectionStatus.values(), InspectionStatus::label),
                "role", names(BlocRole.values(), role -> role.label(year.kind()))));
        return view;
    }

    /** The review with one member's report and its evidence. */
    Map<String, Object> member(TaskContext task) {
        Map<String, Object> view = review(task);
        view.put("member", reviews.member(task.businessKey()));
        view.put("memberFiles", files(task.businessKey()));
        return view;
    }

    /** The review with one inspection and the record of it. */
    Map<String, Object> inspection(TaskContext task) {
        Map<String, Object> view = review(task);
        view.put("inspection", reviews.inspection(task.businessKey()));
        view.put("findingFiles", files(task.businessKey()));
        return view;
    }

    /** The review with what all members reported: figures by measure, evidence, awards granted outside. */
    Map<String, Object> gathered(TaskContext task) {
        Map<String, Object> view = review(task);
        ReviewView review = (ReviewView) view.get("review");
        view.put("figures", reviews.figures(review.key()));
        view.put("awards", reviews.awards(review.key()));
        List<String> reported = review.members().stream().filter(member -> member.report() != null).map(ReviewMemberView::unitCode).toList();
        Map<String, List<AttachmentView>> files = attachments.of(Stream.concat(reported.stream().map(unit -> ReviewKey.part(review.key(), unit)),
                review.inspections().stream().map(Inspection::key)).toList());
        view.put("evidence", reported.stream().collect(Collectors.toMap(Function.identity(),
                unit -> shown(files.getOrDefault(ReviewKey.part(review.key(), unit), List.of())))));
        view.put("inspectionFiles", review.inspections().stream().collect(Collectors.toMap(row -> String.valueOf(row.no()),
                row -> shown(files.getOrDefault(row.key(), List.of())))));
        return view;
    }

    private static Map<String, Object> bloc(BlocYearView year) {
        var bloc = new LinkedHashMap<String, Object>();
        bloc.put("code", year.code());
        bloc.put("title", year.title());
        bloc.put("firstHalf", year.firstHalf());
        bloc.put("secondHalf", year.secondHalf());
        bloc.put("word", year.kind().word());
        bloc.put("from", year.from());
        bloc.put("to", year.to());
        bloc.put("head", year.head() == null ? null : year.head().unitName());
        bloc.put("units", year.current().stream().map(member -> Map.of("code", member.unitCode(), "name", member.unitName())).toList());
        return bloc;
    }

    private static <E extends Enum<E>> Map<String, String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, name));
    }

    List<Map<String, Object>> files(String subject) {
        return shown(attachments.of(subject));
    }

    private static List<Map<String, Object>> shown(List<AttachmentView> files) {
        return files.stream().map(ReviewViews::file).toList();
    }

    private static Map<String, Object> file(AttachmentView file) {
        return Map.of("id", file.id(), "name", file.name(), "slot", file.slot(), "size", file.size(), "mediaType", file.mediaType(),
                "sha256", file.sha256());
    }
}
