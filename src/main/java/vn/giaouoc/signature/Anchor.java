package vn.giaouoc.signature;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The end of the chain as it was last seen, signed, in a file outside the database. A chain that goes on beyond it is
 * right (a crash between commit and anchor, another node); one that ends before it or has another entry there was cut or
 * made anew. Moves forward only. Nodes may share the file or have one each.
 */
final class Anchor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ServerKeys keys;

    Anchor(Path file, ServerKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    /** @param seq 0 with {@link SignatureChain#ZEROS}: the book is empty */
    record Point(long seq, String hash, String keyId, String signature) {

        String text() {
            return text(seq, hash);
        }

        static String text(long seq, String hash) {
            return "giaouoc-anchor:" + seq + ":" + hash;
        }
    }

    /** The point; empty when there is none that the server's keys stand for. */
    Optional<Point> read() {
        try {
            Point point = JSON.readValue(Files.readAllBytes(file), Point.class);
            return Optional.of(point).filter(p -> p.hash() != null && p.keyId() != null && p.signature() != null
                    && keys.check(p.keyId(), p.text(), p.signature()) == ServerKeys.Check.GOOD);
        } catch (IOException e) {
            return Optional.empty(); // absent, unreadable or no JSON: all the same to whoever asks, and reported as such
        }
    }

    /** Moves forward to this entry; never back, and never from nothing: a missing anchor has to be noticed. */
    void advance(long seq, String hash) {
        locked(() -> {
            Optional<Point> now = read();
            if (now.isPresent() && now.get().seq() < seq) {
                write(seq, hash);
            }
        });
    }

    /** The first anchor of an empty book; one that is there stays. */
    void begin() {
        locked(() -> {
            if (read().isEmpty()) {
                write(0, SignatureChain.ZEROS);
            }
        });
    }

    /** Sets the anchor, whatever was there. */
    void set(long seq, String hash) {
        locked(() -> write(seq, hash));
    }

    private void write(long seq, String hash) throws IOException {
        OwnFile.write(file, JSON.writeValueAsBytes(new Point(seq, hash, keys.currentId(), keys.sign(Point.text(seq, hash)))));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** One writer at a time: of this process by the monitor, of other nodes by the file beside it. */
    private synchronized void locked(Work work) {
        try {
            OwnFile.folder(file.getParent());
            try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    work.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Không ghi được điểm neo / the anchor cannot be written: " + file, e);
        }
    }
}
