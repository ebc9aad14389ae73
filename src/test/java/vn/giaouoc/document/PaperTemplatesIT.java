package vn.giaouoc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.test.Docx;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;

class PaperTemplatesIT extends IntegrationTest {

    private static final Actor ADMIN = new Actor("admin", Set.of("camunda-admin"));
    private static final String SIGNER = "{{signer}}";

    @LocalServerPort
    int port;
    @Autowired
    PaperTemplates templates;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void onlyTheProductsOwnTemplates() {
        jdbc.sql("delete from paper_template where version > 1").update();
    }

    @Test
    void theProductBringsItsTemplatesOnce() {
        assertThat(templates.all()).extracting(PaperTemplates.Version::code).containsExactly("BB", "BC", "DC", "DK", "GU", "KH", "PL", "QD", "SK", "TH", "TTR");
        templates.add(ADMIN, "KH", null, own());
        templates.afterPropertiesSet();
        assertThat(templates.newest("KH")).as("a start changes nothing of the office").isEqualTo(2);
        assertThat(templates.all()).hasSize(12).allSatisfy(version -> assertThat(version.sha256()).hasSize(64));
    }

    @Test
    void aTemplateTheProductHasMendedIsTheNewestUnlessTheOfficeHasItsOwn() {
        List<String> codes = List.of("SK", "BB");
        jdbc.sql("update paper_template set content = ?, sha256 = 'before' where code in ('SK', 'BB')").param(own()).update();
        templates.add(ADMIN, "BB", null, bytes("BB"));
        jdbc.sql("update paper_template set sha256 = 'of the office' where code = 'BB' and version = 2").update();
        try {
            templates.afterPropertiesSet();
            templates.afterPropertiesSet();
            assertThat(codes).extracting(templates::newest).containsExactly(2, 2);
            assertThat(templates.content("SK", 2)).isEqualTo(bytes("SK"));
            assertThat(templates.all()).filteredOn(version -> version.code().equals("BB") && version.version() == 2).extracting("uploadedBy")
                    .containsExactly("admin");
        } finally {
            codes.forEach(code -> jdbc.sql("update paper_template set content = ?, sha256 = ? where code = ? and version = 1")
                    .params(bytes(code), Attachments.sha256(bytes(code)), code).update());
        }
    }

    private static byte[] bytes(String code) {
        try {
            return new ClassPathResource("paper-templates/" + code + ".docx").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{{khongCo}}|Không có chỗ điền {{khongCo}}",
        "{{heading}}|Không có chỗ điền {{heading}}",
        "{{title.bytes}}|Không có chỗ điền",
        "{{=#this}}|Không có chỗ điền",
        "{{#grounds}}|Không có chỗ điền",
        "{{?grounds}}|Không đọc được mẫu",
        "{{@title}}|viết sai",
        "{{+title}}|viết sai",
        "{{*grounds}}|viết sai",
        "{{T(java.lang.Runtime).getRuntime()}}|viết sai",
        "{{tên người ký}}|viết sai",
        "Nguyễn Văn A|Mẫu thiếu chỗ điền {{signer}}"})
    void placesThatDoNotExistOrAreMissingAreRefused(String instead, String says) {
        refused(main(xml -> xml.replace(SIGNER, instead)), says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<w:r><w:drawing/></w:r>|hình vẽ",
        "<w:r><w:pict/></w:r>|hình vẽ",
        "<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>x</w:t></w:r></w:ins>|Track Changes",
        "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>|Wingdings",
        "<w:r><w:footnoteReference w:id=\"1\"/></w:r>|chú thích"})
    void whatThePdfWouldNotSayIsRefused(String run, String says) {
        refused(main(xml -> xml.replace("</w:p></w:body>", run + "</w:p></w:body>").replace("</w:p><w:sectPr>", run + "</w:p><w:sectPr>")), says);
    }

    @Test
    void automaticNumberingAndFurtherSectionsAreRefused() {
        refused(main(xml -> xml.replace("<w:pStyle w:val=\"PaperKind\"/>",
                "<w:pStyle w:val=\"PaperKind\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")), "đánh số tự động");
        refused(main(xml -> xml.replace("<w:pStyle w:val=\"PaperKind\"/>", "<w:pStyle w:val=\"PaperKind\"/><w:sectPr/>")), "nhiều phần");
    }

    @Test
    void filesThatAreNoTemplateAreRefused() {
        refused(new byte[0], "Chỉ nhận tệp DOCX");
        refused("%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), "Chỉ nhận tệp DOCX");
        refused(Docx.edit(own(), "[Content_Types].xml", xml -> xml.replace("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "vnd.ms-word.document.macroEnabled.main+xml")), "Chỉ nhận tệp DOCX");
        refused(new byte[PaperTemplates.LARGEST + 1], "2 MB");
        refused(Arrays.copyOf(own(), 3000), "");
        refused(main(xml -> "<w:document"), "");
    }

    @Test
    void hostileFilesAreRefused() {
        refused(main(xml -> xml.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>").replace(SIGNER, SIGNER + "&e;")), "");
        refused(Docx.edit(own(), "word/styles.xml", xml -> xml.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY a \"aaa\">]>")), "");
        refused(Docx.edit(own(), "word/large.xml", xml -> " ".repeat(40 * 1024 * 1024)), "quá lớn khi giải nén");
        refused(Docx.edit(own(), "word/vbaProject.bin", xml -> "x"), "macro");
        refused(Docx.edit(own(), "word/embeddings/a.bin", xml -> "x"), "tệp nhúng");
        refused(Docx.edit(own(), "word/_rels/settings.xml.rels", xml -> "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" "
                + "Target=\"http://127.0.0.1/x.dotm\" TargetMode=\"External\"/></Relationships>"), "tệp bên ngoài");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chuyenvien", "giamsat", "canbo.sgddt"})
    void onlyAdministratorsKeepTemplates(String user) {
        Http person = Http.session(port, user);
        assertThat(person.send("GET", "/api/v1/templates", null).statusCode()).isEqualTo(403);
        assertThat(person.send("GET", "/api/v1/templates/KH/1", null).statusCode()).isEqualTo(403);
        assertThat(person.upload("/api/v1/templates/KH", "kh.docx", own(), "").statusCode()).isEqualTo(403);
        assertThat(person.send("GET", "/giaouoc/templates.html", null).statusCode()).isEqualTo(403);
        assertThat(person.send("GET", "/giaouoc/templates.js", null).statusCode()).isEqualTo(403);
    }

    @Test
    void programsAndNobodyKeepNoTemplates() {
        assertThat(Http.basic(port, "tichhop", "trial").send("GET", "/api/v1/templates", null).statusCode()).isEqualTo(403);
        assertThat(Http.anonymous(port).send("GET", "/api/v1/templates", null).statusCode()).isEqualTo(401);
        assertThat(Http.anonymous(port).sendAccepting("text/html", "GET", "/giaouoc/templates.html", null).statusCode()).isEqualTo(302);
    }

    @Test
    void anAdministratorListsDownloadsAndUploads() {
        Http admin = Http.session(port, "admin");
        assertThat(admin.send("GET", "/giaouoc/templates.html", null).body()).contains("Mẫu văn bản");
        assertThat(admin.send("GET", "/api/v1/templates", null).body()).contains("\"TTR\"", "{{?sections}}", "Trích yếu");
        var download = admin.send("GET", "/api/v1/templates/KH/1", null);
        assertThat(download.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"KH-v1.docx\"");
        assertThat(admin.send("GET", "/api/v1/templates/KH/1/sample", null).body()).startsWith("%PDF-");
        assertThat(admin.send("GET", "/api/v1/templates/KH/9", null).statusCode()).isEqualTo(404);
        var added = admin.upload("/api/v1/templates/KH", "kế hoạch.docx", main(xml -> xml.replace("Nơi nhận:", "Nơi gửi:")), "Đổi nơi nhận");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).isEqualTo("{\"version\":2}");
        assertThat(templates.all().stream().filter(version -> version.version() == 2)).singleElement().satisfies(version -> {
            assertThat(version.note()).isEqualTo("Đổi nơi nhận");
            assertThat(version.uploadedBy()).isEqualTo("admin");
        });
        var wrong = admin.upload("/api/v1/templates/KH", "kh.docx", main(xml -> xml.replace(SIGNER, "{{nguoiKy}}")), "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"field\":\"file\"", "Không có chỗ điền {{nguoiKy}}");
        assertThat(admin.upload("/api/v1/templates/XX", "x.docx", own(), "").statusCode()).isEqualTo(404);
        assertThat(templates.newest("KH")).isEqualTo(2);
    }

    @Test
    void eachFormOfPaperNeedsRoomOfItsOwn() {
        byte[] covenant = templates.content("GU", 1);
        assertThatThrownBy(() -> templates.add(ADMIN, "GU", null, own())).isInstanceOfSatisfying(InvalidInput.class, refused ->
                assertThat(refused.errors().get(0).message()).isEqualTo("Mẫu thiếu chỗ điền {{note}}."));
        assertThat(templates.add(ADMIN, "GU", "Đổi lời dẫn", Docx.edit(covenant, Docx.MAIN, xml -> xml.replace("Quét mã QR", "Dùng mã QR")))).isEqualTo(2);
        assertThat(templates.sample("GU", 2)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        refused(covenant, "Mẫu thiếu chỗ điền {{number}}");
    }

    @Test
    void templatesThereAreNotAndLongNotesAreRefused() {
        assertThatThrownBy(() -> templates.add(ADMIN, "XX", null, own())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> templates.add(ADMIN, "KH", "x".repeat(501), own())).isInstanceOfSatisfying(InvalidInput.class, refused ->
                assertThat(refused.errors()).extracting("field").containsExactly("note"));
    }

    private byte[] own() {
        return templates.content("KH", 1);
    }

    private byte[] main(UnaryOperator<String> change) {
        return Docx.edit(own(), Docx.MAIN, change);
    }

    private void refused(byte[] content, String says) {
        assertThatThrownBy(() -> templates.add(ADMIN, "KH", null, content)).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.errors()).extracting("field").containsExactly("file");
            assertThat(refused.errors().get(0).message()).contains(says);
        });
        assertThat(templates.newest("KH")).as("nothing has changed").isEqualTo(1);
    }
}
