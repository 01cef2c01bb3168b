package orrery.audit;

import java.util.List;

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
    public Finding examine(ClaimContext bench) {
        Finding.Maker finding = new Finding.Maker();
        List<FileFingerprint> before = bench.prints();
        for (FileFingerprint print : before) {
            FileFingerprint after = FileFingerprint.of(print.path(), bench.stop());
            finding.figure(print.name(), "SHA-256 " + after.sha256());
            finding.require(
                    print.sha256().equals(after.sha256()),
                    print.name() + " holds other bytes than before; what was found while they changed is void.");
            finding.require(
                    print.equals(after) || !print.sha256().equals(after.sha256()),
                    print.name() + " holds the same bytes, but its inode, size or time of change is another.");
        }
        return finding.make(before.size() + (before.size() == 1 ? " file is" : " files are") + " as before the run.");
    }
}
