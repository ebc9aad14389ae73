package vn.giaouoc.platform.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Values that are kept as JSON in one column and read back as they were written. */
@Component
public class StoredJson {

    private final ObjectMapper json;

    /** @param json the product's own, so that what is stored looks as it does over REST */
    public StoredJson(ObjectMapper json) {
        this.json = json;
    }

    /** What the column holds. */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param content of the column, not null. @throws IllegalStateException it does not have this form */
    public <T> T read(String content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** The stored JSON as it is, whether or not it still has the form of what it was. */
    public JsonNode tree(String content) {
        return read(content, JsonNode.class);
    }
}
