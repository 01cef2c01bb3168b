package orrery.ui.guide;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Resolves the links of a page. Thread-safe. */
final class GuideLinks {
    /** A link target. */
    enum Kind {
        /** A page of the guide, or a place on this one. */
        PAGE,
        /** A view of the sky. */
        VIEW,
        /** Something outside the program. */
        WEB
    }

    private GuideLinks() {}

    static Kind kind(String link) {
        String plain = link.toLowerCase(Locale.ROOT);
        if (plain.startsWith("orrery:")) {
            return Kind.VIEW;
        }
        return plain.startsWith("https:") || plain.startsWith("http:") || plain.startsWith("mailto:")
                ? Kind.WEB
                : Kind.PAGE;
    }

    /** A link of a page as a path among the guide's resources, with its anchor if any. */
    static String resolve(String page, String link) {
        if (link.startsWith("#")) {
            return page + link;
        }
        Deque<String> parts = new ArrayDeque<>();
        String folder = page.substring(0, page.lastIndexOf('/') + 1);
        for (String part : (folder + link).split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.equals("..")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** The anchor of a heading, as on GitHub: lowercase letters, digits and hyphens. */
    static String anchor(String heading) {
        StringBuilder anchor = new StringBuilder();
        heading.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                anchor.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                anchor.append('-');
            }
        });
        return anchor.toString();
    }
}
