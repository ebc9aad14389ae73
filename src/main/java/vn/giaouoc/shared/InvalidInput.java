package vn.giaouoc.shared;

import java.util.List;

/** What was entered cannot be accepted; says which field and why (HTTP 422). */
public final class InvalidInput extends BusinessRefusal {

    private final transient List<FieldError> errors;

    /** @param errors at least one */
    public InvalidInput(List<FieldError> errors) {
        super("Dữ liệu chưa hợp lệ: " + errors.get(0).message());
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
