package vn.giaouoc.covenant;

import java.util.List;

/**
 * What members agree on.
 *
 * @param plan        chương trình công tác của khối
 * @param rules       quy chế hoạt động
 * @param commitments nội dung giao ước, one entry each
 * @param targets     chỉ tiêu
 */
public record CovenantContent(String plan, String rules, List<String> commitments, List<Target> targets) {

    public CovenantContent {
        commitments = commitments == null ? List.of() : commitments.stream().toList();
        targets = targets == null ? List.of() : targets.stream().toList();
    }
}
