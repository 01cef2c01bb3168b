package scale;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Answers the queries of the bench plan in Apache Spark's executors, part by part. Spark carries the kernel to each
 * executor ({@code addFile}), and this program with the reader ({@code spark.jars}); each process maps the kernel once,
 * and its tasks ask the one reader side by side.
 *
 * <p>Prints each {@link PlanPart} on a line of its own, then the sum of the checksums and SHA-256 of the digests, both
 * in the order of the parts.
 */
public final class BenchPlanOnSpark {
    private BenchPlanOnSpark() {}

    /** Arguments: kernel, number of queries, seed, number of parts. Master, jars and name are Spark's own settings. */
    public static void main(String[] args) {
        Path kernel = Path.of(args[0]);
        String name = kernel.getFileName().toString();
        int count = Integer.parseInt(args[1]);
        long seed = Long.parseLong(args[2]);
        int parts = Integer.parseInt(args[3]);
        try (JavaSparkContext spark = new JavaSparkContext()) {
            spark.addFile(kernel.toUri().toString());
            List<Integer> numbers = IntStream.range(0, parts).boxed().toList();
            List<PlanPart> answers = spark.parallelize(numbers, parts)
                    .map(part -> ProcessReader.of(Path.of(SparkFiles.get(name)), count, seed)
                            .answer(part, parts, SparkEnv.get().executorId()))
                    .collect();
            MessageDigest digest = ProcessReader.sha256();
            double sum = 0;
            for (PlanPart part : answers) {
                System.out.println("part " + part);
                sum += part.checksum();
                digest.update(HexFormat.of().parseHex(part.digest()));
            }
            System.out.println("all " + sum + " " + HexFormat.of().formatHex(digest.digest()));
        }
    }
}
