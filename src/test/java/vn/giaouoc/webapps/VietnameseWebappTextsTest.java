package vn.giaouoc.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds our Vietnamese texts against the English ones of the Camunda version on the classpath: after an upgrade
 * this tells which texts are new, gone or have other placeholders.
 */
class VietnameseWebappTextsTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final String BOM = "\uFEFF";

    /** Comparison signs and date patterns: the same in both languages. */
    private static final Set<String> SAME_IN_BOTH = Set.of("<", "<=", ">", ">=", "DD/MM/YYYY", "HH:mm", "L");

    /** Emptied on purpose: the notice about the end of Camunda 7 is not for the officials. */
    private static final Set<String> EMPTY_ON_PURPOSE = Set.of("/labels/BANNER_CE_EOL_TEXT");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|%[sd]");
    private static final Pattern AVAILABLE_LOCALES = Pattern.compile("availableLocales['\"]?\\s*:\\s*\\[([^]]*)]");
    private static final Pattern FALLBACK_LOCALE = Pattern.compile("fallbackLocale['\"]?\\s*:\\s*['\"](\\w+)['\"]");
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyEnglishTextHasAVietnameseOne(String app) throws IOException {
        Set<String> english = texts(app, "en").keySet();
        Set<String> vietnamese = new TreeSet<>(texts(app, "vi").keySet());

        assertThat(vietnamese).containsAll(english);

        // Any further key must be a text which the web app itself looks up though its English texts do not have it.
        String script = read(app + "/camunda-" + app + "-bootstrap.js");
        vietnamese.removeAll(english);
        assertThat(vietnamese).allSatisfy(path -> {
            assertThat(path).startsWith("/labels/");
            String key = path.substring("/labels/".length());
            assertThat(script.contains('"' + key + '"') || script.contains("\\'" + key + "\\' | translate"))
                .as(path).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void placeholdersAreKept(String app) throws IOException {
        Map<String, String> vietnamese = texts(app, "vi");

        texts(app, "en").forEach((path, english) ->
            assertThat(placeholders(vietnamese.get(path))).as(path).isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void noTextIsLeftInEnglish(String app) throws IOException {
        Map<String, String> english = texts(app, "en");

        texts(app, "vi").forEach((path, vietnamese) -> {
            String original = english.getOrDefault(path, path.replaceFirst("^/labels/", ""));
            if (original.isBlank() || EMPTY_ON_PURPOSE.contains(path)) {
                assertThat(vietnamese).as(path).isEmpty();
            } else {
                assertThat(vietnamese).as(path).isNotBlank();
                if (!SAME_IN_BOTH.contains(vietnamese)) {
                    assertThat(vietnamese).as(path).isNotEqualToIgnoringCase(original);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist/locales/vi.json", "welcome/locales/vi.json", "admin/locales/vi.json",
        "tasklist/scripts/config.js", "welcome/scripts/config.js", "admin/scripts/config.js"})
    void filesAreComposedUnicodeWithoutByteOrderMark(String file) throws IOException {
        String content = read(file);

        assertThat(content).doesNotStartWith(BOM);
        assertThat(Normalizer.isNormalized(content, Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void vietnameseIsTheOnlyLanguage(String app) throws IOException {
        String config = LINE_COMMENT.matcher(read(app + "/scripts/config.js")).replaceAll("");

        Matcher available = AVAILABLE_LOCALES.matcher(config);
        assertThat(available.find()).isTrue();
        assertThat(available.group(1).strip()).isEqualTo("'vi'");
        Matcher fallback = FALLBACK_LOCALE.matcher(config);
        assertThat(fallback.find()).isTrue();
        assertThat(fallback.group(1)).isEqualTo("vi");
        assertThat(config).contains("vendor: 'Giao Ước'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void endOfLifeNoticeIsHidden(String app) throws IOException {
        assertThat(read(app + "/styles/user-styles.css"))
            .containsPattern("\\[cam-widget-header] \\.ce-eol-banner\\s*\\{\\s*display: none;\\s*}");
        assertThat(read(app + "/index.html")).contains("/app/" + app + "/styles/user-styles.css");
        assertThat(read(app + "/camunda-" + app + "-bootstrap.js").contains("ce-eol-banner")).isTrue();
    }

    /** The texts by their JSON pointer; the numbers of /dateLocales/week (Monday comes first) are no texts. */
    private static Map<String, String> texts(String app, String language) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, "vi".equals(language));
        String json = read(app + "/locales/" + language + ".json");
        Map<String, String> texts = new TreeMap<>();
        collect("", mapper.readTree(json.startsWith(BOM) ? json.substring(1) : json), texts);
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + '/' + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + '/' + i, node.get(i), texts);
            }
        } else if (node.isTextual()) {
            texts.put(path, node.textValue());
        } else {
            assertThat(path).startsWith("/dateLocales/week/");
        }
    }

    private static List<String> placeholders(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        found.sort(null);
        return found;
    }

    private static String read(String file) throws IOException {
        try (InputStream in = VietnameseWebappTextsTest.class.getClassLoader().getResourceAsStream(APPS + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
