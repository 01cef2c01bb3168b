package orrery.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a picture in pixels. */
record PixelSize(int width, int height) {
    private static final Pattern FORM = Pattern.compile("(\\d{2,5})[xX](\\d{2,5})");

    /**
     * Parses the value of {@code --size}.
     *
     * @throws UsageException if it is not a size, or a side is out of bounds
     */
    static PixelSize parse(String text, int least, int most) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException("--size " + text + ": give width and height in pixels, such as 1600x900.");
        }
        PixelSize size = new PixelSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (Math.min(size.width, size.height) < least || Math.max(size.width, size.height) > most) {
            throw new UsageException("--size " + text + ": each side can be " + least + " to " + most + " pixels.");
        }
        return size;
    }
}
