package orrery.frames;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The rotations of frames by number, each computed once. Reading takes no lock and allocates nothing; a failure is not
 * cached.
 *
 * <p>Thread-safe: the table is immutable, and a thread that adds to it replaces it as a whole.
 */
final class RotationCache {
    private static final class Entry {
        final int[] ids;
        final FrameRotation[] turns;

        Entry(int[] ids, FrameRotation[] turns) {
            this.ids = ids;
            this.turns = turns;
        }
    }

    private final IntFunction<FrameRotation> maker;
    private volatile Entry known = new Entry(new int[0], new FrameRotation[0]);

    RotationCache(IntFunction<FrameRotation> maker) {
        this.maker = maker;
    }

    FrameRotation get(int id) {
        Entry now = known;
        int at = Arrays.binarySearch(now.ids, id);
        return at >= 0 ? now.turns[at] : add(id);
    }

    private FrameRotation add(int id) {
        FrameRotation made = maker.apply(id);
        synchronized (this) {
            Entry now = known;
            int at = Arrays.binarySearch(now.ids, id);
            if (at >= 0) {
                return now.turns[at];
            }
            int place = -at - 1;
            int[] ids = new int[now.ids.length + 1];
            FrameRotation[] turns = Arrays.copyOf(now.turns, ids.length);
            System.arraycopy(now.ids, 0, ids, 0, place);
            System.arraycopy(now.ids, place, ids, place + 1, now.ids.length - place);
            System.arraycopy(now.turns, place, turns, place + 1, now.turns.length - place);
            ids[place] = id;
            turns[place] = made;
            known = new Entry(ids, turns);
            return made;
        }
    }
}
