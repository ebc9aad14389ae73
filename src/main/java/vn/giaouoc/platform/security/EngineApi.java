package vn.giaouoc.platform.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Actor;

/**
 * The gate before the engine's own REST interfaces ({@code /camunda/api} of the web applications, {@code /engine-rest}):
 * only the calls of {@link EngineCalls} pass, only with bodies that carry neither expressions nor variables. What passes
 * still meets the engine's authorizations and the check that a person holds the task.
 */
@Component
@Order(5)
class EngineApi implements BehindLogin {

    private static final int LARGEST_BODY = 100_000;
    private static final int SHORTEST_PASSWORD = 12;

    private final CurrentActor currentActor;
    private final ObjectMapper json;

    EngineApi(CurrentActor currentActor, ObjectMapper json) {
        this.currentActor = currentActor;
        this.json = json;
    }

    @Override
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean engine = path.startsWith("/camunda/api") || path.startsWith("/engine-rest");
        if (!engine || !currentActor.present()) {
            rest.doFilter(request, response);
            return;
        }
        Actor actor = currentActor.get();
        Optional<EngineCalls.Call> call = EngineCalls.find(request.getMethod(), path, actor);
        if (call.isEmpty() || hasExpression(request.getParameterMap().keySet())) {
            Problem.of(403, "Bạn không có quyền thực hiện thao tác này.").write(response);
            return;
        }
        if (call.get().body() == EngineCalls.Body.ANY) {
            rest.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        Optional<Problem> wrong = check(call.get().body(), body);
        if (wrong.isPresent()) {
            wrong.get().write(response);
        } else {
            rest.doFilter(new ReadBody(request, body), response);
        }
    }

    private Optional<Problem> check(EngineCalls.Body kind, byte[] body) {
        if (body.length > LARGEST_BODY) {
            return Optional.of(Problem.of(413, "Dữ liệu gửi lên quá lớn."));
        }
        JsonNode content;
        try {
            content = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        } catch (JsonProcessingException e) {
            return Optional.of(Problem.of(400, "Dữ liệu gửi lên không phải JSON hợp lệ."));
        } catch (IOException e) {
            throw new IllegalStateException(e); // from memory
        }
        if (kind == EngineCalls.Body.EMPTY && !carriesNothing(content)) {
            return Optional.of(Problem.of(422, "Lời gọi này không được kèm biến hoặc dữ liệu khác; nội dung nhập ở biểu mẫu."));
        }
        if (kind == EngineCalls.Body.CLAIM && !carriesOnly(content, Set.of("userId"))) {
            return Optional.of(Problem.of(422, "Chỉ được nêu người nhận việc."));
        }
        if (kind == EngineCalls.Body.PASSWORD && content.path("password").asText().length() < SHORTEST_PASSWORD) {
            return Optional.of(Problem.of(422, "Mật khẩu mới cần ít nhất " + SHORTEST_PASSWORD + " ký tự."));
        }
        boolean filter = kind == EngineCalls.Body.FILTER;
        if (filter ? !SafeExpressions.all(content) : namesExpression(content)) {
            return Optional.of(Problem.of(403, filter
                    ? "Bộ lọc chứa biểu thức không được phép." : "Không được gửi biểu thức trong điều kiện tìm kiếm."));
        }
        return Optional.empty();
    }

    /** What Tasklist sends when nothing but the click matters. */
    private static boolean carriesNothing(JsonNode content) {
        if (!carriesOnly(content, Set.of("variables", "withVariablesInReturn"))) {
            return false;
        }
        JsonNode variables = content.path("variables");
        return variables.isMissingNode() || variables.isNull() || variables.isObject() && variables.isEmpty();
    }

    private static boolean carriesOnly(JsonNode content, Set<String> names) {
        if (!content.isObject()) {
            return false;
        }
        for (var fields = content.fieldNames(); fields.hasNext();) {
            if (!names.contains(fields.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasExpression(Set<String> names) {
        return names.stream().anyMatch(EngineApi::isExpression);
    }

    private static boolean isExpression(String name) {
        return name.endsWith("Expression");
    }

    private static boolean namesExpression(JsonNode node) {
        for (var fields = node.fields(); fields.hasNext();) {
            var field = fields.next();
            if (isExpression(field.getKey()) || namesExpression(field.getValue())) {
                return true;
            }
        }
        for (JsonNode item : node) {
            if (item.isContainerNode() && namesExpression(item)) {
                return true;
            }
        }
        return false;
    }
}
