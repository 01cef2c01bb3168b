package orrery.ui.orrery;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import orrery.binding.KernelRegistry;
import orrery.math.Constants;
import orrery.service.PathWish;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.service.SkyService;
import orrery.testing.CrowdKernel;
import orrery.ui.fx.Raster;
import orrery.ui.fx.Theme;

/**
 * The table of pictures: what painting one costs as bodies and pixels become many, in processor time of the painting
 * thread, so that other work on the machine counts little, and in bytes. First argument: the kernel. The sky is that of
 * the window's start, a frame every sixtieth of a second at ten days per second; medians of 60 pictures after 60.
 */
public final class PaintTable {
    private static final int PICTURES = 60;
    private static final int[] CROWDS = {0, 500, 5_000, 20_000};
    private static final int[][] SIZES = {{1000, 1000}, {3840, 2160}};
    private static final double ET = 8e8;

    private PaintTable() {}

    public static void main(String[] args) throws IOException {
        System.out.println(
                "| bodies more | size | frame ms | picture ms | bytes a frame | bytes a picture | paths MB |");
        System.out.println("|---:|---|---:|---:|---:|---:|---:|");
        for (int crowd : CROWDS) {
            Path file = Files.createTempFile("orrery-crowd-", ".bsp");
            try (SkyService service = new SkyService(new KernelRegistry(), 1)) {
                List<Path> kernels = List.of(Path.of(args[0]));
                if (crowd > 0) {
                    CrowdKernel.write(file, ET, crowd);
                    kernels = List.of(Path.of(args[0]), file);
                }
                service.open(kernels).join();
                for (int[] size : SIZES) {
                    row(service, crowd, size[0], size[1]);
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void row(SkyService service, int crowd, int width, int height) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SkyPainter painter = new SkyPainter();
        Raster raster = new Raster(width, height);
        SkyStyle style = SkyStyle.first(Theme.DARK);
        Camera camera = Camera.first().distance(17.2 * Constants.AU);
        Viewport viewport = Poster.viewport(width, height);
        double[] frames = new double[PICTURES];
        double[] pictures = new double[PICTURES];
        long frameBytes = 0;
        long pictureBytes = 0;
        SkyPaths paths = service.computePaths(ET, PathWish.PLAIN);
        for (int i = -PICTURES; i < PICTURES; i++) {
            double et = ET + i * 10 * Constants.DAY / 60;
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long time = threads.getCurrentThreadCpuTime();
            SkyFrame frame = service.compute(et);
            long middle = threads.getCurrentThreadCpuTime();
            long between = threads.getCurrentThreadAllocatedBytes();
            painter.paint(raster, frame, paths, camera, viewport, style);
            long end = threads.getCurrentThreadCpuTime();
            if (i >= 0) {
                frames[i] = (middle - time) / 1e6;
                pictures[i] = (end - middle) / 1e6;
                frameBytes += between - bytes;
                pictureBytes += threads.getCurrentThreadAllocatedBytes() - between;
            }
        }
        Arrays.sort(frames);
        Arrays.sort(pictures);
        System.out.printf(
                Locale.ROOT,
                "| %d | %d x %d | %.2f | %.2f | %d | %d | %.1f |%n",
                crowd,
                width,
                height,
                frames[PICTURES / 2],
                pictures[PICTURES / 2],
                frameBytes / PICTURES,
                pictureBytes / PICTURES,
                paths.byBody().values().stream().mapToLong(p -> 48L * p.size()).sum() / 1e6);
    }
}
