package vn.giaouoc.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.giaouoc.shared.BusinessRefusal;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * A refusal as RFC 9457 tells it, for answers given outside Spring MVC. Carries {@code message} as well, because the
 * engine's web applications show that field.
 *
 * @param detail Vietnamese, for the person
 * @param errors one entry a field, may be empty
 */
public record Problem(int status, String title, String detail, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Problem of(int status, String detail) {
        return new Problem(status, title(status), detail, List.of());
    }

    public static Problem of(BusinessRefusal refusal) {
        int status = status(refusal);
        List<FieldError> errors = refusal instanceof InvalidInput input ? input.errors() : List.of();
        return new Problem(status, title(status), refusal.getMessage(), errors);
    }

    /** 422 with what is wrong at which field. */
    public static Problem invalid(List<FieldError> errors) {
        return of(new InvalidInput(errors));
    }

    /** 500 with the number under which the log tells more. */
    public static Problem unexpected(String errorId) {
        return of(500, "Hệ thống gặp lỗi khi xử lý. Hãy thử lại; nếu vẫn lỗi, báo quản trị mã lỗi " + errorId + ".");
    }

    private static int status(BusinessRefusal refusal) {
        if (refusal instanceof NotFound) {
            return 404;
        }
        if (refusal instanceof NotAllowed) {
            return 403;
        }
        if (refusal instanceof ConflictRefusal) {
            return 409;
        }
        return 422;
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Yêu cầu không hợp lệ";
            case 401 -> "Chưa đăng nhập";
            case 403 -> "Không được phép";
            case 404 -> "Không tìm thấy";
            case 409 -> "Không thực hiện được ở trạng thái hiện tại";
            case 413 -> "Dữ liệu gửi lên quá lớn";
            case 415 -> "Định dạng dữ liệu không được hỗ trợ";
            case 422 -> "Dữ liệu chưa hợp lệ";
            case 429 -> "Quá nhiều lần thử";
            default -> "Không thực hiện được";
        };
    }

    /** The members of the JSON document. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("type", "about:blank");
        map.put("title", title);
        map.put("status", status);
        map.put("detail", detail);
        map.put("message", detail);
        if (!errors.isEmpty()) {
            map.put("errors", errors);
        }
        return map;
    }

    /** Answers the request with this problem. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(toMap()));
    }
}
