package orrery.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.data.DataSource;
import org.orekit.files.ccsds.ndm.ParserBuilder;
import org.orekit.files.ccsds.ndm.odm.omm.Omm;
import org.orekit.frames.FramesFactory;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.utils.PVCoordinates;
import orrery.binding.KernelPool;
import orrery.binding.KernelRegistry;
import orrery.ephemeris.Ephemeris;
import orrery.spk.EarthEquator;
import orrery.spk.NaifIds;
import orrery.spk.Progress;

/**
 * One satellite as CelesTrak and Space-Track give it in each of their formats. Orekit, which reads OMM in KVN and XML,
 * is the judge; what it cannot read, JSON and CSV, has to give the states of the others to the bit.
 */
class CelestrakOmmTest {
    private static final String HEADER = "OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,"
            + "RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,"
            + "ELEMENT_SET_NO,REV_AT_EPOCH,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT";

    /** As CelesTrak gave it for CATNR=55123 on 2023-04-25. */
    private static final String ROW = "MARIO,1998-067UQ,2023-04-25T10:45:30.642912,15.99081912,.0014649,51.6242,"
            + "216.2930,331.8976,28.1241,0,U,55123,999,1839,.1568E-2,.787702E-2,.29408E-3";

    private static final String XML = """
        <?xml version="1.0" encoding="UTF-8"?>
        <ndm xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:noNamespaceSchemaLocation="https://sanaregistry.org/r/ndmxml_unqualified/ndmxml-2.0.0-master-2.0.xsd">
        <omm id="CCSDS_OMM_VERS" version="2.0">
        <header><CREATION_DATE/><ORIGINATOR/></header><body><segment><metadata><OBJECT_NAME>MARIO</OBJECT_NAME>\
        <OBJECT_ID>1998-067UQ</OBJECT_ID><CENTER_NAME>EARTH</CENTER_NAME><REF_FRAME>TEME</REF_FRAME>\
        <TIME_SYSTEM>UTC</TIME_SYSTEM><MEAN_ELEMENT_THEORY>SGP4</MEAN_ELEMENT_THEORY></metadata><data>\
        <meanElements><EPOCH>2023-04-25T10:45:30.642912</EPOCH><MEAN_MOTION>15.99081912</MEAN_MOTION>\
        <ECCENTRICITY>.0014649</ECCENTRICITY><INCLINATION>51.6242</INCLINATION>\
        <RA_OF_ASC_NODE>216.2930</RA_OF_ASC_NODE><ARG_OF_PERICENTER>331.8976</ARG_OF_PERICENTER>\
        <MEAN_ANOMALY>28.1241</MEAN_ANOMALY></meanElements><tleParameters><EPHEMERIS_TYPE>0</EPHEMERIS_TYPE>\
        <CLASSIFICATION_TYPE>U</CLASSIFICATION_TYPE><NORAD_CAT_ID>55123</NORAD_CAT_ID>\
        <ELEMENT_SET_NO>999</ELEMENT_SET_NO><REV_AT_EPOCH>1839</REV_AT_EPOCH><BSTAR>.1568E-2</BSTAR>\
        <MEAN_MOTION_DOT>.787702E-2</MEAN_MOTION_DOT><MEAN_MOTION_DDOT>.29408E-3</MEAN_MOTION_DDOT>\
        </tleParameters></data></segment></body></omm>
        </ndm>
        """;

    private static final String KVN = """
        CCSDS_OMM_VERS = 2.0
        CREATION_DATE = 2023-04-25T12:00:00
        ORIGINATOR = 18 SPCS
        OBJECT_NAME = MARIO
        OBJECT_ID = 1998-067UQ
        CENTER_NAME = EARTH
        REF_FRAME = TEME
        TIME_SYSTEM = UTC
        MEAN_ELEMENT_THEORY = SGP4
        EPOCH = 2023-04-25T10:45:30.642912
        MEAN_MOTION = 15.99081912
        ECCENTRICITY = .0014649
        INCLINATION = 51.6242
        RA_OF_ASC_NODE = 216.2930
        ARG_OF_PERICENTER = 331.8976
        MEAN_ANOMALY = 28.1241
        EPHEMERIS_TYPE = 0
        CLASSIFICATION_TYPE = U
        NORAD_CAT_ID = 55123
        ELEMENT_SET_NO = 999
        REV_AT_EPOCH = 1839
        BSTAR = .1568E-2
        MEAN_MOTION_DOT = .787702E-2
        MEAN_MOTION_DDOT = .29408E-3
        """;

    /** CelesTrak's JSON has numbers as numbers. */
    private static final String JSON = "[{\"OBJECT_NAME\":\"MARIO\",\"OBJECT_ID\":\"1998-067UQ\","
            + "\"EPOCH\":\"2023-04-25T10:45:30.642912\",\"MEAN_MOTION\":15.99081912,\"ECCENTRICITY\":0.0014649,"
            + "\"INCLINATION\":51.6242,\"RA_OF_ASC_NODE\":216.293,\"ARG_OF_PERICENTER\":331.8976,"
            + "\"MEAN_ANOMALY\":28.1241,\"EPHEMERIS_TYPE\":0,\"CLASSIFICATION_TYPE\":\"U\",\"NORAD_CAT_ID\":55123,"
            + "\"ELEMENT_SET_NO\":999,\"REV_AT_EPOCH\":1839,\"BSTAR\":0.001568,\"MEAN_MOTION_DOT\":0.00787702,"
            + "\"MEAN_MOTION_DDOT\":0.00029408}]";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("some.file"), text);
    }

    /** Its states over two days, an hour apart, km and km/s in J2000. */
    private double[][] states(String text) throws IOException {
        Path out = folder.resolve("out.bsp");
        Files.deleteIfExists(out);
        try (Import read = Import.of(List.of(file(text)), ImportOptions.NONE, Progress.NONE)) {
            read.write(out, Progress.NONE);
        }
        double epoch = FileClock.UTC.parse("2023-04-25T10:45:30.642912").et();
        double[][] states = new double[48][6];
        try (KernelPool pool = KernelPool.open(new KernelRegistry(), List.of(out))) {
            Ephemeris ephemeris = Ephemeris.of(pool);
            for (int i = 0; i < states.length; i++) {
                ephemeris.state(-155_123, NaifIds.EARTH, epoch + 3600.0 * (i - 24), states[i]);
            }
        }
        return states;
    }

    /** Space-Track's JSON has numbers as texts, more fields, and nulls; its CSV has every field in quotation marks. */
    private static String spaceTrack(boolean json) {
        String[] names = HEADER.split(",", -1);
        String[] values = ROW.split(",", -1);
        StringBuilder head = new StringBuilder("\"CCSDS_OMM_VERS\"");
        StringBuilder row = new StringBuilder("\"3.0\"");
        StringBuilder object =
                new StringBuilder("[{\"CCSDS_OMM_VERS\":\"3.0\",\"COMMENT\":\"GENERATED VIA SPACE-TRACK.ORG"
                        + " API\",\"DECAY_DATE\":null");
        for (int i = 0; i < names.length; i++) {
            head.append(",\"").append(names[i]).append('"');
            row.append(",\"").append(values[i]).append('"');
            object.append(",\"%s\":\"%s\"".formatted(names[i], values[i]));
        }
        return json ? object + "}]" : head + "\r\n" + row + "\r\n";
    }

    /** As CelesTrak gave it in 2020, and the word of CCSDS's own example for the theory. */
    @Test
    void aPrefixThatIsNotDeclaredAndAnotherWordForTheTheoryChangeNothing() throws IOException {
        Path whole = Files.writeString(folder.resolve("whole.xml"), XML);
        Path bare = Files.writeString(
                folder.resolve("bare.xml"),
                XML.substring(XML.indexOf("<ndm"))
                        .replaceFirst(" xmlns:xsi=\"[^\"]*\"", "")
                        .replace(">SGP4<", ">TLE<"));
        try (Import one = Import.of(List.of(whole), ImportOptions.NONE, Progress.NONE);
                Import other = Import.of(List.of(bare), ImportOptions.NONE, Progress.NONE)) {
            assertThat(other.sources().getFirst().understood())
                    .isEqualTo(one.sources().getFirst().understood());
        }
    }

    @Test
    void everyFormatGivesTheSameStatesToTheBit() throws IOException {
        double[][] kvn = states(KVN);
        assertThat(states(XML)).isDeepEqualTo(kvn);
        assertThat(states(JSON)).isDeepEqualTo(kvn);
        assertThat(states(HEADER + "\r\n" + ROW + "\r\n")).isDeepEqualTo(kvn);
        assertThat(states(spaceTrack(true))).isDeepEqualTo(kvn);
        assertThat(states(spaceTrack(false))).isDeepEqualTo(kvn);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void orekitReadsTheMessagesAlike(boolean xml) throws IOException {
        // Orekit wants a header with contents, and a message that nothing encloses.
        String text = xml
                ? XML.replaceAll("<ndm[^>]*>\\s*|\\s*</ndm>", "")
                        .replace("<CREATION_DATE/>", "<CREATION_DATE>2023-04-25T12:00:00</CREATION_DATE>")
                        .replace("<ORIGINATOR/>", "<ORIGINATOR>18 SPCS</ORIGINATOR>")
                : KVN;
        Omm omm = new ParserBuilder(OrekitJudge.CONTEXT)
                .buildOmmParser()
                .parseMessage(new DataSource(file(text).toFile()));
        TLE tle = omm.generateTLE();
        TLEPropagator orekit = TLEPropagator.selectExtrapolator(
                tle, FrameAlignedProvider.of(FramesFactory.getGCRF()), 1000, FramesFactory.getGCRF());
        double epoch = FileClock.UTC.parse("2023-04-25T10:45:30.642912").et();
        double[][] states = states(HEADER + "\n" + ROW + "\n");
        for (int i = 0; i < states.length; i++) {
            double hours = i - 24;
            // At the time that type 10 counts, as in ElementsImportTest.
            PVCoordinates pv = orekit.getPVCoordinates(tle.getDate().shiftedBy(3600 * hours), orekit.getFrame());
            double[] is = {
                pv.getPosition().getX() / 1e3, pv.getPosition().getY() / 1e3,
                        pv.getPosition().getZ() / 1e3,
                pv.getVelocity().getX() / 1e3, pv.getVelocity().getY() / 1e3,
                        pv.getVelocity().getZ() / 1e3
            };
            new EarthEquator().toJ2000(epoch + 3600 * hours, is);
            for (int axis = 0; axis < 6; axis++) {
                assertThat(Math.abs(states[i][axis] - is[axis])).isLessThan(axis < 3 ? 2e-5 : 2e-8);
            }
        }
    }
}
