package orrery.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orrery.cli.SnapshotRenderer.NotHeldException;
import orrery.ephemeris.Bodies;
import orrery.library.KernelList;
import orrery.service.SkyCatalogue;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewLink;

/**
 * The kernels for drawing links when no user can be asked. A link is drawn from the very files it names, found by their
 * SHA-256, or not at all, because a picture from other files would look just as valid. In the window,
 * {@link LinkActions} reports what is missing and shows what it can.
 */
final class LinkKernels {
    private LinkKernels() {}

    /**
     * The kernels to open for the given links.
     *
     * @param given requested kernels, highest precedence last; if there are any, they must include those in the links
     * @return the given ones, on top of the program's own if they contain no positions; else those of the first link
     * that names any, else the program's own
     * @throws NotHeldException if a link names a kernel that is not among them
     */
    static List<Path> of(List<ViewLink> links, List<Path> given, KernelSums sums) {
        List<Path> kernels = given.isEmpty() ? found(links, own(), sums) : KernelList.withPositions(given, own());
        for (ViewLink link : links) {
            for (ViewLink.Kernel kernel : link.kernels()) {
                if (!sums.isAmong(kernel, kernels)) {
                    throw missing(kernel, "is not among the kernels that are open");
                }
            }
        }
        return kernels;
    }

    private static List<Path> own() {
        return KernelList.of(DefaultPaths.kernels()).all();
    }

    private static List<Path> found(List<ViewLink> links, List<Path> own, KernelSums sums) {
        Optional<ViewLink> first =
                links.stream().filter(link -> !link.kernels().isEmpty()).findFirst();
        if (first.isEmpty()) {
            return own;
        }
        List<Path> files = new ArrayList<>();
        for (ViewLink.Kernel kernel : first.get().kernels()) {
            files.add(sums.find(kernel, own).orElseThrow(() -> missing(kernel, "was not found")));
        }
        return files;
    }

    private static NotHeldException missing(ViewLink.Kernel kernel, String what) {
        return new NotHeldException("A link was made with " + kernel.name() + " (SHA-256 "
                + kernel.sha256().substring(0, 12) + "...), which " + what
                + ". Give it with -k, or remove the kernel from the link.");
    }

    /**
     * Checks that the kernels contain every body that a link shows.
     *
     * @throws NotHeldException if they lack one
     */
    static void check(ViewLink link, SkyCatalogue catalogue) {
        Set<Integer> bodies = new LinkedHashSet<>(List.of(link.camera().focus(), link.selected()));
        if (link.center() != SkyStyle.NO_CENTER) {
            bodies.add(link.center());
        }
        for (int body : bodies) {
            if (catalogue.indexOf(body) < 0) {
                throw new NotHeldException("The kernels do not contain " + Bodies.label(body)
                        + ", which a link shows. Give a kernel that contains it with -k.");
            }
        }
    }
}
