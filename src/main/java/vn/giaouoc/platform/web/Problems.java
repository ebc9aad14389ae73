package vn.giaouoc.platform.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import vn.giaouoc.platform.security.Problem;
import vn.giaouoc.shared.BusinessRefusal;
import vn.giaouoc.shared.FieldError;

/** Every error of our API as RFC 9457 problem details, in Vietnamese; nothing of the inside leaks. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refusal(BusinessRefusal refusal) {
        return answer(Problem.of(refusal));
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(MethodArgumentNotValidException invalid) {
        return answer(Problem.invalid(invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), error.getDefaultMessage())).toList()));
    }

    /** A body that is no JSON is 400; JSON that does not fit is told at its field. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getMostSpecificCause() instanceof BusinessRefusal refusal) {
            return answer(Problem.of(refusal));
        }
        if (unreadable.getCause() instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String message = mapping instanceof UnrecognizedPropertyException ? "Không có trường này."
                    : "Giá trị không đúng kiểu (ngày, số hoặc lựa chọn không hợp lệ).";
            return answer(Problem.invalid(List.of(new FieldError(FieldPath.of(mapping), message))));
        }
        return answer(Problem.of(400, "Dữ liệu gửi lên không đọc được (cần JSON hợp lệ)."));
    }

    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException mistyped) {
        return answer(Problem.invalid(List.of(new FieldError(mistyped.getName(), "Giá trị không đúng kiểu."))));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return answer(Problem.of(413, "Tệp lớn hơn 20 MB."));
    }

    /** No parts, no boundary, or broken off: nothing that holds a file. */
    @ExceptionHandler
    ResponseEntity<Object> noParts(MultipartException broken) {
        return answer(Problem.of(400, "Yêu cầu tải tệp không đọc được (cần multipart/form-data đầy đủ)."));
    }

    @ExceptionHandler
    ResponseEntity<Object> changedMeanwhile(OptimisticLockingFailureException stale) {
        return answer(Problem.of(409, "Nội dung vừa được người khác thay đổi. Hãy tải lại rồi thực hiện lại."));
    }

    @ExceptionHandler
    ResponseEntity<Object> other(Exception exception, HttpServletRequest request) {
        if (exception instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(Problem.of(known.getStatusCode().value(), detail(known.getStatusCode().value())));
        }
        String id = UUID.randomUUID().toString();
        LOG.error("Error {} at {} {}", id, request.getMethod(), request.getRequestURI(), exception);
        return answer(Problem.unexpected(id));
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "Không tìm thấy địa chỉ này.";
            case 405 -> "Địa chỉ này không nhận phương thức vừa gọi.";
            case 406 -> "Không có định dạng trả lời được yêu cầu.";
            case 415 -> "Địa chỉ này không nhận định dạng dữ liệu vừa gửi.";
            default -> "Yêu cầu thiếu hoặc sai tham số.";
        };
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem.toMap());
    }
}
