package vn.giaouoc.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.giaouoc.shared.Actor;

/** Which calls of the engine's REST interfaces exist for whom. What is not listed is refused. */
final class EngineCalls {

    /** What a call's body may be. */
    enum Body {
        /** Not looked at: the call has no body that matters. */
        ANY,
        /** No variables, no business key, nothing. */
        EMPTY,
        /** Search conditions without expressions. */
        QUERY,
        /** One's own old password and a new one. */
        PASSWORD,
        /** Only who claims. */
        CLAIM,
        /** A filter with whitelisted expressions. */
        FILTER
    }

    /** @param groups who may; empty = everybody who is signed in */
    record Call(Set<String> methods, Pattern path, Set<String> groups, Body body) {
    }

    private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> EVERYBODY = Set.of();
    private static final Set<String> SUPERVISORS = Set.of(Roles.SUPERVISOR);
    private static final Set<String> ADMINS = Set.of(Roles.ADMIN);
    private static final Set<String> STARTERS = Set.of("snv-specialist");
    /** Below the engine's root: {@code /camunda/api/engine/engine/default} and {@code /engine-rest} mean the same calls. */
    private static final String ENGINE = "(?:/camunda/api/engine/engine/default|/engine-rest(?:/engine/default)?)";
    private static final String ID = "[A-Za-z0-9:_.-]+";

    private static final List<Call> CALLS = List.of(
            // The web applications' frame: who am I, sign out, which engine.
            call(READ, "/camunda/api/admin/auth/user/default", EVERYBODY),
            call(Set.of("POST"), "/camunda/api/admin/auth/user/default/logout", EVERYBODY),
            call(READ, "/camunda/api/engine/engine/?", EVERYBODY),
            call(READ, ENGINE + "/version", EVERYBODY),
            call(READ, ENGINE + "/user/" + ID + "/profile", EVERYBODY),
            call(READ, ENGINE + "/identity/(groups|password-policy)", EVERYBODY),
            query(ENGINE + "/group(/count)?", EVERYBODY), // one's own, by the engine's authorizations
            new Call(Set.of("PUT"), Pattern.compile(ENGINE + "/user/(?<self>" + ID + ")/credentials"), EVERYBODY, Body.PASSWORD),
            call(READ, ENGINE + "/group(/count)?", EVERYBODY),
            call(READ, ENGINE + "/authorization/check", EVERYBODY),
            call(READ, "/camunda/api/(tasklist|welcome)/plugin/.*", EVERYBODY),
            // Tasklist: lists, a task, its form and its history; taking, giving back, completing.
            call(READ, ENGINE + "/filter(/count|/" + ID + ")?", EVERYBODY),
            call(READ, ENGINE + "/filter/" + ID + "/(list|count|singleResult)", EVERYBODY),
            query(ENGINE + "/filter/" + ID + "/(list|count|singleResult)", EVERYBODY),
            call(READ, ENGINE + "/task(/count|/" + ID + ")?", EVERYBODY),
            query(ENGINE + "/task(/count)?", EVERYBODY),
            call(READ, ENGINE + "/task/" + ID + "/(form|deployed-form|form-variables|identity-links|comment)", EVERYBODY),
            call(READ, ENGINE + "/task/" + ID + "/comment/" + ID, EVERYBODY),
            query(ENGINE + "/task/" + ID + "/comment/create", EVERYBODY),
            new Call(Set.of("POST"), Pattern.compile(ENGINE + "/task/" + ID + "/claim"), EVERYBODY, Body.CLAIM),
            new Call(Set.of("POST"), Pattern.compile(ENGINE + "/task/" + ID + "/(unclaim|complete|submit-form)"), EVERYBODY,
                    Body.EMPTY),
            call(READ, ENGINE + "/history/user-operation(/count)?", EVERYBODY),
            call(READ, ENGINE + "/process-definition(/count|/" + ID + ")?", EVERYBODY),
            call(READ, ENGINE + "/process-definition/(key/)?" + ID
                    + "(/xml|/startForm|/deployed-start-form|/form-variables)?", EVERYBODY),
            new Call(Set.of("POST"), Pattern.compile(ENGINE + "/process-definition/(key/absence|absence:" + ID + ")/submit-form"), EVERYBODY,
                    Body.EMPTY),
            new Call(Set.of("POST"), Pattern.compile(ENGINE + "/process-definition/(key/)?" + ID + "/submit-form"), STARTERS,
                    Body.EMPTY),
            // Cockpit: reads everything; repeats a failed job.
            call(READ, ENGINE + "/.*", Set.of(Roles.SUPERVISOR, Roles.INTEGRATION)),
            query(ENGINE + "/(history/)?(process-instance|process-definition|incident|job|job-definition|task|activity-instance"
                    + "|variable-instance|decision-instance|external-task|batch|deployment|decision-definition)(/count)?", SUPERVISORS),
            call(READ, "/camunda/api/cockpit/plugin/.*", SUPERVISORS),
            query("/camunda/api/cockpit/plugin/base/default/(process-definition|process-instance|incident|job|task)/.*", SUPERVISORS),
            query("/camunda/api/cockpit/plugin/base/default/(process-definition|process-instance|incident|job|task)(/count)?",
                    SUPERVISORS),
            new Call(Set.of("PUT"), Pattern.compile(ENGINE + "/(job|job-definition)/" + ID + "/retries"), SUPERVISORS, Body.QUERY),
            // Admin: looks; unlocks an account; keeps the shared filters.
            call(READ, "/camunda/api/admin/(plugin|setup)/.*", ADMINS),
            query(ENGINE + "/user(/count)?", ADMINS),
            call(READ, ENGINE + "/(user|group|authorization|metrics|schema|tenant|identity|filter|engine).*", ADMINS),
            call(Set.of("POST"), ENGINE + "/user/" + ID + "/unlock", ADMINS),
            new Call(Set.of("POST", "PUT"), Pattern.compile(ENGINE + "/filter/(create|" + ID + ")"), ADMINS, Body.FILTER),
            call(Set.of("DELETE"), ENGINE + "/filter/" + ID, ADMINS));

    private EngineCalls() {
    }

    /** The first call of the list that fits method, path and one of the actor's groups. */
    static Optional<Call> find(String method, String path, Actor actor) {
        Optional<String> plain = plain(path);
        return plain.flatMap(p -> CALLS.stream().filter(call -> call.methods().contains(method) && fits(call, p, actor)
                && (call.groups().isEmpty() || actor.inAny(call.groups()))).findFirst());
    }

    private static boolean fits(Call call, String path, Actor actor) {
        Matcher found = call.path().matcher(path);
        return found.matches() && (call.body() != Body.PASSWORD || found.group("self").equals(actor.userId()));
    }

    /** The path without escapes; none of the tricks with which two parties read one path in two ways. */
    private static Optional<String> plain(String path) {
        String decoded = path.replace("%3A", ":").replace("%3a", ":");
        boolean tricky = decoded.contains("%") || decoded.contains(";") || decoded.contains("//") || decoded.contains("..")
                || decoded.contains("\\");
        return tricky ? Optional.empty() : Optional.of(decoded);
    }

    private static Call call(Set<String> methods, String path, Set<String> groups) {
        return new Call(methods, Pattern.compile(path), groups, Body.ANY);
    }

    private static Call query(String path, Set<String> groups) {
        return new Call(Set.of("POST"), Pattern.compile(path), groups, Body.QUERY);
    }
}
