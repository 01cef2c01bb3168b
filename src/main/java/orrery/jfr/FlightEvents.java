package orrery.jfr;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import orrery.binding.KernelObserver;
import orrery.ephemeris.QueryObserver;

/**
 * Passes events of the rooms below to the flight recorder. {@link #install} is called once per program; any recording
 * started after that, by this program, {@code jcmd JFR.start} or {@code -XX:StartFlightRecording}, finds the events.
 *
 * <p>Without a recording, opening or closing a kernel allocates one or two objects, and a query checks one field:
 * queries are reported only while a recording asks for {@code orrery.Query}, which none does by default
 * ({@code orrery.Query#enabled=true} enables it). Thread-safe.
 */
public final class FlightEvents {
    /** The category of all of them. */
    public static final String CATEGORY = "Orrery";

    /** One query in this many is reported. */
    static final int ONE_IN = 1024;

    private static final AtomicBoolean INSTALLED = new AtomicBoolean();

    private FlightEvents() {}

    /** Starts passing events on. Does not start the flight recorder. */
    public static void install() {
        if (FlightRecorder.isAvailable() && INSTALLED.compareAndSet(false, true)) {
            KernelObserver.install(new Kernels());
            FlightRecorder.addListener(new Sampling());
        }
    }

    /** Reports queries exactly while a recording wants them. */
    private static final class Sampling implements FlightRecorderListener {
        private final QueryObserver observer = QueryEvent::new;
        private boolean observing;

        @Override
        public void recorderInitialized(FlightRecorder recorder) {
            look();
        }

        @Override
        public void recordingStateChanged(Recording recording) {
            look();
        }

        private synchronized void look() {
            boolean wanted = EventType.getEventType(QueryEvent.class).isEnabled();
            if (wanted && !observing) {
                QueryObserver.watch(observer, ONE_IN);
            } else if (!wanted && observing) {
                QueryObserver.leave();
            }
            observing = wanted;
        }
    }

    /** Events of kernels. */
    private static final class Kernels implements KernelObserver {
        @Override
        public Opening opening() {
            KernelOpenedEvent event = new KernelOpenedEvent();
            event.begin();
            return event;
        }

        @Override
        public MappingFile mapping() {
            KernelMappedEvent event = new KernelMappedEvent();
            event.begin();
            return event;
        }

        @Override
        public Closing closing() {
            KernelClosedEvent event = new KernelClosedEvent();
            event.begin();
            return event;
        }

        @Override
        public Publishing publishing() {
            PoolPublishedEvent event = new PoolPublishedEvent();
            event.begin();
            return event;
        }

        @Override
        public void faulted(Path path, String why) {
            new KernelFaultEvent(path, why).commit();
        }

        @Override
        public void stale(Path path, String why, boolean altered) {
            new KernelStaleEvent(path, why, altered).commit();
        }
    }
}
