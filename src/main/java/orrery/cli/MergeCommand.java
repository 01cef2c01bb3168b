package orrery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import orrery.binding.KernelRegistry;
import orrery.binding.OpenKernels;
import orrery.forge.Merge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Makes one kernel from several, which answers as they do when loaded in this order: the last wins.",
            "Numbers are copied bit for bit; the file is read back before it gets its name."
        })
final class MergeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "SPK kernels or meta-kernels, in loading order.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private BesideOptions beside = new BesideOptions();

    @Mixin
    private SelectionOptions part = new SelectionOptions();

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "little",
            description = "Byte order: little or big (default: ${DEFAULT-VALUE}).")
    private ByteOrderOption order = ByteOrderOption.LITTLE;

    @Mixin
    private OutputOptions made = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Path> spks = beside.take(files, spec).kernels();
        try (OpenKernels kernels = OpenKernels.of(new KernelRegistry(), spks)) {
            Merge merge = new Merge(part.excerpt(kernels.handles()), order.order());
            return made.write(merge.of(kernels.handles()), KernelOptions.sources(spks, files));
        }
    }
}
