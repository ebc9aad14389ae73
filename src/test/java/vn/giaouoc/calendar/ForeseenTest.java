package vn.giaouoc.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.platform.time.Deadlines.Deadline;
import vn.giaouoc.shared.ConflictRefusal;

/** What is open stands where it is due; what is only foreseen never lies in the past. Every step takes ten days here. */
class ForeseenTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOW = LocalDate.of(2026, 5, 20).atTime(9, 0).atZone(ZONE).toInstant();

    private final Deadlines deadlines = mock(Deadlines.class);

    @BeforeEach
    void tenDays() {
        when(deadlines.due(any(), any())).thenAnswer(call -> {
            if ("MISSING".equals(call.getArgument(0))) {
                throw new ConflictRefusal("Bảng ngày nghỉ chưa có năm này.");
            }
            return new Deadline(call.<Instant>getArgument(1).plus(Duration.ofDays(10)), null);
        });
    }

    private Foreseen from(Instant start) {
        return new Foreseen("PT-2026-001", "Phong trào", start, NOW, deadlines, ZONE);
    }

    private static Instant may(int day) {
        return LocalDate.of(2026, 5, day).atTime(17, 0).atZone(ZONE).toInstant();
    }

    private static List<String> shown(Foreseen plan) {
        return plan.list().stream().map(one -> one.what() + " " + one.day().getDayOfMonth() + "/" + one.day().getMonthValue() + " " + one.state())
                .toList();
    }

    @Test
    void anOverdueStepKeepsItsDateAndTheRestIsCountedFromToday() {
        assertThat(shown(from(may(1)).begun(Optional.of(may(11))).next("Soạn thảo", "DRAFT", "a").next("Ký", "SIGN", "b").next("Vào sổ", "REGISTER", "c")))
                .containsExactly("Soạn thảo 11/5 OVERDUE", "Ký 30/5 FORESEEN", "Vào sổ 9/6 FORESEEN");
    }

    @Test
    void anOpenStepThatIsNotDueYetCarriesWhatComesAfterIt() {
        assertThat(shown(from(may(1)).begun(Optional.of(may(25))).next("Soạn thảo", "DRAFT", "a").next("Ký", "SIGN", "b")))
                .containsExactly("Soạn thảo 25/5 OPEN", "Ký 4/6 FORESEEN");
        assertThat(shown(from(may(15)).begun(Optional.empty()).next("Soạn thảo", "DRAFT", "a"))).as("nobody kept when it is due")
                .containsExactly("Soạn thảo 25/5 OPEN");
    }

    @Test
    void nothingForeseenLiesInThePast() {
        assertThat(shown(from(may(1)).next("Soạn thảo", "DRAFT", "a"))).containsExactly("Soạn thảo 30/5 FORESEEN");
        assertThat(shown(from(null).foreseen("Mở", may(5), "a", Set.of()).next("Viết", "WRITE", "a"))).containsExactly("Viết 30/5 FORESEEN");
        assertThat(shown(from(null).foreseen("Mở", may(25), "a", Set.of()).next("Viết", "WRITE", "a")))
                .containsExactly("Mở 25/5 FORESEEN", "Viết 4/6 FORESEEN");
    }

    @Test
    void aDateThatAPaperGivesIsOverdueOnceItHasPassed() {
        assertThat(shown(from(null).stands("Báo cáo", may(10), null, Set.of("sct"), true).next("Tổng hợp", "CONSOLIDATE", "a")))
                .containsExactly("Báo cáo 10/5 OVERDUE", "Tổng hợp 30/5 FORESEEN");
        assertThat(shown(from(null).stands("Báo cáo", may(28), null, Set.of("sct"), true))).containsExactly("Báo cáo 28/5 SET");
    }

    @Test
    void whatIsDoneIsSaidToBe() {
        assertThat(shown(from(may(1)).done("Báo cáo", may(10), null, Set.of("sct"), true).ends("Kết thúc", may(12), "a", true)
                .ends("Hết thời gian trả lại", may(22), "a", false))).containsExactly("Báo cáo 10/5 DONE", "Kết thúc 12/5 DONE",
                "Hết thời gian trả lại 22/5 SET");
    }

    @Test
    void countingStopsWhereTheTableEnds() {
        assertThat(shown(from(may(15)).begun(Optional.of(may(25))).next("Soạn thảo", "DRAFT", "a").next("Ký", "MISSING", "b").next("Vào sổ", "R", "c")))
                .containsExactly("Soạn thảo 25/5 OPEN");
        assertThat(shown(from(may(15)).begun(Optional.empty()).next("Soạn thảo", "MISSING", "a").next("Ký", "SIGN", "b"))).isEmpty();
    }
}
