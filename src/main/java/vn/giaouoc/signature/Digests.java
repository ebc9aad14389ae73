package vn.giaouoc.signature;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import vn.giaouoc.platform.web.NfcText;

/**
 * One text for one content, whatever way it came: the canonical JSON that is hashed and signed.
 *
 * <p>As RFC 8785 has it: no white space, names sorted by UTF-16 unit, the shortest escapes. Different in two things, because
 * digests must tell what a province wrote: numbers are exact decimals without exponent and trailing zeros ({@code 28.50} is
 * {@code 28.5}), where RFC 8785 would round them to binary doubles; texts are NFC. A null member counts as absent, so
 * that a field that a later version adds leaves old digests as they are. Instants are UTC, rounded to what the database
 * keeps (microseconds). The product's own JSON settings have no say here.
 */
@Service
public class Digests {

    /** Digits before or after the point of a number; more is no figure of an office and would only fill the memory. */
    private static final int MOST_DIGITS = 1_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module(), new SimpleModule("stored instants").addSerializer(new StoredInstant()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /**
     * Canonical JSON of a value, record, map or list.
     *
     * @throws IllegalArgumentException for what has no canonical form: NaN, half a surrogate pair, U+0000, two names that are
     *                                  the same in NFC, numbers of more than 1.000 digits
     */
    public String canonical(Object content) {
        var text = new StringBuilder();
        write(JSON.valueToTree(content), text);
        return text.toString();
    }

    /** SHA-256 of the canonical JSON in UTF-8, 64 hex digits in lower case. */
    public String digest(Object content) {
        return sha256(canonical(content).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of bytes (a printed file), 64 hex digits in lower case. */
    public String digestOf(byte[] file) {
        return sha256(file);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, text);
            case ARRAY -> array(node, text);
            case STRING -> string(node.textValue(), text);
            case BINARY -> string(node.asText(), text);
            case NUMBER -> text.append(number(node));
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL -> text.append("null");
            default -> throw new IllegalArgumentException("No canonical form: " + node.getNodeType());
        }
    }

    private static void object(JsonNode node, StringBuilder text) {
        var members = new TreeMap<String, JsonNode>(); // Java compares by UTF-16 unit
        node.fields().forEachRemaining(field -> {
            if (!field.getValue().isNull() && members.put(NfcText.of(field.getKey()), field.getValue()) != null) {
                throw new IllegalArgumentException("Two names are one in NFC: " + field.getKey());
            }
        });
        text.append('{');
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            comma(text, '{');
            string(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text);
        }
        text.append('}');
    }

    private static void array(JsonNode node, StringBuilder text) {
        text.append('[');
        for (JsonNode item : node) {
            comma(text, '[');
            write(item, text);
        }
        text.append(']');
    }

    private static void comma(StringBuilder text, char opening) {
        if (text.charAt(text.length() - 1) != opening) {
            text.append(',');
        }
    }

    private static void string(String value, StringBuilder text) {
        String nfc = NfcText.of(value);
        text.append('"');
        int from = 0;
        for (int i = 0; i < nfc.length(); i++) {
            char c = nfc.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(nfc, from, i).append(escape(c));
                from = i + 1;
            }
        }
        text.append(nfc, from, nfc.length()).append('"');
    }

    private static String escape(char c) {
        String written = new String(JsonStringEncoder.getInstance().quoteAsString(String.valueOf(c)));
        return written.startsWith("\\u") ? written.toLowerCase(Locale.ROOT) : written;
    }

    private static String number(JsonNode node) {
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue()) && !node.isBigDecimal()) {
            throw new IllegalArgumentException("No canonical form: " + node);
        }
        BigDecimal value = node.decimalValue();
        if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException("A number of too many digits");
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** As it will be read again: pgjdbc rounds half a microsecond up. */
    private static final class StoredInstant extends StdSerializer<Instant> {

        StoredInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(stored(instant).toString());
        }
    }

    static Instant stored(Instant instant) {
        return instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }
}
