package vn.giaouoc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the product may answer: something legal, or a refusal that a Vietnamese official understands and that tells nothing of the inside. */
final class Refusals {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VIETNAMESE = Pattern.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĐ]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INSIDE = Pattern.compile("Exception|Error:|\\b(java|javax|jakarta|org|com|vn)\\.[a-z]|\\bat [a-z]+\\.|ENGINE-\\d|"
            + "\\b(select|insert|update|delete) |\\bnull\\b|relation \"|column \"|violates|constraint|"
            + "\\b(the|must|not|cannot|invalid|failed|bad|request|required|unexpected|internal|value|syntax|too)\\b", Pattern.CASE_INSENSITIVE);

    private Refusals() {
    }

    /** What is wrong with this answer as such; empty when it is legal. */
    static Optional<String> fault(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 400) {
            return Optional.empty();
        }
        if (status >= 500) {
            return Optional.of("a server error");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return Optional.of("no problem details but " + type);
        }
        return texts(read(answer)).stream().map(Refusals::textFault).flatMap(Optional::stream).findFirst();
    }

    static boolean refused(HttpResponse<String> answer) {
        return answer.statusCode() >= 400;
    }

    /** The fields a refusal names. */
    static List<String> fields(HttpResponse<String> answer) {
        List<String> fields = new ArrayList<>();
        read(answer).path("errors").forEach(error -> fields.add(error.path("field").asText()));
        return fields;
    }

    private static List<String> texts(JsonNode problem) {
        List<String> texts = new ArrayList<>(List.of(problem.path("detail").asText(), problem.path("title").asText()));
        problem.path("errors").forEach(error -> texts.add(error.path("message").asText()));
        return texts;
    }

    /** What the caller itself sent may come back between quotation marks. */
    private static Optional<String> textFault(String text) {
        if (!VIETNAMESE.matcher(text).find()) {
            return Optional.of("not Vietnamese: " + text);
        }
        String own = text.replaceAll("\"[^\"]*\"", "").replaceAll("(?s)\".*\"", "");
        return INSIDE.matcher(own).find() ? Optional.of("not for officials: " + text) : Optional.empty();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem).as(answer.body()).isNotNull();
            return problem;
        } catch (IOException e) {
            throw new AssertionError(answer.statusCode() + " " + answer.body(), e);
        }
    }
}
