package vn.giaouoc.platform.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/** The place of a mistake in JSON as our errors name it. */
public final class FieldPath {

    private FieldPath() {
    }

    /** {@code targets[0].unit}; empty when the mistake has no place. */
    public static String of(JsonMappingException mistake) {
        String path = mistake.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
