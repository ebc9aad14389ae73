package vn.giaouoc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The kinds of file the product takes, told by what is inside, never by the name or what the browser says. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt");

    private static final int LARGEST_MANIFEST = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED = 100L << 20;

    final String mediaType;
    private final String[] extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    boolean matchesName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(extensions).anyMatch(extension -> lower.endsWith("." + extension));
    }

    /** Word processors and the like, whose files may carry macros. */
    boolean office() {
        return this == DOCX || this == XLSX || this == ODT;
    }

    /** The kind that the name's ending promises. */
    static Optional<FileKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.matchesName(name)).findFirst();
    }

    /** Empty when the content is none of the kinds taken. */
    static Optional<FileKind> of(byte[] content) {
        if (startsWith(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(PDF);
        }
        if (startsWith(content, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})) {
            return Optional.of(PNG);
        }
        if (startsWith(content, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return Optional.of(JPEG);
        }
        return startsWith(content, new byte[] {'P', 'K', 3, 4}) ? insideZip(content) : Optional.empty();
    }

    private static boolean startsWith(byte[] content, byte[] prefix) {
        return content.length > prefix.length && Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length);
    }

    /**
     * Office files say what they are in one entry, near the beginning; a document with macros says something else and is not taken. What
     * stands before that entry is unpacked only so far: a file that swells to gigabytes costs nothing.
     */
    private static Optional<FileKind> insideZip(byte[] content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            long unpacked = 0;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && entries < MOST_ENTRIES; entry = zip.getNextEntry()) {
                entries++;
                if (entry.getName().equals("mimetype")) {
                    return text(zip).strip().equals(ODT.mediaType) ? Optional.of(ODT) : Optional.empty();
                }
                if (entry.getName().equals("[Content_Types].xml")) {
                    return byContentTypes(text(zip));
                }
                unpacked += zip.skip(MOST_UNPACKED - unpacked);
                if (unpacked >= MOST_UNPACKED) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // a broken archive is none of the kinds taken
        }
    }

    private static Optional<FileKind> byContentTypes(String types) {
        if (types.contains(DOCX.mediaType + ".main+xml")) {
            return Optional.of(DOCX);
        }
        return types.contains(XLSX.mediaType + ".main+xml") ? Optional.of(XLSX) : Optional.empty();
    }

    private static String text(ZipInputStream zip) throws IOException {
        return new String(zip.readNBytes(LARGEST_MANIFEST), StandardCharsets.UTF_8);
    }
}
