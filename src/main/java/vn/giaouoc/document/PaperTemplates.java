package vn.giaouoc.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;

/**
 * The office's templates, version by version; none is removed. The product brings the first, and a newer one as long as the office has
 * uploaded none of its own.
 */
@Service
@DependsOnDatabaseInitialization
class PaperTemplates implements InitializingBean {

    /** Largest template, bytes: it holds text and styles, no pictures. */
    static final int LARGEST = 2 * 1024 * 1024;
    private static final int LONGEST_NOTE = 500;

    private static final Map<String, String> OWN = new LinkedHashMap<>();

    static {
        OWN.put("KH", "Kế hoạch");
        OWN.put("DC", "Kế hoạch điều chỉnh");
        OWN.put("TH", "Quyết định thu hồi");
        OWN.put("QD", "Quyết định thành lập cụm, khối thi đua");
        OWN.put("BC", "Báo cáo");
        OWN.put("TTR", "Tờ trình của Sở Nội vụ");
        OWN.put("GU", "Bản giao ước thi đua");
        OWN.put("PL", "Phụ lục kế thừa giao ước thi đua");
        OWN.put("DK", "Danh sách đăng ký thi đua");
        OWN.put("BB", "Biên bản hội nghị của khối thi đua");
        OWN.put("SK", "Báo cáo sơ kết của khối thi đua");
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    PaperTemplates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One version of a template, without its content. */
    record Version(String code, int version, String name, int size, String sha256, String note, String uploadedBy, Instant uploadedAt) {
    }

    @Override
    public void afterPropertiesSet() {
        OWN.forEach((code, name) -> {
            byte[] content = own(code);
            jdbc.sql("insert into paper_template values (?, 1, ?, ?, ?, ?, 'system', ?) on conflict do nothing")
                    .params(code, name, content, Attachments.sha256(content), "Mẫu ban đầu của phần mềm", Timestamp.from(clock.instant()))
                    .update();
            renew(code, content);
        });
    }

    /** A template the product has mended since takes the place of its own, never of the office's. */
    private void renew(String code, byte[] content) {
        jdbc.sql("insert into paper_template select code, version + 1, name, :content, :sha, 'Mẫu cập nhật cùng phần mềm', 'system', :at "
                        + "from paper_template where code = :code and version = (select max(version) from paper_template where code = :code) "
                        + "and uploaded_by = 'system' and not exists (select 1 from paper_template where code = :code and sha256 = :sha) "
                        + "on conflict do nothing").param("content", content).param("sha", Attachments.sha256(content)).param("code", code)
                .param("at", Timestamp.from(clock.instant())).update();
    }

    /** All versions, newest first, in the order of the codes. */
    List<Version> all() {
        return jdbc.sql("select code, version, name, length(content) as size, sha256, note, uploaded_by, uploaded_at "
                + "from paper_template order by code, version desc").query(Version.class).list();
    }

    /** @throws NotFound no such template */
    int newest(String code) {
        return jdbc.sql("select max(version) from paper_template where code = ? having count(*) > 0").param(code).query(Integer.class)
                .optional().orElseThrow(PaperTemplates::unknown);
    }

    /** @throws NotFound no such template or version */
    byte[] content(String code, int version) {
        return jdbc.sql("select content from paper_template where code = ? and version = ?").params(code, version)
                .query((rs, n) -> rs.getBytes(1)).optional().orElseThrow(PaperTemplates::unknown);
    }

    /**
     * Adds a version, which is used from now on, after a trial print.
     *
     * @param note what changed, may be null
     * @return its number
     * @throws InvalidInput    at {@code file} or {@code note}; nothing has changed
     * @throws ConflictRefusal somebody else added a version at the same moment
     * @throws NotFound        no such template
     */
    int add(Actor actor, String code, String note, byte[] content) {
        int version = newest(code) + 1;
        String why = PaperTags.clean(note);
        if (why != null && why.length() > LONGEST_NOTE) {
            throw new InvalidInput("note", "Ghi chú dài tối đa " + LONGEST_NOTE + " ký tự.");
        }
        tryOut(content, PaperForm.of(code));
        try {
            jdbc.sql("insert into paper_template select code, ?, name, ?, ?, ?, ?, ? from paper_template where code = ? and version = 1")
                    .params(version, content, Attachments.sha256(content), why, actor.userId(), Timestamp.from(clock.instant()), code)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ConflictRefusal("Vừa có người khác tải lên bản mới của mẫu này. Hãy tải lại trang rồi thử lại.");
        }
        return version;
    }

    /** The sample printed with a version. */
    byte[] sample(String code, int version) {
        try {
            return TemplateTrial.pdf(content(code, version), PaperForm.of(code));
        } catch (TemplateFault e) {
            throw new ConflictRefusal(e.getMessage());
        }
    }

    private static void tryOut(byte[] content, PaperForm form) {
        if (content.length > LARGEST) {
            throw new InvalidInput("file", "Mẫu lớn hơn 2 MB.");
        }
        if (FileKind.of(content).filter(kind -> kind == FileKind.DOCX).isEmpty()) {
            throw new InvalidInput("file", "Chỉ nhận tệp DOCX của Word, không chứa macro.");
        }
        try {
            TemplateTrial.pdf(content, form);
        } catch (TemplateFault e) {
            throw new InvalidInput("file", e.getMessage());
        }
    }

    private static byte[] own(String code) {
        try {
            return new ClassPathResource("paper-templates/" + code + ".docx").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NotFound unknown() {
        return new NotFound("Không có mẫu văn bản này.");
    }
}
