package orrery.stand;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orrery.host.HostSystem;

/**
 * The processes that a reader's process has started, however far removed. They inherit a variable of its environment,
 * by which Linux finds them even if their parent is gone. Elsewhere only those are found whose parents live.
 *
 * <p>For use by one thread.
 */
final class Offspring {
    private static final String VARIABLE = "ORRERY_STAND_RUN";
    private static final Path PROC = HostSystem.proc("");
    /** A helper process that ends with its parent has this long for it. */
    private static final long GRACE_MILLIS = 300;
    /** A process may start another while it is being ended. */
    private static final int ROUNDS = 20;

    private final byte[] mark;
    private final long self;
    /** Found before their parent was ended. */
    private final Map<Long, ProcessHandle> known = new LinkedHashMap<>();

    /** @param self the process that is not one of them */
    private Offspring(String token, long self) {
        this.mark = (VARIABLE + "=" + token).getBytes(StandardCharsets.UTF_8);
        this.self = self;
    }

    /** Marks a process that is about to be started. */
    static String mark(ProcessBuilder builder) {
        String token = UUID.randomUUID().toString();
        builder.environment().put(VARIABLE, token);
        return token;
    }

    static Offspring of(String token, Process process) {
        return new Offspring(token, process.pid());
    }

    /** The other processes of this one's run; null if this process is none of a reader's. */
    static @Nullable Offspring ofThisProcess() {
        String token = System.getenv(VARIABLE);
        return token == null
                ? null
                : new Offspring(token, ProcessHandle.current().pid());
    }

    /** Notes those that can be found while their parent lives. */
    void look() {
        ProcessHandle.of(self)
                .map(ProcessHandle::descendants)
                .orElseGet(Stream::empty)
                .forEach(process -> known.put(process.pid(), process));
    }

    /** Bytes of their own (anonymous) memory, of all that live. */
    long anonymous() {
        return alive().stream()
                .flatMap(process -> OutsideView.of(process.pid()).stream())
                .mapToLong(OutsideView::anonymous)
                .sum();
    }

    /** Ends them all. Returns how many were left behind, that is lived on for a while after the process had ended. */
    int end() {
        if (alive().isEmpty()) {
            return 0;
        }
        pause(GRACE_MILLIS);
        int left = alive().size();
        for (int round = 0; round < ROUNDS; round++) {
            Collection<ProcessHandle> living = alive();
            if (living.isEmpty()) {
                break;
            }
            living.forEach(ProcessHandle::destroyForcibly);
            pause(10);
        }
        return left;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Collection<ProcessHandle> alive() {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : all) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (pid != self && isMarked(process.resolve("environ"))) {
                    ProcessHandle.of(pid).ifPresent(handle -> known.put(pid, handle));
                }
            }
        } catch (IOException | NumberFormatException _) {
            // Not Linux: those noted before are all that is known.
        }
        known.values().removeIf(process -> !process.isAlive());
        return known.values();
    }

    private boolean isMarked(Path environment) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(environment);
        } catch (IOException _) {
            // Ended meanwhile, or not one of ours.
            return false;
        }
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == 0) {
                if (Arrays.equals(bytes, from, i, mark, 0, mark.length)) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }
}
