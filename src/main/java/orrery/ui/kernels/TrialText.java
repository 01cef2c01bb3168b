package orrery.ui.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyTrial;
import orrery.ui.fx.Words;

/** What a preview says of one body, in sentences. Stateless. */
final class TrialText {
    private TrialText() {}

    /** How far the loaded kernels have a body from where the trial has it. */
    static String against(SkyTrial.Way way, ImportTrial.@Nullable Difference difference, Words words) {
        if (difference == null) {
            return words.get("import.alone", way.name());
        }
        double[] et = difference.series().et();
        String said = words.get(
                "import.against",
                way.name(),
                KernelText.day(et[0]),
                KernelText.day(et[et.length - 1]),
                KernelText.km(most(difference.series().km())),
                KernelText.km(most(difference.orbit().radial())),
                KernelText.km(most(difference.orbit().along())),
                KernelText.km(most(difference.orbit().cross())));
        double mas = most(difference.series().mas());
        return Double.isNaN(mas) ? said : said + " " + words.get("import.against.seen", KernelText.mas(mas));
    }

    private static double most(double[] values) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(Double.NaN);
    }
}
