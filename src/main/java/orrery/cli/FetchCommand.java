package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.library.Catalogue;
import orrery.library.CatalogueEntry;
import orrery.library.Download;
import orrery.library.FetchException;
import orrery.library.KernelFolders;
import orrery.library.KernelHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches kernels from a server: by name in `orrery catalogue`, by path or by address.",
            "A path is below the base address. Interrupted downloads resume; the SHA-256 is recorded at the"
                    + " first fetch and checked from then on."
        })
final class FetchCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?([kKMGT]?[bB])?");

    /** Candidates for shell completion: the names in the catalogue. */
    private static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Catalogue.entries().stream().map(CatalogueEntry::name).iterator();
        }
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "WHAT",
            description = "Name, path or address.",
            completionCandidates = Names.class)
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--base", paramLabel = "URL", description = "Base address of the paths (default: NAIF's).")
    private URI base = Catalogue.NAIF;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder for the files (default: $ORRERY_KERNELS, else the system's data folder).")
    private @Nullable Path folder;

    @Option(names = "--renew", description = "Replace a file that is already here, or has changed on the server.")
    private boolean renew;

    @Option(
            names = "--limit",
            paramLabel = "SIZE",
            defaultValue = "50GB",
            description = "Largest size of one file, such as 500MB (default: ${DEFAULT-VALUE}).")
    private String limit = "50GB";

    @Option(
            names = "--json",
            description = "Print an array with one object per file; a file that was not fetched has an \"error\".")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        KernelFolders places = KernelFolders.system();
        KernelHistory memory = new KernelHistory(places.data());
        long bytes = bytes(limit);
        Path into = folder == null ? places.user() : folder;
        ArrayNode all = Json.array();
        int code = ExitCodes.DONE;
        for (String what : wanted) {
            try {
                URI address = Catalogue.address(what, base);
                String name = Download.fileName(address);
                Download.Result result;
                try (FetchBar bar = new FetchBar(name)) {
                    result = new Download(address, into.resolve(name), memory, renew)
                            .withLimit(bytes)
                            .run(bar);
                }
                all.addObject()
                        .put("address", address.toString())
                        .put("file", result.file().toString())
                        .put("bytes", result.bytes())
                        .put("sha256", result.sha256())
                        .put("resumedFrom", result.resumedFrom())
                        .put("checked", result.knownBefore());
                if (!json) {
                    out.printf(
                            "%s, %,d bytes%nsha256 %s, %s%n",
                            result.file(),
                            result.bytes(),
                            result.sha256(),
                            result.knownBefore()
                                    ? "unchanged since the first fetch"
                                    : "recorded now, checked from now on");
                }
            } catch (FetchException e) {
                // The others are fetched all the same.
                code = ExitCodes.OTHER;
                all.addObject().put("wanted", what).put("error", e.getMessage());
                out.flush();
                spec.commandLine().getErr().println(e.getMessage());
            }
        }
        if (json) {
            out.println(Json.text(all));
        }
        out.flush();
        return code;
    }

    private static long bytes(String limit) {
        Matcher size = SIZE.matcher(limit.strip());
        if (!size.matches()) {
            throw new UsageException("fetch: --limit " + limit + " is no size; say 500MB or 2GB.");
        }
        double unit = switch (Objects.requireNonNullElse(size.group(2), "").toUpperCase(Locale.ROOT)) {
            case "KB" -> 1e3;
            case "MB" -> 1e6;
            case "GB" -> 1e9;
            case "TB" -> 1e12;
            default -> 1;
        };
        return (long) (Double.parseDouble(size.group(1)) * unit);
    }
}
