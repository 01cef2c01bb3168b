package orrery.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * The curve of a ledger's service times, from its {@code latency.hlog}. Immutable.
 *
 * @param count number of timed queries
 * @param points in ascending order; empty if nothing was timed
 */
public record ServiceTimes(long count, List<Point> points) {
    /** The curve without queries. */
    public static final ServiceTimes NONE = new ServiceTimes(0, List.of());

    /** Points for each further nine. */
    private static final int STEPS = 20;

    private static final int NINES = 6;

    public ServiceTimes {
        points = List.copyOf(points);
    }

    /**
     * One point of the curve.
     *
     * @param nines how many nines the percentile has: 0 is the fastest, 1 is 90 %, 2 is 99 %, and so on
     * @param nanos time within which that share of the queries ended
     */
    public record Point(double nines, long nanos) {}

    /**
     * Reads the service times of a ledger.
     *
     * @param ledger its folder
     * @throws IOException if the file exists but cannot be read
     */
    public static ServiceTimes of(Path ledger) throws IOException {
        try (InputStream in = Files.newInputStream(ledger.resolve(LedgerFiles.LATENCIES));
                HistogramLogReader log = new HistogramLogReader(in)) {
            EncodableHistogram times = log.nextIntervalHistogram();
            return times instanceof Histogram histogram && histogram.getTotalCount() > 0 ? of(histogram) : NONE;
        } catch (NoSuchFileException _) {
            return NONE;
        }
    }

    private static ServiceTimes of(Histogram times) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= NINES * STEPS; i++) {
            double nines = (double) i / STEPS;
            double beyond = StrictMath.pow(10, -nines);
            // Beyond the last query the curve has no meaning.
            if (beyond * times.getTotalCount() < 1) {
                break;
            }
            points.add(new Point(nines, times.getValueAtPercentile(100 * (1 - beyond))));
        }
        return new ServiceTimes(times.getTotalCount(), points);
    }
}
