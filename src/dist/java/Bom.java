import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Adds the Java runtime of the image to the bill of materials that Maven made of the libraries. The runtime itself says
 * which it is.
 *
 * <p>Usage: {@code java -cp 'target/image/lib/*' Bom.java FILE RUNTIME...}; the first runtime that is there counts.
 */
final class Bom {
    private Bom() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path file = Path.of(args[0]);
        if (!Files.exists(file)) {
            System.out.println("There is no bill of materials: its plugin does nothing where Maven is offline (-o).");
            return;
        }
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode bom = (ObjectNode) mapper.readTree(file.toFile());
        Path runtime = Stream.of(args)
                .skip(1)
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        add(bom, properties(runtime));
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), bom);
    }

    /** What the runtime says of itself, by the names of Java's system properties. */
    private static Map<String, String> properties(Path runtime) throws IOException, InterruptedException {
        Process said = new ProcessBuilder(
                        runtime.resolve("bin/java").toString(),
                        "-XshowSettings:properties",
                        "-Xlog:disable",
                        "-version")
                .redirectErrorStream(true)
                .start();
        Map<String, String> found = new HashMap<>();
        String text = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            String[] pair = line.strip().split(" = ", 2);
            if (pair.length == 2) {
                found.put(pair[0], pair[1].strip());
            }
        }
        if (said.waitFor() != 0) {
            throw new IllegalStateException(runtime + " does not run: " + text);
        }
        return found;
    }

    private static void add(ObjectNode bom, Map<String, String> says) {
        String version = said(says, "java.runtime.version");
        String reference = "pkg:generic/openjdk@" + version.replace("+", "%2B");
        ObjectNode runtime = bom.withArray("/components").addObject();
        runtime.put("type", "platform").put("bom-ref", reference);
        runtime.putObject("supplier").put("name", said(says, "java.vendor"));
        runtime.put("name", "openjdk")
                .put("version", version)
                .put(
                        "description",
                        "The Java runtime beside the program: modules of "
                                + said(says, "java.vm.name")
                                + says.getOrDefault("java.vendor.version", "").replaceFirst("^(?=.)", ", ")
                                + ", linked by jlink");
        runtime.putArray("licenses").addObject().put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        runtime.put("cpe", "cpe:2.3:a:oracle:openjdk:" + said(says, "java.version") + ":*:*:*:*:*:*:*")
                .put("purl", reference);

        ArrayNode dependencies = bom.withArray("/dependencies");
        String program = bom.at("/metadata/component/bom-ref").asText();
        dependencies.forEach(each -> {
            if (each.path("ref").asText().equals(program)) {
                ((ObjectNode) each).withArray("dependsOn").add(reference);
            }
        });
        dependencies.addObject().put("ref", reference).putArray("dependsOn");
    }

    private static String said(Map<String, String> says, String property) {
        String value = says.get(property);
        if (value == null) {
            throw new IllegalStateException("The runtime does not say its " + property + ": " + says);
        }
        return value;
    }
}
