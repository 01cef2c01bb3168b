package orrery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import orrery.testing.ChildJvm;

/**
 * Java readers from outside, compiled by the JDK's compiler into a jar: a sound one for the type 2 kernels that the
 * tests make, and others, each broken in one place.
 */
public final class ReaderJar {
    /** The sound reader; a broken one differs from it in one place. */
    private static final String SOURCE = """
        package outside;

        import java.nio.*;
        import java.nio.file.*;
        import java.util.*;
        import java.util.concurrent.atomic.*;
        import orrery.stand.*;

        public final class Outside implements Reader {
            static final AtomicLong ASKED = new AtomicLong();
            static final double[] SCRATCH = new double[6];
            static final List<byte[]> KEPT = Collections.synchronizedList(new ArrayList<>());
            static final Object LOCK = new Object();
            static int lastTarget = -1;
            static double[] lastSegment = new double[0];

            @Override public String name() { return "outside NAME"; }

            @Override public Session open(List<Path> kernels) throws Exception {
                /*OPEN*/
                List<double[]> segments = new ArrayList<>();
                for (Path kernel : kernels) {
                    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(kernel)).order(ByteOrder.LITTLE_ENDIAN);
                    int record = bytes.getInt(76);
                    while (record > 0) {
                        int at = (record - 1) * 1024;
                        int count = (int) bytes.getDouble(at + 16);
                        for (int i = 0; i < count; i++) {
                            int s = at + 24 + 40 * i;
                            int first = bytes.getInt(s + 32), last = bytes.getInt(s + 36);
                            double[] segment = new double[last - first + 1 + 4];
                            segment[0] = bytes.getInt(s + 16);
                            segment[1] = bytes.getInt(s + 20);
                            segment[2] = bytes.getDouble(s);
                            segment[3] = bytes.getDouble(s + 8);
                            for (int w = first; w <= last; w++) {
                                segment[4 + w - first] = bytes.getDouble((w - 1) * 8);
                            }
                            segments.add(segment);
                        }
                        record = (int) bytes.getDouble(at);
                    }
                }
                return new Session() {
                    @Override public void state(int target, int center, double et, double[] out) throws Exception {
                        /*BEFORE*/
                        double[] a = new double[6], b = new double[6];
                        barycentric(target, et, a);
                        barycentric(center, et, b);
                        double[] sum = /*SCRATCH*/ new double[6];
                        for (int c = 0; c < 6; c++) sum[c] = a[c] - b[c];
                        /*BETWEEN*/
                        System.arraycopy(sum, 0, out, 0, 6);
                    }

                    private void barycentric(int body, double et, double[] sum) throws Exception {
                        while (body != 0) {
                            double[] s = segment(body, et);
                            double[] one = new double[6];
                            evaluate(s, et, one);
                            for (int c = 0; c < 6; c++) sum[c] += one[c];
                            body = (int) s[1];
                        }
                    }

                    private double[] segment(int body, double et) throws Exception {
                        /*CACHE*/
                        for (int i = segments.size() - 1; i >= 0; i--) {
                            double[] s = segments.get(i);
                            if (s[0] == body && s[2] <= et && et <= s[3]) { /*FILL*/ return s; }
                        }
                        throw new Exception("no data for " + body + " at " + et);
                    }

                    @Override public void close() throws Exception { /*CLOSE*/ }
                };
            }

            static void evaluate(double[] s, double et, double[] out) {
                int end = s.length;
                double init = s[end - 4], length = s[end - 3];
                int size = (int) s[end - 2], count = (int) s[end - 1];
                int granule = Math.min((int) ((et - init) / length), count - 1);
                int at = 4 + granule * size;
                double mid = s[at], radius = s[at + 1], x = (et - mid) / radius, x2 = 2 * x;
                int degree = (size - 2) / 3 - 1;
                for (int c = 0; c < 3; c++) {
                    int k = at + 2 + c * (degree + 1);
                    double w0 = 0, w1 = 0, w2, d0 = 0, d1 = 0, d2;
                    for (int j = degree; j > 0; j--) {
                        w2 = w1; w1 = w0; w0 = s[k + j] + (x2 * w1 - w2);
                        d2 = d1; d1 = d0; d0 = w1 * 2 + d1 * x2 - d2;
                    }
                    out[c] = s[k] + (x * w0 - w1);
                    out[c + 3] = (w0 + x * d0 - d1) / radius;
                }
            }
        }
        """;

    private ReaderJar() {}

    /** Whether this Java has a compiler. */
    public static boolean canCompile() {
        return ToolProvider.findFirst("javac").isPresent();
    }

    /** A sound reader. */
    public static Path sound(Path folder) throws IOException {
        return of(folder, "sound");
    }

    /**
     * A broken one.
     *
     * @param name what it is called
     * @param changes the place, what stands there instead, and so on
     */
    static Path of(Path folder, String name, String... changes) throws IOException {
        String source = SOURCE.replace("NAME", name);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(source).contains(changes[i]);
            source = source.replace(changes[i], changes[i + 1]);
        }
        Path work = Files.createTempDirectory(folder, "reader");
        Path java = Files.writeString(work.resolve("Outside.java"), source);
        Path classes = Files.createDirectory(work.resolve("classes"));
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        // By the provider's name, because the module of the compiler's own interface is not among those that the tests
        // read.
        int done = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        silent,
                        silent,
                        "-proc:none",
                        "-cp",
                        ChildJvm.classPath(),
                        "-d",
                        classes.toString(),
                        java.toString());
        assertThat(done).as("it compiles").isZero();
        Path jar = work.resolve(name.replace(' ', '-') + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            put(out, "META-INF/services/orrery.stand.Reader", "outside.Outside\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
