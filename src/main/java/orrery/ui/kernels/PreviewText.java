package orrery.ui.kernels;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.forge.KernelDiff;
import orrery.service.SkyPreview;
import orrery.ui.fx.Words;

/** The description of a preview of one body, in sentences. Stateless. */
final class PreviewText {
    /** So many kernels are named. */
    private static final int NAMED = 3;

    private PreviewText() {}

    /** How far a body in the loaded kernels is from its place in the preview. */
    static String against(SkyPreview.Way way, ImportPreview.@Nullable Difference found, Words words) {
        if (found == null) {
            return words.get("import.alone", way.name());
        }
        KernelDiff.Series difference = found.series();
        double[] et = difference.et();
        String sentence = words.get(
                "import.against",
                way.name(),
                kernels(found.kernels(), words),
                KernelText.body(difference.center(), words),
                KernelText.day(et[0]),
                KernelText.day(et[et.length - 1]),
                KernelText.km(most(difference.km())),
                KernelText.km(most(difference.radial())),
                KernelText.km(most(difference.along())),
                KernelText.km(most(difference.cross())));
        double mas = most(difference.mas());
        return Double.isNaN(mas) ? sentence : sentence + " " + words.get("import.against.seen", KernelText.mas(mas));
    }

    private static String kernels(List<String> names, Words words) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : words.get("import.against.more", String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
    }

    private static double most(double[] values) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(Double.NaN);
    }
}
