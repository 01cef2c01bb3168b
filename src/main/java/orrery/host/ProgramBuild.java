package orrery.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Properties;

/** What the build gave the program. Stateless. */
public final class ProgramBuild {
    private ProgramBuild() {}

    /** The version, such as {@code 1.0}. Reads a small file of the program's own. */
    public static String version() {
        Properties build = new Properties();
        try (InputStream in = ProgramBuild.class.getResourceAsStream("/orrery/build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties of the program itself", e);
        }
        return build.getProperty("version", "of an unknown build");
    }

    /** The archive that the program runs from; empty where it runs from a folder of classes. */
    public static Optional<Path> archive() {
        CodeSource source = ProgramBuild.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
