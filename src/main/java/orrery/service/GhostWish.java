package orrery.service;

import java.nio.file.Path;
import java.util.List;

/**
 * What to draw a second time: bodies as another kernel has them.
 *
 * @param first the kernel from which differences are measured; need not be one of those the sky is computed from
 * @param second the kernel whose bodies are the ghosts
 * @param center NAIF id of the body that both give positions about, usually 0, 10 or 399
 * @param bodies NAIF ids; empty for all that both kernels contain about the center
 */
public record GhostWish(Path first, Path second, int center, List<Integer> bodies) {
    public GhostWish {
        bodies = List.copyOf(bodies);
    }
}
