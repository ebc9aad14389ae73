package vn.giaouoc.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nobody should send: each value as raw JSON, because some of it no JSON library would write. */
final class Hostile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "@@here@@";
    private static final String JUEL = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";
    private static final String SQL = "x'; drop table participation; --";

    /** Where no JSON value of this kind can stand. */
    private static final List<String> OF_ANY_KIND = List.of("null", "true", "5", "\"chữ\"", "[]", "{}", "[null]", "{\"x\":null}", "[[[]]]");
    private static final List<String> TEXTS = List.of("\"\"", "\"   \"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
            "\"" + "ạ".repeat(100_001) + "\"", "\"" + JUEL + "\"", "\"#{execution.id}\"", "\"" + SQL + "\"", "\"\\u202e<script>alert(1)</script>\"",
            "\"../../etc/passwd\"", "\"123456/ABCDEFGHIJKLMNOPQRSTUVWXYZ-ABCD\"", "\"Nga\\u0300y he\\u0323\\u0302\"");
    private static final List<String> NUMBERS = List.of("-1", "0", "1e400", "-1e400", "1e2147483647", "1e-2147483647", "123456789012345678901234",
            "0.00001", "2147483648", "9".repeat(1_100), "\"1\"");
    private static final List<String> DATES = List.of("\"2024-02-30\"", "\"2024-13-01\"", "\"30/02/2024\"", "\"+999999999-12-31\"",
            "\"-999999999-01-01\"", "\"0000-01-01\"", "\"9999-12-31\"", "\"1900-01-01\"", "20240520", "[2024, 2, 30]", "1e400");

    private Hostile() {
    }

    /** Bodies that are no JSON, or none of an object. */
    static Map<String, byte[]> bodies() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (String body : List.of("", " ", "không phải JSON", "{", "[", "{\"a\":", "{]", "null", "true", "5", "1e400", "NaN", "\"chữ\"", "[]",
                "[null]", "[{}]", "{}", "{\"khongco\":1}", "{\"\":null}", "{\"a\\u0000b\":\"x\"}", "{\"data\":{\"a\\u0000b\":1}}",
                "{\"data\":{\"\\ud800\":1}}", "{\"data\":{\"a\":1e2147483647}}", "{\"data\":{\"a\":1e-2147483647}}", "{\"data\":{\"a\":1e400}}", "{\"\\ud800\":\"x\"}", "{'a':1}", "<a/>",
                "\u0000", "\ufeff{}", "{\"class\":\"x\",\"@type\":\"java.lang.Runtime\"}")) {
            bodies.put(body, body.getBytes(StandardCharsets.UTF_8));
        }
        bodies.put("arrays 10,000 deep", ("[".repeat(10_000) + "]".repeat(10_000)).getBytes());
        bodies.put("objects 10,000 deep", ("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)).getBytes());
        bodies.put("data 10,000 deep", ("{\"data\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001)).getBytes());
        bodies.put("data 900 deep", ("{\"data\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(901)).getBytes());
        bodies.put("no UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        bodies.put("UTF-16", "{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_16));
        bodies.put("a name of 60,000 characters", ("{\"" + "a".repeat(60_000) + "\":1}").getBytes());
        bodies.put("5 MB", ("{\"data\":{\"a\":\"" + "x".repeat(5_000_000) + "\"}}").getBytes());
        bodies.put("many fields", ("{" + "\"a\":1,".repeat(100_000) + "\"b\":2}").getBytes());
        return bodies;
    }

    /** What stands in an address. */
    static List<String> addressParts() {
        return List.of("%2e%2e", "%2e%2e%2f%2e%2e", "..%5c", "'", "%22", "%27%20or%201=1--", "%24%7B7*7%7D", "%23%7Bx%7D", "%00", "a%00b", "%0d%0aX:1",
                "%ed%a0%80", "%ff", "%20", ";jsessionid=1", "%3b", "%25", "%7b%7d", "*", "-1", "1e400", "NaN", "Nga%CC%80y", "UNDEFINED",
                "%F0%9F%98%80", "x".repeat(300), "x".repeat(5_000), "x".repeat(10_000));
    }

    /** A place in a JSON document with the values that are put there, one after the other. */
    record Place(String path, List<String> documents) {
    }

    /** Every place of a document, each with hostile values of every kind. */
    static List<Place> places(JsonNode document) {
        List<Place> places = new ArrayList<>();
        collect(document, document, "", places);
        return places;
    }

    private static void collect(JsonNode root, JsonNode node, String path, List<Place> places) {
        if (!path.isEmpty()) {
            places.add(new Place(path, values(node).stream().map(value -> with(root, path, value)).toList()));
        }
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(field -> collect(root, field.getValue(), path + "/" + field.getKey(), places));
            places.add(new Place(path + "/khongcotruongnay", List.of(with(root, path + "/khongcotruongnay", "1"))));
        }
        if (node instanceof ArrayNode array) {
            places.add(new Place(path + "/-", List.of(longer(root, path, array))));
            for (int i = 0; i < Math.min(1, array.size()); i++) {
                collect(root, array.get(i), path + "/" + i, places);
            }
        }
    }

    /** Also what fits the kind of the valid value, but is out of all bounds. */
    private static List<String> values(JsonNode valid) {
        List<String> values = new ArrayList<>(OF_ANY_KIND);
        boolean date = valid.isTextual() && valid.asText().matches("\\d{4}-\\d\\d-\\d\\d.*");
        if (date) {
            values.addAll(valid.asText().contains("T") ? DATES.stream().map(value -> value.replaceAll("\"$", "T00:00\"")).toList() : DATES);
        } else if (valid.isTextual()) {
            values.addAll(TEXTS);
        } else if (valid.isNumber()) {
            values.addAll(NUMBERS);
        }
        return values;
    }

    /** The array with so many more of its first element that no list takes them. */
    private static String longer(JsonNode root, String path, ArrayNode array) {
        ArrayNode many = array.deepCopy();
        for (int i = 0; i < 300 && !array.isEmpty(); i++) {
            many.add(array.get(0));
        }
        return with(root, path, many.toString());
    }

    private static String with(JsonNode root, String path, String value) {
        if (path.isEmpty()) {
            return value;
        }
        JsonNode copy = root.deepCopy();
        String name = path.substring(path.lastIndexOf('/') + 1);
        JsonNode parent = copy.at(path.substring(0, path.lastIndexOf('/')));
        if (parent instanceof ObjectNode object) {
            object.put(name, HERE);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), JSON.getNodeFactory().textNode(HERE));
        }
        return copy.toString().replace("\"" + HERE + "\"", value);
    }
}
