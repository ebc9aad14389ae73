package vn.giaouoc.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.shared.BusinessRefusal;

/** The rules the code keeps from the first day; each failure names the class that broke one. */
@AnalyzeClasses(packages = "vn.giaouoc", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FEATURES = {"vn.giaouoc.organisation..", "vn.giaouoc.document..", "vn.giaouoc.campaign..",
            "vn.giaouoc.report..", "vn.giaouoc.change..", "vn.giaouoc.signature..", "vn.giaouoc.bloc..",
            "vn.giaouoc.action..", "vn.giaouoc.register..", "vn.giaouoc.commendation..", "vn.giaouoc.midyear.."};

    @ArchTest
    static final ArchRule onlyWorkflowAndPlatformEngineKnowTheEngine = noClasses()
            .that(not(resideInAnyPackage("vn.giaouoc.workflow..", "vn.giaouoc.platform.engine..")))
            .should().dependOnClassesThat().resideInAPackage("org.camunda..")
            .because("leaving the engine must be one contained change");

    @ArchTest
    static final ArchRule engineInternalsOnlyInPlatformEngine = noClasses()
            .that(not(resideInAPackage("vn.giaouoc.platform.engine..")))
            .should().dependOnClassesThat().resideInAPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule featuresDoNotKnowTheWorkflow = noClasses().that().resideInAnyPackage(FEATURES)
            .should().dependOnClassesThat().resideInAPackage("vn.giaouoc.workflow..")
            .because("a feature declares a port, workflow implements it");

    @ArchTest
    static final ArchRule noCyclesBetweenRooms = slices().matching("vn.giaouoc.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformHasNoBusinessWords = noClasses().that().resideInAPackage("vn.giaouoc.platform..")
            .should().dependOnClassesThat(resideInAnyPackage(FEATURES));

    @ArchTest
    static final ArchRule sharedIsValuesOnly = noClasses().that().resideInAPackage("vn.giaouoc.shared..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "jakarta.persistence..", "org.camunda..",
                    "vn.giaouoc.platform..");

    @ArchTest
    static final ArchRule entitiesStayInTheirRoom = classes().that().areAnnotatedWith(Entity.class)
            .should().notBePublic();

    @ArchTest
    static final ArchRule repositoriesStayInTheirRoom = classes().that().areAssignableTo(Repository.class)
            .should().notBePublic();

    @ArchTest
    static final ArchRule noControllerHoldsARepository = noClasses().that().areAnnotatedWith(RestController.class)
            .should().dependOnClassesThat().areAssignableTo(Repository.class);

    @ArchTest
    static final ArchRule delegatesHaveNoTransactionOfTheirOwn = noClasses().that().areAssignableTo(JavaDelegate.class)
            .should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule delegatesCallUseCasesOnly = noClasses().that().areAssignableTo(JavaDelegate.class)
            .should().dependOnClassesThat().areAssignableTo(Repository.class)
            .orShould().dependOnClassesThat().areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule everyRefusalIsABusinessRefusal = classes().that().areAssignableTo(RuntimeException.class)
            .and().resideInAnyPackage(FEATURES).should().beAssignableTo(BusinessRefusal.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule servicesOfFeaturesAreTransactional = methods().that().arePublic()
            .and().areDeclaredInClassesThat().resideInAnyPackage("vn.giaouoc.campaign..", "vn.giaouoc.report..", "vn.giaouoc.change..",
            "vn.giaouoc.covenant..", "vn.giaouoc.bloc..", "vn.giaouoc.action..", "vn.giaouoc.register..", "vn.giaouoc.commendation..", "vn.giaouoc.midyear..")
            .and().areDeclaredInClassesThat().areAnnotatedWith(Service.class).and().areNotStatic()
            .should().beDeclaredInClassesThat().areAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule noSystemClockOutsidePlatformTime = noClasses()
            .that(not(resideInAPackage("vn.giaouoc.platform.time..")))
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(OffsetDateTime.class, "now").orShould().callConstructor(Date.class)
            .orShould().callMethod(System.class, "currentTimeMillis").orShould().callMethod(Clock.class, "systemUTC")
            .orShould().callMethod(Clock.class, "systemDefaultZone");

    /** Such a stream keeps its connection until it is closed; without a transaction around it the pool runs dry. */
    @ArchTest
    static final ArchRule queriesAreReadAsLists = noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule noFieldInjection = com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nothingPrintsToTheConsole = com.tngtech.archunit.library.GeneralCodingRules
            .NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule onlyTransactionBoundariesAreServices = noMethods().that().areAnnotatedWith(Transactional.class)
            .should().haveModifier(JavaModifier.PRIVATE);
}
