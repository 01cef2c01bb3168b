package orrery.ui.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import orrery.forge.KernelDiff;
import orrery.service.SkyTrial;
import orrery.ui.fx.Words;

/** What a preview says of one body, in sentences. Stateless. */
final class TrialText {
    private TrialText() {}

    /** How far the loaded kernels have a body from where the trial has it. */
    static String against(SkyTrial.Way way, KernelDiff.@Nullable Series difference, Words words) {
        if (difference == null) {
            return words.get("import.alone", way.name());
        }
        double[] et = difference.et();
        String said = words.get(
                "import.against",
                way.name(),
                KernelText.day(et[0]),
                KernelText.day(et[et.length - 1]),
                KernelText.km(most(difference.km())),
                KernelText.km(most(difference.radial())),
                KernelText.km(most(difference.along())),
                KernelText.km(most(difference.cross())));
        double mas = most(difference.mas());
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
