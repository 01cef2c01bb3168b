package orrery.stand;

/** The ways threads share a reader. */
public enum Discipline {
    /** One session for all threads, all at the same time. */
    SHARED("shared", "one session for all threads"),
    /** A session for each thread, opened by that thread. */
    PER_THREAD("per-thread", "a session for each thread"),
    /** One session behind one lock. */
    LOCKED("locked", "one session behind one lock");

    private final String wireName;
    private final String words;

    Discipline(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    /** Its name on the command line, in ledgers and matrices. */
    public String wireName() {
        return wireName;
    }

    /** A description. */
    public String words() {
        return words;
    }

    /**
     * By its name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Discipline named(String wireName) {
        for (Discipline discipline : values()) {
            if (discipline.wireName.equals(wireName)) {
                return discipline;
            }
        }
        throw new IllegalArgumentException(
                "there is no discipline \"" + wireName + "\"; known are shared, per-thread and locked");
    }
}
