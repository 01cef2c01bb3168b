package orrery.ui.audit;

import java.util.Locale;
import javafx.scene.control.Label;
import orrery.audit.AuditProgress;
import orrery.telemetry.LatencyHistogram;
import orrery.ui.fx.Words;

/** The figures of the current window: who is inside at once, the rate, the service times. JavaFX thread. */
record WindowFigures(Words words, Label overlap, Label overlapNote, Label rate, Label percentiles) {
    void show(AuditProgress.WindowState window) {
        overlap.setText(words.get("audit.overlap", window.most(), window.needed()));
        overlapNote.setText(words.get(
                "audit.overlap.note",
                window.group(),
                String.format(Locale.ROOT, "%.1f", window.mean()),
                String.format(Locale.ROOT, "%,d", window.rounds()),
                String.format(Locale.ROOT, "%.1f", window.nanos() / 1e9)));
        rate.setText(words.get("audit.rate", rate(window.queriesASecond())));
        LatencyHistogram times = window.service();
        percentiles.setText(
                times.count() == 0
                        ? ""
                        : words.get(
                                "audit.percentiles",
                                nanos(times.percentile(50)),
                                nanos(times.percentile(99)),
                                nanos(times.percentile(99.9)),
                                nanos(times.max())));
    }

    private static String rate(double perSecond) {
        return perSecond >= 1e6
                ? String.format(Locale.ROOT, "%.2f M", perSecond / 1e6)
                : String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    /** A time with its unit. */
    static String nanos(long nanos) {
        return nanos < 1_000
                ? nanos + " ns"
                : nanos < 1_000_000
                        ? String.format(Locale.ROOT, "%.3g \u00b5s", nanos / 1e3)
                        : nanos < 999_500_000
                                ? String.format(Locale.ROOT, "%.3g ms", nanos / 1e6)
                                : String.format(Locale.ROOT, "%.3g s", nanos / 1e9);
    }
}
