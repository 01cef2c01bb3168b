/**
 * Kernels as files: where they are found, what each is and contains, which one wins where, which belong together in a
 * session or a meta-kernel, and how they are fetched from a server.
 *
 * <p>May use {@code ephemeris} and below, and the host's folders; knows no window. Everything here may take
 * long (it reads files and speaks to servers) and is for background threads.
 *
 * <p>Start at {@link orrery.library.Appraisal} for one file, at {@link orrery.library.KernelList} for user input, and
 * at {@link orrery.library.Download} for the network.
 */
@NullMarked
package orrery.library;

import org.jspecify.annotations.NullMarked;
