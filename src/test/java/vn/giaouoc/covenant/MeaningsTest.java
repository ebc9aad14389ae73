package vn.giaouoc.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.covenant.Catalogue.share;
import static vn.giaouoc.covenant.Catalogue.target;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.giaouoc.covenant.Meanings.Amount;
import vn.giaouoc.covenant.Meanings.Holder;

class MeaningsTest {

    private static final Target LDTT = share("t1", "LDTT", "95", Target.STAFF, Rounding.UP);
    private static final Target CSTDCS = share("t2", "CSTDCS", "15", "t1", Rounding.NONE);

    @Test
    void theCaseOfBacNinhTwoHundredPeople() {
        List<TargetMeaning> meanings = of(List.of(LDTT, CSTDCS), 9, holder("syt", "200", Map.of()));
        assertThat(meanings.get(0).people()).isEqualByComparingTo("190");
        assertThat(meanings.get(0).text()).isEqualTo("Ít nhất 190 người (95 % của 200 người)");
        assertThat(meanings.get(1).base()).isEqualByComparingTo("190");
        assertThat(meanings.get(1).people()).isEqualByComparingTo("28.5");
        assertThat(meanings.get(1).text()).isEqualTo("Ít nhất 28,5 người (15 % của 190 người theo chỉ tiêu \"LDTT\")");
    }

    @Test
    void aFractionOfAPersonFollowsTheRoundingRuleAndTheBaseIsTheRoundedNumber() {
        List<TargetMeaning> meanings = of(List.of(LDTT, CSTDCS), 9, holder("syt", "201", Map.of()));
        assertThat(meanings.get(0).exact()).isEqualByComparingTo("190.95");
        assertThat(meanings.get(0).people()).isEqualByComparingTo("191");
        assertThat(meanings.get(0).text()).isEqualTo("Ít nhất 191 người (95 % của 201 người = 190,95)");
        assertThat(meanings.get(1).exact()).isEqualByComparingTo("28.65");
    }

    @Test
    void eachRoundingRuleAndComparatorMakesItsOwnLimit() {
        assertThat(people(TargetComparator.AT_LEAST, "15", Rounding.DOWN, "190")).isEqualByComparingTo("28");
        assertThat(people(TargetComparator.AT_LEAST, "15", Rounding.NEAREST, "190")).isEqualByComparingTo("29");
        assertThat(people(TargetComparator.MORE_THAN, "95", Rounding.UP, "200")).isEqualByComparingTo("191");
        assertThat(people(TargetComparator.MORE_THAN, "95", Rounding.NONE, "200")).isEqualByComparingTo("190");
        assertThat(people(TargetComparator.LESS_THAN, "5", Rounding.DOWN, "200")).isEqualByComparingTo("9");
        assertThat(people(TargetComparator.LESS_THAN, "0", Rounding.DOWN, "200")).isZero();
        assertThat(people(TargetComparator.AT_MOST, "2", Rounding.DOWN, "149")).isEqualByComparingTo("2");
        assertThat(people(TargetComparator.EXACTLY, "100", Rounding.UP, "33")).isEqualByComparingTo("33");
    }

    @Test
    void strictComparisonsAreToldAsTheLimitTheyComeTo() {
        Target more = target("t1", "LDTT", TargetComparator.MORE_THAN, "95", Target.STAFF, Rounding.UP, TargetScope.EACH_MEMBER);
        assertThat(of(List.of(more), 3, holder("syt", "200", Map.of())).get(0).text())
                .isEqualTo("Ít nhất 191 người (trên 95 % của 200 người = 190)");
    }

    @Test
    void aMemberWithoutNumberOfPeopleMeansNoNumber() {
        TargetMeaning meaning = of(List.of(LDTT), 9, new Holder("syt", "Sở Y tế", null, Map.of())).get(0);
        assertThat(meaning.people()).isNull();
        assertThat(meaning.text()).isEqualTo("Ít nhất 95 % tổng số người (chưa rõ số người)");
    }

    @Test
    void aMembersOwnStricterValueCountsAWeakerOneDoesNot() {
        assertThat(of(List.of(LDTT), 9, holder("syt", "200", Map.of("t1", new BigDecimal("98")))).get(0).people())
                .isEqualByComparingTo("196");
        assertThat(of(List.of(LDTT), 9, holder("syt", "200", Map.of("t1", new BigDecimal("50")))).get(0).people())
                .isEqualByComparingTo("190");
    }

    @Test
    void theBlocsOwnTargetsCountAllPeopleOnlyWhenEverybodyIsKnown() {
        Target all = target("t1", "LDTT", TargetComparator.AT_LEAST, "95", Target.STAFF, Rounding.UP, TargetScope.BLOC);
        Target members = target("t2", "HTTNV", TargetComparator.EXACTLY, "100", Target.MEMBERS, Rounding.UP, TargetScope.BLOC);
        Meanings meanings = new Meanings(List.of(all, members), Catalogue.MEASURES, Catalogue.RATINGS, 2);
        List<TargetMeaning> known = meanings.of(List.of(holder("syt", "200", Map.of()), holder("stc", "100", Map.of())));
        assertThat(known).extracting(TargetMeaning::unitCode).containsOnlyNulls();
        assertThat(known.get(0).people()).isEqualByComparingTo("285");
        assertThat(known.get(1).text()).isEqualTo("Đúng 2 đơn vị (100 % của 2 đơn vị)");
        assertThat(meanings.of(List.of(holder("syt", "200", Map.of()), new Holder("stc", "", null, Map.of()))).get(0).people()).isNull();
    }

    @Test
    void whatIsNoShareIsToldInItsOwnUnit() {
        List<Target> targets = List.of(
                target("t1", "MO_HINH", TargetComparator.AT_LEAST, "3", null, Rounding.UP, TargetScope.EACH_MEMBER),
                target("t2", "PAR_INDEX", TargetComparator.AT_LEAST, "87.5", null, Rounding.NONE, TargetScope.EACH_MEMBER),
                target("t3", "XEP_LOAI", TargetComparator.AT_LEAST, "3", null, Rounding.NONE, TargetScope.EACH_MEMBER),
                target("t4", "CONG_SO", TargetComparator.DONE, null, null, Rounding.NONE, TargetScope.EACH_MEMBER),
                target("t5", "DUNG_HAN", TargetComparator.AT_LEAST, "99", null, Rounding.NONE, TargetScope.EACH_MEMBER));
        assertThat(of(targets, 9, holder("syt", "200", Map.of()))).extracting(TargetMeaning::text).containsExactly("Ít nhất 3 mô hình",
                "Ít nhất 87,5 điểm", "Ít nhất \"Hoàn thành tốt nhiệm vụ\"", "Đạt", "Ít nhất 99 %");
    }

    @Test
    void targetsThatTakeEachOtherAsBaseMeanNothingAndEndTheReckoning() {
        List<Target> circle = List.of(share("t1", "LDTT", "95", "t2", Rounding.UP), share("t2", "CSTDCS", "15", "t1", Rounding.NONE));
        assertThat(of(circle, 9, holder("syt", "200", Map.of()))).extracting(TargetMeaning::people).containsOnlyNulls();
    }

    @Test
    void aTargetThatIsHalfEnteredMeansNothingYet() {
        assertThat(of(java.util.Arrays.asList(null, new Target(null, null, null, null, null, null, null, null, null, null),
                new Target("t1", "LDTT", "", TargetComparator.AT_LEAST, null, "%", Target.STAFF, Direction.UP, Rounding.UP,
                TargetScope.EACH_MEMBER)), 2,
                holder("syt", "200", Map.of()))).extracting(TargetMeaning::text)
                .containsExactly("Ít nhất … % tổng số người (chưa rõ số người)");
    }

    /** Against integers: percent in ten-thousandths, so exact = staff × percent10000 / 1.000.000. */
    @Test
    void numbersAreExactForAnyStaffAndPercentage() {
        Random random = new Random(20240322);
        for (int i = 0; i < 2_000; i++) {
            long staff = 1 + random.nextInt(50_000);
            long percent = random.nextInt(1_000_001);
            BigDecimal value = BigDecimal.valueOf(percent, 4);
            Target up = share("t1", "LDTT", value.toPlainString(), Target.STAFF, Rounding.UP);
            Target down = share("t1", "LDTT", value.toPlainString(), Target.STAFF, Rounding.DOWN);
            BigInteger product = BigInteger.valueOf(staff).multiply(BigInteger.valueOf(percent));
            BigInteger[] whole = product.divideAndRemainder(BigInteger.valueOf(1_000_000));
            BigInteger ceiling = whole[1].signum() == 0 ? whole[0] : whole[0].add(BigInteger.ONE);
            Amount amount = amount(up, staff);
            assertThat(amount.exact().multiply(BigDecimal.valueOf(1_000_000))).isEqualByComparingTo(new BigDecimal(product));
            assertThat(amount.people()).isEqualByComparingTo(new BigDecimal(ceiling));
            assertThat(amount(down, staff).people()).isEqualByComparingTo(new BigDecimal(whole[0]));
            assertThat(amount.people()).isGreaterThanOrEqualTo(amount.exact()).isLessThanOrEqualTo(BigDecimal.valueOf(staff));
        }
    }

    private static Amount amount(Target target, long staff) {
        return new Meanings(List.of(target), Catalogue.MEASURES, Catalogue.RATINGS, 1)
                .amount(target, holder("syt", String.valueOf(staff), Map.of()));
    }

    private static BigDecimal people(TargetComparator comparator, String percent, Rounding rounding, String staff) {
        return amount(target("t1", "LDTT", comparator, percent, Target.STAFF, rounding, TargetScope.EACH_MEMBER), Long.parseLong(staff))
                .people();
    }

    private static List<TargetMeaning> of(List<Target> targets, int members, Holder holder) {
        return new Meanings(targets, Catalogue.MEASURES, Catalogue.RATINGS, members).of(List.of(holder));
    }

    private static Holder holder(String code, String staff, Map<String, BigDecimal> own) {
        return new Holder(code, code, new BigDecimal(staff), own);
    }
}
