package orrery.library;

/** The condition of a file that is meant as a kernel. */
public enum KernelCondition {
    /** A sound SPK, binary PCK or text kernel. */
    SOUND,
    /** An SPK of which part is set aside, unsupported, or promises more than it contains; the rest works. */
    IN_PART,
    /** An SPK without any segment of a supported type. */
    UNSUPPORTED,
    /** A truncated SPK. */
    TRUNCATED,
    /** An SPK damaged in another way, so that none of it can be read. */
    DAMAGED,
    /** A list of kernels. */
    META_KERNEL,
    /** A Git LFS pointer. */
    LFS_POINTER,
    /** A web page saved instead of the file. */
    WEB_PAGE,
    /** Another kind of DAF or DAS: attitude, shape. */
    OTHER_DAF,
    /** An invalid SPICE text kernel. */
    TEXT_KERNEL,
    /** A missing file. */
    MISSING,
    /** Anything else that is not a kernel. */
    NO_KERNEL
}
