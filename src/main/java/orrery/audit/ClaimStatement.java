package orrery.audit;

/**
 * The text of a claim about a reader, apart from how it is examined.
 *
 * @param id its identifier, such as {@code A1}
 * @param title its short title
 * @param sentence the claim itself
 * @param refutedBy what would refute it
 * @param evidence how the evidence is gathered
 */
public record ClaimStatement(String id, String title, String sentence, String refutedBy, String evidence) {}
