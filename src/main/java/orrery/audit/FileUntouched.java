package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;

/** B4: the file is untouched. */
final class FileUntouched extends ClaimText {
    FileUntouched() {
        super(
                "B4",
                "the file is untouched",
                "Reading a kernel changes not one byte of it, nor its size, inode or time of change.",
                "A SHA-256 or a fingerprint after the run that is not that before it.",
                "SHA-256, size, inode and time of change of every kernel, before the first claim and after the last.");
    }

    @Override
    public boolean isOfStates() {
        return false;
    }

    @Override
    public Finding examine(ClaimContext bench) {
        return compared(bench.prints(), bench.stop());
    }

    /** The files now, compared with what they were. */
    static Finding compared(List<FileFingerprint> before, StopSignal stop) {
        Finding.Maker finding = new Finding.Maker();
        for (FileFingerprint print : before) {
            FileFingerprint after;
            try {
                after = FileFingerprint.of(print.path(), stop);
            } catch (UncheckedIOException e) {
                gone(print, Objects.requireNonNull(e.getCause()), finding);
                continue;
            }
            finding.figure(print.name(), "SHA-256 " + after.sha256());
            finding.require(
                    print.sha256().equals(after.sha256()),
                    print.name() + " holds other bytes than before; what was found while they changed is void.");
            finding.require(
                    print.equals(after) || !print.sha256().equals(after.sha256()),
                    print.name() + " holds the same bytes, but its inode, size or time of change is another.");
        }
        if (before.isEmpty()) {
            finding.gap("The kernels could not be hashed before the run: there is nothing to compare with.");
        }
        return finding.make(before.size() + (before.size() == 1 ? " file is" : " files are") + " as before the run.");
    }

    /** What is not there is not as it was; what cannot be read cannot be compared. */
    private static void gone(FileFingerprint print, IOException why, Finding.Maker finding) {
        if (why instanceof NoSuchFileException) {
            finding.refuted(print.name() + " is gone: it was deleted, or renamed, while the audit ran.");
        } else if (why instanceof AccessDeniedException) {
            finding.gap(print.name() + " may not be read any more, so its bytes cannot be compared.");
        } else {
            finding.gap(print.name() + " cannot be read any more (" + why.getMessage() + ").");
        }
    }
}
