package orrery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build gave the program, read when it is asked for. */
final class BuildVersion implements IVersionProvider {
    BuildVersion() {}

    @Override
    public String[] getVersion() {
        Properties build = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("/orrery/build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties of the program itself", e);
        }
        return new String[] {"orrery " + build.getProperty("version", "of an unknown build")};
    }
}
