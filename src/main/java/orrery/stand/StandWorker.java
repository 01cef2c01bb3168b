package orrery.stand;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * The work of one querying thread: it marks the {@link Board} before and after each query and compares the answer.
 * Allocates only if a query is refused. For use by its own thread.
 */
final class StandWorker {
    private final Board board;
    private final int slot;
    private final StandQueries queries;
    private final StandAnswers right;
    private final Session session;
    private final @Nullable Lock lock;
    private final double[] out = new double[6];
    private long answered;
    private long refused;
    private long wrong;

    /** @param right the expected answers; empty if nothing is compared */
    StandWorker(Board board, int slot, StandQueries queries, StandAnswers right, Session session, @Nullable Lock lock) {
        this.board = board;
        this.slot = slot;
        this.queries = queries;
        this.right = right;
        this.session = session;
        this.lock = lock;
        answered = board.count(slot, Board.Count.ANSWERED);
        refused = board.count(slot, Board.Count.REFUSED);
    }

    /** Runs one query. */
    void ask(int i) {
        boolean hasAnswer = query(i);
        if (right.size() > 0) {
            boolean same = hasAnswer ? right.isSame(i, out) : right.isRefused(i);
            if (!same) {
                wrong(i, hasAnswer);
            }
        }
    }

    /** Runs one query and stores its answer. */
    void keep(int i, StandAnswers answers) {
        if (query(i)) {
            answers.answer(i, out);
        } else {
            answers.refuse(i);
        }
    }

    /** Whether it was answered. */
    private boolean query(int i) {
        // What the reader does not write is not a number, and not what it wrote before.
        Arrays.fill(out, Double.NaN);
        board.count(slot, Board.Count.INSIDE, i + 1L);
        boolean hasAnswer = false;
        try {
            if (lock == null) {
                session.state(queries.targets()[i], queries.centers()[i], queries.epochs()[i], out);
            } else {
                locked(lock, i);
            }
            hasAnswer = true;
        } catch (Exception e) {
            refused(e);
        } catch (Throwable e) {
            StandChild.thrown(board, e);
        }
        board.count(slot, Board.Count.INSIDE, 0);
        if (hasAnswer) {
            answered++;
            board.count(slot, Board.Count.ANSWERED, answered);
        } else {
            refused++;
            board.count(slot, Board.Count.REFUSED, refused);
        }
        return hasAnswer;
    }

    private void locked(Lock held, int i) throws Exception {
        held.lock();
        try {
            session.state(queries.targets()[i], queries.centers()[i], queries.epochs()[i], out);
        } finally {
            held.unlock();
        }
    }

    private void refused(Exception e) {
        if (refused == 0) {
            board.text(Board.Text.REFUSAL, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private void wrong(int i, boolean hasAnswer) {
        if (wrong == 0) {
            board.count(slot, Board.Count.FIRST_WRONG, i + 1L);
            board.wrong(slot, out, hasAnswer);
        }
        wrong++;
        board.count(slot, Board.Count.WRONG, wrong);
    }
}
