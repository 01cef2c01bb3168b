package orrery.library;

/** Where an entry of the list of kernels came from. */
public enum KernelOrigin {
    /** {@code kernels/} beside the program. */
    SHIPPED,
    /** The folder that {@code ORRERY_KERNELS} names, else the system's place for data. */
    USER,
    /** Opened before. */
    RECENT,
    /** Chosen in the dialog. */
    DIALOG,
    /** Dropped on the window. */
    DROPPED,
    /** Named when the program was started. */
    COMMAND_LINE,
    /** A saved session. */
    SESSION,
    /** Fetched from a server. */
    FETCHED,
    /** Made here: an excerpt, a merger, a conversion, a forging. */
    MADE
}
