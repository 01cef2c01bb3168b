package orrery.host;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where programs keep what is theirs: on Linux and the like by the XDG Base Directory Specification, on macOS in {@code
 * ~/Library/Application Support}, on Windows under {@code %APPDATA%} and {@code %LOCALAPPDATA%}.
 *
 * <p>Stateless.
 */
public final class SystemFolders {
    private static final String PROGRAM = "Orrery";

    private SystemFolders() {}

    /** For what was chosen: {@code $XDG_CONFIG_HOME} or {@code ~/.config}, {@code %APPDATA%}. */
    public static Path configuration(Map<String, String> environment) {
        return configuration(HostSystem.name(), home(), environment);
    }

    static Path configuration(String system, Path home, Map<String, String> environment) {
        return folder(system, home, environment, Kind.CONFIGURATION);
    }

    /** For what was made and fetched: {@code $XDG_DATA_HOME} or {@code ~/.local/share}, {@code %LOCALAPPDATA%}. */
    public static Path data(Map<String, String> environment) {
        return data(HostSystem.name(), home(), environment);
    }

    static Path data(String system, Path home, Map<String, String> environment) {
        return folder(system, home, environment, Kind.DATA);
    }

    private enum Kind {
        CONFIGURATION("XDG_CONFIG_HOME", ".config", "APPDATA", "AppData/Roaming"),
        DATA("XDG_DATA_HOME", ".local/share", "LOCALAPPDATA", "AppData/Local");

        private final String xdg;
        private final String dotted;
        private final String variable;
        private final String windows;

        Kind(String xdg, String dotted, String variable, String windows) {
            this.xdg = xdg;
            this.dotted = dotted;
            this.variable = variable;
            this.windows = windows;
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home", "."));
    }

    private static Path folder(String system, Path home, Map<String, String> environment, Kind kind) {
        if (HostSystem.isMac(system)) {
            return home.resolve("Library/Application Support").resolve(PROGRAM);
        }
        if (HostSystem.isWindows(system)) {
            String chosen = environment.getOrDefault(kind.variable, "");
            return (chosen.isBlank() ? home.resolve(kind.windows) : Path.of(chosen)).resolve(PROGRAM);
        }
        String chosen = environment.getOrDefault(kind.xdg, "");
        // The specification has relative paths ignored.
        return (chosen.startsWith("/") ? Path.of(chosen) : home.resolve(kind.dotted)).resolve("orrery");
    }
}
