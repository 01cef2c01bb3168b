package orrery.ui.orrery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import orrery.ui.fx.Theme;

/**
 * The names on the frames of a film. They are placed in the order of the frames, so that they keep their sides and fade
 * as they do in the window; so they depend on the film and the number of the frame, but not on the order in which
 * frames are drawn.
 *
 * <p>Confined to the JavaFX thread.
 */
public final class NameTrack {
    private final LabelLayer layer = new LabelLayer();
    private final Pane pane = new Pane(layer);
    private final IntFunction<Picture> outline;
    /** Frames that were placed before they were asked for. */
    private final Map<Integer, List<ShownName>> ahead = new HashMap<>();

    private int next;

    /**
     * @param viewport the size of every frame
     * @param theme colors of the text
     * @param sheets the window's style sheets
     * @param outline where the bodies are on a frame: {@link SkyPainter#outline}
     */
    public NameTrack(Viewport viewport, Theme theme, List<String> sheets, IntFunction<Picture> outline) {
        this.outline = outline;
        double scale = viewport.scale();
        theme.dress(new Scene(pane, viewport.width() / scale, viewport.height() / scale), sheets);
    }

    /**
     * The names on a frame; each frame may be asked for once.
     *
     * @param frame from 0
     */
    public List<ShownName> at(int frame) {
        while (next <= frame) {
            Picture picture = outline.apply(next);
            layer.show(picture, picture.style(), next == 0);
            pane.applyCss();
            if (next == 0) {
                // Text sizes are known only after styling.
                layer.show(picture, picture.style(), true);
            }
            ahead.put(next, layer.shown());
            next++;
        }
        List<ShownName> names = ahead.remove(frame);
        if (names == null) {
            throw new IllegalStateException("The names of frame " + frame + " have been given out.");
        }
        return names;
    }
}
