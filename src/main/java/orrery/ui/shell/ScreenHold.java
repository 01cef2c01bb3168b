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
 * Keeps the screen saver off while a tour is on a wall. Every half minute it reports an active user to the desktop:
 * through org.freedesktop.ScreenSaver on the session bus, by {@code gdbus} or {@code dbus-send}, and through the X
 * server by {@code xset}. An inhibition would end with the short-lived program that requested it; repeated activity
 * needs no state on the other side, and ends with this process, however it ends.
 *
 * <p>Thread-safe. Runs on a separate daemon thread; if the desktop cannot be reached, that is reported once.
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
     * @param environment the process's environment: the path of programs, session bus and X server
     * @param trouble receives a sentence if the screen saver cannot be kept off
     */
    ScreenHold(Map<String, String> environment, Consumer<String> trouble) {
        this.commands = commands(environment);
        this.trouble = trouble;
    }

    void start() {
        thread.start();
    }

    /** The available commands, one each for the bus and the X server. */
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
        boolean reported = false;
        while (!closed) {
            boolean held = false;
            for (List<String> command : commands) {
                held |= call(command);
            }
            if (!held && !reported && !closed) {
                reported = true;
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
