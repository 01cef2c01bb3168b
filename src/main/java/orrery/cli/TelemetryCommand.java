package orrery.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelPool;
import orrery.jfr.FlightEvents;
import orrery.math.Counted;
import orrery.service.KernelRegions;
import orrery.telemetry.Measurement;
import orrery.telemetry.Sample;
import orrery.telemetry.SampleFigure;
import orrery.telemetry.SampleLine;
import orrery.telemetry.Telemetry;
import orrery.telemetry.TelemetrySettings;
import orrery.telemetry.WatchedRegion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "telemetry",
        mixinStandardHelpOptions = true,
        description = {
            "Streams what the window's Telemetry tab shows: threads, queries, latency, memory, pages.",
            "With --json, one object per line: t (seconds since the start), sampler, of (if a sampler watches"
                    + " several things), and figures by name, each with value and unit, or with notAvailable and"
                    + " the reason."
        })
final class TelemetryCommand implements Callable<Integer> {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})\\s*(ms|s)");
    private static final int WAITING_LINES = 20_000;
    private static final long WAIT_MILLIS = 50;
    private static final double FASTEST = 1_000_000;

    @Mixin
    private KernelOptions kernels = new KernelOptions();

    @Option(
            names = "--load",
            paramLabel = "NAME",
            defaultValue = "none",
            description =
                    "none; ledger: 20 threads in rounds of 10,000 queries; deep: 64 platform and 1,000 virtual threads"
                            + " in rounds of 1,000,000; soak: one thread per core without rounds (default: $"
                            + "{DEFAULT-VALUE}).")
    private QueryLoad.Preset load = QueryLoad.Preset.NONE;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "Each thread of the load begins N queries a second, at even intervals and without rounds;"
                    + " response times then run from the intended start (default: as many as it can).")
    private double rate;

    @Option(
            names = "--period",
            paramLabel = "LENGTH",
            description =
                    "Sampling interval for every sampler, such as 250ms or 1s" + " (default: each sampler's own).")
    private String period = "";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "End after this many seconds (default: when stopped).")
    private double seconds;

    @Option(names = "--json", description = "Print one object per line instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (!(seconds >= 0)) {
            throw new UsageException("telemetry: --seconds " + seconds + " is not a duration; give 0 or more.");
        }
        if (!(rate >= 0 && rate <= FASTEST)) {
            throw new UsageException(
                    "telemetry: --rate " + rate + " is not a rate; give 0 to 1000000 queries a second.");
        }
        if (rate > 0 && load == QueryLoad.Preset.NONE) {
            throw new UsageException("telemetry: --rate " + rate + " needs a load; add --load soak, for example.");
        }
        PrintWriter out = spec.commandLine().getOut();
        FlightEvents.install();
        try (KernelPool pool = kernels.open();
                QueryLoad work = new QueryLoad(pool, load, rate);
                Telemetry telemetry = new Telemetry(settings())) {
            Map<KernelHandle, WatchedRegion> regions = KernelRegions.of(pool);
            telemetry.regions(() -> regions.values().stream().distinct().toList());
            telemetry.register(work.recorders());
            stream(telemetry, work, out);
        }
        return ExitCodes.DONE;
    }

    private TelemetrySettings settings() {
        if (period.isEmpty()) {
            return TelemetrySettings.standard();
        }
        Matcher length = LENGTH.matcher(period);
        if (!length.matches() || Long.parseLong(length.group(1)) == 0) {
            throw new UsageException(
                    "telemetry: --period " + period + " is not a duration; give 250ms or 1s, for example.");
        }
        long amount = Long.parseLong(length.group(1));
        return TelemetrySettings.every(
                length.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount));
    }

    /** Samples go through a queue, so that a slow consumer of the output never slows the sampling. */
    private void stream(Telemetry telemetry, QueryLoad work, PrintWriter out) throws InterruptedException {
        BlockingQueue<Sample> waiting = new LinkedBlockingQueue<>(WAITING_LINES);
        AtomicLong leftOut = new AtomicLong();
        telemetry.subscribe(sample -> {
            if (!waiting.offer(sample)) {
                leftOut.incrementAndGet();
            }
        });
        telemetry.start();
        work.start();
        print(waiting.take(), telemetry, out);
        // The first native call takes time: the seconds count from the first sample.
        long start = System.nanoTime();
        while ((seconds == 0 || System.nanoTime() - start < seconds * 1e9) && !out.checkError()) {
            print(waiting.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS), telemetry, out);
        }
        telemetry.stop();
        for (Sample sample = waiting.poll(); sample != null; sample = waiting.poll()) {
            print(sample, telemetry, out);
        }
        out.flush();
        if (leftOut.get() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(Counted.of(leftOut.get(), "sample was", "samples were")
                            + " dropped: the output was read too slowly.");
        }
    }

    private void print(@Nullable Sample sample, Telemetry telemetry, PrintWriter out) {
        if (sample != null) {
            for (SampleLine line : sample.lines()) {
                double t = Math.rint(telemetry.seconds(line.nanos()) * 1e6) / 1e6;
                out.println(json ? object(t, line).toString() : text(t, line));
            }
        }
    }

    private static ObjectNode object(double t, SampleLine line) {
        ObjectNode node = Json.object().put("t", t).put("sampler", line.sampler());
        if (!line.of().isEmpty()) {
            node.put("of", line.of());
        }
        ObjectNode figures = node.putObject("figures");
        for (SampleFigure figure : line.figures()) {
            ObjectNode one = figures.putObject(figure.name());
            switch (figure.value()) {
                case Measurement.Value<? extends Number>(Number value) -> {
                    if (value instanceof Double || value instanceof Float) {
                        one.put("value", value.doubleValue());
                    } else {
                        one.put("value", value.longValue());
                    }
                    one.put("unit", figure.unit());
                }
                case Measurement.NotAvailable<? extends Number>(String why) ->
                    one.putNull("value").put("unit", figure.unit()).put("notAvailable", why);
            }
        }
        return node;
    }

    private static String text(double t, SampleLine line) {
        StringJoiner figures = new StringJoiner(", ");
        for (SampleFigure figure : line.figures()) {
            figures.add(figure.name() + " "
                    + figure.value()
                            .value()
                            .map(value -> value + " " + figure.unit())
                            .orElse("not available here"));
        }
        return "%10.3f s  %s%s: %s".formatted(t, line.sampler(), line.of().isEmpty() ? "" : " " + line.of(), figures);
    }
}
