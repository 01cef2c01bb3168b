package orrery.ui.kernels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import orrery.library.Appraisal;
import orrery.library.KernelOrigin;
import orrery.library.KernelSession;
import orrery.ui.fx.Words;

/** Reads and writes saved lists of kernels, on the short thread of the {@link KernelTasks}. Thread-safe. */
final class SessionTasks {
    private final KernelTasks tasks;
    private final Words words;

    SessionTasks(KernelTasks tasks, Words words) {
        this.tasks = tasks;
        this.words = words;
    }

    /** Saves what was opened, in its order, as the last session. */
    CompletableFuture<KernelSession> remember(List<Shelf.Item> items, String name, List<Path> opened) {
        return tasks.soon(() -> {
            for (Path file : opened) {
                tasks.memory().remember(file);
            }
            KernelSession session = new KernelSession(
                    name,
                    items.stream()
                            .map(i -> KernelSession.Kernel.now(i.path(), i.enabled()))
                            .toList());
            tasks.memory().save(session);
            return session;
        });
    }

    /**
     * A saved session, its files not examined.
     *
     * @param kernels in their order
     * @param changes what has happened to them since, in sentences
     */
    record Kept(List<Path> kernels, List<String> changes) {}

    /** A saved session; without kernels if there is none. */
    CompletableFuture<Kept> remembered(String name) {
        return tasks.soon(() -> {
            Optional<KernelSession> session = tasks.memory().session(name);
            List<KernelSession.Kernel> kernels =
                    session.map(KernelSession::kernels).orElse(List.of());
            return new Kept(
                    kernels.stream().map(KernelSession.Kernel::path).toList(),
                    Stream.concat(
                                    kernels.stream().map(this::change).filter(change -> !change.isEmpty()),
                                    session.map(KernelSession::unreadable).orElse(List.of()).stream())
                            .toList());
        });
    }

    private String change(KernelSession.Kernel kernel) {
        return kernel.change()
                .map(c -> words.get("session.change", kernel.path().getFileName(), c))
                .orElse("");
    }

    /** Whether a kernel came with the program, which opens one at start if none is named. */
    boolean isOpenedByItself(Shelf.Item item) {
        return item.place() == KernelOrigin.COMMAND_LINE
                && item.path()
                        .startsWith(tasks.places().shipped().toAbsolutePath().normalize());
    }

    /** The names of the sessions that can be restored. */
    CompletableFuture<List<String>> sessions() {
        return tasks.soon(() -> tasks.memory().sessionNames());
    }

    /**
     * The kernels of a session.
     *
     * @param items each with what has happened to it since
     * @param unreadable other entries that are not valid file names in this run, as sentences
     */
    record SessionKernels(List<Shelf.Item> items, List<String> unreadable) {}

    /** The kernels of a session, after examination. */
    CompletableFuture<SessionKernels> session(String name) {
        return tasks.soon(() -> {
            KernelSession session =
                    tasks.memory().session(name).orElseThrow(() -> new IOException(words.get("error.session", name)));
            return new SessionKernels(
                    session.kernels().stream()
                            .map(k -> new Shelf.Item(
                                    Appraisal.of(k.path(), tasks.registry()),
                                    KernelOrigin.SESSION,
                                    k.enabled(),
                                    change(k)))
                            .toList(),
                    session.unreadable());
        });
    }
}
