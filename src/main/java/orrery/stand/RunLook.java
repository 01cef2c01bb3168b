package orrery.stand;

/** The view of a run in progress, and the means to direct it. For the thread that runs it. */
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

    /**
     * How often so far two or more threads were found inside a query, at least two having made progress since the time
     * before.
     */
    public int meetings() {
        return meetings;
    }

    /** Completed queries. */
    public long queries() {
        return board.sum(Board.Count.ANSWERED) + board.sum(Board.Count.REFUSED);
    }

    /** Completed queries of the slowest thread. */
    public long fewest() {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < board.slots(); i++) {
            fewest = Math.min(fewest, board.ended(i));
        }
        return fewest;
    }

    /** Nanoseconds since the threads were started, or since the beginning of the current pause. */
    public long nanos() {
        return nanos;
    }

    /** The number of the current pause; 0 if it is not paused. */
    public long pause() {
        return board.phase() == Board.Phase.PAUSED && board.go() < board.pauses() ? board.pauses() : 0;
    }

    /** Live bytes on its Java heap at the last pause. */
    public long heap() {
        return board.heap();
    }

    /** Its process. */
    public long pid() {
        return pid;
    }

    /** Lets it continue after its pause. */
    public void goOn() {
        board.go(board.pauses());
    }

    /** Tells its threads to end. */
    public void stop() {
        board.stop();
    }
}
