package orrery.ui.shell;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import orrery.host.HostSystem;

/**
 * Keeps the screen saver away while a tour is on a wall. Every half minute the desktop is told that somebody is there: through
 * org.freedesktop.ScreenSaver on the session's bus, by {@code gdbus} or {@code dbus-send}, and through the X server by {@code
 * xset}. An inhibition ends with the program that asked for it, and so could not be asked for by one that ends at once; being
 * told again needs no memory on the other side, and ends with us, however we end.
 *
 * <p>Thread-safe. Runs on a daemon thread of its own; where nothing can be told, that is said once.
 */
final class ScreenHold implements AutoCloseable {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PATIENCE_SECONDS = 10;
    private static final String BUS = "org.freedesktop.ScreenSaver";
    private static final String PLACE = "/org/freedesktop/ScreenSaver";
    private static final String CALL = BUS + ".SimulateUserActivity";

    private final List<List<String>> commands;
    private final Consumer<String> trouble;
    private final Thread thread =
            Thread.ofPlatform().name("orrery-screen").daemon().unstarted(this::run);
    private volatile boolean closed;

    /**
     * @param environment of the process: where programs lie, whether there are a session's bus and an X server
     * @param trouble takes a sentence where the screen saver cannot be held off
     */
    ScreenHold(Map<String, String> environment, Consumer<String> trouble) {
        this.commands = commands(environment);
        this.trouble = trouble;
    }

    void start() {
        thread.start();
    }

    /** What can be called here, one way for each of bus and X server. */
    static List<List<String>> commands(Map<String, String> environment) {
        return HostSystem.isLinux() ? onLinux(environment) : List.of();
    }

    private static List<List<String>> onLinux(Map<String, String> environment) {
        List<List<String>> all = new ArrayList<>();
        boolean bus = environment.containsKey("DBUS_SESSION_BUS_ADDRESS") || environment.containsKey("XDG_RUNTIME_DIR");
        String gdbus = found("gdbus", environment);
        String send = found("dbus-send", environment);
        if (bus && !gdbus.isEmpty()) {
            all.add(List.of(gdbus, "call", "--session", "--dest", BUS, "--object-path", PLACE, "--method", CALL));
        } else if (bus && !send.isEmpty()) {
            all.add(List.of(send, "--session", "--print-reply", "--dest=" + BUS, PLACE, CALL));
        }
        String xset = found("xset", environment);
        if (environment.containsKey("DISPLAY") && !xset.isEmpty()) {
            all.add(List.of(xset, "s", "reset"));
        }
        return List.copyOf(all);
    }

    private static String found(String program, Map<String, String> environment) {
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            File file = new File(folder, program);
            if (!folder.isEmpty() && file.canExecute()) {
                return file.getPath();
            }
        }
        return "";
    }

    private void run() {
        boolean said = false;
        while (!closed) {
            boolean held = false;
            for (List<String> command : commands) {
                held |= call(command);
            }
            if (!held && !said && !closed) {
                said = true;
                trouble.accept("The screen saver is not held off: " + why(commands)
                        + " Switch it off in the system's settings.");
            }
            LockSupport.parkNanos(this, EVERY_NANOS);
        }
    }

    static String why(List<List<String>> commands) {
        if (!HostSystem.isLinux()) {
            return "that is done on Linux alone, and this is " + HostSystem.name() + ".";
        }
        return commands.isEmpty()
                ? "there is neither a session's bus with gdbus or dbus-send, nor an X server with xset."
                : "the desktop does not answer "
                        + String.join(
                                " or ",
                                commands.stream()
                                        .map(command -> command.getFirst())
                                        .toList())
                        + ".";
    }

    private static boolean call(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
