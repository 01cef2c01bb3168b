package orrery.ui.kernels;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.library.Appraisal;
import orrery.library.DafDetails;
import orrery.library.Examination;
import orrery.library.KernelContents;
import orrery.spk.Mismatch;
import orrery.spk.Problem;
import orrery.ui.fx.Words;

/** Everything about a file: path, size, byte order, header, digest, and all problems. JavaFX thread only. */
final class FilePage {
    private final Words words;
    private final GridPane facts;
    private final VBox problems;
    private final FileLookup<String> digests;
    private final Label digest = value();
    private Optional<Appraisal> shown = Optional.empty();

    /** Fills these controls. */
    FilePage(WorkbenchModel hub, GridPane facts, VBox problems) {
        this.words = hub.words();
        this.facts = facts;
        this.problems = problems;
        digest.setId("digest");
        digests = new FileLookup<>(hub, hub.tasks()::digest, read -> sayDigest());
    }

    /** Shows a file, or none. */
    void show(Optional<Appraisal> file, Optional<Examination> examination) {
        shown = file;
        facts.getChildren().clear();
        problems.getChildren().clear();
        file.flatMap(Appraisal::contents).ifPresent(contents -> {
            fill(contents);
            List<String> wrong = new ArrayList<>(
                    contents.problems().stream().map(Problem::toString).toList());
            examination.ifPresent(e ->
                    wrong.addAll(e.mismatches().stream().map(Mismatch::toString).toList()));
            wrong.forEach(this::problem);
        });
        sayDigest();
    }

    /** Hashes the shown file once, in the background; showing another file cancels it. */
    void hash() {
        shown.ifPresent(digests::begin);
    }

    private void fill(KernelContents contents) {
        fact("file.path", contents.path().toString());
        fact("file.size", KernelText.grouped(contents.size()) + " (" + KernelText.size(contents.size()) + ")");
        fact("file.order", words.get(contents.order() == ByteOrder.LITTLE_ENDIAN ? "kernels.little" : "kernels.big"));
        fact("file.name", contents.internalName());
        fact("file.segments", Integer.toString(contents.segments().size()));
        fact("file.records", KernelText.grouped(contents.extent().records()));
        contents.daf().ifPresent(this::fill);
        row("file.sha256", digest);
    }

    private void fill(DafDetails daf) {
        fact("file.idword", daf.idWord());
        fact("file.format", daf.format().isEmpty() ? words.get("file.format.none") : daf.format());
        fact("file.ndni", daf.nd() + ", " + daf.ni());
        fact("file.summaries", words.get("file.summaries.said", daf.first(), daf.last()));
        fact("file.free", KernelText.grouped(daf.free()));
        fact("file.comments", Integer.toString(daf.commentRecords()));
        fact("file.ftp", words.get(daf.transferCheck() ? "file.ftp.there" : "file.ftp.none"));
        fact(
                "file.padding",
                daf.overhang() == 0
                        ? words.get("file.padding.whole")
                        : words.count(daf.overhang(), "file.padding.part", daf.overhang()));
    }

    private void fact(String key, String text) {
        Label value = value();
        value.setText(text.isEmpty() ? "–" : text);
        row(key, value);
    }

    private void row(String key, Label value) {
        Label name = new Label(words.get(key));
        name.getStyleClass().add("small");
        name.setMinWidth(Region.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), name, value);
    }

    private static Label value() {
        Label value = new Label();
        value.getStyleClass().add("file-value");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        return value;
    }

    private void problem(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("kernel-detail", "refuted-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        problems.getChildren().add(label);
    }

    private void sayDigest() {
        digest.setText(shown.flatMap(file -> digests.found(file).or(() -> digests.failure(file)))
                .orElse("…"));
    }
}
