package vn.giaouoc.organisation;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.InvalidInput;

/** What the administrators' page calls; administrators only, by the security chains. Not part of the public API. */
@RestController
@Hidden
@RequestMapping("/api/v1/organisation")
class OrganisationController {

    private final Organisation organisation;
    private final OrganisationAdmin admin;
    private final Successions successions;
    private final CurrentActor actor;

    OrganisationController(Organisation organisation, OrganisationAdmin admin, Successions successions, CurrentActor actor) {
        this.organisation = organisation;
        this.admin = admin;
        this.successions = successions;
        this.actor = actor;
    }

    record UnitBody(String name, String shortName, UnitKind kind, boolean hasAccount, boolean active) {
    }

    record PersonBody(String surname, String name, String position, boolean active, List<PersonData.Membership> memberships,
                      List<String> roles, String email) {
    }

    record PasswordBody(String password) {
    }

    record Declared(String code) {
    }

    record Cancellation(String reason) {
    }

    @GetMapping
    Map<String, Object> all() {
        return Map.of("units", organisation.units(), "people", admin.people(),
                "kinds", Arrays.stream(UnitKind.values()).map(kind -> Map.of("code", kind.name(), "name", kind.label())).toList(),
                "successionKinds", Arrays.stream(SuccessionKind.values()).map(kind -> Map.of("code", kind.name(), "name", kind.label()))
                .toList(),
                "successions", successions.list(),
                "roles", Arrays.stream(Role.values()).map(role -> Map.of("code", role.group(), "name", role.label())).toList());
    }

    @PutMapping("/units/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unit(@PathVariable String code, @RequestBody UnitBody body) {
        admin.saveUnit(new UnitView(code, body.name(), body.shortName(), body.kind(), body.hasAccount(), body.active()));
    }

    @PutMapping("/people/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void person(@PathVariable String userId, @RequestBody PersonBody body) {
        if (body.memberships() != null && body.memberships().stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput("memberships", "Có dòng trống.");
        }
        admin.savePerson(new PersonData(userId, body.surname(), body.name(), body.position(), body.active(), body.memberships(),
                body.roles(), body.email()));
    }

    @PutMapping("/people/{userId}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@PathVariable String userId, @RequestBody PasswordBody body) {
        admin.setPassword(userId, body.password());
    }

    @PostMapping("/successions")
    @ResponseStatus(HttpStatus.CREATED)
    Declared declare(@RequestBody SuccessionDraft body) {
        return new Declared(successions.declare(actor.get(), body));
    }

    @PostMapping("/successions/{code}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String code, @RequestBody Cancellation body) {
        successions.cancel(actor.get(), code, body.reason());
    }
}
