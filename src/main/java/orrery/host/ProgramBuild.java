package orrery.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
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
        // A class that comes from an AOT cache in another place than it was made in has no code source that says where.
        URL own = ProgramBuild.class.getResource("ProgramBuild.class");
        return own == null ? Optional.empty() : archive(own);
    }

    static Optional<Path> archive(URL resource) {
        try {
            return resource.openConnection() instanceof JarURLConnection jar
                    ? Optional.of(Path.of(jar.getJarFileURL().toURI()))
                    : Optional.empty();
        } catch (IOException | URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
