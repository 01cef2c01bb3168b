package orrery.exchange;

import java.io.IOException;
import java.util.Locale;

/** Reads OEM in key = value notation. */
final class OemKvn {
    private enum Part {
        HEADER,
        META,
        DATA,
        COVARIANCE
    }

    private static final String VERSION = "CCSDS_OEM_VERS";

    private OemKvn() {}

    static void read(InputText text, OemBuilder out) throws IOException {
        Part part = Part.HEADER;
        boolean versioned = false;
        String[] fields = new String[11];
        for (String line = text.next(); line != null; line = text.next()) {
            String plain = line.strip();
            if (plain.isEmpty()) {
                continue;
            }
            char first = plain.charAt(0);
            if (part == Part.DATA && ((first >= '0' && first <= '9') || first == '-' || first == '+')) {
                out.state(fields, FileNumbers.split(plain, fields), text.number());
                continue;
            }
            if (plain.equals("COMMENT") || plain.startsWith("COMMENT ")) {
                out.comment(plain.substring("COMMENT".length()).strip());
                continue;
            }
            switch (plain) {
                case "META_START" -> {
                    if (part == Part.META || part == Part.COVARIANCE) {
                        throw text.bad("META_START stands", "inside another block", "end that one first");
                    }
                    out.endSegment();
                    out.beginMeta();
                    part = Part.META;
                    continue;
                }
                case "META_STOP" -> {
                    if (part != Part.META) {
                        throw text.bad("META_STOP stands", "with no META_START before it", "put that in");
                    }
                    out.endMeta(text.number());
                    part = Part.DATA;
                    continue;
                }
                case "COVARIANCE_START" -> {
                    part = Part.COVARIANCE;
                    continue;
                }
                case "COVARIANCE_STOP" -> {
                    part = Part.DATA;
                    continue;
                }
                default -> {
                    // It is a keyword with its value, or a row of a covariance.
                }
            }
            int equals = plain.indexOf('=');
            if (part == Part.COVARIANCE) {
                if (plain.startsWith("EPOCH") && equals > 0) {
                    out.covariance();
                }
                continue;
            }
            if (equals < 1) {
                throw text.bad(
                        BadInputException.quoted(plain) + " stands",
                        part == Part.DATA ? "where an epoch and a state should" : "where KEYWORD = value should",
                        "correct or remove that line");
            }
            String key = plain.substring(0, equals).strip().toUpperCase(Locale.ROOT);
            String value = plain.substring(equals + 1).strip();
            if (key.equals(VERSION)) {
                if (versioned) {
                    throw text.bad("a second message begins", "inside this one", "give each its own file");
                }
                versioned = true;
                out.version(value, text.number());
            } else if (part == Part.META) {
                out.meta(key, value, text.number());
            } else if (part == Part.DATA) {
                throw text.bad(
                        "the keyword " + BadInputException.quoted(key) + " stands",
                        "where an epoch and a state should",
                        "put it between META_START and META_STOP");
            } else {
                out.header(key, value);
            }
        }
        if (part == Part.META || part == Part.COVARIANCE) {
            throw text.bad(
                    "the file ends",
                    "inside a block that " + (part == Part.META ? "META_STOP" : "COVARIANCE_STOP") + " should end",
                    "see whether it was cut short");
        }
        out.end(text.number());
    }
}
