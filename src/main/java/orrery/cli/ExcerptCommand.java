package orrery.cli;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.binding.OpenKernels;
import orrery.forge.Excerpt;
import orrery.forge.Merge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "excerpt",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a smaller kernel: some bodies over some span.",
            "Granules are copied bit for bit, comments are kept, and the file is read back before it gets its name."
        })
final class ExcerptCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IN", description = "SPK kernel, or meta-kernel.")
    private Path in = Path.of("");

    @Mixin
    private BesideOptions beside = new BesideOptions();

    @Mixin
    private SelectionOptions part = new SelectionOptions();

    @Mixin
    private OutputOptions made = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Path> files = beside.take(List.of(in), spec).kernels();
        try (OpenKernels open = OpenKernels.of(new KernelRegistry(), files)) {
            List<KernelHandle> kernels = open.handles();
            Excerpt excerpt = part.excerpt(kernels);
            Excerpt.Result result = kernels.size() == 1
                    ? excerpt.of(kernels.getFirst())
                    : new Merge(excerpt, ByteOrder.LITTLE_ENDIAN).of(kernels);
            return made.write(result, KernelOptions.sources(files, List.of(in)));
        }
    }
}
