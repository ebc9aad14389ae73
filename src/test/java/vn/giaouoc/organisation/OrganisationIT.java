package vn.giaouoc.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaouoc.organisation.PersonData.Membership;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Officials;

class OrganisationIT extends IntegrationTest {

    @LocalServerPort
    int port;
    @Autowired
    Organisation organisation;
    @Autowired
    OrganisationAdmin admin;
    @Autowired
    FirstPeople firstPeople;
    @Autowired
    Officials officials;
    @Autowired
    IdentityService identities;

    @Test
    void theTrialProvinceHasItsUnitsAndTheDocumentedPeople() {
        assertThat(organisation.unitsOfKinds(Set.of(UnitKind.COMMUNE))).hasSize(10);
        assertThat(organisation.unitsOfKinds(Set.of(UnitKind.ENTERPRISE, UnitKind.COOPERATIVE))).hasSize(5);
        assertThat(organisation.units()).hasSizeBetween(40, 45);
        assertThat(admin.people()).extracting(PersonData::userId).contains("admin", "chuyenvien", "truongphong", "giamdoc", "vanphong",
                "vanthu", "chutich", "phochutich", "giamsat", "tichhop", "canbo.sgddt", "thutruong.sgddt");
        assertThat(officials.actor("giamdoc").groups()).containsExactlyInAnyOrder("snv-director", "officials", "unit-snv", "unit-snv-lead");
        assertThat(officials.actor("canbo.sgddt").groups()).containsExactlyInAnyOrder("officials", "unit-sgddt");
        for (UnitView unit : organisation.units()) {
            assertThat(organisation.peopleOf(unit.code())).as(unit.name()).isNotEmpty();
            assertThat(identities.createUserQuery().memberOfGroup(Organisation.leadGroup(unit.code())).count()).as(unit.name()).isPositive();
        }
    }

    @Test
    void aSecondStartChangesNothingTheOfficeHasChanged() {
        admin.savePerson(new PersonData("canbo.sxd", "Bế Thị", "Lan Hương", "Chuyên viên chính", true,
                List.of(new Membership("sxd", false)), List.of()));
        firstPeople.afterPropertiesSet();
        assertThat(organisation.person("canbo.sxd")).isEqualTo(new PersonView("canbo.sxd", "Bế Thị Lan Hương", "Chuyên viên chính"));
    }

    @Test
    void aMembershipThatEndsTakesTheGroupAwayAndSomebodyInactiveHasNoAccount() {
        PersonData person = new PersonData("nguoi.moi", "Nguyễn Văn", "Mới", null, true, List.of(new Membership("sct", true)),
                List.of("office-clerk"));
        admin.savePerson(person);
        assertThat(officials.actor("nguoi.moi").groups()).containsExactlyInAnyOrder("officials", "unit-sct", "unit-sct-lead", "office-clerk");
        admin.savePerson(new PersonData("nguoi.moi", "Nguyễn Văn", "Mới", null, true, List.of(), List.of()));
        assertThat(officials.actor("nguoi.moi").groups()).isEmpty();
        admin.setPassword("nguoi.moi", "mot-mat-khau-dai");
        assertThat(identities.checkPassword("nguoi.moi", "mot-mat-khau-dai")).isTrue();
        admin.savePerson(new PersonData("nguoi.moi", "Nguyễn Văn", "Mới", null, false, List.of(), List.of()));
        assertThat(identities.checkPassword("nguoi.moi", "mot-mat-khau-dai")).isFalse();
        assertThat(organisation.person("nguoi.moi").name()).isEqualTo("Nguyễn Văn Mới");
    }

    @Test
    void thereIsAlwaysAnAdministrator() {
        PersonData last = new PersonData("admin", "Quản trị", "viên", null, true, List.of(), List.of());
        assertThatThrownBy(() -> admin.savePerson(last)).isInstanceOf(ConflictRefusal.class).hasMessageContaining("ít nhất một quản trị viên");
        assertThat(officials.actor("admin").groups()).containsExactly("camunda-admin");
    }

    @Test
    void whatIsWrongIsToldAtItsField() {
        PersonData wrong = new PersonData("Hoa.Ô", " ", null, "x".repeat(201), true,
                List.of(new Membership("khongco", true), new Membership("sct", false), new Membership("sct", true)), List.of("vua"));
        assertThatThrownBy(() -> admin.savePerson(wrong)).isInstanceOfSatisfying(InvalidInput.class, refused ->
                assertThat(refused.errors()).extracting("field").containsExactly("userId", "surname", "name", "position",
                        "memberships[0].unit", "memberships[2].unit", "roles[0]"));
        assertThatThrownBy(() -> admin.saveUnit(new UnitView("Sở-X", "", "", null, true, true)))
                .isInstanceOfSatisfying(InvalidInput.class, refused ->
                        assertThat(refused.errors()).extracting("field").containsExactly("code", "name", "shortName", "kind"));
        assertThatThrownBy(() -> admin.setPassword("canbo.sct", "ngan")).isInstanceOf(InvalidInput.class).hasMessageContaining("từ 12");
    }

    @Test
    void onlyAdministratorsKeepTheOrganisation() {
        assertThat(Http.session(port, "admin").send("GET", "/api/v1/organisation", null).statusCode()).isEqualTo(200);
        assertThat(Http.session(port, "admin").send("PUT", "/api/v1/organisation/units/moi", "{\"name\":\"\"}").statusCode()).isEqualTo(422);
        for (String user : new String[]{"chuyenvien", "giamsat", "canbo.sgddt"}) {
            Http person = Http.session(port, user);
            assertThat(person.send("GET", "/api/v1/organisation", null).statusCode()).as(user).isEqualTo(403);
            assertThat(person.send("PUT", "/api/v1/organisation/people/" + user, "{}").statusCode()).as(user).isEqualTo(403);
            assertThat(person.send("GET", "/giaouoc/organisation.html", null).statusCode()).as(user).isEqualTo(403);
        }
        assertThat(Http.basic(port, "tichhop", "trial").send("GET", "/api/v1/organisation", null).statusCode()).isEqualTo(403);
    }
}
