package vn.giaouoc.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that does what a well-behaved one does not, by the name of the receiver. */
public final class GrumpySmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** @param port of the tests' mail server, which must not run meanwhile */
    public GrumpySmtp(int port) throws IOException {
        socket = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "grumpy-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException broken) {
                said.add("broken off");
            }
        }
    }

    /** What the callers said, line by line. */
    public List<String> said() {
        return said;
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        String receiver = "";
        answer(caller, "220 grumpy");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            said.add(line);
            if (line.startsWith("RCPT")) {
                receiver = line;
                answer(caller, line.contains("nobody") ? "550 No such user" : line.contains("later") ? "451 Try again later"
                        : line.contains("closing") ? "421 Closing down" : "250 ok");
            } else if (line.equals("DATA")) {
                answer(caller, "354 go on");
                String read = in.readLine();
                while (read != null && !read.equals(".")) {
                    said.add(read);
                    read = in.readLine();
                }
                if (receiver.contains("silent")) {
                    return; // neither yes nor no
                }
                answer(caller, "250 taken");
            } else {
                answer(caller, "250 ok");
            }
        }
    }

    private static void answer(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
