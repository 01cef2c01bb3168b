package orrery.ui.orrery;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import orrery.service.SkyFrame;
import orrery.service.SkyPaths;
import orrery.ui.fx.LatestValue;
import orrery.ui.fx.Raster;

/**
 * Paints on a separate thread, so that the window's thread only displays. If scenes arrive faster than they can be
 * painted, the newest is painted. Three rasters circulate: one displayed, one perhaps still being copied by the
 * toolkit, one being painted.
 *
 * <p>Thread-safe.
 */
final class SkyRenderer implements AutoCloseable {
    private static final int RASTERS = 3;

    /** What to paint. */
    public record View(SkyFrame frame, SkyPaths paths, Camera camera, Viewport viewport, SkyStyle style) {}

    private final LatestValue<View> wanted = new LatestValue<>();
    private final LatestValue<Picture> painted = new LatestValue<>();
    private final BlockingQueue<Raster> free = new ArrayBlockingQueue<>(RASTERS * 4);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final SkyPainter painter = new SkyPainter(false);
    private final Thread thread;
    private int made;
    private int width;
    private int height;
    private volatile boolean closed;

    public SkyRenderer() {
        thread = Thread.ofPlatform().name("sky-painter").daemon().unstarted(this::run);
        thread.start();
    }

    /** Requests a picture; an earlier request that has not begun is dropped. */
    public void request(View scene) {
        wanted.put(scene);
        LockSupport.unpark(thread);
    }

    /**
     * The newest picture, once; null if none has been painted since. The caller owns its raster until it is returned.
     */
    public @Nullable Picture take() {
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException("the sky could not be painted", thrown);
        }
        return painted.take();
    }

    /** Returns a raster for reuse. */
    public void giveBack(Raster raster) {
        free.offer(raster);
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            View scene = wanted.peek();
            try {
                Raster raster = scene == null ? null : raster(scene.viewport());
                if (scene == null || raster == null) {
                    LockSupport.park(this);
                } else {
                    View newest = wanted.take();
                    paint(newest == null ? scene : newest, raster);
                }
            } catch (RuntimeException | Error e) {
                // Also where there is no memory for a raster. What cannot be painted is not tried again.
                wanted.take();
                failure.set(e);
            }
        }
    }

    private void paint(View scene, Raster raster) {
        Raster fitting = raster.width() == scene.viewport().width()
                        && raster.height() == scene.viewport().height()
                ? raster
                : new Raster(scene.viewport().width(), scene.viewport().height());
        Picture picture;
        try {
            picture = painter.paint(
                    fitting, scene.frame(), scene.paths(), scene.camera(), scene.viewport(), scene.style());
        } catch (RuntimeException | Error e) {
            free.offer(fitting);
            throw e;
        }
        Picture unseen = painted.put(picture);
        if (unseen != null) {
            free.offer(unseen.raster());
        }
    }

    /** A free raster of this size, or null if all are in use. */
    private @Nullable Raster raster(Viewport viewport) {
        if (viewport.width() != width || viewport.height() != height) {
            width = viewport.width();
            height = viewport.height();
            made = 0;
            free.clear();
        }
        Raster raster = free.poll();
        while (raster != null && (raster.width() != width || raster.height() != height)) {
            raster = free.poll();
        }
        if (raster == null && made < RASTERS + 1) {
            raster = new Raster(width, height);
            made++;
        }
        return raster;
    }
}
