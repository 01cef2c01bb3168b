package orrery.frames;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.binding.KernelPool;
import orrery.binding.LoadedText;
import orrery.math.StateRotation;
import orrery.spk.KernelException;

/**
 * The known frames and the rotations between any two of them, found and multiplied as SPICE's {@code FRMCHG} and
 * {@code FRMGET} do.
 *
 * <p>Immutable except for a cache, lock-free in queries, and thread-safe. A rotation allocates nothing once its frames
 * have been used. The same inputs give the same 64 bits.
 */
public final class FrameSystem {
    private static final FrameSystem BUILT_IN =
            new FrameSystem(KernelVariables.builtIn(), null, _ -> OptionalInt.empty());

    private final FrameDefinitions definitions;
    private final @Nullable KernelPool pool;
    private final RotationCache turns;

    private FrameSystem(KernelVariables variables, @Nullable KernelPool pool, Function<String, OptionalInt> bodies) {
        this.pool = pool;
        KernelNames names = KernelNames.of(variables);
        this.definitions = new FrameDefinitions(variables, name -> {
            OptionalInt loaded = names.id(name);
            return loaded.isPresent() ? loaded : bodies.apply(name);
        });
        this.turns = new RotationCache(this::turnOf);
    }

    /** {@return the frames that are known without any kernel} */
    public static FrameSystem builtIn() {
        return BUILT_IN;
    }

    /**
     * Combines the built-in frames with those of text kernels.
     *
     * @param kernels in load order: the last wins
     * @param bodies ids of bodies by name, for centers given by name
     * @return the frames
     * @throws TextKernelException if a kernel appends strings to numbers or numbers to strings, or names bodies
     *     incorrectly
     */
    public static FrameSystem of(List<TextKernel> kernels, Function<String, OptionalInt> bodies) {
        return new FrameSystem(KernelVariables.of(kernels), null, bodies);
    }

    /**
     * Finds the frames of a pool: the built-in ones, and those of its text kernels and binary PCKs. Made once per pool,
     * and valid as long as the pool is.
     *
     * @param pool the caller must close it
     * @param bodies ids of bodies by name, for centers given by name; used only if the pool has no frames yet
     * @return the frames
     * @throws TextKernelException if a kernel appends strings to numbers or numbers to strings, or names bodies
     *     incorrectly
     */
    public static FrameSystem of(KernelPool pool, Function<String, OptionalInt> bodies) {
        // Checked first, because the function below allocates an object.
        FrameSystem known = pool.derived(FrameSystem.class);
        return known != null ? known : made(pool, bodies);
    }

    private static FrameSystem made(KernelPool pool, Function<String, OptionalInt> bodies) {
        return pool.derived(FrameSystem.class, p -> {
            Map<Integer, String> named = CommentNames.of(p.members());
            if (p.texts().isEmpty() && p.orientations().isEmpty() && named.isEmpty()) {
                return BUILT_IN;
            }
            List<TextKernel> texts = new ArrayList<>();
            for (LoadedText text : p.texts()) {
                if (text instanceof TextKernel kernel) {
                    texts.add(kernel);
                }
            }
            return new FrameSystem(KernelVariables.of(texts, named), p, bodies);
        });
    }

    /** {@return the variables of the text kernels, with the built-in ones that they do not replace} */
    public KernelVariables variables() {
        return definitions.variables();
    }

    /**
     * Finds a frame by name.
     *
     * @param name as SPICE names it, in upper or lower case; {@code ICRF}, {@code ICRS} and {@code EME2000} are J2000
     * @return the frame
     * @throws UnknownNameException if there is none; suggests the nearest names
     * @throws TextKernelException if a kernel defines it incorrectly
     */
    public ReferenceFrame byName(String name) {
        return definitions
                .find(name)
                .orElseThrow(() -> UnknownNameException.of(
                        "frame",
                        name,
                        definitions.names(),
                        "Mission frames come from a frame kernel (.tf): load it in addition."));
    }

    /**
     * Finds a frame by number.
     *
     * @param id SPICE's frame id
     * @return the frame; empty if nothing defines it
     * @throws TextKernelException if a kernel defines it incorrectly
     */
    public Optional<ReferenceFrame> byId(int id) {
        return definitions.find(id);
    }

    /**
     * Finds the body-fixed frame, as defined by a kernel ({@code OBJECT_..._FRAME}) or by SPICE itself.
     *
     * @param body NAIF id
     * @param names the body's names, for {@code OBJECT_<name>_FRAME}
     * @return the frame; empty if there is none
     * @throws TextKernelException if a kernel defines it incorrectly, or names a frame that nothing defines
     */
    public Optional<ReferenceFrame> ofBody(int body, Collection<String> names) {
        return definitions.ofBody(body, names);
    }

    /**
     * Finds the orientation of a body: the frame of {@link #ofBody}, and the built-in one where that has no data.
     *
     * @param body NAIF id
     * @param names the body's names, for {@code OBJECT_<name>_FRAME}
     * @return the axes; empty if there are none
     */
    public Optional<BodyAxes> axes(int body, Collection<String> names) {
        Optional<ReferenceFrame> builtIn = FrameDefinitions.builtInOf(body);
        Optional<ReferenceFrame> own;
        try {
            own = ofBody(body, names);
        } catch (TextKernelException _) {
            // A kernel names a frame that no kernel defines: requesting that frame reports it.
            own = builtIn;
        }
        return own.map(frame -> new BodyAxes(
                this, frame, builtIn.filter(known -> known.id() != frame.id()).orElse(null)));
    }

    /**
     * Determines whether a frame has data at any epoch, and so is worth offering.
     *
     * @param frame one of these frames
     * @return whether it has
     */
    public boolean hasData(ReferenceFrame frame) {
        try {
            int node = frame.id();
            for (int depth = 0; node != ReferenceFrame.J2000 && depth <= FrameScratch.DEEPEST; depth++) {
                node = turn(node).base();
            }
            return node == ReferenceFrame.J2000;
        } catch (KernelException _) {
            return false;
        }
    }

    /** {@return the frames that have data, those of loaded kernels first, each once} */
    public List<ReferenceFrame> offered() {
        List<ReferenceFrame> offered = new ArrayList<>();
        List<String> all = new ArrayList<>(loaded());
        all.addAll(names());
        for (String name : all) {
            try {
                ReferenceFrame frame = byName(name);
                if (hasData(frame) && offered.stream().noneMatch(f -> f.id() == frame.id())) {
                    offered.add(frame);
                }
            } catch (TextKernelException _) {
                // Defined incorrectly: requesting it by name reports it.
            }
        }
        return List.copyOf(offered);
    }

    /** {@return the names of the frames defined by loaded kernels} */
    public List<String> loaded() {
        return definitions.loaded();
    }

    /** {@return all known frame names: the built-in ones, then those of loaded kernels} */
    public List<String> names() {
        return definitions.names();
    }

    /**
     * Computes the rotation R of states from one frame to another: a position p becomes R p, and a velocity v becomes R
     * v + R' p, where R' is the derivative of R.
     *
     * @param from SPICE's id of the frame to rotate from
     * @param to SPICE's id of the frame to rotate to
     * @param et TDB seconds past J2000
     * @param out at least 18 elements; receives R row by row, then its derivative per second row by row; unchanged when
     *     this throws a {@link KernelException}
     * @throws UnknownFrameException if one of them is not defined
     * @throws TextKernelException if a kernel defines one of them incorrectly
     * @throws KernelException if there are no data for one of them at that epoch
     */
    public void rotation(int from, int to, double et, double[] out) {
        rotation(from, to, et, out, FrameScratch.ofThread());
    }

    private void rotation(int from, int to, double et, double[] out, FrameScratch scratch) {
        if (from == to) {
            StateRotation.setIdentity(out);
            return;
        }
        // First from one frame toward the root, keeping every product on the way.
        int[] chain = scratch.chain;
        int last = 0;
        chain[0] = from;
        StateRotation.setIdentity(scratch.reached[0]);
        while (chain[last] != ReferenceFrame.J2000 && chain[last] != to) {
            FrameRotation turn = turn(chain[last]);
            if (last == FrameScratch.DEEPEST) {
                throw tooDeep(from);
            }
            double[] step = scratch.step;
            if (last == 0) {
                turn.toBase(et, scratch.reached[1]);
            } else {
                turn.toBase(et, step);
                StateRotation.multiply(step, scratch.reached[last], scratch.reached[last + 1]);
            }
            chain[++last] = turn.base();
        }
        if (chain[last] == to) {
            System.arraycopy(scratch.reached[last], 0, out, 0, StateRotation.SIZE);
            return;
        }
        // Then from the other until both meet.
        int node = to;
        double[] back = scratch.back;
        double[] spare = scratch.spare;
        int meeting = -1;
        for (int depth = 0; meeting < 0; depth++) {
            if (depth > FrameScratch.DEEPEST) {
                throw tooDeep(to);
            }
            FrameRotation turn = turn(node);
            if (depth == 0) {
                turn.toBase(et, back);
            } else {
                turn.toBase(et, scratch.step);
                StateRotation.multiply(scratch.step, back, spare);
                double[] t = back;
                back = spare;
                spare = t;
            }
            node = turn.base();
            for (int i = 0; i <= last && meeting < 0; i++) {
                meeting = chain[i] == node ? i : -1;
            }
        }
        StateRotation.invert(back);
        if (meeting == 0) {
            System.arraycopy(back, 0, out, 0, StateRotation.SIZE);
        } else {
            StateRotation.multiply(back, scratch.reached[meeting], out);
        }
    }

    /**
     * Rotates a state from one frame to another in place; the velocity includes the frames' own rotation.
     *
     * @param state six elements: x, y, z and their rates per second, in any unit of length; unchanged when this throws
     * @param from SPICE's id of the state's frame
     * @param to SPICE's id of the target frame
     * @param et TDB seconds past J2000
     * @throws KernelException as {@link #rotation}
     */
    public void rotate(double[] state, int from, int to, double et) {
        if (from != to) {
            FrameScratch scratch = FrameScratch.ofThread();
            rotation(from, to, et, scratch.whole, scratch);
            StateRotation.apply(scratch.whole, state);
        }
    }

    /**
     * Reports where a frame's data at an epoch come from, toward the root: {@code IAU_MARS: built in (pck00011.tpc)}.
     *
     * @param frame SPICE's frame id
     * @param et TDB seconds past J2000
     * @return one text per frame, for people
     * @throws KernelException as {@link #rotation}
     */
    public List<String> sources(int frame, double et) {
        List<String> all = new ArrayList<>();
        for (int node = frame; node != ReferenceFrame.J2000 && all.size() <= FrameScratch.DEEPEST; ) {
            FrameRotation turn = turn(node);
            ReferenceFrame known = definitions.find(node).orElseThrow();
            all.add(known.name() + ": " + turn.source(et));
            node = turn.base();
        }
        return all;
    }

    /**
     * Reports why a frame cannot be converted to J2000 at an epoch.
     *
     * @param frame SPICE's frame id
     * @param et TDB seconds past J2000
     * @return a sentence; empty if it can be
     */
    public Optional<String> reasonAgainst(int frame, double et) {
        try {
            rotation(frame, ReferenceFrame.J2000, et, StateRotation.identity());
            return Optional.empty();
        } catch (KernelException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private FrameRotation turn(int frame) {
        return turns.get(frame);
    }

    private FrameRotation turnOf(int id) {
        ReferenceFrame frame = definitions.find(id).orElseThrow(() -> new UnknownFrameException(id));
        return switch (frame.kind()) {
            case INERTIAL ->
                new InertialRotation(InertialFrame.byId(frame.classId())
                        .orElseThrow(() -> new NoOrientationException("The frame " + frame + " of " + frame.source()
                                + " is declared inertial, but its class id " + frame.classId()
                                + " is not one of SPICE's inertial frames (1 to 21). Correct the kernel.")));
            case BODY_FIXED -> BodyRotation.of(frame, definitions.variables(), pool);
            case FIXED_OFFSET -> FixedRotation.read(definitions, frame);
            case ATTITUDE, DYNAMIC, SWITCH ->
                throw new NoOrientationException("The frame " + frame + " of " + frame.source() + " is of class "
                        + frame.kind().code() + ", " + frame.kind()
                        + ", which is not supported. Choose a frame of class 1, 2 or 4.");
        };
    }

    private TextKernelException tooDeep(int frame) {
        return new TextKernelException("The frame "
                + definitions.find(frame).map(ReferenceFrame::toString).orElse(Integer.toString(frame))
                + " is defined through more than " + FrameScratch.DEEPEST
                + " others, or through itself. Correct the frame kernel.");
    }
}
