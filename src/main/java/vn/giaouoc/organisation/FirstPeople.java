package vn.giaouoc.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;

/**
 * Who is there before anybody can log in: groups of the roles at every start; in the trial and in tests the demo province,
 * once; in production one administrator from the environment while there is none.
 */
@Component
@DependsOnDatabaseInitialization
class FirstPeople implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);
    private static final String TRIAL_PASSWORD = "trial";

    private final OrganisationAdmin organisation;
    private final AccountKeeper accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Environment environment;

    FirstPeople(OrganisationAdmin organisation, AccountKeeper accounts, JdbcClient jdbc, TransactionTemplate transaction,
                Environment environment) {
        this.organisation = organisation;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.environment = environment;
    }

    /** As the YAML file has it. */
    public static final class Province {
        public List<UnitRow> units;
        public List<PersonRow> people;
    }

    /** A unit with its official and its head. */
    public static final class UnitRow {
        public String code;
        public String name;
        public String shortName;
        public UnitKind kind;
        public String official;
        public String head;
        public String headPosition;
    }

    /** A person with a role of its own. */
    public static final class PersonRow {
        public String id;
        public String name;
        public String position;
        public List<String> roles = List.of();
        public String unit;
        public boolean leads;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            Arrays.stream(Role.values()).forEach(role -> accounts.group(role.group(), role.label()));
            accounts.group(Organisation.OFFICIALS, "Cán bộ của các đơn vị");
            if (environment.acceptsProfiles(Profiles.of("trial | test"))) {
                seedProvince();
            } else {
                firstAdministrator();
            }
        });
    }

    /** Only into an empty organisation: afterwards it is the office's own. */
    private void seedProvince() {
        if (count("select count(*) from unit") > 0) {
            return;
        }
        Province province = read();
        province.units.forEach(unit -> organisation.saveUnit(
                new UnitView(unit.code, unit.name, unit.shortName, unit.kind, true, true)));
        province.people.forEach(this::seed); // the administrator is the first of them
        for (UnitRow unit : province.units) {
            if (unit.official != null) {
                seed("canbo." + unit.code, unit.official, "Chuyên viên, " + unit.name, List.of(), unit.code, false);
            }
            if (unit.head != null) {
                seed("thutruong." + unit.code, unit.head, unit.headPosition, List.of(), unit.code, true);
            }
        }
        LOG.info("Demo province seeded: {} units, {} people", province.units.size(), count("select count(*) from person"));
    }

    private void seed(PersonRow person) {
        seed(person.id, person.name, person.position, person.roles, person.unit, person.leads);
    }

    private void seed(String id, String fullName, String position, List<String> roles, String unit, boolean leads) {
        int last = fullName.lastIndexOf(' ');
        var memberships = unit == null ? List.<PersonData.Membership>of() : List.of(new PersonData.Membership(unit, leads));
        organisation.savePerson(new PersonData(id, fullName.substring(0, last), fullName.substring(last + 1), position, true,
                memberships, roles, id + "@giaouoc.example"));
        organisation.setAnyPassword(id, TRIAL_PASSWORD);
    }

    private void firstAdministrator() {
        if (count("select count(*) from person_role where role = 'camunda-admin'") > 0) {
            return;
        }
        String id = environment.getRequiredProperty("GIAOUOC_ADMIN_USER"); // RequiredSettings has checked both
        organisation.savePerson(new PersonData(id, "Quản trị", "viên", "Quản trị hệ thống", true, List.of(), List.of(Role.ADMIN.group())));
        organisation.setPassword(id, environment.getRequiredProperty("GIAOUOC_ADMIN_PASSWORD"));
        LOG.info("Initial administrator {} created", id);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Province read() {
        try (InputStream in = new ClassPathResource("trial/province.yml").getInputStream()) {
            return new Yaml(new Constructor(Province.class, new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
