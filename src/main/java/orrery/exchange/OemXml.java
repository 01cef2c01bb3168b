package orrery.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads OEM in XML, element by element (CCSDS 505.0-B, NDM/XML), standalone or inside an NDM. */
final class OemXml {
    private static final String[] STATE = {
        "EPOCH", "X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT", "X_DDOT", "Y_DDOT", "Z_DDOT"
    };

    private final XmlSource xml;
    private final OemBuilder out;
    private boolean versioned;

    private OemXml(XmlSource xml, OemBuilder out) {
        this.xml = xml;
        this.out = out;
    }

    static void read(Path file, InputStream in, OemBuilder out) throws IOException {
        XmlSource xml = XmlSource.of(file, in);
        try {
            new OemXml(xml, out).message();
        } catch (XMLStreamException e) {
            throw xml.bad(e);
        }
    }

    private void message() throws XMLStreamException, IOException {
        XMLStreamReader reader = xml.reader();
        boolean header = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "oem" -> begin(reader);
                        case "header" -> header = true;
                        case "metadata" -> metadata(reader);
                        case "stateVector" -> state(reader);
                        case "covarianceMatrix" -> {
                            xml.skip();
                            out.covariance();
                        }
                        case "COMMENT" -> out.comment(xml.text());
                        case "ndm", "body", "segment", "data" -> {
                            // Their contents follow.
                        }
                        default -> {
                            String key = reader.getLocalName();
                            String value = xml.text();
                            if (header) {
                                out.header(key, value);
                            }
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "header" -> header = false;
                        case "segment" -> out.endSegment();
                        default -> {
                            // Nothing ends with it.
                        }
                    }
                }
                default -> {
                    // Whitespace and comments.
                }
            }
        }
        out.end(xml.line());
    }

    private void begin(XMLStreamReader reader) {
        if (versioned) {
            throw xml.bad("a second OEM", "inside this file", "give each its own file");
        }
        versioned = true;
        String version = reader.getAttributeValue(null, "version");
        out.version(version == null ? "" : version, xml.line());
    }

    private void metadata(XMLStreamReader reader) throws XMLStreamException, IOException {
        out.beginMeta();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String key = reader.getLocalName();
            long line = xml.line();
            String value = xml.text();
            if (key.equals("COMMENT")) {
                out.comment(value);
            } else {
                out.meta(key, value, line);
            }
        }
        out.endMeta(xml.line());
    }

    private void state(XMLStreamReader reader) throws XMLStreamException, IOException {
        String[] fields = new String[STATE.length];
        long line = xml.line();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String key = reader.getLocalName();
            int place = place(key);
            if (place < 0) {
                if (key.equals("COMMENT")) {
                    out.comment(xml.text());
                    continue;
                }
                throw xml.bad(
                        "the element " + BadInputException.quoted(key),
                        "in a state vector, instead of EPOCH, X, Y, Z, X_DOT, Y_DOT or Z_DOT",
                        "remove it");
            }
            String units = reader.getAttributeValue(null, "units");
            String right = place == 0 ? "" : place < 4 ? "km" : place < 7 ? "km/s" : "km/s**2";
            if (units != null && place > 0 && !units.equalsIgnoreCase(right)) {
                throw xml.bad(
                        key + " in " + BadInputException.quoted(units),
                        "instead of " + right + ", the only unit in OEM",
                        "convert it");
            }
            fields[place] = xml.text();
        }
        int count = 0;
        while (count < fields.length && fields[count] != null) {
            count++;
        }
        if (count != 7 && count != 10) {
            throw BadInputException.at(
                    xml.file(),
                    line,
                    "a state vector without " + STATE[Math.min(count, 9)],
                    "instead of an epoch and 6 or 9 numbers",
                    "correct or remove it");
        }
        out.state(fields, count, line);
    }

    private static int place(String key) {
        for (int i = 0; i < STATE.length; i++) {
            if (STATE[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
