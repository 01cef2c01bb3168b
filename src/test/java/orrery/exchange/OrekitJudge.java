package orrery.exchange;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.orekit.bodies.CelestialBody;
import org.orekit.bodies.CelestialBodyFactory;
import org.orekit.data.DataSource;
import org.orekit.data.LazyLoadedDataContext;
import org.orekit.files.ccsds.ndm.ParserBuilder;
import org.orekit.files.ccsds.ndm.odm.oem.Oem;
import org.orekit.frames.FramesFactory;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import orrery.time.LeapSeconds;

/**
 * Orekit (CS GROUP), which checks the files written here. It gets its leap seconds from ours; of the bodies, for which
 * it would need a binary DE file, it gets only the names, because messages need no more.
 */
final class OrekitJudge {
    static final LazyLoadedDataContext CONTEXT = context();

    private static final int FIRST_DAY = -10_227;
    private static final int LAST_DAY = 10_000;

    private OrekitJudge() {}

    private static LazyLoadedDataContext context() {
        LazyLoadedDataContext context = new LazyLoadedDataContext();
        context.getTimeScales().addUTCTAIOffsetsLoader(OrekitJudge::leapSeconds);
        for (String name : List.of(
                CelestialBodyFactory.SOLAR_SYSTEM_BARYCENTER,
                CelestialBodyFactory.SUN,
                CelestialBodyFactory.EARTH,
                CelestialBodyFactory.EARTH_MOON,
                CelestialBodyFactory.MOON,
                CelestialBodyFactory.MARS)) {
            context.getCelestialBodies().addCelestialBodyLoader(name, OrekitJudge::named);
        }
        return context;
    }

    private static List<OffsetModel> leapSeconds() {
        List<OffsetModel> table = new ArrayList<>();
        int before = 0;
        for (int day = FIRST_DAY; day < LAST_DAY; day++) {
            int now = LeapSeconds.taiMinusUtc(day);
            if (now != before) {
                table.add(new OffsetModel(new DateComponents(DateComponents.J2000_EPOCH, day), now));
                before = now;
            }
        }
        return table;
    }

    private static CelestialBody named(String name) {
        return (CelestialBody) Proxy.newProxyInstance(
                OrekitJudge.class.getClassLoader(), new Class<?>[] {CelestialBody.class}, (_, method, _) -> {
                    return switch (method.getName()) {
                        case "getName", "toString" -> name;
                        case "getGM" -> 1.0;
                        case "hashCode" -> name.hashCode();
                        default ->
                            method.getName().endsWith("Frame")
                                            || method.getName().endsWith("OrientedFrame")
                                    ? FramesFactory.getGCRF()
                                    : null;
                    };
                });
    }

    static Oem oem(Path file) {
        return new ParserBuilder(CONTEXT).buildOemParser().parseMessage(new DataSource(file.toFile()));
    }
}
