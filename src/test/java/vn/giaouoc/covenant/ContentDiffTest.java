package vn.giaouoc.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.covenant.Catalogue.share;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentDiffTest {

    private static final Target LDTT = share("t1", "LDTT", "95", Target.STAFF, Rounding.UP);
    private static final CovenantContent OLD = new CovenantContent("Chương trình", "Quy chế", List.of("Một", "Hai"), List.of(LDTT));

    @Test
    void theSameContentHasNoDifference() {
        assertThat(diff(OLD, OLD)).isEmpty();
    }

    @Test
    void aChangedTargetIsToldBeforeAndAfter() {
        var now = new CovenantContent("Chương trình", "Quy chế", List.of("Một", "Hai"),
                List.of(share("t1", "LDTT", "97.5", Target.STAFF, Rounding.UP)));
        assertThat(diff(OLD, now)).containsExactly(new DiffRow("Chỉ tiêu", "LDTT: ≥ 95 % tổng số người (từng đơn vị), làm tròn lên",
                "LDTT: ≥ 97,5 % tổng số người (từng đơn vị), làm tròn lên"));
    }

    @Test
    void aTargetWhoseIdAloneChangedIsTheSame() {
        var now = new CovenantContent("Chương trình", "Quy chế", List.of("Một", "Hai"),
                List.of(share("t7", "LDTT", "95", Target.STAFF, Rounding.UP)));
        assertThat(diff(OLD, now)).isEmpty();
    }

    @Test
    void anotherBaseIsADifference() {
        CovenantContent on = new CovenantContent(null, null, List.of(), List.of(LDTT, share("t2", "CSTDCS", "15", "t1", Rounding.NONE)));
        CovenantContent of = new CovenantContent(null, null, List.of(),
                List.of(LDTT, share("t2", "CSTDCS", "15", Target.STAFF, Rounding.NONE)));
        assertThat(diff(on, of)).containsExactly(new DiffRow("Chỉ tiêu", "CSTDCS: ≥ 15 % của \"LDTT\" (từng đơn vị)",
                "CSTDCS: ≥ 15 % tổng số người (từng đơn vị)"));
    }

    @Test
    void textsAndCommitmentsAreToldAddedTakenOutOrReordered() {
        assertThat(diff(OLD, new CovenantContent("Khác", null, List.of("Hai", "Ba"), List.of(LDTT)))).containsExactly(
                new DiffRow("Chương trình công tác", "Chương trình", "Khác"), new DiffRow("Quy chế hoạt động", "Quy chế", null),
                new DiffRow("Nội dung giao ước", "Một", "Ba"));
        assertThat(diff(OLD, new CovenantContent("Chương trình", "Quy chế", List.of("Hai", "Một"), List.of(LDTT)))).containsExactly(
                new DiffRow("Thứ tự nội dung giao ước", "Một; Hai", "Hai; Một"));
    }

    /** Whatever two contents are: no row without a difference, none for equal contents, and the other way round is the mirror. */
    @Test
    void differencesMirror() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            CovenantContent one = content(random);
            CovenantContent other = content(random);
            List<DiffRow> there = diff(one, other);
            assertThat(there.isEmpty()).isEqualTo(one.equals(other));
            assertThat(there).noneMatch(row -> java.util.Objects.equals(row.before(), row.after()));
            assertThat(diff(other, one)).containsExactlyInAnyOrderElementsOf(there.stream()
                    .map(row -> new DiffRow(row.part(), row.after(), row.before())).toList());
        }
    }

    private static CovenantContent content(Random random) {
        List<String> commitments = IntStream.range(0, random.nextInt(4)).filter(i -> random.nextBoolean()).mapToObj(i -> "Nội dung " + i)
                .toList();
        List<Target> targets = random.nextBoolean() ? List.of() : List.of(share("t1", "LDTT", String.valueOf(90 + random.nextInt(2)),
                Target.STAFF, Rounding.UP));
        return new CovenantContent("Chương trình " + random.nextInt(2), null, commitments, targets);
    }

    private static List<DiffRow> diff(CovenantContent before, CovenantContent after) {
        return ContentDiff.between(before, after, Catalogue.RATINGS);
    }
}
