package orrery.audit;

/** The texts of a claim. */
abstract class AbstractClaim implements Claim {
    private final String id;
    private final String title;
    private final String sentence;
    private final String refutedBy;
    private final String evidence;

    AbstractClaim(String id, String title, String sentence, String refutedBy, String evidence) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.refutedBy = refutedBy;
        this.evidence = evidence;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String sentence() {
        return sentence;
    }

    @Override
    public final String refutedBy() {
        return refutedBy;
    }

    @Override
    public final String evidence() {
        return evidence;
    }

    @Override
    public final String toString() {
        return id + " " + title;
    }
}
