package orrery.library;

/** In what condition a file is that somebody wants to use as a kernel. */
public enum Condition {
    /** An SPK, a binary PCK or a text kernel, nothing wrong with it. */
    SOUND,
    /** An SPK of which part is set aside, not read, or promises more than it holds; the rest works. */
    IN_PART,
    /** An SPK none of whose segments is of a type that is read. */
    UNSUPPORTED,
    /** An SPK cut short. */
    TRUNCATED,
    /** An SPK broken in another way so that none of it can be read. */
    DAMAGED,
    /** A list of kernels. */
    META_KERNEL,
    /** A Git LFS pointer. */
    LFS_POINTER,
    /** A web page saved in place of the file. */
    WEB_PAGE,
    /** Another kind of DAF or DAS: attitude, shape. */
    OTHER_DAF,
    /** A SPICE text kernel that breaks its rules. */
    TEXT_KERNEL,
    /** Not there. */
    MISSING,
    /** Anything else that is no kernel. */
    NO_KERNEL
}
