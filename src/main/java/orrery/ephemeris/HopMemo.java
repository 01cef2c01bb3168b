package orrery.ephemeris;

import org.jspecify.annotations.Nullable;
import orrery.binding.Link;

/**
 * Caches the hops already read at one epoch; bodies that share them need not read them again. Scratch of one thread;
 * holds nothing between calls.
 */
final class HopMemo {
    /** The number of hops cached; a solar system in DE layout has 14. Any further hops are read each time. */
    private static final int ROOM = 16;

    private final @Nullable Link[] links = new @Nullable Link[ROOM];
    private final double[] states = new double[6 * ROOM];
    private final double[] hop = new double[6];
    private int count;

    /** Adds the states of a chain of hops, the body's own first, into six places of {@code out}. */
    void sum(Link[] chain, double et, double[] out, int at) {
        read(chain[0], et, out, at);
        for (int i = 1; i < chain.length; i++) {
            double x = out[at];
            double y = out[at + 1];
            double z = out[at + 2];
            double vx = out[at + 3];
            double vy = out[at + 4];
            double vz = out[at + 5];
            read(chain[i], et, out, at);
            out[at] += x;
            out[at + 1] += y;
            out[at + 2] += z;
            out[at + 3] += vx;
            out[at + 4] += vy;
            out[at + 5] += vz;
        }
    }

    private void read(Link link, double et, double[] out, int at) {
        for (int i = 0; i < count; i++) {
            if (links[i] == link) {
                int from = 6 * i;
                out[at] = states[from];
                out[at + 1] = states[from + 1];
                out[at + 2] = states[from + 2];
                out[at + 3] = states[from + 3];
                out[at + 4] = states[from + 4];
                out[at + 5] = states[from + 5];
                return;
            }
        }
        link.kernel().state(link.segment(), et, hop, Route.UNTOUCHED);
        Route.put(hop, out, at);
        if (count < ROOM) {
            Route.put(hop, states, 6 * count);
            links[count++] = link;
        }
    }

    /** Clears the cache; a link left in it would keep its kernel's map alive. */
    void clear() {
        while (count > 0) {
            links[--count] = null;
        }
    }
}
