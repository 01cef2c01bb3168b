package orrery.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a server sends (RFC 9110, 14.4): {@code bytes 100-199/1000}.
 *
 * @param first position of the first byte
 * @param last position of the last byte
 * @param total length of the whole file, or -1 if it is {@code *}
 */
record ContentRange(long first, long last, long total) {
    private static final Pattern FORM =
            Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSATISFIED = Pattern.compile("bytes\\s+\\*/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    /** Parses the header; empty if it is invalid or cannot be true. */
    static Optional<ContentRange> of(String header) {
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        long total = form.group(3).equals("*") ? -1 : Long.parseLong(form.group(3));
        ContentRange range = new ContentRange(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), total);
        return range.first <= range.last && (total < 0 || range.last < total) ? Optional.of(range) : Optional.empty();
    }

    /** The length of a file that has nothing at the requested position; -1 if the answer does not say. */
    static long lengthWhereNothingIsLeft(String header) {
        Matcher form = UNSATISFIED.matcher(header.strip());
        return form.matches() ? Long.parseLong(form.group(1)) : -1;
    }

    /** The number of bytes in the part. */
    long length() {
        return last - first + 1;
    }
}
