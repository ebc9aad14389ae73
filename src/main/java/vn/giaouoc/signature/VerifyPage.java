package vn.giaouoc.signature;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where the QR code of a paper leads. Behind the login unless {@code giaouoc.verify-public} says otherwise (see the security
 * chains), limited by {@link VerifyLimit}. An uploaded file is only hashed: not kept, not parsed.
 */
@Controller
@RequestMapping("/xac-minh")
class VerifyPage {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHORT = Pattern.compile("[0-9a-f]{" + SealedDocuments.SHORT_CODE + "}");

    private final SealedDocuments documents;
    private final Digests digests;
    private final VerifyHtml html;

    VerifyPage(SealedDocuments documents, Digests digests, VerifyHtml html) {
        this.documents = documents;
        this.digests = digests;
        this.html = html;
    }

    /** @param code what somebody typed from a paper; may have spaces */
    @GetMapping
    ResponseEntity<String> ask(HttpServletRequest request, @RequestParam(name = "ma", required = false) String code) {
        return code == null || code.isBlank() ? answer(200, html.ask(request.getContextPath())) : show(request, code);
    }

    @GetMapping("/{digest}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable String digest) {
        String hex = hex(digest);
        Seal seal = documents.examine(hex);
        return answer(seal.verdict() == Verdict.UNKNOWN ? 404 : 200, html.verdict(request.getContextPath(), hex, seal));
    }

    @PostMapping({"", "/{digest}"})
    ResponseEntity<String> compare(HttpServletRequest request, @PathVariable(required = false) String digest,
                                   @RequestParam(name = "file", required = false) MultipartFile file) throws IOException {
        String context = request.getContextPath();
        if (file == null || file.isEmpty()) {
            return answer(422, html.message(context, "Chưa chọn tệp", "Hãy chọn tệp PDF cần so sánh."));
        }
        String hex = digest == null ? null : hex(digest);
        Seal wanted = hex == null ? null : documents.examine(hex);
        boolean comparable = wanted == null || wanted.subject() != null && documents.hasFile(wanted.subject());
        String fileDigest = digests.digestOf(file.getBytes());
        return answer(200, html.comparison(context, hex, wanted, comparable, fileDigest, documents.examine(fileDigest)));
    }

    /** The digest that was typed, or that the short code beside a QR code stands for; null for what is neither. */
    private String hex(String typed) {
        String hex = typed.replace(" ", "").toLowerCase(Locale.ROOT);
        if (SHORT.matcher(hex).matches()) {
            return documents.published(hex).orElse(null);
        }
        return DIGEST.matcher(hex).matches() ? hex : null;
    }

    private static ResponseEntity<String> answer(int status, String page) {
        return ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("X-Robots-Tag", "noindex, nofollow").body(page);
    }
}
