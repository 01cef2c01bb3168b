package orrery.exchange;

import java.io.IOException;
import java.util.Locale;

/** Reads OEM in key = value notation. For use by one thread, with one file. */
final class OemKvn {
    private enum Part {
        HEADER,
        META,
        DATA,
        COVARIANCE
    }

    private static final String VERSION = "CCSDS_OEM_VERS";

    private final InputText text;
    private final OemBuilder out;
    private Part part = Part.HEADER;
    private boolean versioned;

    private OemKvn(InputText text, OemBuilder out) {
        this.text = text;
        this.out = out;
    }

    static void read(InputText text, OemBuilder out) throws IOException {
        new OemKvn(text, out).read();
    }

    private void read() throws IOException {
        String[] fields = new String[11];
        for (String line = text.next(); line != null; line = text.next()) {
            String plain = line.strip();
            if (plain.isEmpty()) {
                continue;
            }
            char first = plain.charAt(0);
            if (part == Part.DATA && ((first >= '0' && first <= '9') || first == '-' || first == '+')) {
                out.state(fields, FileNumbers.split(plain, fields), text.number());
            } else if (plain.equals("COMMENT") || plain.startsWith("COMMENT ")) {
                out.comment(plain.substring("COMMENT".length()).strip());
            } else if (!isBound(plain)) {
                value(plain);
            }
        }
        if (part == Part.META || part == Part.COVARIANCE) {
            throw text.bad(
                    "the file ends",
                    "inside a block without its " + (part == Part.META ? "META_STOP" : "COVARIANCE_STOP"),
                    "see whether it was truncated");
        }
        out.end(text.number());
    }

    /** Whether a line begins or ends a block; then it does. */
    private boolean isBound(String plain) throws IOException {
        switch (plain) {
            case "META_START" -> {
                if (part == Part.META || part == Part.COVARIANCE) {
                    throw text.bad("META_START", "inside another block", "end that block first");
                }
                out.endSegment();
                out.beginMeta();
                part = Part.META;
            }
            case "META_STOP" -> {
                if (part != Part.META) {
                    throw text.bad("META_STOP", "with no META_START before it", "add it");
                }
                out.endMeta(text.number());
                part = Part.DATA;
            }
            case "COVARIANCE_START" -> part = Part.COVARIANCE;
            case "COVARIANCE_STOP" -> part = Part.DATA;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A keyword with its value, or a row of a covariance. */
    private void value(String plain) {
        int equals = plain.indexOf('=');
        if (part == Part.COVARIANCE) {
            if (plain.startsWith("EPOCH") && equals > 0) {
                out.covariance();
            }
            return;
        }
        if (equals < 1) {
            throw text.bad(
                    BadInputException.quoted(plain),
                    part == Part.DATA ? "instead of an epoch and a state" : "instead of KEYWORD = value",
                    "correct or remove that line");
        }
        String key = plain.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        String value = plain.substring(equals + 1).strip();
        if (key.equals(VERSION)) {
            if (versioned) {
                throw text.bad("a second message", "inside this one", "give each its own file");
            }
            versioned = true;
            out.version(value, text.number());
        } else if (part == Part.META) {
            out.meta(key, value, text.number());
        } else if (part == Part.DATA) {
            throw text.bad(
                    "the keyword " + BadInputException.quoted(key),
                    "instead of an epoch and a state",
                    "put it between META_START and META_STOP");
        } else {
            out.header(key, value);
        }
    }
}
