package orrery.audit;

/** A claim with its text. */
abstract class AbstractClaim implements Claim {
    private final ClaimStatement statement;

    AbstractClaim(String id, String title, String sentence, String refutedBy, String evidence) {
        this.statement = new ClaimStatement(id, title, sentence, refutedBy, evidence);
    }

    @Override
    public final ClaimStatement statement() {
        return statement;
    }
}
