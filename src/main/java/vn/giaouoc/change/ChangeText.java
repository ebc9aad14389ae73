package vn.giaouoc.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperText;
import vn.giaouoc.document.PaperView;

/** What the papers of changes say: an amendment with what changes and the plan as it shall be, or a decision to withdraw. */
abstract class ChangeText implements PaperText {

    final Changes changes;
    final CampaignQueries campaigns;

    ChangeText(Changes changes, CampaignQueries campaigns) {
        this.changes = changes;
        this.campaigns = campaigns;
    }

    @Override
    public Body body(String paperId) {
        int slash = paperId.indexOf('/');
        String code = paperId.substring(0, slash);
        return body(code, changes.get(code, ChangeView.seqOf(paperId.substring(slash + 1))));
    }

    abstract Body body(String code, ChangeView change);

    /** "Kế hoạch số 327/KH-UBND ngày 12/05/2024 của UBND tỉnh". */
    String plan(String code) {
        PaperView paper = campaigns.paper(code).orElseThrow();
        return "Kế hoạch " + (paper.number() == null ? "" : "số " + paper.number() + " ") + "ngày " + PlanText.day(paper.issueDate()) + " của "
                + paper.issuingBody();
    }

    /** An amendment: {@code PT-2024-003/DC1}. */
    @Component
    static class Amendment extends ChangeText {

        private final PlanText plans;

        Amendment(@Lazy Changes changes, @Lazy CampaignQueries campaigns, PlanText plans) {
            super(changes, campaigns);
            this.plans = plans;
        }

        @Override
        public boolean owns(String paperId) {
            return paperId.contains("/DC");
        }

        @Override
        public String template() {
            return "DC";
        }

        @Override
        public String kindName() {
            return "KẾ HOẠCH";
        }

        @Override
        Body body(String code, ChangeView change) {
            List<Section> sections = new ArrayList<>();
            sections.add(new Section("A. LÝ DO ĐIỀU CHỈNH", PlanText.lines(change.reason()), null));
            sections.add(new Section("B. NỘI DUNG ĐIỀU CHỈNH", List.of(), new Table(List.of("Nội dung", "Đã ban hành", "Điều chỉnh thành"),
                    change.changes().stream().map(row -> List.of(row.part(), row.before() == null ? "(không có)" : row.before(),
                            row.after() == null ? "(bỏ)" : row.after())).toList(), List.of(), List.of(24, 38, 38))));
            sections.add(new Section("C. KẾ HOẠCH SAU ĐIỀU CHỈNH", null, null));
            sections.addAll(plans.sections(change.plan()));
            return new Body(PlanText.lines(change.plan().legalGrounds()), "Ủy ban nhân dân tỉnh điều chỉnh, bổ sung " + plan(code) + " như sau:",
                    sections, "Các nội dung khác của kế hoạch đã ban hành không thay đổi./.", List.of("Các đối tượng thực hiện", "Lưu: VT, TĐKT."));
        }
    }

    /** A withdrawal: {@code PT-2024-003/TH1}. */
    @Component
    static class Withdrawal extends ChangeText {

        private static final String PROPOSED = "Theo đề nghị của Giám đốc Sở Nội vụ.";

        Withdrawal(@Lazy Changes changes, @Lazy CampaignQueries campaigns) {
            super(changes, campaigns);
        }

        @Override
        public boolean owns(String paperId) {
            return paperId.contains("/TH");
        }

        @Override
        public String template() {
            return "TH";
        }

        @Override
        public String kindName() {
            return "QUYẾT ĐỊNH";
        }

        @Override
        Body body(String code, ChangeView change) {
            List<String> reason = PlanText.lines(change.reason());
            Map<String, List<String>> articles = new TreeMap<>(Map.of(
                    "Điều 1.", List.of("Thu hồi " + plan(code) + " về phát động phong trào thi đua “" + campaigns.plan(code).title() + "”."),
                    "Điều 2.", reason.isEmpty() ? List.of("") : join("Lý do: ", reason),
                    "Điều 3.", List.of("Quyết định này có hiệu lực kể từ ngày ký. Các việc đang thực hiện theo kế hoạch bị thu hồi được dừng lại; kết quả đã báo cáo được lưu giữ."),
                    "Điều 4.", List.of("Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.")));
            List<String> grounds = new ArrayList<>(PlanText.lines(change.grounds() == null ? campaigns.plan(code).legalGrounds() : change.grounds()));
            if (!grounds.contains(PROPOSED)) {
                grounds.add(PROPOSED);
            }
            return new Body(grounds, null,
                    articles.entrySet().stream().map(article -> new Section(article.getKey(), article.getValue(), null)).toList(), null,
                    List.of("Như Điều 4", "Lưu: VT, TĐKT."));
        }

        private static List<String> join(String first, List<String> lines) {
            List<String> joined = new ArrayList<>(lines);
            joined.set(0, first + lines.get(0));
            return joined;
        }
    }
}
