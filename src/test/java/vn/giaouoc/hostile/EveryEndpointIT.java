package vn.giaouoc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;

/**
 * Every endpoint of ours, found in Spring's own list of them, is sent what nobody should send: it answers something legal or refuses so
 * that an official understands it, never breaks, and a refusal leaves the database as it was.
 */
@Tag("own-province") // asks nothing of the other tests, and runs beside the stories
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointIT extends IntegrationTest {

    private static final Map<String, String> KNOWN = new HashMap<>(Map.of("unit", "ldld", "processKey", "campaign", "seq", "1", "version", "1",
            "part", "KH", "what", "PAPER", "form", "DOCX", "id", "00000000-0000-0000-0000-000000000001", "userId", "nguoi.la"));

    @LocalServerPort
    int port;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    AutowireCapableBeanFactory beans;

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Http> callers = new TreeMap<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private Untouched database;
    private Untouched.Moment before;
    private long peopleBefore;

    private record Fault(String kind, String sent, String at) {
    }

    private record Endpoint(RequestMethod method, String pattern, HandlerMethod handler) {

        String at(Map<String, String> variables) {
            boolean composition = pattern.startsWith("/api/v1/bloc-compositions") && KNOWN.get("code").equals(variables.get("code"));
            boolean bloc = pattern.startsWith("/api/v1/blocs/") && KNOWN.get("code").equals(variables.get("code"));
            String path = composition ? pattern.replace("{code}", KNOWN.get("composition"))
                    : bloc ? pattern.replace("{code}", KNOWN.get("year")) : pattern;
            for (var variable : variables.entrySet()) {
                path = path.replace("{" + variable.getKey() + "}", variable.getValue());
            }
            return path.replaceAll("\\{[^}]*}", "x");
        }

        List<String> variables() {
            return Arrays.stream(pattern.split("\\{")).skip(1).map(part -> part.substring(0, part.indexOf('}'))).toList();
        }

        Optional<Type> body() {
            return Arrays.stream(handler.getMethodParameters()).filter(p -> p.hasParameterAnnotation(RequestBody.class))
                    .map(MethodParameter::getGenericParameterType).findFirst();
        }

        List<String> parameters() {
            return Arrays.stream(handler.getMethodParameters())
                    .filter(p -> p.hasParameterAnnotation(RequestParam.class) && p.getParameterType() != MultipartFile.class)
                    .map(p -> p.getParameter().getName()).toList();
        }
    }

    @BeforeAll
    void findEverything() {
        mappings.getHandlerMethods().forEach((info, handler) -> info.getPatternValues().stream().filter(path -> path.startsWith("/api"))
                .forEach(path -> info.getMethodsCondition().getMethods().forEach(method -> endpoints.add(new Endpoint(method, path, handler)))));
        assertThat(endpoints).hasSizeGreaterThan(20);
        callers.put("chuyenvien", Http.session(port, "chuyenvien"));
        callers.put("admin", Http.session(port, "admin"));
        callers.put("tichhop", Http.basic(port, "tichhop", "trial"));
        LiveCases cases = beans.createBean(LiveCases.class);
        KNOWN.put("code", cases.campaign());
        KNOWN.put("composition", cases.composition());
        KNOWN.put("year", beans.createBean(LiveCovenants.class).year());
        KNOWN.put("blocYear", KNOWN.get("year"));
        KNOWN.put("run", "GU1");
        KNOWN.put("annex", "1");
        LiveReviewSide side = beans.createBean(LiveReviewSide.class);
        KNOWN.put("award", side.award("hoiphunu"));
        KNOWN.put("proposal", side.proposal(KNOWN.get("year")));
        KNOWN.put("report", side.report(KNOWN.get("year")));
        database = new Untouched(jdbc);
        before = database.now();
        peopleBefore = people();
    }

    @Test
    void hostileAddressesAreRefused() {
        for (Endpoint endpoint : endpoints) {
            for (String variable : endpoint.variables()) {
                for (String part : Hostile.addressParts()) {
                    var variables = new HashMap<>(KNOWN);
                    variables.put(variable, part);
                    everyCaller(endpoint, endpoint.at(variables), part, shapedBody(endpoint));
                }
            }
            everyCaller(endpoint, endpoint.at(KNOWN) + "/x/y/z", "/x/y/z", null);
            everyCaller(endpoint, endpoint.at(KNOWN) + "/", "/", null);
        }
        report();
    }

    @Test
    void hostileParametersAreRefused() {
        for (Endpoint endpoint : endpoints) {
            for (String parameter : endpoint.parameters()) {
                for (String value : Hostile.addressParts()) {
                    everyCaller(endpoint, endpoint.at(KNOWN) + "?" + parameter + "=" + value, parameter + "=" + value, shapedBody(endpoint));
                }
                everyCaller(endpoint, endpoint.at(KNOWN) + "?" + parameter, parameter, null);
                everyCaller(endpoint, endpoint.at(KNOWN) + "?" + parameter + "=1&" + parameter + "=2", "twice", null);
            }
            everyCaller(endpoint, endpoint.at(KNOWN) + "?%00=1&%ff=%ff&[]=1&x=" + "y".repeat(3_000), "unknown", null);
        }
        report();
    }

    @Test
    void whatIsNoJsonIsRefused() {
        for (Endpoint endpoint : endpoints) {
            Http caller = allowed(endpoint);
            for (var body : endpoint.method() == RequestMethod.GET ? Map.<String, byte[]>of().entrySet() : Hostile.bodies().entrySet()) {
                judge(endpoint, body.getKey(), () -> caller.sendBytes(endpoint.method().name(), endpoint.at(KNOWN), "application/json",
                        body.getValue()));
            }
            for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data",
                    "multipart/form-data; boundary=x", "application/json; charset=UTF-99", "application/x-java-serialized-object")) {
                judge(endpoint, type, () -> caller.sendBytes(endpoint.method().name(), endpoint.at(KNOWN), type, "{}".getBytes()));
            }
        }
        report();
    }

    @Test
    void jsonOfWrongTypesAndOutOfAllBoundsIsRefusedAtItsField() {
        Set<String> parts = new HashSet<>(); // what two bodies have in common (a plan) is tried once
        for (Endpoint endpoint : endpoints) {
            endpoint.body().map(Skeleton::of).ifPresent(shape -> Hostile.places(shape).stream()
                    .filter(place -> place.path().lastIndexOf('/') == 0 || parts.add(place.path()))
                    .forEach(place -> place.documents().forEach(document -> atField(endpoint, place.path(), document))));
        }
        report();
    }

    private void atField(Endpoint endpoint, String place, String document) {
        HttpResponse<String> answer = judge(endpoint, place + " in " + document, () -> allowed(endpoint).send(endpoint.method().name(),
                endpoint.at(KNOWN), document));
        if (answer.statusCode() == 422 && Refusals.fields(answer).stream().allMatch(String::isBlank)) {
            fault("no field named", endpoint, place, answer);
        }
    }

    @Test
    void otherMethodsAreRefused() {
        for (Endpoint endpoint : endpoints) {
            for (String method : List.of("PATCH", "DELETE", "PUT", "POST", "OPTIONS", "TRACE", "PROPFIND", "GET")) {
                if (!hasMethod(endpoint.pattern(), method)) {
                    judge(endpoint, method, () -> allowed(endpoint).send(method, endpoint.at(KNOWN), null));
                }
            }
        }
        report();
    }

    private boolean hasMethod(String pattern, String method) {
        return endpoints.stream().anyMatch(other -> other.pattern().equals(pattern) && other.method().name().equals(method));
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    private void everyCaller(Endpoint endpoint, String path, String sent, String body) {
        callers.forEach((name, caller) -> {
            if (!name.equals("tichhop") || path.startsWith("/api/v1/")) {
                judge(endpoint, sent, () -> caller.send(endpoint.method().name(), path, body));
            }
        });
    }

    /** Who gets furthest with this endpoint. */
    private Http allowed(Endpoint endpoint) {
        String path = endpoint.pattern();
        return callers.get(Stream.of("organisation", "v1/calendar", "trial", "mails").anyMatch(path::contains) ? "admin"
                : "chuyenvien");
    }

    /** A unit or person that came out of it would trouble every later test. */
    @AfterAll
    void nobodyWasAdded() {
        assertThat(people()).isEqualTo(peopleBefore);
    }

    private long people() {
        return jdbc.sql("select (select count(*) from unit) + (select count(*) from person)").query(Long.class).single();
    }

    private static String shapedBody(Endpoint endpoint) {
        return endpoint.body().map(Skeleton::of).map(JsonNode::toString).orElse(null);
    }

    private HttpResponse<String> judge(Endpoint endpoint, String sent, Supplier<HttpResponse<String>> call) {
        HttpResponse<String> answer = call.get();
        Refusals.fault(answer).ifPresent(fault -> fault(fault, endpoint, sent, answer));
        List<String> changed = database.changedSince(before);
        if (!changed.isEmpty()) {
            if (Refusals.refused(answer) || endpoint.method() == RequestMethod.GET) {
                fault("changed " + changed, endpoint, sent, answer);
            }
            before = database.now();
        }
        return answer;
    }

    private void fault(String kind, Endpoint endpoint, String sent, HttpResponse<String> answer) {
        faults.add(new Fault(kind, shortened(sent), endpoint.method() + " " + endpoint.pattern() + " → " + answer.statusCode() + " "
                + shortened(answer.body())));
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 200) + "…" + text.substring(text.length() - 80);
    }

    private void report() {
        Map<String, List<Fault>> byKind = faults.stream().collect(Collectors.groupingBy(fault -> fault.kind() + fault.sent()));
        faults.clear();
        assertThat(byKind.values().stream().map(same -> same.size() + " × " + same.get(0)).sorted().toList()).isEmpty();
    }
}
