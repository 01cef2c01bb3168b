package orrery.ephemeris;
/** x. */
public final class Bodies {
    private Bodies() {}

    public static String name(int id) {
        return Integer.toString(id);
    }

    public static String label(int id) {
        return Integer.toString(id);
    }

    public static int resolve(String s) {
        return Integer.parseInt(s);
    }
}
