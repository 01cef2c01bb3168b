package orrery.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.math.Counted;
import orrery.spk.Progress;

/** The format of a file, recognized by its first 64 KiB and never by its name. */
public enum ImportFormat {
    OEM_KVN("CCSDS OEM"),
    OEM_XML("CCSDS OEM, XML"),
    OMM_KVN("CCSDS OMM"),
    OMM_XML("CCSDS OMM, XML"),
    OMM_JSON("CCSDS OMM, JSON"),
    OMM_CSV("CCSDS OMM, CSV"),
    TLE("two-line elements"),
    HORIZONS("a Horizons table"),
    MPC_ASTEROIDS("orbits of asteroids, as in MPCORB.DAT"),
    MPC_COMETS("orbits of comets, as in CometEls.txt"),
    SBDB("orbits of JPL's Small-Body Database"),
    CSV("a table of states");

    /** The number of bytes examined. */
    static final int HEAD = 1 << 16;

    private static final Pattern CCSDS = Pattern.compile("(?m)^[ \\t]*+CCSDS_([A-Z]{3})_VERS[ \\t]*+=");
    private static final Pattern ROOT = Pattern.compile("<\\s*(?:\\w+:)?([A-Za-z]\\w*)[\\s>/]");
    private static final Pattern ELEMENTS_1 = Pattern.compile("1 [ 0-9A-Z]{4}\\d.{55,}+");
    private static final Pattern ELEMENTS_2 = Pattern.compile("2 [ 0-9A-Z]{4}\\d.{50,}+");

    /** Text near the beginning of an answer of the Small-Body Database, whose parts come in any order. */
    private static final Pattern SMALL_BODIES = Pattern.compile(
            "Small-Body|\"(?:orbit|elements|phys_par|ca_data|orbit_class|spkid|model_pars|alt_orbits)\"");

    private final String words;

    ImportFormat(String words) {
        this.words = words;
    }

    /** Whether it contains osculating elements about the Sun, which need planets in addition. */
    public boolean isOrbits() {
        return this == MPC_ASTEROIDS || this == MPC_COMETS || this == SBDB;
    }

    /** Whether most of the work comes after reading: it contains elements, not states. */
    boolean isElements() {
        return isOrbits() || (this != OEM_KVN && this != OEM_XML && this != CSV && this != HORIZONS);
    }

    /** A description, such as {@code CCSDS OEM}. */
    public String words() {
        return words;
    }

    /** All of them in few words, for a sentence: without their variants. */
    static String list() {
        return Counted.list(
                Arrays.stream(values())
                        .map(format -> format.words.replaceFirst(",.*", ""))
                        .distinct()
                        .toList(),
                "or");
    }

    /**
     * Recognizes a file, except a table of states: that is recognized by {@link CsvTable#isOne} when this finds
     * nothing.
     *
     * @return empty if it is none of the other formats and nothing else that is known
     * @throws BadInputException if it is something known that cannot be imported; the message says what to do
     * @throws IOException if it cannot be read
     */
    public static Optional<ImportFormat> of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw BadInputException.of(file, "it is a folder", "give the files in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(file, in.readNBytes(HEAD));
        } catch (NoSuchFileException _) {
            throw BadInputException.of(file, "there is no such file", "check the path");
        }
    }

    /**
     * Recognizes a file, tables of states included.
     *
     * @param columns whether the user named columns: a file in no other format is then a table
     * @throws BadInputException if it cannot be imported; the message says what to do
     * @throws IOException if it cannot be read
     */
    static ImportFormat of(Path file, boolean columns) throws IOException {
        Optional<ImportFormat> other = of(file);
        if (other.isEmpty() && !columns) {
            try (SourceStream source = SourceStream.of(file, Progress.NONE)) {
                if (!CsvTable.isOne(file, new InputText(source))) {
                    throw BadInputException.of(
                            file,
                            "it is neither a kernel nor in a format that can be imported (" + list() + ")",
                            "give a table a header that names an epoch and x, y, z, or name its columns on the Make"
                                    + " page or with --columns");
                }
            }
        }
        return other.orElse(CSV);
    }

    private static Optional<ImportFormat> of(Path file, byte[] bytes) {
        if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe)) {
            throw BadInputException.of(file, "it is text in UTF-16", "save it as UTF-8");
        }
        String head = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
        String plain = head.strip();
        if (plain.isEmpty()) {
            throw BadInputException.of(file, "it is empty", "see whether it was fetched completely");
        }
        if (plain.startsWith("DAF/") || plain.startsWith("NAIF/DAF")) {
            throw BadInputException.of(file, "it is a kernel already", "open it as it is");
        }
        if (plain.startsWith("KPL/")) {
            throw BadInputException.of(file, "it is a text kernel, which has no trajectories", "load it beside an SPK");
        }
        if (head.indexOf('\0') >= 0) {
            throw BadInputException.of(file, "it is not a text file", "unpack it first if it is compressed");
        }
        if (plain.charAt(0) == '<') {
            return xml(file, plain);
        }
        if (plain.charAt(0) == '{' || plain.charAt(0) == '[') {
            return json(file, plain);
        }
        Matcher ccsds = CCSDS.matcher(head);
        if (ccsds.find()) {
            return Optional.of(
                    switch (ccsds.group(1)) {
                        case "OEM" -> OEM_KVN;
                        case "OMM" -> OMM_KVN;
                        default -> throw unlike(file, ccsds.group(1));
                    });
        }
        if (plain.startsWith("stk.v.")) {
            throw BadInputException.of(
                    file,
                    "it is an STK ephemeris, which can be written here but not read",
                    "export it from STK as CCSDS OEM");
        }
        if (head.contains("$$SOE") || (plain.startsWith("*****") && head.contains("Horizons"))) {
            return Optional.of(HORIZONS);
        }
        return lines(file, head);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static Optional<ImportFormat> lines(Path file, String head) {
        if (hasTwoLines(head)) {
            return Optional.of(TLE);
        }
        if (MpcElements.ASTEROID.matcher(head).find()) {
            return Optional.of(MPC_ASTEROIDS);
        }
        if (MpcElements.COMET.matcher(head).find()) {
            return Optional.of(MPC_COMETS);
        }
        List<String> lines = head.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(200)
                .toList();
        if (!lines.isEmpty() && lines.getFirst().toUpperCase(Locale.ROOT).contains("MEAN_MOTION")) {
            return Optional.of(OMM_CSV);
        }
        if (head.startsWith("#c") || head.startsWith("#d")) {
            throw BadInputException.of(
                    file, "it is an SP3 orbit file, which cannot be read here", "convert it to CCSDS OEM first");
        }
        return Optional.empty();
    }

    // Not one pattern over line breaks: many breaks would need a stack frame each.
    private static boolean hasTwoLines(String head) {
        boolean first = false;
        for (String line : head.lines().filter(line -> !line.isEmpty()).toList()) {
            if (first && ELEMENTS_2.matcher(line).matches()) {
                return true;
            }
            first = ELEMENTS_1.matcher(line).matches();
        }
        return false;
    }

    private static Optional<ImportFormat> xml(Path file, String head) {
        Matcher tags = ROOT.matcher(head);
        while (tags.find()) {
            switch (tags.group(1).toLowerCase(Locale.ROOT)) {
                case "oem" -> {
                    return Optional.of(OEM_XML);
                }
                case "omm" -> {
                    return Optional.of(OMM_XML);
                }
                case "opm", "ocm", "aem", "apm", "acm", "tdm", "cdm", "rdm" -> throw unlike(file, tags.group(1));
                case "html" ->
                    throw BadInputException.of(
                            file, "it is a web page", "fetch the file itself, not the page around it");
                default -> {
                    // It may enclose one of them.
                }
            }
        }
        throw BadInputException.of(file, "it is XML, but contains neither an OEM nor an OMM", "ask for one of these");
    }

    private static Optional<ImportFormat> json(Path file, String head) {
        if (head.contains("\"MEAN_MOTION\"")) {
            return Optional.of(OMM_JSON);
        }
        if (head.contains("Horizons") && (head.contains("\"result\"") || head.contains("\"error\""))) {
            return Optional.of(HORIZONS);
        }
        if (SMALL_BODIES.matcher(head).find()) {
            return Optional.of(SBDB);
        }
        throw BadInputException.of(
                file,
                "it is JSON, but contains neither OMMs nor an answer of Horizons or the Small-Body Database",
                "ask for one of these");
    }

    private static BadInputException unlike(Path file, String message) {
        String name = message.toUpperCase(Locale.ROOT);
        return BadInputException.of(
                file,
                "it is a CCSDS " + name + ", which contains "
                        + switch (name) {
                            case "OPM" -> "a single state";
                            case "AEM", "APM", "ACM" -> "attitudes";
                            case "TDM" -> "tracking data";
                            case "CDM" -> "a conjunction";
                            default -> "no ephemeris that can be read here";
                        },
                "ask for an OEM");
    }
}
