package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantRecords;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.review.ReviewPlans;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewView;
import vn.giaouoc.review.Reviews;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Thực hiện giao ước": the long task of the head unit; completing it ends the year's work. */
@Component
class FollowCovenantForm implements TaskForm<FollowCovenantForm.Data> {

    record Data() {
    }

    private final CovenantQueries queries;
    private final CovenantRecords records;
    private final BlocYears years;
    private final CovenantViews views;
    private final Reviews reviews;
    private final ReviewQueries reviewQueries;
    private final ReviewPlans plans;
    private final Clock clock;

    FollowCovenantForm(CovenantQueries queries, CovenantRecords records, BlocYears years, CovenantViews views, Reviews reviews,
                       ReviewQueries reviewQueries, ReviewPlans plans, Clock clock) {
        this.queries = queries;
        this.records = records;
        this.years = years;
        this.views = views;
        this.reviews = reviews;
        this.reviewQueries = reviewQueries;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public String form() {
        return BlocYearProcess.KEY + "/followCovenant";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = views.document(task.actor(), queries.inForce(task.caseCode()).key());
        view.put("baseline", queries.baseline(task.caseCode(), null));
        view.put("registrations", queries.registrations((String) view.get("key")));
        view.put("consolidated", queries.consolidated((String) view.get("key")));
        view.put("openRefusals", queries.openRefusals((String) view.get("key")));
        view.put("versions", queries.versions(task.actor(), task.caseCode()).stream().map(FollowCovenantForm::version).toList());
        view.put("mayAmend", records.mayAmend(task.actor(), task.caseCode()) && !amending(task));
        view.put("givable", queries.givable(List.of(task.caseCode())).values().stream().map(CovenantView::key).findFirst().orElse(null));
        view.put("ended", ended(task));
        ReviewView review = reviewQueries.ofYear(task.actor(), task.caseCode());
        view.put("review", review);
        view.put("reviewStatus", review.status().label());
        view.put("reviewOwnDate", plans.own(task.caseCode()));
        return view;
    }

    private static Map<String, Object> version(CovenantView version) {
        var row = new LinkedHashMap<String, Object>();
        row.put("version", version.version());
        row.put("status", version.status().label());
        row.put("reason", version.reason());
        row.put("givenUpReason", version.givenUpReason());
        row.put("recordedAt", version.recordedAt());
        row.put("unsigned", version.status().signable() ? version.unsigned().stream().map(MemberState::unitName).toList() : List.of());
        return row;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (!ended(task)) {
            throw new ConflictRefusal("Năm công tác chưa kết thúc; chỉ khép sau ngày cuối của kỳ.");
        }
        if (amending(task)) {
            throw new ConflictRefusal("Bản điều chỉnh giao ước chưa được ghi nhận; chưa khép được năm công tác.");
        }
        reviews.checkYearMayClose(task.caseCode());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        reviews.yearCloses(task.caseCode());
        return Map.of();
    }

    private boolean ended(TaskContext task) {
        return LocalDate.now(clock).isAfter(years.get(task.caseCode()).to());
    }

    private boolean amending(TaskContext task) {
        return queries.latest(task.actor(), task.caseCode()).status() != CovenantStatus.RECORDED;
    }

    @Override
    public String next(TaskContext task) {
        return "Chỉ bấm hoàn thành khi đã hết kỳ: năm công tác của khối được khép lại.";
    }
}
