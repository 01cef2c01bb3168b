package orrery.ephemeris;

/**
 * The colour of a body's mark, as {@code #RRGGBB} (sRGB), for each ground: dark ({@code #070A0F}) and light ({@code
 * #F7F5F0}).
 */
public record Tint(String dark, String light) {}
