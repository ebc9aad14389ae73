package vn.giaouoc.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;

/**
 * Files of cases. An upload belongs to its uploader until the form or call that names it succeeds; binding is part of
 * that transaction, so a file commits with its case or not at all.
 */
@Service
public class Attachments {

    /** Largest file, bytes. */
    public static final long LARGEST = 20L * 1024 * 1024;
    /** Most files in one slot of one form. */
    public static final int MOST_FILES = 20;
    /** Most uploads of one person that wait to be bound. */
    private static final int MOST_UNBOUND = 100;

    private static final String COLUMNS =
            "select id, subject, slot, name, media_type, size_bytes as size, sha256, uploaded_by, uploaded_at from attachment ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<CaseAccess> access;

    Attachments(JdbcClient jdbc, Clock clock, List<CaseAccess> access) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.access = access;
    }

    /**
     * Takes a file in; its kind is found in the content and must fit the name's ending.
     *
     * @throws InvalidInput    empty, too large, not one of the kinds taken, or the name lies about the kind
     * @throws ConflictRefusal too many uploads wait to be used
     */
    @Transactional
    public AttachmentView upload(Actor actor, String fileName, byte[] content) {
        String name = cleanName(fileName);
        FileKind kind = kindOf(name, content);
        long waiting = jdbc.sql("select count(*) from attachment where uploaded_by = ? and subject is null")
                .param(actor.userId()).query(Long.class).single();
        if (waiting >= MOST_UNBOUND) {
            throw new ConflictRefusal("Bạn đang có quá nhiều tệp tải lên chưa sử dụng. Hãy xóa bớt trước khi tải tệp mới.");
        }
        return insert(actor, name, kind, content);
    }

    /** Binds a file of the product's own to a case at once. @param actor whose act made it */
    @Transactional
    public AttachmentView keep(Actor actor, String subject, String slot, String fileName, byte[] content) {
        AttachmentView file = insert(actor, fileName, kindOf(fileName, content), content);
        jdbc.sql("update attachment set subject = ?, slot = ? where id = ?").params(subject, slot, file.id()).update();
        return find(file.id());
    }

    private AttachmentView insert(Actor actor, String name, FileKind kind, byte[] content) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into attachment (id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, name, kind.mediaType, content.length, sha256(content), actor.userId(),
                        Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into attachment_content values (?, ?)").params(id, content).update();
        return find(id);
    }

    /** Removes an upload of one's own that is not used yet. */
    @Transactional
    public void discard(Actor actor, UUID id) {
        int removed = jdbc.sql("delete from attachment where id = ? and uploaded_by = ? and subject is null")
                .params(id, actor.userId()).update();
        if (removed == 0) {
            throw new NotFound("Không tìm thấy tệp, hoặc tệp đã được dùng trong hồ sơ nên không thể xóa.");
        }
    }

    /**
     * Checks what a form names, without binding.
     *
     * @throws InvalidInput at {@code field}: too many, named twice, unknown, or somebody else's upload
     */
    public void check(Actor actor, String subject, List<FileRef> files, String field) {
        if (files == null) {
            return;
        }
        if (files.size() > MOST_FILES) {
            throw new InvalidInput(field, "Tối đa " + MOST_FILES + " tệp.");
        }
        Set<UUID> seen = new HashSet<>();
        for (FileRef file : files) {
            if (file == null || file.id() == null || !seen.add(file.id())) {
                throw new InvalidInput(field, "Danh sách tệp có dòng trống hoặc trùng nhau.");
            }
            if (!usable(actor, subject, file.id())) {
                throw new InvalidInput(field, "Tệp \"" + file.name() + "\" không còn hoặc không phải do bạn tải lên.");
            }
        }
    }

    /** Binds the files to a case; files already bound to the same subject stay. Call in the transaction of the change. */
    @Transactional
    public void bind(Actor actor, String subject, String slot, List<FileRef> files) {
        check(actor, subject, files, "files");
        if (files == null) {
            return;
        }
        for (FileRef file : files) {
            jdbc.sql("update attachment set subject = ?, slot = ? where id = ? and subject is null")
                    .params(subject, slot, file.id()).update();
        }
    }

    /** Files of one subject, oldest first. */
    public List<AttachmentView> of(String subject) {
        return jdbc.sql(COLUMNS + "where subject = ? order by uploaded_at, id").param(subject)
                .query(AttachmentView.class).list();
    }

    /** Files of these subjects, each subject's oldest first, in one statement. */
    public Map<String, List<AttachmentView>> of(Collection<String> subjects) {
        return jdbc.sql(COLUMNS + "where subject = any(?) order by uploaded_at, id").param(subjects.toArray(String[]::new))
                .query(AttachmentView.class).list().stream().collect(Collectors.groupingBy(AttachmentView::subject));
    }

    /** One file, if this person may see it. @throws NotFound otherwise, so that nobody learns what exists */
    public AttachmentView get(Actor actor, UUID id) {
        AttachmentView file = jdbc.sql(COLUMNS + "where id = ?").param(id).query(AttachmentView.class).optional()
                .orElseThrow(Attachments::unknown);
        boolean visible = file.subject() == null
                ? file.uploadedBy().equals(actor.userId())
                : access.stream().anyMatch(a -> a.owns(file.subject()) && a.maySee(actor, file.subject()));
        if (!visible) {
            throw unknown();
        }
        return file;
    }

    /** The bytes of a file that {@link #get} has allowed. */
    public byte[] content(Actor actor, UUID id) {
        get(actor, id);
        return content(id);
    }

    /** The bytes of a file, for callers that have asked already. */
    public byte[] content(UUID id) {
        return jdbc.sql("select content from attachment_content where attachment_id = ?").param(id)
                .query((rs, n) -> rs.getBytes(1)).single();
    }

    private AttachmentView find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(AttachmentView.class).single();
    }

    private boolean usable(Actor actor, String subject, UUID id) {
        return jdbc.sql("select count(*) from attachment where id = ? and ((subject is null and uploaded_by = ?) or subject = ?)")
                .params(id, actor.userId(), subject).query(Long.class).single() == 1;
    }

    private static FileKind kindOf(String name, byte[] content) {
        if (content.length == 0) {
            throw new InvalidInput("file", "Tệp rỗng.");
        }
        if (content.length > LARGEST) {
            throw new InvalidInput("file", "Tệp lớn hơn 20 MB.");
        }
        FileKind kind = FileKind.of(content).orElse(null);
        if (kind == null || !kind.matchesName(name)) {
            throw new InvalidInput("file", complaint(name, kind));
        }
        return kind;
    }

    /** @param found what is inside; null: none of the kinds taken */
    private static String complaint(String name, FileKind found) {
        String file = "Tệp “" + name + "”";
        FileKind said = FileKind.named(name).orElse(null);
        if (said == null) {
            return file + " không đúng loại: chỉ nhận PDF, DOCX, XLSX, ODT, PNG, JPEG (không chứa macro).";
        }
        if (found != null) {
            return file + " không phải là " + said + ": nội dung bên trong là " + found + ", không khớp với đuôi của tên. Hãy chọn đúng tệp.";
        }
        return file + " không phải là " + said + ": chỉ có tên mang đuôi ấy, nội dung bên trong không phải " + said
                + (said.office() ? " (hoặc có chứa macro)" : "") + ". Hãy chọn đúng tệp, hoặc xuất lại ra " + said + ".";
    }

    /** The last part of the path, NFC, without control characters; browsers and attackers send all sorts. */
    private static String cleanName(String fileName) {
        String name = fileName == null ? "" : Normalizer.normalize(fileName, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
        if (name.isEmpty() || name.length() > 200) {
            throw new InvalidInput("file", "Tên tệp trống hoặc dài quá 200 ký tự.");
        }
        return name;
    }

    /** Of a file's content, in hexadecimal. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static NotFound unknown() {
        return new NotFound("Không tìm thấy tệp.");
    }
}
