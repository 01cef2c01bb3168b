package orrery.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.files.Digest;

/**
 * The kernels that an external reader gets: separate copies, because a broken reader may write to what it reads (CSPICE
 * shared by threads does). Nobody else knows the copies, so only the reader can change them. For use by one thread.
 */
final class StandKernels {
    private final List<FileFingerprint> originals;
    private final List<Path> copies = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    private StandKernels(List<FileFingerprint> originals) {
        this.originals = originals;
    }

    /**
     * Copies them.
     *
     * @throws IOException if there is no room for the copies
     */
    static StandKernels of(List<FileFingerprint> originals, Path scratch) throws IOException {
        StandKernels made = new StandKernels(originals);
        Path folder = Files.createTempDirectory(scratch, "kernels");
        for (FileFingerprint original : originals) {
            Path own = Files.createDirectory(folder.resolve(Integer.toString(made.copies.size())));
            made.copies.add(own.resolve(original.name()));
        }
        made.renew();
        return made;
    }

    private void renew() throws IOException {
        for (int i = 0; i < copies.size(); i++) {
            Files.copy(originals.get(i).path(), copies.get(i), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The copies, in the order of the originals. */
    List<Path> copies() {
        return List.copyOf(copies);
    }

    /**
     * Whether the reader has written to one of them since the last call; they are then restored.
     *
     * @param claim the current claim
     */
    Optional<String> written(String claim) throws IOException {
        for (int i = 0; i < copies.size(); i++) {
            FileFingerprint original = originals.get(i);
            boolean same =
                    Files.exists(copies.get(i)) && Digest.of(copies.get(i)).equals(original.sha256());
            if (!same) {
                renew();
                written.add(claim);
                return Optional.of("The reader wrote to its kernel: its copy of " + original.name()
                        + " contains different bytes than before.");
            }
        }
        return Optional.empty();
    }

    /** Claim B4: whether it has ever written to one. */
    Finding untouched() {
        Finding.Maker finding = new Finding.Maker();
        originals.forEach(original -> finding.figure(original.name(), "SHA-256 " + original.sha256()));
        finding.require(
                written.isEmpty(),
                "The reader wrote to its kernel during this examination: " + String.join(", ", written) + ".");
        return finding.make("The reader's copies are unchanged, byte for byte.");
    }
}
