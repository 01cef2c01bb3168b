package orrery.ephemeris;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orrery.frames.KernelNames;
import orrery.frames.KernelVariables;
import orrery.spk.BodyKind;
import orrery.spk.NaifIds;

/** The catalogue behind {@link Bodies}: built once from its resources and kernel variables, then only read. */
final class BodyCatalogue {
    private static final Map<BodyKind, Tint> TINTS = Map.of(
            BodyKind.MOON, new Tint("#A6ACB2", "#666B71"),
            BodyKind.ASTEROID, new Tint("#949088", "#716D65"),
            BodyKind.COMET, new Tint("#7EC9C3", "#21716C"),
            BodyKind.SPACECRAFT, new Tint("#DE9AD6", "#93548C"),
            BodyKind.STATION, new Tint("#7CC690", "#267141"));
    private static final String RADII = "RADII";
    private static final String GM = "GM";
    private static final Tint OTHER_TINT = new Tint("#9096A0", "#6D727C");

    private final Map<Integer, String> shown = new HashMap<>();
    private final Map<Integer, List<String>> names = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> suggestable = new ArrayList<>();
    private final Map<Integer, Mark> marks = new HashMap<>();
    private final Map<Integer, List<Ring>> rings = new HashMap<>();
    private final Map<Integer, Body> bodies = new TreeMap<>();
    private final KernelVariables variables;
    private final long edition;

    private record Mark(String letter, Tint tint) {}

    private static final class Holder {
        private static final BodyCatalogue BUILT_IN = new BodyCatalogue(KernelVariables.builtIn(), 0);
        private static volatile BodyCatalogue now = BUILT_IN;
    }

    static BodyCatalogue get() {
        return Holder.now;
    }

    /**
     * Overrides the built-in catalogue with the values of loaded kernels, and replaces the current catalogue with the
     * result.
     *
     * @throws orrery.frames.TextKernelException if the values are invalid
     */
    static void use(KernelVariables variables) {
        synchronized (Holder.BUILT_IN) {
            BodyCatalogue before = Holder.now;
            if (variables != before.variables) {
                Holder.now = new BodyCatalogue(variables, before.edition + 1);
            }
        }
    }

    private BodyCatalogue(KernelVariables variables, long edition) {
        this.variables = variables;
        this.edition = edition;
        for (AssetTable.Row row : AssetTable.read("names.csv", 3)) {
            addNames(row.id(), row.cell(1), List.of(row.cell(2).split("\\|", -1)));
        }
        for (AssetTable.Row row : AssetTable.read("appearance.csv", 4)) {
            marks.put(row.id(), new Mark(row.cell(1), new Tint(row.cell(2), row.cell(3))));
        }
        for (AssetTable.Row row : AssetTable.read("rings.csv", 5)) {
            Ring ring = new Ring(row.cell(1), row.number(2), row.number(3), row.number(4));
            rings.computeIfAbsent(row.id(), planet -> new ArrayList<>()).add(ring);
        }
        KernelNames.of(variables).all().forEach(this::addLoaded);
        variables.namesInComments().forEach(this::addFromComment);
        for (int id : shown.keySet()) {
            bodies.put(id, make(id));
        }
        for (String what : new String[] {RADII, GM}) {
            for (int id : variables.bodiesWith(what)) {
                bodies.computeIfAbsent(id, this::make);
            }
        }
    }

    /**
     * Adds the names that kernels give a body. A name that differs from the catalogue's only in case does not change
     * what is displayed.
     */
    private void addLoaded(int id, List<String> given) {
        String last = given.getLast();
        List<String> all = new ArrayList<>(names.getOrDefault(id, List.of()));
        boolean known = all.stream()
                .anyMatch(n -> KernelNames.normalised(n)
                        .replace('_', ' ')
                        .equals(KernelNames.normalised(last).replace('_', ' ')));
        if (!known) {
            shown.put(id, last);
        }
        for (String name : given) {
            String normalised = KernelNames.normalised(name);
            all.remove(normalised);
            all.add(normalised);
            ids.put(normalised, id);
            suggestable.add(name);
        }
        names.put(id, all);
    }

    /** Gives a name to a body without one, unless the name already means another body. */
    private void addFromComment(int id, String name) {
        if (!shown.containsKey(catalogued(id)) && ids.putIfAbsent(KernelNames.normalised(name), id) == null) {
            shown.put(id, name);
            names.put(id, List.of(KernelNames.normalised(name)));
            suggestable.add(name);
        }
    }

    long edition() {
        return edition;
    }

    private void addNames(int id, String name, List<String> all) {
        shown.put(id, name);
        names.put(id, all);
        ids.putIfAbsent(KernelNames.normalised(name), id);
        suggestable.add(name);
        for (String each : all) {
            ids.put(each, id);
            // SPICE's names with underscores are listed alongside the same names with spaces.
            if (!each.equalsIgnoreCase(name) && each.indexOf('_') < 0) {
                suggestable.add(each);
            }
        }
    }

    Collection<Body> all() {
        return List.copyOf(bodies.values());
    }

    /** All names that are understood, each in its displayed form if it has one. */
    List<String> suggestable() {
        return suggestable;
    }

    OptionalInt idOf(String normalisedName) {
        Integer id = ids.get(normalisedName);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    Body body(int id) {
        Body known = bodies.get(id);
        return known != null ? known : make(id);
    }

    List<Body> search(String text, int most) {
        record Hit(Body body, int rank) {}
        if (text.isEmpty()) {
            return List.of();
        }
        return bodies.values().stream()
                .map(body -> new Hit(body, rank(body, text)))
                .filter(hit -> hit.rank < 4)
                .sorted(Comparator.comparingInt(Hit::rank)
                        .thenComparing(hit -> hit.body.kind())
                        .thenComparingInt(hit -> hit.body.id()))
                .limit(most)
                .map(Hit::body)
                .toList();
    }

    private static int rank(Body body, String text) {
        int best = Integer.toString(body.id()).startsWith(text) ? 1 : 4;
        List<String> names = new ArrayList<>(body.names());
        names.add(body.name().toUpperCase(Locale.ROOT));
        for (String name : names) {
            int rank = name.equals(text)
                    ? 0
                    : name.startsWith(text) ? 1 : name.contains(" " + text) ? 2 : name.contains(text) ? 3 : 4;
            best = Math.min(best, rank);
        }
        return best;
    }

    /** The id under which the catalogue lists a body: for an asteroid's new number, the old one. */
    private int catalogued(int id) {
        if (shown.containsKey(id)) {
            return id;
        }
        OptionalInt other = NaifIds.otherAsteroidNumber(id);
        return other.isPresent() && shown.containsKey(other.getAsInt()) ? other.getAsInt() : id;
    }

    private Body make(int id) {
        int known = catalogued(id);
        BodyKind kind = NaifIds.kindOf(id);
        OptionalInt parent = NaifIds.parentOf(id);
        String name = shown.getOrDefault(known, unnamed(id));
        Mark mark = markOf(known, kind, name);
        return new Body(
                id,
                name,
                kind,
                parent,
                names.getOrDefault(known, List.of()),
                gm(id, known),
                radii(id, known),
                mark.letter,
                mark.tint,
                rings.getOrDefault(known, List.of()));
    }

    private OptionalDouble gm(int id, int known) {
        double[] gm = numbers(id, known, GM, 1);
        return gm == null ? OptionalDouble.empty() : OptionalDouble.of(gm[0]);
    }

    private Optional<Radii> radii(int id, int known) {
        double[] radii = numbers(id, known, RADII, 3);
        return radii == null ? Optional.empty() : Optional.of(new Radii(radii[0], radii[1], radii[2]));
    }

    private double @Nullable [] numbers(int id, int known, String what, int count) {
        double[] own = variables.ofBody(id, what, count);
        return own != null ? own : variables.ofBody(known, what, count);
    }

    private static String unnamed(int id) {
        // NAIF's rule for Earth satellites: -100000 minus the NORAD number.
        if (id < -100_000 && id >= -199_999) {
            return "Satellite NORAD " + (-100_000 - id);
        }
        return "Body " + id;
    }

    private Mark markOf(int id, BodyKind kind, String name) {
        Mark mark = marks.get(id);
        if (mark == null && Bodies.planetOf(id).isPresent()) {
            mark = marks.get(Bodies.planetOf(id).getAsInt());
        }
        return mark != null ? mark : new Mark(letters(name), TINTS.getOrDefault(kind, OTHER_TINT));
    }

    /** The first two letters of the last word that has at least two: {@code Ha} for 1P/Halley. */
    private static String letters(String name) {
        String only = name.replaceAll("^[0-9]+P/|^[0-9]+ ", "").replaceAll("[^\\p{L}\\p{N}]", "");
        return only.substring(0, Math.min(2, only.length()));
    }
}
