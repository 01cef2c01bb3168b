package orrery.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import orrery.forge.Excerpt;
import orrery.forge.KernelOutput;
import orrery.forge.SpkWriter;
import orrery.frames.CommentNames;
import orrery.math.QuotedText;
import orrery.spk.Progress;

/**
 * Files of other programs on their way to a kernel: first read completely, with everything in them checked and
 * reported, and only then written. States pass through temporary files, so that files of any size take the same memory;
 * temporary files are deleted when this is closed or the program is told to end. For use by one thread at a time.
 */
public final class Import implements AutoCloseable {
    /**
     * The contents of one file.
     *
     * @param file the file
     * @param format its format
     * @param sha256 of the whole file, hexadecimal
     * @param understood what was understood, one line each
     * @param ignored what no kernel can contain, or what is unknown here; one line each
     * @param comments for the kernel's comment area
     */
    public record Source(
            Path file,
            ImportFormat format,
            String sha256,
            List<String> understood,
            List<String> ignored,
            List<String> comments) {
        public Source {
            understood = List.copyOf(understood);
            ignored = List.copyOf(ignored);
            comments = List.copyOf(comments);
        }
    }

    private final Tracks tracks = new Tracks();
    private final List<Source> sources = new ArrayList<>();

    private Import() throws IOException {}

    /**
     * Reads files.
     *
     * @throws BadInputException if one of them is not valid in its format: file, line and cure
     * @throws IOException if a file cannot be read, or temporary files cannot be written
     * @throws CancellationException if {@code progress} requested it
     */
    public static Import of(List<Path> files, ImportOptions options, Progress progress) throws IOException {
        Import made = new Import();
        try {
            for (int i = 0; i < files.size(); i++) {
                made.read(
                        made.whole(files.get(i), options, progress), options, Progress.part(progress, i, files.size()));
            }
            return made;
        } catch (IOException | RuntimeException | Error e) {
            made.close();
            throw e;
        }
    }

    /**
     * A file that can be read from its beginning repeatedly: for a source that can be read only once, such as a pipe, a
     * copy.
     */
    private Path whole(Path given, ImportOptions options, Progress progress) throws IOException {
        Path name = given.getFileName();
        if (name == null || !Files.exists(given) || Files.isRegularFile(given) || Files.isDirectory(given)) {
            return given;
        }
        Path copy = Files.createTempDirectory(tracks.folder().path(), "pipe").resolve(name.toString());
        try (InputStream in = Files.newInputStream(given);
                OutputStream out = Files.newOutputStream(copy)) {
            out.write(in.readNBytes(ImportFormat.HEAD));
            // A source that cannot be imported may never end.
            ImportFormat.of(copy, !options.columns().isEmpty());
            byte[] bytes = new byte[ImportFormat.HEAD];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                progress.check("The import was cancelled.");
                out.write(bytes, 0, count);
            }
        }
        return copy;
    }

    private void read(Path file, ImportOptions options, Progress progress) throws IOException {
        ImportFormat format = ImportFormat.of(file, !options.columns().isEmpty());
        Findings findings = new Findings();
        String sha256;
        Progress reading = format.isElements() ? Progress.part(progress, 0, 2) : progress;
        Progress making = Progress.part(progress, 1, 2);
        try (SourceStream source = SourceStream.of(file, reading)) {
            switch (format) {
                case OEM_KVN -> OemKvn.read(new InputText(source), new OemBuilder(file, options, findings, tracks));
                case OEM_XML -> OemXml.read(file, source, new OemBuilder(file, options, findings, tracks));
                case CSV -> new CsvTable(new InputText(source), options, findings, tracks).read();
                case TLE -> {
                    ElementSets sets = new ElementSets(file, options, findings, tracks);
                    InputText text = new InputText(source);
                    TwoLines.read(text, sets);
                    sets.store(text.number(), making);
                }
                case OMM_KVN, OMM_XML, OMM_JSON, OMM_CSV -> {
                    ElementSets sets = new ElementSets(file, options, findings, tracks);
                    OrbitMeanElements messages = new OrbitMeanElements(file, sets);
                    switch (format) {
                        case OMM_KVN -> messages.kvn(new InputText(source));
                        case OMM_XML -> messages.xml(source);
                        case OMM_JSON -> messages.json(source);
                        default -> messages.csv(new InputText(source));
                    }
                    sets.store(1, making);
                }
                case MPC_ASTEROIDS, MPC_COMETS, SBDB -> {
                    Orbits orbits = new Orbits(file, options, findings, tracks);
                    switch (format) {
                        case MPC_ASTEROIDS -> new MpcElements(new InputText(source), orbits).asteroids();
                        case MPC_COMETS -> new MpcElements(new InputText(source), orbits).comets();
                        default -> new SmallBodyDatabase(file, orbits, findings).read(source);
                    }
                    orbits.carry(making);
                }
                case HORIZONS -> new HorizonsTable(HorizonsAnswer.text(file, source), options, findings, tracks).read();
            }
            sha256 = source.sha256ToTheEnd();
        }
        sources.add(new Source(file, format, sha256, findings.understood(), findings.ignored(), findings.comments()));
    }

    /** The contents of the files, in order. */
    public List<Source> sources() {
        return List.copyOf(sources);
    }

    /**
     * Writes the kernel, and reads it back.
     *
     * @throws IOException if it cannot be written, or does not read back correctly
     * @throws CancellationException if {@code progress} requested it; nothing is left then
     */
    public KernelOutput.OutputFile write(Path out, Progress progress) throws IOException {
        SpkWriter writer =
                SpkWriter.littleEndian().internalName("imported by orrery").comment(comment());
        for (Track track : tracks.all()) {
            writer.add(track.segment());
        }
        writer.addAll(tracks.store());
        return KernelOutput.write(
                Excerpt.Result.of(writer),
                out,
                sources.stream().map(Source::file).toList(),
                progress);
    }

    private String comment() {
        StringBuilder out = new StringBuilder(CommentNames.text(tracks.names()));
        if (!out.isEmpty()) {
            out.append('\n');
        }
        for (Source source : sources) {
            out.append(String.format(
                    Locale.ROOT,
                    "Imported from %s (%s),%nSHA-256 %s.%n%n",
                    QuotedText.ascii(String.valueOf(source.file().getFileName())),
                    QuotedText.ascii(source.format().words()),
                    source.sha256()));
            source.understood()
                    .forEach(line -> out.append(QuotedText.ascii(line)).append('\n'));
            source.ignored()
                    .forEach(line -> out.append("Left out: ")
                            .append(QuotedText.ascii(line))
                            .append('\n'));
            if (!source.comments().isEmpty()) {
                out.append(source.format().isOrbits() ? "\nElements, forces and bounds:\n\n" : "\nIts own words:\n\n");
                source.comments().forEach(line -> out.append(line).append('\n'));
            }
            out.append('\n');
        }
        return out.toString();
    }

    @Override
    public void close() {
        tracks.close();
    }
}
