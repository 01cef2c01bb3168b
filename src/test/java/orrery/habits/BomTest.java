package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.testing.ChildJvm;

/** The bill of materials of the packages holds more than Maven knows. */
class BomTest {
    @TempDir
    private Path folder;

    @Test
    void theRuntimeIsNamedWithItsVendorItsVersionAndItsLicense() throws Exception {
        Path file = Files.writeString(folder.resolve("orrery.cdx.json"), """
            {"bomFormat": "CycloneDX", "specVersion": "1.6",
             "metadata": {"component": {"bom-ref": "program"}},
             "components": [{"bom-ref": "library", "name": "a library"}],
             "dependencies": [{"ref": "program", "dependsOn": ["library"]}, {"ref": "library", "dependsOn": []}]}
            """);
        Path home = Path.of(System.getProperty("java.home"));
        Process made = new ProcessBuilder(
                        home.resolve("bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        ChildJvm.classPath(),
                        Path.of(System.getProperty("orrery.basedir", "."), "src/dist/java/Bom.java")
                                .toString(),
                        file.toString(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();

        JsonNode bom = new ObjectMapper().readTree(file.toFile());
        assertThat(bom.at("/components")).hasSize(2);
        JsonNode runtime = bom.at("/components/1");
        assertThat(runtime.path("name").asText()).isEqualTo("openjdk");
        assertThat(runtime.path("type").asText()).isEqualTo("platform");
        assertThat(runtime.path("version").asText()).isEqualTo(Runtime.version().toString());
        assertThat(runtime.at("/supplier/name").asText()).isEqualTo(System.getProperty("java.vendor"));
        assertThat(runtime.at("/licenses/0/expression").asText())
                .isEqualTo("GPL-2.0-only WITH Classpath-exception-2.0");
        String reference = runtime.path("bom-ref").asText();
        assertThat(bom.at("/dependencies/0/dependsOn/1").asText())
                .as("the program needs it")
                .isEqualTo(reference);
        assertThat(bom.at("/dependencies/2/ref").asText()).isEqualTo(reference);
    }
}
