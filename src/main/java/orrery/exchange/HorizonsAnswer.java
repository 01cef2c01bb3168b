package orrery.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Horizons table as it comes from the web service: the text itself, or JSON that contains it as one string. */
final class HorizonsAnswer {
    /** The bytes of a byte order mark in UTF-8. */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private HorizonsAnswer() {}

    static InputText text(Path file, SourceStream source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source);
        in.mark(ImportFormat.HEAD);
        int first = in.read();
        while (Character.isWhitespace(first) || MARK.indexOf(first) >= 0) {
            first = in.read();
        }
        in.reset();
        if (first != '{') {
            return new InputText(file, in);
        }
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                switch (parser.currentName()) {
                    case "result" -> {
                        parser.nextToken();
                        return new InputText(
                                file, new ByteArrayInputStream(parser.getText().getBytes(StandardCharsets.UTF_8)));
                    }
                    case "error" -> {
                        parser.nextToken();
                        throw BadInputException.of(
                                file,
                                "it is an answer of Horizons without a table: "
                                        + BadInputException.quoted(parser.getText()),
                                "correct what was asked, and ask again");
                    }
                    default -> {
                        // Its signature.
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw BadInputException.json(file, e);
        }
        throw BadInputException.of(file, "it is JSON without a \"result\"", "fetch it from Horizons again");
    }
}
