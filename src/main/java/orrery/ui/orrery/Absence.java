package orrery.ui.orrery;

import java.util.List;
import orrery.ephemeris.Coverage;
import orrery.service.SkyBody;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/**
 * Why a body is not in the sky, in words: the nearest dates at which the kernels have data for it. Immutable,
 * thread-safe.
 */
final class Absence {
    private final Words words = Words.of(Absence.class);
    private final EpochFormat day = EpochFormat.days(TimeScale.TDB).unlabeled();

    /** Such as "ends 2030-01-01"; empty if the kernels have data for the body. */
    String of(SkyBody body, double et) {
        if (body.covers(et)) {
            return "";
        }
        double before = Double.NaN;
        double after = Double.NaN;
        List<Coverage.Span> spans = body.coverage().spans();
        for (Coverage.Span span : spans) {
            if (span.end() < et) {
                before = span.end();
            } else if (span.start() > et && Double.isNaN(after)) {
                after = span.start();
            }
        }
        if (Double.isNaN(before)) {
            return words.get("absence.begins", day.format(after));
        }
        return Double.isNaN(after)
                ? words.get("absence.ends", day.format(before))
                : words.get("absence.gap", day.format(before), day.format(after));
    }
}
