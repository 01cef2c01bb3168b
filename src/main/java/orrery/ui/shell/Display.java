package orrery.ui.shell;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orrery.host.HostSystem;

/**
 * Whether a window can be shown. JavaFX finds out by failing, and can then no longer draw off-screen in the same
 * process; so this checks first. On Linux JavaFX needs X11 (or XWayland) and GTK 3.
 */
final class Display {
    private static final Pattern NAME = Pattern.compile("(?:[^:/]*/)?([^:]*):(\\d+)(?:\\.\\d+)?");
    private static final int FIRST_PORT = 6000;
    /**
     * The libraries that JavaFX's GTK glass needs and a minimal system lacks, and the Debian packages that contain
     * them.
     */
    private static final List<Library> LIBRARIES =
            List.of(new Library("libgtk-3.so.0", "libgtk-3-0"), new Library("libXtst.so.6", "libxtst6"));

    /** The libraries with which JavaFX draws text, on a display or off-screen. */
    private static final List<Library> TEXT = List.of(
            new Library("libfreetype.so.6", "libpangoft2-1.0-0"),
            new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    record Library(String file, String debianPackage) {}

    private Display() {}

    /** Why no window can be shown, as the key and arguments of a message; empty if one can. */
    record Lack(String key, List<String> arguments) {}

    static Optional<Lack> lack() {
        return isLinux() ? lack(System.getenv()) : Optional.empty();
    }

    /** Why nothing can be drawn at all; empty if something can. */
    static Optional<Lack> drawingLack() {
        return isLinux() ? lack("nodrawing", TEXT) : Optional.empty();
    }

    private static boolean isLinux() {
        return HostSystem.isLinux();
    }

    /** Everything that is missing at once, so that one installation is enough. */
    static Optional<Lack> lack(String key, List<Library> libraries) {
        List<Library> missing =
                libraries.stream().filter(library -> !present(library.file)).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String files = missing.stream().map(Library::file).collect(Collectors.joining(", "));
        String packages =
                missing.stream().map(Library::debianPackage).distinct().collect(Collectors.joining(" "));
        return Optional.of(new Lack(key, List.of(files, packages)));
    }

    static Optional<Lack> lack(Map<String, String> environment) {
        String name = environment.getOrDefault("DISPLAY", "");
        if (name.isBlank()) {
            boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
            return Optional.of(new Lack(wayland ? "nodisplay.wayland" : "nodisplay.none", List.of()));
        }
        if (!answers(name)) {
            return Optional.of(new Lack("nodisplay.closed", List.of(name)));
        }
        return lack("nodisplay.gtk", LIBRARIES);
    }

    /** Whether an X server listens at this display name, such as {@code :0} or {@code localhost:10.0}. */
    static boolean answers(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return false;
        }
        String host = matcher.group(1);
        int number = Integer.parseInt(matcher.group(2));
        if (host.isEmpty() || host.equals("unix")) {
            Path socket = Path.of("/tmp/.X11-unix/X" + number);
            // A server that listens only on an abstract socket leaves no file; only an attempt would tell, so trust it.
            return !Files.isDirectory(Path.of("/tmp/.X11-unix"))
                    || (Files.exists(socket) && connects(UnixDomainSocketAddress.of(socket)));
        }
        return connects(new InetSocketAddress(host, FIRST_PORT + number));
    }

    private static boolean connects(SocketAddress address) {
        try (SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            return channel.connect(address);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    // JavaFX itself loads the same library a moment later, natively.
    @SuppressWarnings("restricted")
    private static boolean present(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
