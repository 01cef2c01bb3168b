package orrery.service;

import java.nio.file.Path;
import java.util.List;

/**
 * What shall be drawn a second time: bodies as another kernel has them.
 *
 * @param first the kernel that differences are counted from; need not be one of those that the sky is computed from
 * @param second the kernel whose bodies are the ghosts
 * @param center NAIF id of the body that both give positions about: 0, 10 or 399 as a rule
 * @param bodies NAIF ids; empty for all that both kernels hold about the center
 */
public record GhostWish(Path first, Path second, int center, List<Integer> bodies) {
    public GhostWish {
        bodies = List.copyOf(bodies);
    }
}
