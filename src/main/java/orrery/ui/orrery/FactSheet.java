package orrery.ui.orrery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orrery.ephemeris.Aberration;
import orrery.ephemeris.Elements;
import orrery.ephemeris.PlaceKind;
import orrery.ephemeris.SiteMoment;
import orrery.ephemeris.SubPoints;
import orrery.frames.ReferenceFrame;
import orrery.math.Constants;
import orrery.service.BodyFacts;
import orrery.service.SiteSky;
import orrery.spk.NaifIds;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.Words;

/**
 * All facts about a body as lines, in the order of the Body tab. A pure function of the facts.
 *
 * <p>Confined to one thread.
 */
final class FactSheet {
    private static final EpochFormat DATE = EpochFormat.minutes(TimeScale.TDB).spaced();

    private final Words words;
    private final List<Fact> lines = new ArrayList<>();
    private String group = "";
    private String center = "";
    private String frame = "";
    private String aberration = "";

    private FactSheet(Words words) {
        this.words = words;
    }

    /** The lines for these facts; empty if there are none. */
    static List<Fact> of(BodyFacts facts, Words words) {
        FactSheet sheet = new FactSheet(words);
        sheet.distances(facts);
        facts.seen().ifPresent(sheet::seen);
        facts.sky().ifPresent(sheet::sky);
        facts.orbit().ifPresent(orbit -> sheet.orbit(orbit, facts));
        facts.surface().ifPresent(sheet::surface);
        sheet.position(facts);
        return List.copyOf(sheet.lines);
    }

    private void distances(BodyFacts facts) {
        begin("distance", "", "ICRF", words.get("said.geometric"));
        facts.fromSun().ifPresent(s -> distance(s, NaifIds.SUN));
        facts.fromEarth().ifPresent(s -> distance(s, NaifIds.EARTH));
        facts.second().ifPresent(second -> {
            if (second.body() != NaifIds.SUN && second.body() != NaifIds.EARTH) {
                distance(second.state(), second.body());
            }
            second.angle().ifPresent(angle -> {
                aberration = words.get("said.proper");
                center = BodyLook.name(NaifIds.EARTH);
                add(
                        words.get("fact.angle", BodyLook.name(second.body())),
                        Math.toDegrees(angle),
                        "deg",
                        Angles.small(angle));
            });
        });
    }

    private void distance(BodyFacts.State state, int from) {
        center = BodyLook.name(from);
        add(words.get("fact.distance"), state.distance(), "km", Lengths.km(state.distance()) + " km");
        add(words.get("fact.light"), state.lightTime(), "s", Lengths.seconds(state.lightTime()));
        add(words.get("fact.speed"), state.speed(), "km/s", Lengths.speed(state.speed()) + " km/s");
    }

    private void seen(BodyFacts.Appearance seen) {
        begin("seen", BodyLook.name(NaifIds.EARTH), words.get("frame.j2000"), words.get("said.astrometric"));
        angle(
                "fact.ra",
                seen.astrometric().longitude(),
                Angles.hours(seen.astrometric().longitude()));
        angle(
                "fact.dec",
                seen.astrometric().latitude(),
                Angles.arc(seen.astrometric().latitude()));
        aberration = words.get("said.proper");
        frame = PlaceKind.TRUE_EQUATOR.axes();
        angle("fact.ra", seen.equator().longitude(), Angles.hours(seen.equator().longitude()));
        angle("fact.dec", seen.equator().latitude(), Angles.arc(seen.equator().latitude()));
        frame = PlaceKind.TRUE_ECLIPTIC.axes();
        angle(
                "fact.lon",
                seen.ecliptic().longitude(),
                degree(Angles.degrees(seen.ecliptic().longitude(), 5)));
        angle(
                "fact.lat",
                seen.ecliptic().latitude(),
                degree(Angles.signed(seen.ecliptic().latitude(), 5)));
        frame = "";
        word("fact.constellation", seen.constellation().name());
        seen.lit().ifPresent(lit -> {
            angle("fact.elongation", lit.elongation(), elongation(lit, words));
            aberration = words.get("said.light");
            angle("fact.phase", lit.phaseAngle(), degree(Angles.degrees(lit.phaseAngle(), 3)));
            add(words.get("fact.lit"), lit.illuminated(), "", percent(lit.illuminated()));
        });
        aberration = words.get("said.light");
        seen.magnitude().ifPresent(m -> add(words.get("fact.magnitude"), m.value(), "mag", magnitude(m, words)));
        seen.diameter().ifPresent(d -> angle("fact.diameter", d, Angles.small(d)));
    }

    private void sky(SiteSky sky) {
        group = words.get("group.site", sky.site().name());
        center = sky.site().toString();
        frame = "";
        aberration = words.get("said.topocentric");
        angle(
                "fact.altitude",
                sky.place().altitude(),
                degree(Angles.signed(sky.place().altitude(), 3)));
        angle(
                "fact.azimuth",
                sky.place().azimuth(),
                degree(Angles.degrees(sky.place().azimuth(), 3)));
        for (SiteMoment moment : sky.day().orElse(List.of())) {
            add(moment.kind().words(), moment.et(), "s TDB past J2000", DATE.format(moment.et()));
        }
    }

    /** {@code 46.71° east}. */
    static String elongation(BodyFacts.Lit lit, Words words) {
        return words.get(lit.east() ? "fact.east" : "fact.west", degree(Angles.degrees(lit.elongation(), 3)));
    }

    /** {@code −4.43}, marked if it is extrapolated. */
    static String magnitude(BodyFacts.Magnitude magnitude, Words words) {
        String number = String.format(Locale.ROOT, "%+.2f", magnitude.value()).replace('-', '\u2212');
        return magnitude.extrapolated() ? words.get("fact.extrapolated", number) : number;
    }

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f\u2009%%", 100 * part);
    }

    private static String degree(String number) {
        return number + "\u00b0";
    }

    private void orbit(Elements orbit, BodyFacts facts) {
        begin("orbit", BodyLook.name(facts.parent()), words.get("frame.ecliptic"), words.get("said.osculating"));
        boolean sun = facts.parent() == NaifIds.SUN;
        if (!Double.isInfinite(orbit.semiMajor())) {
            length("fact.a", orbit.semiMajor());
        }
        add(words.get("fact.e"), orbit.eccentricity(), "", String.format(Locale.ROOT, "%.7f", orbit.eccentricity()));
        element("fact.i", orbit.inclination());
        element("fact.node", orbit.node());
        element(sun ? "fact.perihelion.argument" : "fact.periapsis.argument", orbit.periapsisArgument());
        element("fact.mean", orbit.meanAnomaly());
        element("fact.true", orbit.trueAnomaly());
        length(sun ? "fact.q" : "fact.periapsis", orbit.periapsis());
        if (orbit.isEllipse()) {
            length(sun ? "fact.Q" : "fact.apoapsis", orbit.apoapsis());
            add(words.get("fact.period"), orbit.period() / Constants.DAY, "d", Lengths.period(orbit.period()));
        }
        aberration = words.get("said.geometric");
        facts.nearest().ifPresent(next -> {
            add(
                    words.get(sun ? "fact.next" : "fact.next.periapsis"),
                    next.et(),
                    "s TDB past J2000",
                    DATE.format(next.et()));
            length(sun ? "fact.next.distance" : "fact.next.periapsis.distance", next.distance());
        });
    }

    private void element(String key, double radians) {
        angle(key, radians, degree(Angles.degrees(radians, 5)));
    }

    private void length(String key, double km) {
        boolean far = Math.abs(km) > 0.02 * Constants.AU;
        add(words.get(key), km, "km", far ? Lengths.au(km) + " au" : Lengths.km(km) + " km");
    }

    private void surface(BodyFacts.Surface surface) {
        begin("surface", BodyLook.name(NaifIds.EARTH), surface.frame(), words.get("said.light"));
        surface.earth().ifPresent(point -> point("surface.earth", point));
        surface.sun().ifPresent(point -> point("surface.sun", point));
    }

    private void point(String key, SubPoints.Point point) {
        String name = words.get(key);
        add(
                name + ", " + words.get("head.longitude"),
                Math.toDegrees(point.longitude()),
                "deg",
                SurfaceFacts.longitude(point));
        add(
                name + ", " + words.get("head.latitude"),
                Math.toDegrees(point.latitude()),
                "deg",
                SurfaceFacts.latitude(point));
    }

    private void position(BodyFacts facts) {
        BodyFacts.FramedState framed = facts.framed();
        Aberration aberrationAsked = framed.wish().aberration();
        begin(
                "position",
                BodyLook.center(facts.body(), framed.center()),
                ReferenceFrame.shown(framed.frame()),
                aberrationAsked == Aberration.NONE ? words.get("said.geometric") : aberrationAsked.spiceName());
        framed.state().ifPresent(s -> {
            double[] values = {s.x(), s.y(), s.z(), s.vx(), s.vy(), s.vz()};
            String[] names = {"x", "y", "z", "vx", "vy", "vz"};
            for (int i = 0; i < 6; i++) {
                add(
                        names[i],
                        values[i],
                        i < 3 ? "km" : "km/s",
                        i < 3 ? Lengths.km(values[i]) + " km" : Lengths.speed(values[i]) + " km/s");
            }
        });
    }

    private void begin(String key, String from, String axes, String light) {
        group = words.get("group." + key);
        center = from;
        frame = axes;
        aberration = light;
    }

    private void angle(String key, double radians, String shown) {
        add(words.get(key), Math.toDegrees(radians), "deg", shown);
    }

    private void word(String key, String word) {
        lines.add(new Fact(group, words.get(key), word, "", word, center, frame, aberration));
    }

    private void add(String name, double value, String unit, String shown) {
        lines.add(new Fact(group, name, Double.toString(value), unit, shown, center, frame, aberration));
    }
}
