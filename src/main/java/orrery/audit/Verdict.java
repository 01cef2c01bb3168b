package orrery.audit;

/** The verdict of an audit on a claim. */
public enum Verdict {
    /** The evidence was gathered and holds. */
    PROVEN("proven"),
    /** The evidence contradicts the claim. */
    REFUTED("refuted"),
    /** The evidence could not be gathered, so nothing was shown. */
    VOID("void"),
    /** This system, or this kernel, cannot answer. */
    NOT_AVAILABLE("not-available");

    private final String wireName;

    Verdict(String wireName) {
        this.wireName = wireName;
    }

    /** Its name in a ledger. */
    public String wireName() {
        return wireName;
    }

    /** The verdict in words, as shown. */
    public String words() {
        return this == NOT_AVAILABLE ? "not available here" : wireName;
    }

    /** The verdict with this name in a ledger. */
    static Verdict named(String wireName) {
        for (Verdict verdict : values()) {
            if (verdict.wireName.equals(wireName)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("\"" + wireName + "\" is no verdict");
    }
}
