package orrery.stand;

/** How threads share a reader. */
public enum Discipline {
    /** One session for all threads, all at once. */
    SHARED("shared", "one session for all threads"),
    /** A session for each thread, which opens it itself. */
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

    /** In words. */
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
                "there is no discipline \"" + wireName + "\"; there are shared, per-thread and locked");
    }
}
