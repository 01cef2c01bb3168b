package orrery.schedules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import orrery.audit.Subject;
import orrery.binding.KernelClosedException;
import orrery.binding.KernelFaultException;
import orrery.spk.NaifIds;

/**
 * What threads do to a reader at once, small enough that a controlled scheduler can run every step of it in many
 * orders. Each says the only outcomes allowed; whatever else comes out is an {@link AssertionError}. Each leaves
 * nothing open.
 */
enum Protocol {
    /** Three threads open one file by its path and by an alias, with nothing open before: it is mapped once. */
    LAZY_OPEN {
        @Override
        void run(Subject subject, Kernels kernels) {
            AtomicReferenceArray<Subject.Handle> handles = new AtomicReferenceArray<>(3);
            together(
                    () -> handles.set(0, subject.open(kernels.first())),
                    () -> handles.set(1, subject.open(kernels.alias())),
                    () -> handles.set(2, subject.open(kernels.first())));
            require(subject.mapped() == 1, "three threads mapped the file " + subject.mapped() + " times");
            for (int i = 0; i < 3; i++) {
                require(kernels.first(ask(handles.get(i))), "a handle gave another answer");
                handles.get(i).close();
            }
            nothingLeft(subject);
        }
    },

    /** Two threads open, query and close one file, so that one may open while the other's close unmaps. */
    REOPEN {
        @Override
        void run(Subject subject, Kernels kernels) {
            Runnable cycle = () -> {
                try (Subject.Handle handle = subject.open(kernels.first())) {
                    require(kernels.first(ask(handle)), "a handle gave another answer");
                }
            };
            together(cycle, cycle);
            nothingLeft(subject);
        }
    },

    /** A handle is closed while another thread reads through it. */
    CLOSE_AGAINST_READ {
        @Override
        void run(Subject subject, Kernels kernels) {
            Subject.Handle keeper = subject.open(kernels.first());
            Subject.Handle handle = keeper.duplicate();
            together(
                    () -> {
                        for (int i = 0; i < 2; i++) {
                            boolean closedBefore = handle.isClosed();
                            double[] answer = ask(handle);
                            require(
                                    answer.length == 0 || kernels.first(answer),
                                    "a read that raced the close gave " + Arrays.toString(answer));
                            require(answer.length == 0 || !closedBefore, "a closed handle answered");
                        }
                    },
                    () -> {
                        handle.close();
                        require(ask(handle).length == 0, "a closed handle answered");
                    });
            require(kernels.first(ask(keeper)), "the sibling gave another answer");
            keeper.close();
            nothingLeft(subject);
        }
    },

    /**
     * The last handle on a file is closed while another thread reads: the memory is released, and the read must report
     * it.
     */
    LAST_CLOSE_AGAINST_READ {
        @Override
        void run(Subject subject, Kernels kernels) {
            Subject.Handle handle = subject.open(kernels.first());
            together(
                    () -> {
                        double[] answer = ask(handle);
                        require(
                                answer.length == 0 || kernels.first(answer),
                                "a read that raced the last close gave " + Arrays.toString(answer));
                    },
                    handle::close);
            nothingLeft(subject);
        }
    },

    /** A handle is duplicated while another thread closes it, the last one on its file. */
    DUPLICATE_AGAINST_CLOSE {
        @Override
        void run(Subject subject, Kernels kernels) {
            Subject.Handle handle = subject.open(kernels.first());
            together(
                    () -> {
                        try (Subject.Handle twin = handle.duplicate()) {
                            require(kernels.first(ask(twin)), "a duplicate gave another answer");
                        } catch (KernelClosedException _) {
                            require(handle.isClosed(), "an open handle said that it was closed");
                        }
                    },
                    handle::close);
            nothingLeft(subject);
        }
    },

    /** A set of kernels is published while another thread queries a chain through two of them. */
    PUBLISH_AGAINST_QUERY {
        @Override
        void run(Subject subject, Kernels kernels) {
            try (Subject.Pool old = pool(subject, kernels.oldSet());
                    Subject.Pool next = pool(subject, kernels.newSet());
                    Subject.Live live = subject.live(old)) {
                together(
                        () -> {
                            double[] answer = new double[6];
                            live.state(NaifIds.MOON, NaifIds.SOLAR_SYSTEM_BARYCENTER, Kernels.ET, answer);
                            require(
                                    kernels.oldChain(answer) || kernels.newChain(answer),
                                    "an answer that neither set gives: " + Arrays.toString(answer));
                        },
                        () -> live.publish(next));
                double[] after = new double[6];
                live.state(NaifIds.MOON, NaifIds.SOLAR_SYSTEM_BARYCENTER, Kernels.ET, after);
                require(kernels.newChain(after), "after the publishing the old set answered");
            }
            nothingLeft(subject);
        }
    },

    /** Another file is renamed over a kernel while one thread polls and another opens it. */
    POLL_AGAINST_REPLACE {
        @Override
        void run(Subject subject, Kernels kernels) {
            Path file = kernels.fresh("replaced");
            Path other = kernels.freshSecond("other");
            Subject.Handle handle = subject.open(file);
            AtomicReferenceArray<Subject.Handle> opened = new AtomicReferenceArray<>(1);
            together(
                    subject::poll,
                    () -> {
                        try {
                            Files.move(
                                    other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    () -> opened.set(0, subject.open(file)));
            subject.poll();
            require(!handle.stale().isEmpty(), "a replaced file was not noticed");
            require(kernels.first(ask(handle)), "the old bytes were not what they had been");
            double[] answer = ask(opened.get(0));
            boolean isOld = kernels.first(answer);
            require(isOld || kernels.second(answer), "an answer of neither file");
            require(
                    isOld != opened.get(0).stale().isEmpty(),
                    "the new handle reads the " + (isOld ? "old" : "new") + " file and says it is "
                            + opened.get(0).stale());
            opened.get(0).close();
            handle.close();
            nothingLeft(subject);
        }
    },

    /** A pool is closed while another thread queries it. */
    POOL_CLOSE {
        @Override
        void run(Subject subject, Kernels kernels) {
            Subject.Pool pool = pool(subject, kernels.oldSet());
            together(
                    () -> {
                        double[] answer = new double[6];
                        try {
                            pool.state(NaifIds.MOON, NaifIds.SOLAR_SYSTEM_BARYCENTER, Kernels.ET, answer);
                            require(kernels.oldChain(answer), "a query that raced the close gave another answer");
                        } catch (KernelClosedException _) {
                            // Told, as it must be.
                        }
                    },
                    pool::close);
            nothingLeft(subject);
        }
    },

    /** A file is truncated under the map while two threads read; once one has noticed, no handle answers any more. */
    FAULT_MARK {
        @Override
        void run(Subject subject, Kernels kernels) {
            Path file = kernels.fresh("cut");
            Subject.Handle handle = subject.open(file);
            Subject.Handle twin = handle.duplicate();
            Runnable reading = () -> {
                boolean marked = twin.real().isFaulted();
                double[] answer = ask(handle);
                require(answer.length == 0 || kernels.first(answer), "a read of a file cut short gave another answer");
                require(!marked || answer.length == 0, "a file known to be cut short answered");
            };
            together(reading, () -> {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                require(ask(twin).length == 0, "a read after the cut was answered");
                require(handle.real().isFaulted(), "a read met the cut and left no mark");
                require(ask(handle).length == 0, "a file known to be cut short answered");
            });
            twin.close();
            handle.close();
            nothingLeft(subject);
        }
    },

    /** An override is passed on to one thread and not to another, while a third has its own. */
    SCOPE_CAPTURE {
        @Override
        void run(Subject subject, Kernels kernels) {
            try (Subject.Pool unbound = pool(subject, List.of(kernels.first()));
                    Subject.Pool one = pool(subject, kernels.oldSet());
                    Subject.Pool two = pool(subject, kernels.newSet());
                    Subject.Live live = subject.live(unbound)) {
                together(
                        () -> {
                            subject.where(one).run(() -> {
                                Runnable captured = subject.capture().wrap(() -> sees(live, kernels, "captured", 1));
                                together(captured, () -> sees(live, kernels, "uncaptured", 0));
                                sees(live, kernels, "in its scope", 1);
                            });
                            sees(live, kernels, "after its scope", 0);
                        },
                        () -> {
                            subject.where(two).run(() -> sees(live, kernels, "in its own scope", 2));
                            sees(live, kernels, "after its own scope", 0);
                        });
            }
            nothingLeft(subject);
        }
    },

    /** Two threads query one pool for different bodies. */
    TWO_QUERIES {
        @Override
        void run(Subject subject, Kernels kernels) {
            try (Subject.Pool pool = pool(subject, kernels.oldSet())) {
                together(
                        () -> {
                            double[] answer = new double[6];
                            pool.state(NaifIds.MOON, NaifIds.SOLAR_SYSTEM_BARYCENTER, Kernels.ET, answer);
                            require(kernels.oldChain(answer), "one thread had another's answer");
                        },
                        () -> {
                            double[] answer = new double[6];
                            pool.state(NaifIds.EARTH_BARYCENTER, NaifIds.SOLAR_SYSTEM_BARYCENTER, Kernels.ET, answer);
                            require(kernels.oldCenter(answer), "one thread had another's answer");
                        });
            }
            nothingLeft(subject);
        }
    };

    abstract void run(Subject subject, Kernels kernels);

    /** By its name in a command: lower case, hyphens. */
    static Protocol named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As in a command. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Subject.Pool pool(Subject subject, List<Path> files) {
        List<Subject.Handle> handles = new ArrayList<>();
        try {
            files.forEach(file -> handles.add(subject.open(file)));
            return subject.pool(handles);
        } finally {
            handles.forEach(Subject.Handle::close);
        }
    }

    /** The answer of the first segment; empty if it was refused with a typed error. */
    private static double[] ask(Subject.Handle handle) {
        double[] answer = new double[6];
        Arrays.fill(answer, Double.NaN);
        try {
            handle.state(0, Kernels.ET, answer);
            return answer;
        } catch (KernelClosedException | KernelFaultException _) {
            return new double[0];
        }
    }

    /** Queries the live pool; the answer tells which set gave it: 0 unbound, 1 the old, 2 the new. */
    private static void sees(Subject.Live live, Kernels kernels, String where, int set) {
        double[] answer = new double[6];
        live.state(NaifIds.MOON, NaifIds.EARTH_BARYCENTER, Kernels.ET, answer);
        boolean right = switch (set) {
            case 0 -> kernels.first(answer);
            case 1 -> kernels.oldMoon(answer);
            default -> kernels.newMoon(answer);
        };
        require(right, "a query " + where + " was answered by another pool");
    }

    private static void nothingLeft(Subject subject) {
        require(
                subject.mappings() == 0 && subject.handles() == 0,
                subject.mappings() + " mappings and " + subject.handles() + " handles are left");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** Runs tasks on separate threads; the first failure is thrown after all have ended. */
    private static void together(Runnable... tasks) {
        AtomicReferenceArray<Throwable> failures = new AtomicReferenceArray<>(tasks.length);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < tasks.length; i++) {
            int index = i;
            Thread thread = new Thread(
                    () -> {
                        try {
                            tasks[index].run();
                        } catch (Throwable e) {
                            failures.set(index, e);
                        }
                    },
                    "task-" + i);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        for (int i = 0; i < tasks.length; i++) {
            switch (failures.get(i)) {
                case null -> {}
                case AssertionError e -> throw e;
                case Throwable e -> throw new AssertionError("a task failed: " + e, e);
            }
        }
    }
}
