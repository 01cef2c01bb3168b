package orrery.audit;

/** The text of a claim about a reader, apart from how it is examined. Immutable. */
public interface ClaimStatement {
    /** Its identifier, such as {@code A1}. */
    String id();

    /** Its short title. */
    String title();

    /** The claim itself. */
    String sentence();

    /** What would refute it. */
    String refutedBy();

    /** How the evidence is gathered. */
    String evidence();
}
