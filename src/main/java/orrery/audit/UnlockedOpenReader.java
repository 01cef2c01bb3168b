package orrery.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import orrery.binding.KernelHandle;
import orrery.binding.KernelRegistry;

/** Broken: checks whether the file is open and opens it if not, in two unsynchronized steps. */
final class UnlockedOpenReader extends BindingSubject {
    private final Map<String, KernelHandle> open = new ConcurrentHashMap<>();
    private final List<KernelHandle> every = new CopyOnWriteArrayList<>();
    private final AtomicLong mapped = new AtomicLong();

    UnlockedOpenReader() {
        super(new KernelRegistry());
    }

    @Override
    public String name() {
        return "unsynchronized lazy open";
    }

    @Override
    public Handle open(Path kernel) {
        String key = kernel.toAbsolutePath().toString();
        KernelHandle known = open.get(key);
        if (known == null || known.isClosed()) {
            known = new KernelRegistry().open(kernel);
            every.add(known);
            mapped.incrementAndGet();
            open.put(key, known);
        }
        return new RealHandle(known);
    }

    @Override
    public void close() {
        every.forEach(KernelHandle::close);
    }

    @Override
    public long mapped() {
        return mapped.get();
    }
}
