package orrery.binding;

/** Holds the installed observer. Read where files are opened, closed and checked; never by a query. */
final class InstalledObserver {
    static volatile KernelObserver observer = KernelObserver.NONE;

    private InstalledObserver() {}
}
