package orrery.stand;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import orrery.host.HostSystem;

/**
 * The resources of a process as the system shows them to other processes (Linux: {@code /proc}).
 *
 * @param anonymous bytes without a backing file (RssAnon): heaps, stacks, allocations of libraries
 * @param resident all bytes in memory (VmRSS)
 * @param descriptors open descriptors
 * @param threads threads
 */
public record OutsideView(long anonymous, long resident, int descriptors, int threads) {
    private static final Path PROC = HostSystem.proc("");
    private static final long KIB = 1024;

    /**
     * A mapping of a file.
     *
     * @param offset start in the file
     * @param isWritten whether writes to it reach the file
     */
    public record FileMapping(long offset, boolean isWritten) {}

    /** Whether this system reports them. */
    public static boolean available() {
        return Files.isReadable(PROC.resolve("self").resolve("status"));
    }

    /** Examines a process; empty once it has ended, or if the system does not report it. */
    public static Optional<OutsideView> of(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            long anonymous = -1;
            long resident = -1;
            int threads = 0;
            for (String line : Files.readAllLines(process.resolve("status"))) {
                if (line.startsWith("RssAnon:")) {
                    anonymous = number(line) * KIB;
                } else if (line.startsWith("VmRSS:")) {
                    resident = number(line) * KIB;
                } else if (line.startsWith("Threads:")) {
                    threads = (int) number(line);
                }
            }
            return anonymous < 0
                    ? Optional.empty()
                    : Optional.of(new OutsideView(anonymous, resident, count(process.resolve("fd")), threads));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** How often the threads of a process have given up a processor voluntarily: each wait for a lock is one. */
    public static long waits(long pid) {
        long waits = 0;
        try (DirectoryStream<Path> tasks =
                Files.newDirectoryStream(PROC.resolve(Long.toString(pid)).resolve("task"))) {
            for (Path task : tasks) {
                waits += ofStand(task) ? waits(task) : 0;
            }
        } catch (IOException _) {
            // It is ending: what it has counted so far.
        }
        return waits;
    }

    private static boolean ofStand(Path task) throws IOException {
        return Files.readString(task.resolve("comm")).startsWith("stand-");
    }

    private static long waits(Path task) throws IOException {
        for (String line : Files.readAllLines(task.resolve("status"))) {
            if (line.startsWith("voluntary_ctxt_switches:")) {
                return number(line);
            }
        }
        return 0;
    }

    /** How a process maps a file. */
    public static List<FileMapping> mappings(long pid, Path file) {
        try {
            String real = file.toRealPath().toString();
            return Files.readAllLines(PROC.resolve(Long.toString(pid)).resolve("maps")).stream()
                    .filter(line -> line.endsWith(" " + real))
                    .map(OutsideView::mapping)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static FileMapping mapping(String line) {
        String[] parts = line.split("\\s+", 6);
        boolean written = parts[1].charAt(1) == 'w' && parts[1].charAt(3) == 's';
        return new FileMapping(Long.parseLong(parts[2], 16), written);
    }

    /** How many descriptors of a process are open on a file. */
    public static int descriptors(long pid, Path file) {
        int count = 0;
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            Path real = file.toRealPath();
            for (Path one : all) {
                count += Files.exists(one, new LinkOption[0]) && Files.isSameFile(one, real) ? 1 : 0;
            }
        } catch (IOException _) {
            // It is ending: what was seen so far.
        }
        return count;
    }

    private static int count(Path folder) throws IOException {
        int count = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path _ : all) {
                count++;
            }
        }
        return count;
    }

    private static long number(String line) {
        return Long.parseLong(
                line.substring(line.indexOf(':') + 1).replace("kB", "").strip());
    }
}
