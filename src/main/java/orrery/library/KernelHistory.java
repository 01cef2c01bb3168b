package orrery.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import orrery.files.FileTurn;
import orrery.files.PartFile;

/**
 * What the program remembers about kernels between runs: sessions, recent files, and the digests of fetched files.
 * Small JSON files in one folder, each written completely or not at all. A file that cannot be understood is treated as
 * missing.
 *
 * <p>Thread-safe, also among several programs that use the same folder: changes to a file are serialized.
 */
public final class KernelHistory {
    private static final String SUFFIX = ".json";
    private static final int RECENTS = 20;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    /** @param folder created when something is first written */
    public KernelHistory(Path folder) {
        this.folder = folder;
    }

    /**
     * Saves a session under its name.
     *
     * @throws IOException if it cannot be written
     */
    public synchronized void save(KernelSession session) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", session.name());
        ArrayNode kernels = node.putArray("kernels");
        for (KernelSession.Kernel kernel : session.kernels()) {
            kernels.addObject()
                    .put("path", kernel.path().toString())
                    .put("enabled", kernel.enabled())
                    .put("size", kernel.size())
                    .put("modified", kernel.modified());
        }
        write(file(session.name()), node);
    }

    /** The path of a session, existing or not. */
    public Path file(String session) {
        return sessions().resolve(fileName(session));
    }

    /** A session by its name. */
    public synchronized Optional<KernelSession> session(String name) {
        return read(file(name)).map(node -> session(node, name));
    }

    /** The names of all sessions, sorted. */
    public synchronized List<String> sessionNames() {
        if (!Files.isDirectory(sessions(), new LinkOption[0])) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(sessions())) {
            return files.filter(f -> f.toString().endsWith(SUFFIX))
                    .flatMap(f -> read(f).stream())
                    .map(node -> node.path("name").asText(""))
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException _) {
            // What cannot be listed cannot be offered.
            return List.of();
        }
    }

    private static KernelSession session(JsonNode node, String name) {
        List<KernelSession.Kernel> kernels = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonNode kernel : node.path("kernels")) {
            String path = kernel.path("path").asText("");
            PathText.parse(path)
                    .ifPresentOrElse(
                            file -> kernels.add(new KernelSession.Kernel(
                                    file,
                                    kernel.path("enabled").asBoolean(true),
                                    kernel.path("size").asLong(),
                                    kernel.path("modified").asLong())),
                            () -> unreadable.add(PathText.refusal(path)));
        }
        return new KernelSession(node.path("name").asText(name), kernels, unreadable);
    }

    /** The path of the recent files, existing or not. */
    public Path recentFile() {
        return folder.resolve("recent.json");
    }

    /**
     * The files opened last, newest first; without those whose names are not valid in this run, which are kept for the
     * next one.
     */
    public synchronized List<Path> recents() {
        return recentNames().stream()
                .flatMap(name -> PathText.parse(name).stream())
                .toList();
    }

    private List<String> recentNames() {
        List<String> names = new ArrayList<>();
        read(recentFile()).ifPresent(node -> {
            for (JsonNode path : node.path("files")) {
                names.add(path.asText(""));
            }
        });
        return names;
    }

    /**
     * Puts a file at the head of the recent ones.
     *
     * @throws IOException if that cannot be written
     */
    public synchronized void remember(Path file) throws IOException {
        String name = file.toAbsolutePath().normalize().toString();
        try (FileTurn _ = turn()) {
            List<String> recents = recentNames();
            recents.remove(name);
            recents.addFirst(name);
            write(recents);
        }
    }

    /**
     * Removes a file from the recent ones; the file itself stays.
     *
     * @throws IOException if that cannot be written
     */
    public synchronized void forget(Path file) throws IOException {
        try (FileTurn _ = turn()) {
            List<String> recents = recentNames();
            if (recents.remove(file.toAbsolutePath().normalize().toString())) {
                write(recents);
            }
        }
    }

    private void write(List<String> recents) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode files = node.putArray("files");
        recents.stream().limit(RECENTS).forEach(files::add);
        write(recentFile(), node);
    }

    /** What was recorded about an address at its first fetch. */
    public synchronized Optional<FetchRecord> fetched(String address) {
        return Optional.ofNullable(allFetched().get(address));
    }

    /**
     * Records facts about an address.
     *
     * @throws IOException if that cannot be written
     */
    public synchronized void learn(String address, FetchRecord fetched) throws IOException {
        try (FileTurn _ = turn()) {
            Map<String, FetchRecord> all = allFetched();
            all.put(address, fetched);
            ObjectNode node = JSON.createObjectNode();
            all.forEach((url, what) -> node.putObject(url)
                    .put("sha256", what.sha256())
                    .put("bytes", what.bytes())
                    .put("lastModified", what.lastModified()));
            write(folder.resolve("fetched.json"), node);
        }
    }

    /** Otherwise, changes by another program between reading and writing would be lost. */
    private FileTurn turn() throws IOException {
        return FileTurn.take(folder.resolve("history.lock"), () -> false, () -> {});
    }

    private Map<String, FetchRecord> allFetched() {
        Map<String, FetchRecord> all = new LinkedHashMap<>();
        read(folder.resolve("fetched.json"))
                .ifPresent(node -> node.properties()
                        .forEach(entry -> all.put(
                                entry.getKey(),
                                new FetchRecord(
                                        entry.getValue().path("sha256").asText(""),
                                        entry.getValue().path("bytes").asLong(),
                                        entry.getValue().path("lastModified").asText("")))));
        return all;
    }

    private Path sessions() {
        return folder.resolve("sessions");
    }

    private static String fileName(String session) {
        String plain = session.replaceAll("[^A-Za-z0-9_-]", "_");
        // Two names that differ only in characters not allowed in file names are still two.
        return plain.equals(session) ? plain + SUFFIX : plain + "-" + Integer.toHexString(session.hashCode()) + SUFFIX;
    }

    private static Optional<JsonNode> read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (IOException _) {
            // Missing, or not ours.
            return Optional.empty();
        }
    }

    private static void write(Path file, JsonNode node) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(node);
        PartFile.write(file, out -> out.write(bytes));
    }
}
