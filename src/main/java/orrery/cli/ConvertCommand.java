package orrery.cli;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;
import orrery.forge.ByteOrderConversion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the same kernel in another byte order.",
            "The numbers stay the same, and so do the comments, after a paragraph that says how the file was"
                    + " made. The file is read back before it gets its name."
        })
final class ConvertCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IN", description = "SPK kernel, or a meta-kernel that names one.")
    private Path in = Path.of("");

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "Byte order: little or big (default: the opposite of IN's).")
    private @Nullable ByteOrderOption order;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BesideOptions beside = new BesideOptions();

    @Mixin
    private OutputOptions made = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        List<Path> kernels = beside.take(List.of(in), spec).kernels();
        if (kernels.size() != 1) {
            throw new UsageException(
                    ("A conversion takes one kernel, and %s names %d. Convert each, or merge them first: orrery"
                                    + " merge %s --out F.")
                            .formatted(in, kernels.size(), in));
        }
        try (KernelHandle kernel = new KernelRegistry().open(kernels.getFirst())) {
            ByteOrder other =
                    kernel.file().order() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            return made.write(
                    new ByteOrderConversion(order == null ? other : order.order()).of(kernel),
                    KernelOptions.sources(kernels, List.of(in)));
        }
    }
}
