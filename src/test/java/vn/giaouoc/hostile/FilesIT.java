package vn.giaouoc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;

/** Every endpoint that takes a file is sent files that lie, swell, are empty, too large or too many, and requests that hold no file. */
class FilesIT extends IntegrationTest {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final String BOUNDARY = "----hostile";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String WORD = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
            + "document.main+xml\"/></Types>";

    @LocalServerPort
    int port;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;
    @Autowired
    JdbcClient jdbc;

    private Http person;
    private Untouched database;

    @BeforeEach
    void signIn() {
        person = Http.session(port, "admin");
        database = new Untouched(jdbc);
    }

    @Test
    void filesThatAreNotWhatTheySayAreRefusedAndNothingIsKept() throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, byte[]> bodies = hostile();
        for (String path : paths()) {
            for (var body : bodies.entrySet()) {
                var before = database.now();
                HttpResponse<String> answer = person.sendBytes("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.getValue());
                String what = path + " ← " + body.getKey() + " → " + answer.statusCode() + " " + answer.body();
                Refusals.fault(answer).ifPresent(fault -> faults.add(fault + ": " + what));
                if (!Refusals.refused(answer)) {
                    faults.add("taken: " + what);
                } else if (!database.changedSince(before).isEmpty()) {
                    faults.add("changed " + database.changedSince(before) + ": " + what);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void namesAreKeptWithoutWhatCouldHarmAndTheContentDecides() throws IOException {
        for (String name : List.of("../../etc/passwd.pdf", "C:\\Windows\\a.pdf", "a%00b.pdf", "<script>alert(1)</script>.pdf",
                "a\u202efdp.pdf", "Kế hoạch số 1.pdf", "${7*7}.PDF", "'; drop table attachment; --.pdf")) {
            HttpResponse<String> answer = upload("/api/forms/files", name, PDF);
            assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(201);
            assertThat(answer.body()).doesNotContain("etc/", "Windows\\\\", "\\u0000");
            discard(answer);
        }
    }

    @Test
    void hundredsOfFilesAreRefusedWhenTheHundredWaitsUnused() throws IOException {
        List<HttpResponse<String>> taken = new ArrayList<>();
        HttpResponse<String> answer = upload("/api/forms/files", "a.pdf", PDF);
        while (answer.statusCode() == 201 && taken.size() < 150) {
            taken.add(answer);
            answer = upload("/api/forms/files", "a.pdf", PDF);
        }
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("quá nhiều tệp");
        assertThat(taken).hasSizeLessThanOrEqualTo(100);
        taken.forEach(this::discard);
    }

    private Map<String, byte[]> hostile() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty", file("a.pdf", new byte[0]));
        files.put("text as PDF", file("a.pdf", "xin chào".getBytes(StandardCharsets.UTF_8)));
        files.put("PDF as DOCX", file("a.docx", PDF));
        files.put("PDF without ending", file("a", PDF));
        files.put("program", file("a.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}));
        files.put("HTML as PNG", file("a.png", "<html><script>1</script>".getBytes(StandardCharsets.UTF_8)));
        files.put("zip of nothing known", file("a.docx", zip(Map.of("a.txt", "a".getBytes()))));
        files.put("zip broken off", file("a.docx", Arrays.copyOf(zip(Map.of("[Content_Types].xml", WORD.getBytes())), 25)));
        files.put("macros", file("a.docx", zip(Map.of("[Content_Types].xml", WORD.replace("document.main", "ms-word.template").getBytes()))));
        files.put("swells before it says what it is", file("a.docx", bomb()));
        files.put("swells where it says what it is", file("a.docx", zip(Map.of("[Content_Types].xml", new byte[150 << 20]))));
        files.put("name of 10,000 characters", file("x".repeat(10_000) + ".pdf", PDF));
        files.put("no name", file("", PDF));
        files.put("21 MB", file("a.pdf", Arrays.copyOf(PDF, 21 << 20)));
        files.put("another part", part("other", "a.pdf", PDF));
        files.put("no part", ("--" + BOUNDARY + "--\r\n").getBytes());
        files.put("broken off", Arrays.copyOf(file("a.pdf", PDF), 60));
        files.put("hundreds of parts", hundreds());
        return files;
    }

    private static byte[] bomb() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("word/media/image1.bmp", new byte[150 << 20]);
        entries.put("[Content_Types].xml", WORD.getBytes());
        return zip(entries);
    }

    private static byte[] hundreds() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < 300; i++) {
            byte[] one = file("a" + i + ".pdf", PDF);
            all.write(one, 0, one.length - ("--" + BOUNDARY + "--\r\n").length());
        }
        all.write(("--" + BOUNDARY + "--\r\n").getBytes());
        return all.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] file(String name, byte[] content) throws IOException {
        return part("file", name, content);
    }

    private static byte[] part(String part, String name, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Everything that takes a file; the templates' code is one there is. */
    /** Every place that takes files to keep or to read; the verify page only hashes what it is given. */
    private List<String> paths() {
        return mappings.getHandlerMethods().entrySet().stream().filter(mapping -> Arrays.stream(mapping.getValue().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class))
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()).filter(path -> !path.startsWith("/xac-minh"))
                .map(path -> path.replace("{code}", "KH")).toList();
    }

    private HttpResponse<String> upload(String path, String name, byte[] content) throws IOException {
        return person.sendBytes("POST", path, "multipart/form-data; boundary=" + BOUNDARY, file(name, content));
    }

    private void discard(HttpResponse<String> uploaded) {
        Matcher id = ID.matcher(uploaded.body());
        assertThat(id.find()).isTrue();
        assertThat(person.send("DELETE", "/api/forms/files/" + id.group(1), null).statusCode()).isEqualTo(204);
    }
}
