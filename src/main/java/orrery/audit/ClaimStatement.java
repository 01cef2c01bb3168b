package orrery.audit;

/** What a claim about a reader says, apart from how it is examined. Immutable. */
public interface ClaimStatement {
    /** Its identifier, such as {@code A1}. */
    String id();

    /** Its name in a few words. */
    String title();

    /** What is claimed. */
    String sentence();

    /** What would refute it. */
    String refutedBy();

    /** How the evidence is gathered. */
    String evidence();
}
