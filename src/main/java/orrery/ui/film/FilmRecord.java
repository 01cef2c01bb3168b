package orrery.ui.film;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import orrery.time.EpochFormat;
import orrery.time.TimeScale;
import orrery.ui.orrery.ViewLink;

/**
 * The contents of each frame of a film, so that any frame can be drawn again and compared.
 *
 * @param encoder the encoder of the film
 * @param width pixels
 * @param height pixels
 * @param rate frames per second
 * @param frames in order
 */
public record FilmRecord(String encoder, int width, int height, int rate, List<Frame> frames) {
    /**
     * A frame.
     *
     * @param number from 0
     * @param et TDB seconds past J2000
     * @param link the view, as {@link ViewLink} writes it, without kernels
     * @param sha256 of the pixels before they were encoded: three bytes each, red, green, blue, row by row
     */
    public record Frame(int number, double et, String link, String sha256) {}

    public FilmRecord {
        frames = List.copyOf(frames);
    }

    /**
     * Writes it as JSON; the stream stays open.
     *
     * @param kernels what the film was drawn from, highest precedence last
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream out, String film, List<ViewLink.Kernel> kernels) throws IOException {
        try (JsonGenerator json = new ObjectMapper().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("film", film);
            json.writeStringField("encoder", encoder);
            json.writeNumberField("width", width);
            json.writeNumberField("height", height);
            json.writeNumberField("rate", rate);
            json.writeArrayFieldStart("kernels");
            for (ViewLink.Kernel kernel : kernels) {
                json.writeStartObject();
                json.writeStringField("name", kernel.name());
                json.writeStringField("sha256", kernel.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("frames");
            for (Frame frame : frames) {
                json.writeStartObject();
                json.writeNumberField("number", frame.number);
                json.writeNumberField("et", frame.et);
                json.writeStringField("date", EpochFormat.exact(frame.et, TimeScale.TDB));
                json.writeStringField("link", frame.link);
                json.writeStringField("sha256", frame.sha256);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
