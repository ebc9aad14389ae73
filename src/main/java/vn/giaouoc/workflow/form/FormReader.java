package vn.giaouoc.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.platform.web.FieldPath;
import vn.giaouoc.platform.web.NfcText;
import vn.giaouoc.shared.InvalidInput;

/** Reads what a form sends into its type; what does not fit is told at its field. */
@Component
public class FormReader {

    private static final int MOST_DIGITS = 1_000;

    private final ObjectMapper json;

    FormReader(ObjectMapper json) {
        this.json = json;
    }

    /** @throws InvalidInput a field of the wrong type, or one the form does not have */
    public <D> D read(JsonNode data, Class<D> type) {
        try {
            return json.treeToValue(data, type);
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidInput(path(e), "Trường này không thuộc biểu mẫu.");
        } catch (JsonMappingException e) {
            throw new InvalidInput(path(e), "Giá trị không đúng kiểu (ngày, số hoặc lựa chọn không hợp lệ).");
        } catch (JsonProcessingException e) {
            throw new InvalidInput("data", "Dữ liệu không đọc được.");
        }
    }

    /** Takes these fields out of the data. */
    public ObjectNode take(ObjectNode data, List<String> fields) {
        ObjectNode taken = data.objectNode();
        for (String field : fields) {
            JsonNode value = data.remove(field);
            if (value != null) {
                taken.set(field, value);
            }
        }
        return taken;
    }

    /** Takes the field {@code files} out of the data. */
    public List<FileRef> files(ObjectNode data) {
        return read(take(data, List.of("files")), Files.class).files();
    }

    private record Files(List<FileRef> files) {
    }

    /** Refuses what a draft cannot keep. @throws InvalidInput at the field */
    static void requireStorable(JsonNode data, String at) {
        if (data.isTextual()) {
            try {
                NfcText.of(data.textValue());
            } catch (IllegalArgumentException e) {
                throw new InvalidInput(at, "Nội dung có ký tự không lưu được (" + e.getMessage() + ").");
            }
        }
        if (data.isNumber() && Math.abs((long) data.decimalValue().scale()) > MOST_DIGITS) {
            throw new InvalidInput(at, "Số quá lớn hoặc quá nhỏ.");
        }
        data.fields().forEachRemaining(field -> requireStorable(field, at));
        if (data.isArray()) {
            for (int i = 0; i < data.size(); i++) {
                requireStorable(data.get(i), at + "[" + i + "]");
            }
        }
    }

    private static void requireStorable(Map.Entry<String, JsonNode> field, String at) {
        if (field.getKey().chars().anyMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            throw new InvalidInput(at.isEmpty() ? "data" : at, "Tên trường có ký tự không lưu được.");
        }
        requireStorable(field.getValue(), at.isEmpty() ? field.getKey() : at + "." + field.getKey());
    }

    private static String path(JsonMappingException mistake) {
        String path = FieldPath.of(mistake);
        return path.isEmpty() ? "data" : path;
    }
}
