package orrery.library;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, taken piece by piece by one thread that never waits forever: a silent server counts as a lost
 * connection, and the wait can be cancelled.
 */
final class ResponseBody implements Flow.Subscriber<List<ByteBuffer>> {
    private static final long LOOK_MILLIS = 100;

    private sealed interface Event {
        record Bytes(List<ByteBuffer> pieces) implements Event {}

        record Failed(Throwable why) implements Event {}

        record Ended() implements Event {}
    }

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final long patienceMillis;
    private volatile Flow.@Nullable Subscription subscription;

    ResponseBody(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /**
     * The next pieces, or null at the end.
     *
     * @throws ConnectionLostException if the connection is lost or silent
     * @throws CancellationException if cancelled
     */
    @Nullable
    List<ByteBuffer> next(Download.Watcher watcher) throws ConnectionLostException, InterruptedException {
        long waited = 0;
        while (true) {
            watcher.check("The download was cancelled.");
            Event event = events.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            switch (event) {
                case null -> {
                    waited += LOOK_MILLIS;
                    if (waited >= patienceMillis) {
                        throw new ConnectionLostException(
                                "the server has been silent for " + patienceMillis / 1000 + " s");
                    }
                }
                case Event.Bytes bytes -> {
                    more();
                    return bytes.pieces;
                }
                case Event.Failed failed ->
                    throw new ConnectionLostException(String.valueOf(failed.why.getMessage()), failed.why);
                case Event.Ended _ -> {
                    return null;
                }
            }
        }
    }

    void cancel() {
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }

    private void more() {
        Flow.Subscription open = subscription;
        if (open != null) {
            open.request(1);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        events.add(new Event.Bytes(pieces));
    }

    @Override
    public void onError(Throwable why) {
        events.add(new Event.Failed(why));
    }

    @Override
    public void onComplete() {
        events.add(new Event.Ended());
    }
}
