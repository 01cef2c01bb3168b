package orrery.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.time.DateFormatException;

/**
 * Reads Orbit Mean-elements Messages (CCSDS 502.0-B, section 4), any number per file: KVN, XML, and the JSON and CSV of
 * CelesTrak and Space-Track, which use the same keywords. For use by one thread.
 */
final class OrbitMeanElements {
    private static final List<String> NUMBERS = List.of(
            "MEAN_MOTION",
            "ECCENTRICITY",
            "INCLINATION",
            "RA_OF_ASC_NODE",
            "ARG_OF_PERICENTER",
            "MEAN_ANOMALY",
            // The keywords that identify satellites; CCSDS requires them with SGP4.
            "NORAD_CAT_ID");
    private static final int MOST_COLUMNS = 256;

    private final Path file;
    private final ElementSets sets;
    private final Map<String, String> message = new HashMap<>();

    OrbitMeanElements(Path file, ElementSets sets) {
        this.file = file;
        this.sets = sets;
    }

    void kvn(InputText text) throws IOException {
        long begun = 0;
        for (String line = text.next(); line != null; line = text.next()) {
            String plain = line.strip();
            if (plain.isEmpty() || plain.equals("COMMENT") || plain.startsWith("COMMENT ")) {
                continue;
            }
            int equals = plain.indexOf('=');
            if (equals < 1) {
                throw text.bad(
                        BadInputException.quoted(plain),
                        "instead of KEYWORD = value of an OMM",
                        "correct or remove that line");
            }
            String key = plain.substring(0, equals).strip().toUpperCase(Locale.ROOT);
            if (key.equals("CCSDS_OMM_VERS")) {
                end(begun);
                begun = text.number();
            }
            // A unit in brackets may follow.
            String value = plain.substring(equals + 1).strip();
            int unit = value.endsWith("]") ? value.lastIndexOf('[') : -1;
            message.put(key, unit < 0 ? value : value.substring(0, unit).strip());
        }
        end(begun);
    }

    void xml(InputStream in) throws IOException {
        XmlSource xml = XmlSource.of(file, in);
        XMLStreamReader reader = xml.reader();
        try {
            long begun = 0;
            String open = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open = reader.getLocalName();
                        if (open.equals("omm")) {
                            begun = xml.line();
                            message.clear();
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!open.isEmpty() && !reader.isWhiteSpace()) {
                            message.put(open, reader.getText().strip());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        open = "";
                        if (reader.getLocalName().equals("omm")) {
                            end(begun);
                        }
                    }
                    default -> {
                        // Comments.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw xml.bad(e);
        }
    }

    void json(InputStream in) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            int depth = 0;
            String key = "";
            long begun = 1;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> {
                        if (depth++ == 0) {
                            begun = parser.currentLocation().getLineNr();
                            message.clear();
                        }
                    }
                    case END_OBJECT -> {
                        if (--depth == 0) {
                            end(begun);
                        }
                    }
                    case FIELD_NAME -> key = parser.currentName();
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                        if (depth == 1) {
                            message.put(key, parser.getText());
                        }
                    }
                    default -> {
                        // Lists, nulls and booleans are not elements.
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw BadInputException.json(file, e);
        }
    }

    void csv(InputText text) throws IOException {
        String[] names = new String[MOST_COLUMNS];
        String[] fields = new String[MOST_COLUMNS];
        int columns = 0;
        for (String line = text.next(); line != null; line = text.next()) {
            if (line.isBlank()) {
                continue;
            }
            if (columns == 0) {
                columns = CsvTable.split(line, ',', names);
                if (columns > MOST_COLUMNS) {
                    throw text.bad(
                            columns + " columns",
                            "where at most " + MOST_COLUMNS + " can be read",
                            "remove those that are not keywords of an OMM");
                }
                continue;
            }
            int count = CsvTable.split(line, ',', fields);
            if (count != columns) {
                throw text.bad(
                        Counted.of(count, "field"),
                        "where the header has " + columns,
                        "see whether the file was truncated, or correct that line");
            }
            message.clear();
            for (int i = 0; i < count; i++) {
                message.put(unquoted(names[i]).toUpperCase(Locale.ROOT), unquoted(fields[i]));
            }
            end(text.number());
        }
    }

    private static String unquoted(String field) {
        return field.replace("\"", "").strip();
    }

    /** A complete message. */
    private void end(long line) throws IOException {
        if (message.isEmpty()) {
            return;
        }
        // CCSDS's own example in XML calls it TLE.
        expect("MEAN_ELEMENT_THEORY", "(SGP/)?SGP4?|TLE", "SGP4", line);
        expect("CENTER_NAME", "EARTH", "EARTH", line);
        expect("REF_FRAME", "TEME", "TEME", line);
        expect("TIME_SYSTEM", "UTC", "UTC", line);
        double[] numbers = new double[NUMBERS.size()];
        for (int i = 0; i < numbers.length; i++) {
            String key = NUMBERS.get(i);
            if (!message.containsKey(key)) {
                throw BadInputException.at(
                        file, line, "an OMM", "that has no " + key, "remove it, or ask for it again");
            }
            numbers[i] = number(key, line);
        }
        sets.add(new ElementSet(
                ElementSet.catalogueNumber(numbers[6])
                        .orElseThrow(() -> BadInputException.at(
                                file,
                                line,
                                "an OMM whose NORAD_CAT_ID is "
                                        + BadInputException.quoted(message.getOrDefault("NORAD_CAT_ID", "")),
                                "instead of a whole number of at most nine digits",
                                "correct it")),
                message.getOrDefault("OBJECT_NAME", ""),
                epoch(line),
                ElementSet.perMinute(number("MEAN_MOTION_DOT", line), 2),
                ElementSet.perMinute(number("MEAN_MOTION_DDOT", line), 3),
                number("BSTAR", line),
                numbers[2] * Constants.DEGREE,
                numbers[3] * Constants.DEGREE,
                numbers[1],
                numbers[4] * Constants.DEGREE,
                numbers[5] * Constants.DEGREE,
                ElementSet.perMinute(numbers[0], 1),
                line));
        message.clear();
    }

    private void expect(String key, String pattern, String should, long line) {
        String value = message.getOrDefault(key, should).toUpperCase(Locale.ROOT);
        if (!value.matches(pattern) && !value.isEmpty()) {
            throw BadInputException.at(
                    file,
                    line,
                    "an OMM whose " + key + " is " + BadInputException.quoted(value),
                    "instead of " + should + ", as required by SPK's type 10",
                    "remove it, or ask for an OEM");
        }
    }

    /** A number, 0 if missing. */
    private double number(String key, long line) {
        String value = message.getOrDefault(key, "");
        if (value.isEmpty()) {
            return 0;
        }
        try {
            return FileNumbers.parse(value);
        } catch (NumberFormatException _) {
            throw BadInputException.at(
                    file,
                    line,
                    "an OMM whose " + key + " is " + BadInputException.quoted(value),
                    "instead of a number",
                    "correct it");
        }
    }

    private double epoch(long line) {
        String value = message.getOrDefault("EPOCH", "");
        try {
            return FileClock.UTC.parse(value).et();
        } catch (DateFormatException e) {
            throw BadInputException.at(
                    file,
                    line,
                    "an OMM whose EPOCH is " + BadInputException.quoted(value),
                    "instead of a date such as 2026-11-22T12:34:56.789",
                    "correct it");
        }
    }
}
