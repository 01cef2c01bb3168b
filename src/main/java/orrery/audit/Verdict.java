package orrery.audit;

/** What an audit says of a claim. */
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

    /** As it stands in a ledger. */
    public String wireName() {
        return wireName;
    }

    /** In words, as shown. */
    public String words() {
        return this == NOT_AVAILABLE ? "not available here" : wireName;
    }

    /** By its name in a ledger. */
    static Verdict named(String wireName) {
        for (Verdict verdict : values()) {
            if (verdict.wireName.equals(wireName)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("\"" + wireName + "\" is no verdict");
    }
}
