package orrery.stand;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Opens and closes a reader's sessions in its process, and shows on the {@link Board} which thread is about it, so that
 * a reader that never returns from it is told from a slow one. An interruption that a reader leaves behind is its own
 * affair, and cleared. Immutable and thread-safe; a slot belongs to one thread.
 */
final class StandSessions {
    private final Board board;
    private final Reader reader;
    private final List<Path> kernels;

    StandSessions(Board board, Reader reader, List<Path> kernels) {
        this.board = board;
        this.reader = reader;
        this.kernels = List.copyOf(kernels);
    }

    Session open(int slot) throws Exception {
        board.doing(slot, Board.Doing.OPENING);
        try {
            return Objects.requireNonNull(reader.open(kernels), "open returned no session");
        } finally {
            done(slot);
        }
    }

    void close(int slot, Session session) throws Exception {
        board.doing(slot, Board.Doing.CLOSING);
        try {
            session.close();
        } finally {
            done(slot);
        }
    }

    private void done(int slot) {
        Thread.interrupted();
        board.doing(slot, Board.Doing.NOTHING);
    }
}
