package orrery.binding;

/** Whom the binding tells. Read where files are opened, closed and looked at; never by a query. */
final class Told {
    static volatile KernelObserver observer = KernelObserver.NONE;

    private Told() {}
}
