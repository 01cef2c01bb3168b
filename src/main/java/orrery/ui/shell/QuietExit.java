package orrery.ui.shell;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a drawing process quietly and quickly when the system requests it. JavaFX's own shutdown removes the renderer
 * while a thread still wants to draw, which prints a stack trace; and a running task might keep the process alive. So
 * after the signal, standard error shows only what commands print themselves, incomplete files are cleaned up as at any
 * exit, and after five seconds the process ends in any case.
 *
 * <p>Signals are specific to the JDK ({@code jdk.unsupported}): if they cannot be handled, the process ends as it would
 * without this class.
 */
final class QuietExit {
    private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
    private static final int BY_SIGNAL = 128;
    private static final long PATIENCE = 5_000_000_000L;

    private QuietExit() {}

    /** Handles signals from now on. */
    static void watch() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            for (Map.Entry<String, Integer> one : SIGNALS.entrySet()) {
                Object on = Proxy.newProxyInstance(
                        handler.getClassLoader(), new Class<?>[] {handler}, (self, method, given) -> {
                            if (method.getName().equals("handle")) {
                                end(BY_SIGNAL + one.getValue());
                            }
                            return method.getReturnType() == int.class ? System.identityHashCode(self) : null;
                        });
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(one.getKey()), on);
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException _) {
            // No such signal here, or the virtual machine ignores them (-Xrs).
        }
    }

    private static void end(int status) {
        try {
            silently(status);
        } catch (OutOfMemoryError _) {
            // There is not even enough memory for shutting down.
            Runtime.getRuntime().halt(status);
        }
    }

    private static void silently(int status) {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Thread late = new Thread(
                () -> {
                    LockSupport.parkNanos(PATIENCE);
                    Runtime.getRuntime().halt(status);
                },
                "orrery-ending");
        late.setDaemon(true);
        late.start();
        System.exit(status);
    }
}
