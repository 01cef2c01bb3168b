package orrery.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** One executed command line: its output and exit status. */
record CommandRun(int status, String out, String err) {
    static CommandRun of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        CommandLine line = OrreryCommand.commandLine(_ -> {});
        line.setOut(Output.to(out));
        line.setErr(VisibleWriter.messages(err));
        int status = OrreryCommand.run(line, args, () -> {});
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }
}
