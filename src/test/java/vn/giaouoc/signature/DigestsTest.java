package vn.giaouoc.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One content has one canonical text and another content another. */
class DigestsTest {

    private final Digests digests = new Digests();

    private record Target(String id, BigDecimal value, Entry.Kind kind, LocalDate on, Optional<String> base) {
    }

    @Test
    void namesAreSortedAndNothingIsBetween() {
        var content = new LinkedHashMap<String, Object>();
        content.put("b", List.of(1, Map.of(), List.of(List.of(), "x")));
        content.put("B", true);
        content.put("a", "chữ");
        content.put("đ", "");
        assertThat(digests.canonical(content)).isEqualTo("{\"B\":true,\"a\":\"chữ\",\"b\":[1,{},[[],\"x\"]],\"đ\":\"\"}");
    }

    /** RFC 8785, 3.2.3: by UTF-16 unit, so a pair of surrogates comes before U+FB33. */
    @Test
    void namesAreSortedAsTheRfcSortsThem() {
        var content = new LinkedHashMap<String, Object>();
        for (String name : List.of("\u20ac", "\r", "\uc37d", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            content.put(name, 0);
        }
        assertThat(digests.canonical(content))
                .isEqualTo("{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\uc37d\":0,\"\ud83d\ude00\":0}");
    }

    @Test
    void escapesAreTheShortestOnes() {
        assertThat(digests.canonical("\" \\ / \b\f\n\r\t \u001f \u007f \u2028 < ’")).isEqualTo("\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u001f \u007f \u2028 < ’\"");
    }

    @Test
    void numbersArePlainAndExact() {
        assertThat(List.of(new BigDecimal("28.50"), new BigDecimal("2.85E+1"), 28.5, 28.5f).stream().map(digests::canonical)).containsOnly("28.5");
        assertThat(List.of(new BigDecimal("1E+3"), 1000, 1000L, new BigDecimal("1000.0000")).stream().map(digests::canonical)).containsOnly("1000");
        assertThat(List.of(new BigDecimal("0.00"), new BigDecimal("0E-20"), 0, -0.0).stream().map(digests::canonical)).containsOnly("0");
        assertThat(digests.canonical(new BigDecimal("-123456789012345.6789"))).isEqualTo("-123456789012345.6789");
        assertThat(digests.digest(new BigDecimal("123456789012345.6789"))).as("a double could not tell them apart")
                .isNotEqualTo(digests.digest(new BigDecimal("123456789012345.6788")));
    }

    @Test
    void whatLooksTheSameIsTheSame() {
        assertThat(digests.digest(Map.of("nga\u0300y", "Ke\u0302\u0301 hoa\u0323ch"))).isEqualTo(digests.digest(Map.of("ngày", "Kế hoạch")));
    }

    @Test
    void recordsAreTheirMembersAndNothingIsWrittenForNull() {
        assertThat(digests.canonical(new Target("t1", new BigDecimal("95.0"), Entry.Kind.SIGNED, LocalDate.of(2024, 3, 22), Optional.empty())))
                .isEqualTo("{\"id\":\"t1\",\"kind\":\"SIGNED\",\"on\":\"2024-03-22\",\"value\":95}");
        var absent = new LinkedHashMap<String, Object>();
        absent.put("a", null);
        assertThat(digests.canonical(absent)).isEqualTo("{}");
        assertThat(digests.canonical(Arrays.asList(1, null))).isEqualTo("[1,null]");
    }

    @Test
    void instantsAreWhatTheDatabaseKeeps() {
        assertThat(digests.canonical(Instant.parse("2024-03-22T01:02:03.123456499Z"))).isEqualTo("\"2024-03-22T01:02:03.123456Z\"");
        assertThat(digests.canonical(Instant.parse("2024-03-22T01:02:03.123456500Z"))).isEqualTo("\"2024-03-22T01:02:03.123457Z\"");
        assertThat(digests.canonical(Instant.parse("2024-03-22T01:02:03Z"))).isEqualTo("\"2024-03-22T01:02:03Z\"");
    }

    @Test
    void theOrderOfAListCounts() {
        assertThat(digests.digest(List.of("a", "b"))).isNotEqualTo(digests.digest(List.of("b", "a")));
        assertThat(digests.digest(Map.of("a", "1"))).isNotEqualTo(digests.digest(Map.of("a", 1)));
    }

    @Test
    void theDigestIsSha256OfTheText() {
        assertThat(digests.canonical(Map.of())).isEqualTo("{}");
        assertThat(digests.digest(Map.of())).isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void whatHasNoCanonicalFormIsRefused() {
        for (Object content : List.of("\ud800", "a\u0000b", Double.NaN, Double.POSITIVE_INFINITY, new BigDecimal("1E+100000000"),
                new BigDecimal("1E-100000000"), Map.of("nga\u0300y", 1, "ngày", 2))) {
            assertThatThrownBy(() -> digests.canonical(content)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
