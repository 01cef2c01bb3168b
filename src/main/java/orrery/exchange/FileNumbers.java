package orrery.exchange;

/**
 * Parses numbers as written in files: Fortran's {@code D} exponents too; no hexadecimal, no suffix, no named constants.
 */
final class FileNumbers {
    private FileNumbers() {}

    /**
     * Parses a number.
     *
     * @throws NumberFormatException if it is not a number
     */
    static double parse(String text) {
        boolean fortran = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (c == 'd' || c == 'D') {
                fortran = true;
            } else if (!plain) {
                throw new NumberFormatException(text);
            }
        }
        return Double.parseDouble(fortran ? text.replace('d', 'e').replace('D', 'e') : text);
    }

    /** Splits a line at blanks, into an array of sufficient size; returns the number of fields. */
    static int split(String line, String[] out) {
        int count = 0;
        int at = 0;
        int length = line.length();
        while (at < length) {
            while (at < length && line.charAt(at) <= ' ') {
                at++;
            }
            int from = at;
            while (at < length && line.charAt(at) > ' ') {
                at++;
            }
            if (at > from) {
                if (count < out.length) {
                    out[count] = line.substring(from, at);
                }
                count++;
            }
        }
        return count;
    }
}
