package vn.giaouoc.bloc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a period and its halves are called. */
class BlocYearViewTest {

    @Test
    void aCalendarYearHasSixMonthsEachASchoolYearTerms() {
        assertThat(BlocYearView.firstHalf(2026, false)).isEqualTo("6 tháng đầu năm 2026");
        assertThat(BlocYearView.secondHalf(2026, false)).isEqualTo("6 tháng cuối năm 2026");
        assertThat(BlocYearView.firstHalf(2025, true)).isEqualTo("học kỳ I năm học 2025–2026");
        assertThat(BlocYearView.secondHalf(2025, true)).isEqualTo("học kỳ II năm học 2025–2026");
    }
}
