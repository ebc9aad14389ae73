package vn.giaouoc.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.text.Normalizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every text that arrives as JSON becomes NFC, so that what looks the same is the same; otherwise it is stored as given.
 * What PostgreSQL cannot store (U+0000) and what is no text at all (half a surrogate pair) is refused at its field.
 */
@Configuration(proxyBeanMethods = false)
public class NfcText {

    @Bean
    SimpleModule nfcModule() {
        return new SimpleModule("nfc").addDeserializer(String.class, new Texts());
    }

    /** NFC of the text. @throws IllegalArgumentException for text that cannot be stored */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                throw new IllegalArgumentException("U+%04X".formatted((int) c));
            }
            if (pair) {
                i++;
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static final class Texts extends StdScalarDeserializer<String> {

        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            try {
                return text == null ? null : of(text);
            } catch (IllegalArgumentException e) {
                return (String) context.handleWeirdStringValue(String.class, text, "text cannot be stored: %s", e.getMessage());
            }
        }
    }
}
