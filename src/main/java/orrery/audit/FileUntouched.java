package orrery.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;

/** B4: the file is untouched. */
final class FileUntouched extends AbstractClaim {
    FileUntouched() {
        super(
                "B4",
                "the file is untouched",
                "Reading a kernel changes none of its bytes, nor its size, inode or time of change.",
                "A SHA-256 or a fingerprint that differs after the run.",
                "SHA-256, size, inode and time of change of every kernel, before the first claim and after the last.");
    }

    @Override
    public boolean isOfStates() {
        return false;
    }

    @Override
    public Finding examine(ClaimContext context) {
        return compared(context.prints(), context.stop());
    }

    /** The files now, compared with their earlier state. */
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
                    print.name() + " contains different bytes than before; what was found while they changed is void.");
            finding.require(
                    print.equals(after) || !print.sha256().equals(after.sha256()),
                    print.name() + " contains the same bytes, but its inode, size or time of change differs.");
        }
        if (before.isEmpty()) {
            finding.gap("The kernels changed, or could not be read, before they were hashed, so there is nothing to"
                    + " compare with.");
        }
        return finding.make(before.size() + (before.size() == 1 ? " file is" : " files are") + " unchanged"
                + " since before the run.");
    }

    /** A missing file has changed; an unreadable one cannot be compared. */
    private static void gone(FileFingerprint print, IOException why, Finding.Maker finding) {
        if (why instanceof NoSuchFileException) {
            finding.refuted(print.name() + " is gone: it was deleted, or renamed, while the audit ran.");
        } else if (why instanceof AccessDeniedException) {
            finding.gap(print.name() + " can no longer be read (permission denied), so its bytes cannot be compared.");
        } else {
            finding.gap(print.name() + " can no longer be read (" + why.getMessage() + ").");
        }
    }
}
