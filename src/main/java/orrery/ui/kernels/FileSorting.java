package orrery.ui.kernels;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orrery.exchange.Recognition;
import orrery.ui.fx.Words;

/**
 * Files that the user has dropped, chosen or named, sorted by content: kernels to open, files to import, and the rest.
 * A folder stands for the files directly in it, without hidden ones; files in it that are neither are silently ignored.
 *
 * @param kernels in the order given
 * @param trajectories in the order given
 * @param refused why the others are neither, one sentence each with the cure
 */
public record FileSorting(List<Path> kernels, List<Path> trajectories, List<String> refused) {
    /** The most files examined in a folder. */
    private static final int MOST = 500;

    public FileSorting {
        kernels = List.copyOf(kernels);
        trajectories = List.copyOf(trajectories);
        refused = List.copyOf(refused);
    }

    /** Examines each file; reads files, so never call it on the JavaFX thread. */
    public static FileSorting of(List<Path> files) {
        Words words = Words.of(FileSorting.class);
        List<Path> kernels = new ArrayList<>();
        List<Path> trajectories = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Path file : files) {
            try {
                if (!Files.isDirectory(file)) {
                    sort(file, kernels, trajectories, refused);
                    continue;
                }
                int before = kernels.size() + trajectories.size();
                for (Path inside : inside(file)) {
                    sort(inside, kernels, trajectories, new ArrayList<>());
                }
                if (kernels.size() + trajectories.size() == before) {
                    refused.add(words.get("import.folder.empty", file.getFileName()));
                }
            } catch (IOException e) {
                refused.add(KernelTasks.message(e, words));
            }
        }
        return new FileSorting(kernels, trajectories, refused);
    }

    private static List<Path> inside(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (files.size() < MOST && Files.isRegularFile(file) && !Files.isHidden(file)) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    private static void sort(Path file, List<Path> kernels, List<Path> trajectories, List<String> refused)
            throws IOException {
        switch (Recognition.of(file)) {
            case Recognition.Kernel _ -> kernels.add(file);
            case Recognition.Trajectory _ -> trajectories.add(file);
            case Recognition.Refused no -> refused.add(no.sentence());
        }
    }
}
