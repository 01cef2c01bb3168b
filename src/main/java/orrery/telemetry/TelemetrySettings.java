package orrery.telemetry;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which samplers are on, their intervals, and how long their samples are kept. Immutable.
 *
 * @param periods sampling intervals; a sampler that is absent is off
 * @param keep how long samples are kept
 */
public record TelemetrySettings(Map<SamplerKind, Duration> periods, Duration keep) {
    /** Samples are kept for ten minutes. */
    public static final Duration KEEP = Duration.ofMinutes(10);

    private static final Duration LEAST = Duration.ofMillis(1);

    /** Copies the map and rejects intervals below a millisecond. */
    public TelemetrySettings {
        periods.forEach((kind, period) -> {
            if (period.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException(
                        "the " + kind.wireName() + " sampler cannot look every " + period + "; say 1 ms or more");
            }
        });
        EnumMap<SamplerKind, Duration> copy = new EnumMap<>(SamplerKind.class);
        copy.putAll(periods);
        periods = Collections.unmodifiableMap(copy);
    }

    /** Every sampler with its default interval, ten minutes kept. */
    public static TelemetrySettings standard() {
        Map<SamplerKind, Duration> periods = new EnumMap<>(SamplerKind.class);
        for (SamplerKind kind : SamplerKind.values()) {
            periods.put(kind, kind.period());
        }
        return new TelemetrySettings(periods, KEEP);
    }

    /** Every sampler with the same interval. */
    public static TelemetrySettings every(Duration period) {
        Map<SamplerKind, Duration> periods = new EnumMap<>(SamplerKind.class);
        for (SamplerKind kind : SamplerKind.values()) {
            periods.put(kind, period);
        }
        return new TelemetrySettings(periods, KEEP);
    }

    /** The same with another interval for one sampler. */
    public TelemetrySettings with(SamplerKind kind, Duration period) {
        Map<SamplerKind, Duration> changed = new EnumMap<>(SamplerKind.class);
        changed.putAll(periods);
        changed.put(kind, period);
        return new TelemetrySettings(changed, keep);
    }
}
