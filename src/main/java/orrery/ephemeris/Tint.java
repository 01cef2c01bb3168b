package orrery.ephemeris;

/**
 * The color of a body's mark, for a dark and a light background.
 *
 * @param dark {@code #RRGGBB} in sRGB, on {@code #070A0F}
 * @param light {@code #RRGGBB} in sRGB, on {@code #F7F5F0}
 */
public record Tint(String dark, String light) {}
