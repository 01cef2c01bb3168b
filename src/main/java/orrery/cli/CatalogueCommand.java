package orrery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import orrery.library.Catalogue;
import orrery.library.CatalogueEntry;
import orrery.library.KernelFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "Lists NAIF's generic kernels that `orrery fetch` knows by name; contacts no server.")
final class CatalogueCommand implements Callable<Integer> {
    @Option(names = "--base", paramLabel = "URL", description = "Another server's address (default: NAIF's).")
    private URI base = Catalogue.NAIF;

    @Option(names = "--json", description = "Print an array with one object per kernel.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = KernelFolders.system().user();
        TextTable table = new TextTable("name", "holds", "years", "size", "here");
        ArrayNode all = Json.array();
        for (CatalogueEntry entry : Catalogue.entries()) {
            boolean here = Files.exists(folder.resolve(entry.file()), new LinkOption[0]);
            table.row(
                    entry.name(),
                    entry.bodies(),
                    entry.span().isEmpty() ? "in the file" : entry.span(),
                    entry.size().isEmpty() ? "" : "about " + entry.size(),
                    here ? "yes" : "");
            all.addObject()
                    .put("name", entry.name())
                    .put("holds", entry.bodies())
                    .put("years", entry.span())
                    .put("size", entry.size())
                    .put("address", entry.at(base).toString())
                    .put("here", here);
        }
        if (json) {
            out.println(Json.text(all));
        } else {
            table.print(out, "");
            out.println();
            out.println("From " + base + " to " + folder + ": orrery fetch NAME");
            out.println("Lengths come from the server. Satellite kernels are occasionally replaced by newer ones;");
            out.println("then fetch the newer name's path or full address.");
        }
        out.flush();
        return ExitCodes.DONE;
    }
}
