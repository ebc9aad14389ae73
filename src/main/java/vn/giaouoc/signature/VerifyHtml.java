package vn.giaouoc.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The verify page's text. Every value is escaped; none of them is personal. */
@Component
class VerifyHtml {

    private final String page;
    private final DateTimeFormatter time;

    VerifyHtml(@Value("${giaouoc.zone}") ZoneId zone) throws IOException {
        this.page = new ClassPathResource("templates/verify.html").getContentAsString(StandardCharsets.UTF_8);
        this.time = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(zone);
    }

    /** The page without a digest. */
    String ask(String context) {
        return page(context, "", "");
    }

    /** Only a message: too many calls, too large a file. */
    String message(String context, String title, String text) {
        return page(context, card("bad", "!", title, List.of(text), ""), "");
    }

    /** @param digest 64 hex digits, or null when what was asked for is none */
    String verdict(String context, String digest, Seal seal) {
        String facts = digest == null ? "" : facts(seal, digest);
        String card = card(style(seal.verdict()), icon(seal.verdict()), title(seal.verdict()), texts(seal), facts);
        return page(context, card, digest == null ? "" : digest);
    }

    /**
     * The page of a digest after a file was compared with it.
     *
     * @param wanted     what stands at this address; null when the address names no digest
     * @param comparable whether a file of it was ever published: prints taken before that are nobody's to vouch for
     */
    String comparison(String context, String digest, Seal wanted, boolean comparable, String fileDigest, Seal file) {
        boolean other = wanted != null && wanted.subject() != null && file.subject() != null && !belongs(wanted, file);
        String card = file.verdict() == Verdict.UNKNOWN && !comparable ? incomparable(fileDigest)
                : file.verdict() == Verdict.UNKNOWN || other ? foreign(file, fileDigest, other)
                : card(style(file.verdict()), icon(file.verdict()), "Tệp trùng với bản do hệ thống phát hành – " + file.verdict().label(),
                        texts(file), facts(file, fileDigest));
        return page(context, card, digest == null ? "" : digest);
    }

    /** A printed file is published under its content's subject or below it. */
    private static boolean belongs(Seal wanted, Seal file) {
        return file.subject().equals(wanted.subject()) || file.subject().startsWith(wanted.subject() + "/")
                || wanted.subject().startsWith(file.subject() + "/");
    }

    private String foreign(Seal file, String fileDigest, boolean other) {
        String text = other ? "Tệp này do hệ thống phát hành nhưng là của văn bản khác: " + file.title() + "."
                : "Tệp này khác với mọi tệp mà hệ thống đã phát hành: nội dung đã bị sửa (dù chỉ một ký tự), "
                        + "tệp không do hệ thống tạo ra, hoặc là bản in lấy trước khi văn bản được phát hành.";
        return card("bad", "✕", "Tệp KHÔNG trùng khớp", List.of(text), fileFacts(fileDigest));
    }

    private static String incomparable(String fileDigest) {
        return card("old", "?", "Chưa so sánh được tệp", List.of("Văn bản này chưa có tệp PDF được phát hành để so sánh. Bản in lấy trước khi "
                + "phát hành không so sánh được: hãy kiểm tra theo mã in trên giấy, và so sánh lại với tệp được phát hành."), fileFacts(fileDigest));
    }

    private static String fileFacts(String fileDigest) {
        return "<dl>" + fact("Mã băm của tệp", "<code>" + grouped(fileDigest) + "</code>") + "</dl>";
    }

    private static String title(Verdict verdict) {
        return switch (verdict) {
            case VALID -> "Văn bản còn hiệu lực, nội dung nguyên vẹn";
            case SUPERSEDED -> "Văn bản đã được thay thế";
            case ALTERED -> "Dữ liệu có dấu hiệu bị sửa đổi";
            case UNKNOWN -> "Không tìm thấy văn bản";
        };
    }

    private static List<String> texts(Seal seal) {
        List<String> texts = new ArrayList<>();
        texts.add(switch (seal.verdict()) {
            case VALID -> seal.form() == SealedForm.CONTENT
                    ? "Nội dung đang lưu trong hệ thống đúng là nội dung đã được xác nhận và phát hành."
                    : "Bản in này do hệ thống phát hành và chưa được thay thế.";
            case SUPERSEDED -> "Bản này từng được phát hành nhưng đã có bản mới thay thế; không dùng làm căn cứ.";
            case ALTERED -> "Dữ liệu đang lưu không còn đúng với những gì đã được xác nhận. Không dùng làm căn cứ; "
                    + "hãy báo ngay cho quản trị hệ thống.";
            case UNKNOWN -> "Mã này không thuộc văn bản nào do hệ thống phát hành. Hãy kiểm tra lại mã trên văn bản; văn bản đang ký "
                    + "hoặc chưa được ghi nhận thì chưa được phát hành.";
        });
        if (!seal.bookIntact()) {
            texts.add("Lưu ý: sổ xác nhận điện tử của hệ thống đang có dấu hiệu bị can thiệp, "
                    + "quản trị hệ thống cần kiểm tra trước khi sử dụng kết quả này.");
        }
        return texts;
    }

    private String facts(Seal seal, String digest) {
        var facts = new StringBuilder("<dl>");
        if (seal.verdict() != Verdict.UNKNOWN) {
            facts.append(fact("Văn bản", escaped(seal.title()))).append(fact("Mã hồ sơ", escaped(seal.subject())));
            facts.append(fact("Phát hành lúc", at(seal.publishedAt()))).append(fact("Thay thế lúc", at(seal.supersededAt())));
            facts.append(seal.form() == SealedForm.CONTENT ? fact("Số lượt xác nhận điện tử", String.valueOf(seal.signatures())) : "");
        }
        return facts.append(fact("Mã kiểm tra", "<code>" + grouped(digest) + "</code>")).append("</dl>").toString();
    }

    private String at(Instant moment) {
        return moment == null ? "" : time.format(moment);
    }

    private static String fact(String name, String html) {
        return html.isEmpty() ? "" : "<div><dt>" + name + "</dt><dd>" + html + "</dd></div>";
    }

    private static String card(String style, String icon, String title, List<String> texts, String facts) {
        var html = new StringBuilder("<section class=\"verdict " + style + "\" role=\"status\"><h2><span aria-hidden=\"true\">" + icon
                + "</span>" + escaped(title) + "</h2>");
        texts.forEach(text -> html.append("<p>").append(escaped(text)).append("</p>"));
        return html.append(facts).append("</section>").toString();
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case VALID -> "good";
            case SUPERSEDED -> "old";
            case ALTERED, UNKNOWN -> "bad";
        };
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case VALID -> "✓";
            case SUPERSEDED -> "↻";
            case ALTERED -> "!";
            case UNKNOWN -> "?";
        };
    }

    /** Eights, so that two people can compare it over the telephone. */
    private static String grouped(String digest) {
        return digest.replaceAll("(.{8})(?!$)", "$1 ");
    }

    private String page(String context, String result, String digest) {
        String compare = context + "/xac-minh" + (digest.isEmpty() ? "" : "/" + digest);
        return page.replace("{{context}}", escaped(context)).replace("{{compare}}", escaped(compare)).replace("{{digest}}", escaped(digest))
                .replace("{{result}}", result);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text == null ? "" : text, "UTF-8");
    }
}
