package orrery.spk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no SPK is named for what it is. */
class ContentSnifferTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        DAFETF NAIF DAF ENCODED TRANSFER FILE\\n'DAF/SPK '\\n'2'\\n        | a SPICE kernel in transfer format (.xsp)
        'NAIF/DAF'\\n'2'\\n'6'\\n                                         | a SPICE kernel in transfer format
        KSIZE=  2036    NCOEFF=  1018\\n\\nGROUP   1010\\n                | the header of a JPL ephemeris in ASCII
        BZh91AY                                                          | compressed with bzip2
        just some words\\n                                               | a text file, not a kernel
        """)
    void byItsFirstBytes(String head, String what) {
        assertThat(said(head.strip().replace("\\n", "\n"))).startsWith("is " + what);
    }

    @ParameterizedTest
    @CsvSource({
        "JPL Planetary Ephemeris DE405/LE405,JPL,a JPL ephemeris (DE) in JPL's own binary format",
        "INPOP19a TDB m100 p100,DENUM,an ephemeris of the INPOP series in JPL's binary format",
        "EPM2021 ephemeris,AU,an ephemeris of the EPM series in JPL's binary format",
        "Somebody's own title,DENUM,a JPL ephemeris (DE) in JPL's own binary format"
    })
    void binaryEphemeridesOfOtherProgramsByTheirTitlesAndNames(String title, String constant, String what) {
        byte[] bytes = new byte[10_000];
        Arrays.fill(bytes, 0, 2652, (byte) ' ');
        put(bytes, 0, title);
        put(bytes, 84, "Start Epoch: JED=  2305424.5 1599 DEC 09 00:00:00");
        put(bytes, 168, "Final Epoch: JED=  2525008.5 2201 FEB 20 00:00:00");
        put(bytes, 252, constant);
        put(bytes, 258, "LENUM");
        assertThat(ContentSniffer.reasonAgainst(MemorySegment.ofArray(bytes))).startsWith("is " + what);
    }

    private static void put(byte[] bytes, int at, String text) {
        byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, bytes, at, letters.length);
    }

    private static String said(String text) {
        return ContentSniffer.reasonAgainst(MemorySegment.ofArray(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
