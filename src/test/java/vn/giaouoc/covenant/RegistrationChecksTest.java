package vn.giaouoc.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.giaouoc.covenant.Catalogue.share;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;

class RegistrationChecksTest {

    private static final List<Target> TARGETS = List.of(share("t1", "LDTT", "95", Target.STAFF, Rounding.UP),
            share("t2", "CSTDCS", "15", "t1", Rounding.NONE), share("t3", "XEP_LOAI", "3", null, Rounding.NONE));

    @Test
    void aRegistrationThatReachesTheTargetsHasNothingAgainstIt() {
        Registration good = registration(200, List.of(title("LDTT", "190"), title("CSTDCS", "29"), title("TTLDXS", "1")), List.of());
        assertThat(errors(good)).isEmpty();
        assertThat(findings(good, "190", "28.5")).isEmpty();
    }

    @Test
    void fewerPeopleThanTheTargetMeansAreWarnedOf() {
        Registration few = registration(200, List.of(title("LDTT", "180"), title("CSTDCS", "28")), List.of());
        assertThat(findings(few, "190", "28.5")).extracting(Finding::code, Finding::message).containsExactly(
                org.assertj.core.groups.Tuple.tuple("B15", "Đăng ký 180 \"Lao động tiên tiến\", chỉ tiêu cần 190."),
                org.assertj.core.groups.Tuple.tuple("B15", "Đăng ký 28 \"Chiến sĩ thi đua cơ sở\", chỉ tiêu cần 28,5."));
    }

    @Test
    void whoIsCstdcsIsLdttFirst() {
        Registration odd = registration(200, List.of(title("LDTT", "190"), title("CSTDCS", "191")), List.of());
        assertThat(findings(odd, "190", "28.5")).extracting(Finding::code).containsExactly("B16");
    }

    @Test
    void anOwnValueBelowTheCovenantsIsWarnedOf() {
        Registration own = registration(200, List.of(title("LDTT", "190"), title("CSTDCS", "29")),
                List.of(new MemberTarget("t1", new BigDecimal("90"))));
        assertThat(findings(own, "190", "28.5")).extracting(Finding::field).containsExactly("targets[0].value");
    }

    @Test
    void numbersOfPeopleAreWholeKnownAndNoMoreThanThereAre() {
        assertThat(fields(registration(null, List.of(), List.of()))).containsExactly("staff");
        assertThat(fields(registration(0, List.of(), List.of()))).containsExactly("staff");
        assertThat(fields(registration(10, List.of(title("LDTT", "11")), List.of()))).containsExactly("titles[0].count");
        assertThat(fields(registration(10, List.of(title("LDTT", "1.5")), List.of()))).containsExactly("titles[0].count");
        assertThat(fields(registration(10, List.of(title("TTLDXS", "11")), List.of()))).isEmpty();
        assertThat(fields(registration(10, List.of(title("LDTT", "1"), title("LDTT", "2")), List.of()))).containsExactly("titles[1].title");
        assertThat(fields(registration(10, List.of(title("HCM", "1")), List.of()))).containsExactly("titles[0].title");
        assertThat(fields(registration(10, Arrays.asList((TitleCount) null), List.of()))).containsExactly("titles[0].title");
    }

    @Test
    void ownValuesAreOfTargetsOfTheCovenant() {
        assertThat(fields(registration(10, List.of(), List.of(new MemberTarget("t9", BigDecimal.TEN)))))
                .containsExactly("targets[0].targetId");
        assertThat(fields(registration(10, List.of(), List.of(new MemberTarget("t1", new BigDecimal("101"))))))
                .containsExactly("targets[0].value");
        assertThat(fields(registration(10, List.of(), List.of(new MemberTarget("t1", null))))).containsExactly("targets[0].value");
    }

    @Test
    void anOwnRatingIsALevelOfTheCatalogue() {
        assertThat(fields(registration(10, List.of(), List.of(new MemberTarget("t3", new BigDecimal("3.7")))))).containsExactly("targets[0].value");
        assertThat(fields(registration(10, List.of(), List.of(new MemberTarget("t3", new BigDecimal("9")))))).containsExactly("targets[0].value");
        assertThat(fields(registration(10, List.of(), List.of(new MemberTarget("t3", new BigDecimal("4")))))).isEmpty();
    }

    private static TitleCount title(String code, String count) {
        return new TitleCount(code, new BigDecimal(count));
    }

    private static Registration registration(Integer staff, List<TitleCount> titles, List<MemberTarget> targets) {
        return new Registration(staff, titles, List.of(), List.of(), targets, null);
    }

    private static List<Finding> findings(Registration registration, String first, String second) {
        return checks().findings(registration, List.of(meaning("t1", first), meaning("t2", second)));
    }

    private static TargetMeaning meaning(String id, String people) {
        return new TargetMeaning(id, "syt", "Sở Y tế", null, new BigDecimal(people), new BigDecimal(people), "");
    }

    private static List<String> fields(Registration registration) {
        return errors(registration).stream().map(FieldError::field).toList();
    }

    private static List<FieldError> errors(Registration registration) {
        var errors = new Errors();
        checks().check(registration, errors);
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, errors::refuse);
        return refusal == null ? List.of() : refusal.errors();
    }

    private static RegistrationChecks checks() {
        return new RegistrationChecks(Catalogue.TITLES, Catalogue.MEASURES, Catalogue.RATINGS, TARGETS,
                (code, on, field, message) -> Optional.of(new Finding(code, Finding.Kind.WARN, field, message, "", on)),
                LocalDate.of(2024, 3, 22));
    }
}
