package vn.giaouoc.covenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.giaouoc.covenant.Catalogue.share;
import static vn.giaouoc.covenant.Catalogue.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;

class TargetChecksTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 22);

    @Test
    void theTargetsOfBacNinhHold() {
        assertThat(errors(Finding.Kind.BLOCK, share("t1", "LDTT", "95", Target.STAFF, Rounding.UP),
                share("t2", "CSTDCS", "15", "t1", Rounding.NONE),
                target("t3", "HTTNV", TargetComparator.EXACTLY, "100", Target.MEMBERS, Rounding.UP, TargetScope.BLOC),
                target("t4", "CONG_SO", TargetComparator.DONE, null, null, Rounding.NONE, TargetScope.EACH_MEMBER))).isEmpty();
    }

    @Test
    void aPercentageWithoutBaseIsBlockedAndToldWhatToName() {
        assertThat(errors(Finding.Kind.BLOCK, share("t1", "CSTDCS", "15", null, Rounding.NONE)))
                .containsExactly(new FieldError("targets[0].base",
                "Nêu rõ 15 % tính trên số nào: tổng số người, số đơn vị thành viên, hay một chỉ tiêu khác."));
    }

    @Test
    void moreThanAHundredPercentIsBlockedAndExactlyAHundredIsNot() {
        assertThat(fields(share("t1", "LDTT", "100.0001", Target.STAFF, Rounding.UP))).containsExactly("targets[0].value");
        assertThat(fields(share("t1", "LDTT", "100", Target.STAFF, Rounding.UP))).isEmpty();
    }

    @Test
    void whereTheOfficeMadeB02AWarningItPassesAsAFinding() {
        var checks = checks(Finding.Kind.WARN);
        var errors = new Errors();
        assertThat(checks.check(List.of(share("t1", "LDTT", "120", null, Rounding.UP)), errors)).extracting(Finding::field)
                .containsExactly("targets[0].value", "targets[0].base");
        errors.refuse();
    }

    @Test
    void basesThatDoNotExistOrFormACircleAreRefused() {
        assertThat(fields(share("t1", "CSTDCS", "15", "t9", Rounding.NONE))).containsExactly("targets[0].base");
        assertThat(fields(share("t1", "CSTDCS", "15", "t1", Rounding.NONE))).containsOnly("targets[0].base");
        assertThat(fields(share("t1", "LDTT", "15", "t2", Rounding.NONE), share("t2", "LDTT", "15", "t3", Rounding.NONE),
                share("t3", "LDTT", "15", "t1", Rounding.NONE))).containsOnly("targets[0].base", "targets[1].base", "targets[2].base");
    }

    @Test
    void aBaseHasTheSameScopeAndCountsSomething() {
        Target bloc = target("t1", "LDTT", TargetComparator.AT_LEAST, "95", Target.STAFF, Rounding.UP, TargetScope.BLOC);
        assertThat(fields(bloc, share("t2", "CSTDCS", "15", "t1", Rounding.NONE))).containsExactly("targets[1].base");
        assertThat(fields(target("t1", "CONG_SO", TargetComparator.DONE, null, null, Rounding.NONE, TargetScope.EACH_MEMBER),
                share("t2", "CSTDCS", "15", "t1", Rounding.NONE))).containsExactly("targets[1].base");
        assertThat(fields(share("t1", "HTTNV", "100", Target.MEMBERS, Rounding.UP))).containsExactly("targets[0].base");
    }

    @Test
    void directionFitsTheComparator() {
        assertThat(fields(target("t1", "MO_HINH", TargetComparator.AT_MOST, "5", null, Rounding.UP, TargetScope.EACH_MEMBER)))
                .containsExactly("targets[0].direction");
        Target least = target("t1", "MO_HINH", TargetComparator.MORE_THAN, "5", null, Rounding.UP, TargetScope.EACH_MEMBER);
        assertThat(fields(least)).isEmpty();
        assertThat(fields(new Target("t1", "MO_HINH", "Vi phạm", TargetComparator.LESS_THAN, least.value(), "vụ", null, Direction.DOWN,
                Rounding.UP, TargetScope.EACH_MEMBER))).isEmpty();
    }

    @Test
    void comparatorAndValueFitTheMeasure() {
        assertThat(fields(target("t1", "LDTT", TargetComparator.DONE, "95", Target.STAFF, Rounding.UP, TargetScope.EACH_MEMBER)))
                .containsExactly("targets[0].comparator");
        assertThat(fields(target("t1", "CONG_SO", TargetComparator.DONE, "1", null, Rounding.NONE, TargetScope.EACH_MEMBER)))
                .containsExactly("targets[0].comparator");
        assertThat(fields(target("t1", "MO_HINH", TargetComparator.AT_LEAST, "-1", null, Rounding.UP, TargetScope.EACH_MEMBER)))
                .containsExactly("targets[0].value");
        assertThat(fields(target("t1", "XEP_LOAI", TargetComparator.AT_LEAST, "7", null, Rounding.NONE, TargetScope.EACH_MEMBER)))
                .containsExactly("targets[0].value");
        assertThat(fields(target("t1", "PAR_INDEX", TargetComparator.AT_LEAST, "1", Target.STAFF, Rounding.NONE, TargetScope.EACH_MEMBER)))
                .containsExactly("targets[0].base");
        assertThat(fields(target("t1", "UNKNOWN", TargetComparator.AT_LEAST, "1", null, Rounding.NONE, TargetScope.EACH_MEMBER)))
                .containsExactly("targets[0].measure");
    }

    @Test
    void idsAreOfTheirFormAndOnlyOnce() {
        Target one = share("t1", "LDTT", "95", Target.STAFF, Rounding.UP);
        assertThat(fields(one, one)).containsExactly("targets[1].id");
        assertThat(fields(share("STAFF", "LDTT", "95", Target.STAFF, Rounding.UP))).containsExactly("targets[0].id");
        assertThat(fields()).containsExactly("targets");
    }

    @Test
    void rowsThatAreNullAreRefusedNotThrownAt() {
        assertThat(fields((Target) null)).containsExactly("targets[0].id");
        assertThat(fields(new Target(null, null, null, null, null, null, null, null, null, null))).isNotEmpty();
    }

    @Test
    void whatTheCatalogueKnowsIsFilledIn() {
        Target bare = new Target("t1", "LDTT", null, TargetComparator.AT_LEAST, null, null, " ", null, null, null);
        Target complete = TargetChecks.complete(List.of(bare), Catalogue.MEASURES).get(0);
        assertThat(complete).isEqualTo(new Target("t1", "LDTT", "LDTT", TargetComparator.AT_LEAST, null, "%", null, Direction.UP,
                Rounding.UP,
                TargetScope.EACH_MEMBER));
    }

    private static List<String> fields(Target... targets) {
        return errors(Finding.Kind.BLOCK, targets).stream().map(FieldError::field).distinct().toList();
    }

    private static List<FieldError> errors(Finding.Kind kind, Target... targets) {
        var checks = checks(kind);
        var errors = new Errors();
        List<Target> rows = java.util.Arrays.asList(targets);
        checks.check(TargetChecks.complete(rows, Catalogue.MEASURES), errors);
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, errors::refuse);
        return refusal == null ? List.of() : refusal.errors();
    }

    private static TargetChecks checks(Finding.Kind kind) {
        return new TargetChecks(Catalogue.MEASURES, Catalogue.RATINGS,
                (code, on, field, message) -> Optional.of(new Finding(code, kind, field, message, "", on)), DAY);
    }
}
