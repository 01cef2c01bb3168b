package orrery.exchange;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML file read element by element, so that its size does not matter. External references are never read, and
 * entities cannot be defined. For use by one thread.
 */
final class XmlSource {
    private static final int HEAD = 1 << 12;
    private static final Pattern ENCODING = Pattern.compile(
            "(?:\u00ef\u00bb\u00bf)?\\s*+<\\?xml\\s[^>]{0,200}?encoding\\s*+=\\s*+[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    /** The root element, with an attribute of that prefix. */
    private static final Pattern ROOT = Pattern.compile("(<[A-Za-z][\\w:.-]{0,40})\\s[^>]{0,2000}?\\bxsi:");

    /** The library's words for a prefix that is not declared: element, attribute, prefix. */
    private static final Pattern UNBOUND = Pattern.compile("(?s).*#(?:Attribute|Element)PrefixUnbound\\?(.*)");

    private final Path file;
    private final XMLStreamReader reader;

    private XmlSource(Path file, XMLStreamReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static XmlSource of(Path file, InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new XmlSource(file, factory.createXMLStreamReader(declared(characters(new FilterInputStream(in) {
                @Override
                public void close() {
                    // Its opener closes it: the digest is still to be computed.
                }
            }))));
        } catch (XMLStreamException e) {
            throw bad(file, e);
        }
    }

    /**
     * In the encoding that the file names, else UTF-8. The library does not get bytes, because it reports invalid ones
     * on standard error.
     */
    private static Reader characters(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, HEAD);
        bytes.mark(HEAD);
        String head = new String(bytes.readNBytes(HEAD / 2), StandardCharsets.ISO_8859_1);
        bytes.reset();
        if (head.startsWith("\u00ef\u00bb\u00bf")) {
            bytes.skipNBytes(3);
        }
        Matcher named = ENCODING.matcher(head);
        boolean known = false;
        try {
            known = named.lookingAt() && Charset.isSupported(named.group(1));
        } catch (IllegalCharsetNameException _) {
            // Then it is treated as missing.
        }
        return new InputStreamReader(bytes, known ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8);
    }

    /**
     * The text, with the declaration of the prefix of schema locations if that is missing: messages fetched from
     * catalogues of satellites lack it.
     */
    private static Reader declared(Reader text) throws IOException {
        char[] chars = new char[HEAD];
        int count = 0;
        for (int some = 0; some >= 0 && count < HEAD; some = text.read(chars, count, HEAD - count)) {
            count += some;
        }
        String head = new String(chars, 0, count);
        Matcher root = ROOT.matcher(head);
        String whole = root.find() && !head.contains("xmlns:xsi")
                ? head.substring(0, root.end(1)) + " xmlns:xsi=\"" + XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI + '"'
                        + head.substring(root.end(1))
                : head;
        return new Reader() {
            private final Reader first = new StringReader(whole);

            @Override
            public int read(char[] to, int from, int length) throws IOException {
                int read = first.read(to, from, length);
                return read < 0 ? text.read(to, from, length) : read;
            }

            @Override
            public void close() throws IOException {
                text.close();
            }
        };
    }

    XMLStreamReader reader() {
        return reader;
    }

    Path file() {
        return file;
    }

    long line() {
        return reader.getLocation().getLineNumber();
    }

    /** The text of the element that has just begun; its end has been consumed afterwards. */
    String text() throws XMLStreamException {
        return reader.getElementText().strip();
    }

    /** Skips the element that has just begun. */
    void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
        }
    }

    BadInputException bad(String stands, String should, String cure) {
        return BadInputException.at(file, line(), stands, should, cure);
    }

    BadInputException bad(XMLStreamException e) {
        return bad(file, e);
    }

    private static BadInputException bad(Path file, XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        String reason = message.replaceFirst("(?s)^ParseError at .*?\\nMessage: ", "");
        Matcher unbound = UNBOUND.matcher(reason);
        if (unbound.matches()) {
            String[] names = unbound.group(1).split("&", -1);
            reason = "the prefix " + names[names.length - 1] + " is not declared";
        }
        return BadInputException.at(
                file,
                e.getLocation() == null ? 1 : e.getLocation().getLineNumber(),
                "XML",
                "that is not well-formed (" + BadInputException.quoted(reason) + ")",
                "see whether it was truncated, or correct it there");
    }
}
