package orrery.stand;

/** A look at a run while it goes on, and the means to direct it. For the thread that runs it. */
public final class RunLook {
    private final Board board;
    private final long pid;
    private final long nanos;
    private final int meetings;

    RunLook(Board board, long pid, long nanos, int meetings) {
        this.board = board;
        this.pid = pid;
        this.nanos = nanos;
        this.meetings = meetings;
    }

    /** How often so far two threads or more were found inside a query, two at least having gone on since the time before. */
    public int meetings() {
        return meetings;
    }

    /** Queries that have ended. */
    public long queries() {
        return board.sum(Board.Count.ANSWERED) + board.sum(Board.Count.REFUSED);
    }

    /** Answers that were wrong. */
    public long wrong() {
        return board.sum(Board.Count.WRONG);
    }

    /** Queries that the thread with the fewest has ended. */
    public long fewest() {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < board.slots(); i++) {
            fewest = Math.min(fewest, board.ended(i));
        }
        return fewest;
    }

    /** Nanoseconds since the threads were let loose, or since the pause that it is in began. */
    public long nanos() {
        return nanos;
    }

    /** How often it has paused, if it is paused now; 0 if not. */
    public long pause() {
        return board.phase() == Board.Phase.PAUSED && board.go() < board.pauses() ? board.pauses() : 0;
    }

    /** Bytes alive on its Java heap at the last pause. */
    public long heap() {
        return board.heap();
    }

    /** Its process. */
    public long pid() {
        return pid;
    }

    /** Lets it go on from its pause. */
    public void goOn() {
        board.go(board.pauses());
    }

    /** Tells its threads to end. */
    public void stop() {
        board.stop();
    }
}
