package orrery.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.forge.Excerpt;
import orrery.time.Dates;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that select a part of kernels: some bodies, some span. */
final class SelectionOptions {
    @Option(
            names = "--bodies",
            split = ",",
            paramLabel = "BODY",
            description = "NAIF ids or names, separated by commas; their centers are included (default: all).")
    private List<String> bodies = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE", description = "First date, TDB (default: start of the coverage).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last date, TDB (default: end of the coverage).")
    private @Nullable String to;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The selected part of these kernels. */
    Excerpt excerpt(Collection<KernelHandle> kernels) {
        double start = from == null ? Double.NEGATIVE_INFINITY : Dates.parse(from);
        double end = to == null ? Double.POSITIVE_INFINITY : Dates.parse(to);
        if (!(start <= end)) {
            throw new UsageException("--from " + from + " --to " + to + ": the span ends before it begins.");
        }
        BodyNames names = BodyNames.of(spec.commandLine().getErr(), kernels);
        return new Excerpt(bodies.stream().map(names::id).collect(Collectors.toSet()), start, end);
    }
}
