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
 * The kernels that a reader from outside is shown: copies of its own, since a reader that is broken may write into what it
 * reads (CSPICE shared by threads does). Nobody else knows the copies: what changes them is the reader. For one thread.
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
     * @throws IOException if there is no room for that
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
     * Whether the reader has written into one of them since the last time this was asked; they are then as before again.
     *
     * @param claim the claim in hand
     */
    Optional<String> written(String claim) throws IOException {
        for (int i = 0; i < copies.size(); i++) {
            FileFingerprint original = originals.get(i);
            boolean same =
                    Files.exists(copies.get(i)) && Digest.of(copies.get(i)).equals(original.sha256());
            if (!same) {
                renew();
                written.add(claim);
                return Optional.of("The reader wrote into its kernel: its copy of " + original.name()
                        + " holds other bytes than before.");
            }
        }
        return Optional.empty();
    }

    /** Claim B4: whether it has written into one at any time. */
    Finding untouched() {
        Finding.Maker finding = new Finding.Maker();
        originals.forEach(original -> finding.figure(original.name(), "SHA-256 " + original.sha256()));
        finding.require(
                written.isEmpty(),
                "The reader wrote into its kernel while this was examined: " + String.join(", ", written) + ".");
        return finding.make("The copies that the reader was shown are to the byte as they were.");
    }
}
