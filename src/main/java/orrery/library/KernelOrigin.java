package orrery.library;

/** The origin of an entry of the kernel list. */
public enum KernelOrigin {
    /** {@code kernels/} next to the program. */
    SHIPPED,
    /** The folder named by {@code ORRERY_KERNELS}, else the system's data folder. */
    USER,
    /** Opened before. */
    RECENT,
    /** Chosen in the dialog. */
    DIALOG,
    /** Dropped on the window. */
    DROPPED,
    /** Given at program start. */
    COMMAND_LINE,
    /** A saved session. */
    SESSION,
    /** Fetched from a server. */
    FETCHED,
    /** Made here: an excerpt, a merger, a conversion, a forged kernel. */
    MADE
}
