package orrery.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small HTTP server on this machine that supports ranges and cuts its connections when a test says so. */
public final class FileServer implements AutoCloseable {
    /** An answer of a server that behaves wrongly. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Writes head and body; the connection is closed after.
         *
         * @param from where the part that is asked for begins; 0 where the whole is asked for
         */
        void to(OutputStream out, byte[] file, int from) throws IOException;
    }

    private final ServerSocket socket;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile Optional<Answer> always = Optional.empty();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Queue<Integer> cuts = new ConcurrentLinkedQueue<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private volatile String tag = "\"one\"";

    public FileServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("file-server").start(this::accept);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    public void put(String path, byte[] bytes) {
        files.put("/" + path, bytes);
    }

    /** From now on the files are another version. */
    public void tag(String now) {
        tag = '"' + now + '"';
    }

    /** The next answers end after this many bytes of their body, one number per answer. */
    public void cutAfter(int... bytes) {
        for (int cut : bytes) {
            cuts.add(cut);
        }
    }

    /** The next answers. */
    public void answerWith(Answer... odd) {
        answers.addAll(List.of(odd));
    }

    /** All answers from now on except those set by {@link #answerWith}. */
    public void alwaysAnswerWith(Answer odd) {
        always = Optional.of(odd);
    }

    /** Writes the lines of a head and the empty one after them. */
    public static void head(OutputStream out, String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The {@code Range} of every request so far; empty where it had none. */
    public List<String> ranges() {
        return List.copyOf(ranges);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = String.valueOf(in.readLine());
            String range = "";
            String ifRange = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.startsWith("Range: bytes=")) {
                    range = line.substring("Range: bytes=".length());
                } else if (line.startsWith("If-Range: ")) {
                    ifRange = line.substring("If-Range: ".length());
                }
            }
            ranges.add(range);
            answer(client.getOutputStream(), request.split(" ", -1)[1], range, ifRange);
        } catch (IOException _) {
            // The client went away.
        }
    }

    private void answer(OutputStream out, String path, String range, String ifRange) throws IOException {
        byte[] file = files.get(path);
        if (file == null) {
            out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        Answer odd = Optional.ofNullable(answers.poll()).or(() -> always).orElse(null);
        if (odd != null) {
            odd.to(out, file, range.isEmpty() ? 0 : Integer.parseInt(range.substring(0, range.indexOf('-'))));
            out.flush();
            return;
        }
        boolean part = !range.isEmpty() && ifRange.equals(tag);
        int from = part ? Integer.parseInt(range.substring(0, range.indexOf('-'))) : 0;
        Integer cut = cuts.poll();
        int length = file.length - from;
        String head = "HTTP/1.1 " + (part ? "206 Partial Content" : "200 OK") + "\r\nContent-Length: " + length
                + (part ? "\r\nContent-Range: bytes " + from + "-" + (file.length - 1) + "/" + file.length : "")
                + "\r\nETag: " + tag + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(file, from, cut == null ? length : Math.min(cut, length));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
