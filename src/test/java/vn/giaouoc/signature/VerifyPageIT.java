package vn.giaouoc.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.test.Http;
import vn.giaouoc.test.IntegrationTest;

/** What the page behind a paper's QR code says, to whom, and what it does not let happen. */
class VerifyPageIT extends IntegrationTest {

    private static final SignerInfo WHO = new SignerInfo("thutruong.sgddt", "Đinh Thị Hà", "GIÁM ĐỐC", "");
    private static final String TITLE = "Bản giao ước thi đua Khối <thử> năm 1999";

    @LocalServerPort
    int port;
    @Autowired
    SealedDocuments documents;
    @Autowired
    SignatureChain chain;
    @Autowired
    BookWatch watch;
    @Autowired
    Digests digests;
    @Autowired
    Qr qr;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private final String subject = "KT-1999-" + UUID.randomUUID().toString().substring(0, 8) + "/GU1";
    private final String digest = digest(subject);

    @AfterEach
    void closedAgain() {
        System.clearProperty("giaouoc.verify-public");
    }

    private static String digest(String text) {
        return new Digests().digest(Map.of("content", text));
    }

    private void published() {
        transaction.executeWithoutResult(tx -> {
            chain.append(subject, "sgddt", digest, WHO, clock.instant());
            documents.publish(digest, subject, TITLE, clock.instant());
        });
    }

    private Http person;

    private Http person() {
        return person != null ? person : (person = Http.session(port, "canbo.skhcn"));
    }

    private static HttpResponse<String> page(Http caller, String path) {
        return caller.sendAccepting("text/html", "GET", path, null);
    }

    @Test
    void aPublishedContentIsValidAndNobodyIsNamed() {
        published();
        HttpResponse<String> answer = page(person(), "/xac-minh/" + digest);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Văn bản còn hiệu lực, nội dung nguyên vẹn", "Bản giao ước thi đua Khối &lt;thử&gt; năm 1999", subject,
                digest.substring(0, 8) + " " + digest.substring(8, 16), "không phải là\n    chữ ký số theo Luật Giao dịch điện tử 2023")
                .doesNotContain("Đinh Thị Hà", "thutruong", "<thử>", "{{");
        assertThat(page(person(), "/xac-minh?ma=" + digest.toUpperCase()).body()).contains("còn hiệu lực");
    }

    @Test
    void withoutSignInThePageAnswersOnlyWhereTheOfficeSaysSo() {
        published();
        Http nobody = Http.anonymous(port);
        assertThat(page(nobody, "/xac-minh/" + digest).headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(Http.anonymous(port).send("GET", "/xac-minh/" + digest, null).statusCode()).isEqualTo(401);
        assertThat(nobody.upload("/xac-minh", "a.pdf", new byte[] {1}, "").statusCode()).isEqualTo(401);
        System.setProperty("giaouoc.verify-public", "true");
        HttpResponse<String> answer = page(Http.anonymous(port), "/xac-minh/" + digest);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("còn hiệu lực");
        assertThat(page(Http.anonymous(port), "/giaouoc/gu.js").statusCode()).as("nothing else is open").isNotEqualTo(200);
    }

    @Test
    void thePageCarriesTheSecurityHeadersAndMakesNoSession() {
        System.setProperty("giaouoc.verify-public", "true");
        Http nobody = Http.anonymous(port);
        HttpResponse<String> answer = page(nobody, "/xac-minh");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(nobody.cookie("GUSESSION")).isEmpty();
        assertThat(page(nobody, "/login-assets/verify.css").statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasReplacedIsSaidAndStaysSo() {
        published();
        transaction.executeWithoutResult(tx -> documents.supersede(subject, clock.instant()));
        assertThat(documents.check(digest)).isEqualTo(Verdict.SUPERSEDED);
        assertThat(page(person(), "/xac-minh/" + digest).body()).contains("đã được thay thế", "Thay thế lúc");
        assertThat(transaction.<Integer>execute(tx -> documents.supersede(subject, clock.instant()))).as("once").isZero();
        published();
        assertThat(documents.check(digest)).as("the same content again").isEqualTo(Verdict.VALID);
    }

    @Test
    void onlyWhatIsUnderTheSubjectIsReplaced() {
        String later = subject + "0"; // …/GU10
        transaction.executeWithoutResult(tx -> {
            documents.publish(digest, subject, TITLE, clock.instant());
            documents.publish(digest(later), later, TITLE, clock.instant());
            documents.publishFile(digest(subject + "/PDF"), subject + "/PDF", TITLE, clock.instant());
            assertThat(documents.supersede(subject, clock.instant())).isEqualTo(2);
        });
        assertThat(documents.check(digest(later))).isEqualTo(Verdict.VALID);
        assertThat(documents.check(digest(subject + "/PDF"))).isEqualTo(Verdict.SUPERSEDED);
    }

    @Test
    void publishingTwiceIsOneEntry() {
        published();
        long before = chain.end().seq();
        transaction.executeWithoutResult(tx -> documents.publish(digest, subject, TITLE, clock.instant()));
        assertThat(chain.end().seq()).isEqualTo(before);
    }

    @Test
    void anOwnerWhoseRowsWereAlteredIsFound() {
        published();
        Map<String, String> stored = new HashMap<>(Map.of(subject, digest));
        var asked = new SealedDocuments(chain, watch, new org.springframework.beans.factory.support.StaticListableBeanFactory(
                Map.of("owner", owner(stored))).getBeanProvider(DigestOwner.class));
        assertThat(inside(() -> asked.check(digest))).isEqualTo(Verdict.VALID);
        stored.put(subject, digest("đã sửa"));
        assertThat(inside(() -> asked.check(digest))).isEqualTo(Verdict.ALTERED);
    }

    private DigestOwner owner(Map<String, String> stored) {
        return new DigestOwner() {
            @Override
            public boolean owns(String of) {
                return stored.containsKey(of);
            }

            @Override
            public boolean holds(String of, String published) {
                return stored.get(of).equals(published);
            }
        };
    }

    private Verdict inside(java.util.function.Supplier<Verdict> check) {
        return transaction.execute(tx -> check.get());
    }

    /** With every right in the database but not the key: a digest slipped in, a replaced one revived, an entry removed. */
    @Test
    void whoWritesIntoTheBookIsFound() {
        published();
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("insert into signature_entry select seq + 1, kind, subject, signer, user_id, name, capacity, ground, repeat('b', 64), form, title, at, "
                    + "hash, hash, signature, key_id from signature_entry order by seq desc limit 1").update();
            assertThat(documents.check("b".repeat(64))).isEqualTo(Verdict.ALTERED);
            tx.setRollbackOnly();
        });
        transaction.executeWithoutResult(tx -> documents.supersede(subject, clock.instant()));
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("alter table signature_entry disable trigger user").update();
            jdbc.sql("delete from signature_entry where kind = 'SUPERSEDED' and subject = ?").param(subject).update();
            Seal seal = documents.examine(digest);
            assertThat(seal.bookIntact()).as("the end was anchored").isFalse();
            tx.setRollbackOnly();
        });
        assertThat(documents.examine(digest).bookIntact()).isTrue();
    }

    /** What said "replaced" is made to speak of another digest, so that no entry is missing. */
    @Test
    void aReplacedDigestIsNotRevivedByTurningItsEntryToAnother() {
        published();
        transaction.executeWithoutResult(tx -> documents.supersede(subject, clock.instant()));
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("alter table signature_entry disable trigger user").update();
            jdbc.sql("update signature_entry set digest = repeat('0', 64) where kind = 'SUPERSEDED' and subject = ?").param(subject).update();
            assertThat(documents.check(digest)).isEqualTo(Verdict.ALTERED);
            jdbc.sql("update signature_entry set subject = 'KT-1999-000/GU9' where kind = 'SUPERSEDED' and subject = ?").param(subject).update();
            assertThat(documents.examine(digest).bookIntact()).as("only a check of the whole chain sees it").isTrue();
            assertThat(watch.look().intact()).isFalse();
            assertThat(documents.examine(digest).bookIntact()).isFalse();
            assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
            tx.setRollbackOnly();
        });
        assertThat(watch.look().faults()).isEmpty();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(documents.examine(digest).bookIntact()).isTrue();
    }

    @Test
    void anUnknownDigestIsSaidWithoutEchoingWhatWasAsked() {
        for (String unknown : List.of("0".repeat(64), "abc", "%3Cscript%3Ealert(1)%3C%2Fscript%3E".replace("%2F", ""), "%27%20or%201=1--",
                "%7B%7Bresult%7D%7D", "%24%7B7*7%7D", "x".repeat(3_000), "%00", "%ff", "Nga%CC%80y")) {
            HttpResponse<String> answer = page(person(), "/xac-minh/" + unknown);
            assertThat(answer.statusCode()).as(unknown).isIn(400, 404, 422);
            assertThat(answer.body()).as(unknown).doesNotContain("<script>", "alert(1)", "{{", "Exception");
        }
        assertThat(page(person(), "/xac-minh/" + "0".repeat(64)).body()).contains("Không tìm thấy văn bản");
        assertThat(page(person(), "/xac-minh?ma=%3Cscript%3E").body()).doesNotContain("<script>").contains("Không tìm thấy văn bản");
    }

    @Test
    void anUploadedFileIsComparedByteForByte() {
        published();
        byte[] pdf = SignedPdfs.unsigned(subject);
        transaction.executeWithoutResult(tx -> documents.publishFile(digests.digestOf(pdf), subject, TITLE, clock.instant()));
        Http person = person();
        String same = person.upload("/xac-minh/" + digest, "giao-uoc.pdf", pdf, "").body();
        assertThat(same).contains("Tệp trùng với bản do hệ thống phát hành", "Còn hiệu lực");
        byte[] altered = pdf.clone();
        altered[altered.length / 2] ^= 1;
        assertThat(person.upload("/xac-minh/" + digest, "giao-uoc.pdf", altered, "").body()).contains("Tệp KHÔNG trùng khớp", "đã bị sửa");
        assertThat(person.upload("/xac-minh", "giao-uoc.pdf", pdf, "").body()).as("without a digest").contains("Tệp trùng với bản");
        String other = digest(subject + "khác");
        transaction.executeWithoutResult(tx -> documents.publish(other, subject + "0", "Văn bản khác", clock.instant()));
        assertThat(person.upload("/xac-minh/" + other, "giao-uoc.pdf", pdf, "").body()).contains("là của văn bản khác");
    }

    /** A print that was taken before its file was published is not called false. */
    @Test
    void aPrintOfWhatHasNoPublishedFileIsNotCalledFalse() {
        published();
        byte[] print = SignedPdfs.unsigned(subject + " truoc khi ghi nhan");
        assertThat(person().upload("/xac-minh/" + digest, "giao-uoc.pdf", print, "").body()).contains("Chưa so sánh được tệp")
                .doesNotContain("KHÔNG trùng khớp");
        assertThat(person().upload("/xac-minh/" + digest("chưa phát hành"), "giao-uoc.pdf", print, "").body()).contains("Chưa so sánh được tệp");
        assertThat(person().upload("/xac-minh", "giao-uoc.pdf", print, "").body()).contains("Tệp KHÔNG trùng khớp", "trước khi văn bản được phát hành");
    }

    /** What is printed beside the QR code is what the page asks for. */
    @Test
    void theShortCodeOfAPaperIsEnoughToFindIt() {
        published();
        String printed = digest.substring(0, 16).replaceAll("(.{4})(?!$)", "$1 ");
        assertThat(page(person(), "/xac-minh?ma=" + printed.replace(" ", "%20")).body()).contains("còn hiệu lực",
                digest.substring(16, 24), "mã rút gọn 16 ký tự");
        assertThat(page(person(), "/xac-minh?ma=" + "0".repeat(16)).body()).contains("Không tìm thấy văn bản");
        assertThat(page(person(), "/xac-minh?ma=" + digest.substring(0, 15)).body()).contains("Không tìm thấy văn bản");
    }

    @Test
    void hostileUploadsAreRefused() {
        Http person = person();
        assertThat(person.upload("/xac-minh", "a.pdf", new byte[0], "").statusCode()).isEqualTo(422);
        assertThat(person.sendBytes("POST", "/xac-minh", "application/pdf", new byte[] {1}).statusCode()).isBetween(400, 422);
        assertThat(person.sendBytes("POST", "/xac-minh", "multipart/form-data", new byte[] {1}).statusCode()).isBetween(400, 422);
        assertThat(person.upload("/xac-minh", "a.pdf", new byte[22 * 1024 * 1024], "").statusCode()).isEqualTo(413);
        HttpResponse<String> told = person.sendBytes("POST", "/xac-minh", "multipart/form-data; boundary=x", new byte[22 * 1024 * 1024]);
        assertThat(told.statusCode()).as("its length says so").isEqualTo(413);
        assertThat(told.body()).contains("Tệp so sánh lớn nhất 20 MB");
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            assertThat(person.send(method, "/xac-minh/" + digest, null).statusCode()).isBetween(400, 499);
        }
    }

    @Test
    void theQrCodeLeadsHere() throws Exception {
        String url = qr.url(digest);
        assertThat(url).isEqualTo("http://localhost:8080/xac-minh/" + digest);
        byte[] png = qr.png(url, 300);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(300);
        var pixels = new int[300 * 300];
        image.getRGB(0, 0, 300, 300, pixels, 0, 300);
        var source = new com.google.zxing.RGBLuminanceSource(300, 300, pixels);
        assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText()).isEqualTo(url);
        assertThat(qr.png(url, 300)).isEqualTo(png);
    }

    /** From an address of its own (as a proxy reports it), so that the other tests need not wait. What is written before it is no way out. */
    @Test
    void tooManyChecksOfOneAddressHaveToWait() throws Exception {
        System.setProperty("giaouoc.verify-public", "true");
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < VerifyLimit.MOST; i++) {
            assertThat(client.send(check("xac-minh", "198.51.100." + i), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
        }
        HttpResponse<String> refused = client.send(check("xac-minh", "198.51.100.200"), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Hãy thử lại sau 5 phút");
        assertThat(refused.headers().firstValue("Retry-After")).contains("300");
        assertThat(client.send(check("xac%2Dminh", "198.51.100.201"), HttpResponse.BodyHandlers.ofString()).statusCode()).as("another spelling")
                .isEqualTo(400);
        assertThat(page(Http.anonymous(port), "/xac-minh").statusCode()).as("another address").isEqualTo(200);
    }

    private HttpRequest check(String page, String forged) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + page + "/" + "1".repeat(64)))
                .header("X-Forwarded-For", forged + ", 203.0.113.9").header("Accept", "text/html").build();
    }
}
