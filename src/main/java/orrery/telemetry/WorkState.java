package orrery.telemetry;

/** A worker's own state. */
public enum WorkState {
    /** Has nothing to do. */
    IDLE("idle"),
    /** Runs queries (one or many, back to back). */
    QUERYING("querying"),
    /** Waits for the other workers. */
    AT_BARRIER("at barrier"),
    /** Compares or digests results between queries. */
    CHECKING("checking"),
    /** Waits for its next intended start (fixed-rate load). */
    PACING("pacing"),
    /** Has ended normally. */
    FINISHED("finished"),
    /** Has ended with an exception. */
    FAILED("failed");

    private final String words;

    WorkState(String words) {
        this.words = words;
    }

    /** The state in words, as shown. */
    public String words() {
        return words;
    }

    /** Whether a worker in this state owes progress, so that a heartbeat that stops here is significant. */
    public boolean owesProgress() {
        return this == QUERYING || this == CHECKING;
    }
}
