package orrery.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Views;
import orrery.ui.guide.GuideDoors;
import orrery.ui.guide.GuideView;

/**
 * The user's guide over the left side of the window. Created on first use, so that it does not slow the start.
 *
 * <p>Confined to the JavaFX thread.
 */
final class WindowGuide {
    private static final String FIRST = "first";
    private static final double WIDTH = 470;
    private static final double LEAST_BESIDE = 340;
    private static final double LEAST_SKY = 160;

    private final OrreryWindow window;
    private final SidePanel side;
    private final GuideDoors doors;
    private @Nullable GuideView view;
    private @Nullable WindowLayout root;

    /** @param doors what the guide needs from the window */
    WindowGuide(OrreryWindow window, SidePanel side, GuideDoors doors) {
        this.window = window;
        this.side = side;
        this.doors = doors;
    }

    /** Where it will be placed. */
    void in(WindowLayout layout) {
        root = layout;
    }

    /** Opens the chapter for the current context, or closes the guide. */
    void toggle() {
        if (isOpen()) {
            close();
        } else {
            open(chapter());
        }
    }

    /** Opens a chapter, such as {@code audit}. */
    void open(String chapter) {
        WindowLayout layout = root;
        if (layout == null) {
            return;
        }
        GuideView guide = view;
        if (guide == null) {
            guide = new GuideView(doors, this::close);
            view = guide;
            layout.guide(guide);
        }
        guide.setVisible(true);
        layout.requestLayout();
        guide.open(chapter);
        guide.take();
    }

    /** The chapter for what the user sees: the current tab, else the first ten minutes. */
    private String chapter() {
        Scene scene = window.scene();
        Node focus = scene.getFocusOwner();
        // At the first start the first tab is open by itself.
        boolean chosen = side.isOpen() && (!side.isFirst() || (focus != null && Views.holds(side, focus)));
        return chosen ? side.shown().chapter() : FIRST;
    }

    boolean isOpen() {
        return view != null && view.isVisible();
    }

    void close() {
        GuideView guide = view;
        if (guide == null || !guide.isVisible()) {
            return;
        }
        Node focus = window.scene().getFocusOwner();
        boolean had = focus != null && guide.holds(focus);
        guide.whole(false);
        guide.setVisible(false);
        if (had) {
            window.sky().requestFocus();
        }
        if (root != null) {
            root.requestLayout();
        }
    }

    /** Handles a key of the guide; false for all others. */
    boolean keyed(KeyEvent event) {
        GuideView guide = view;
        if (guide == null || !guide.isVisible()) {
            return false;
        }
        if (guide.keyed(event)) {
            return true;
        }
        Node focus = window.scene().getFocusOwner();
        if (event.getCode() == KeyCode.ESCAPE && focus != null && guide.holds(focus)) {
            if (guide.isWhole()) {
                guide.whole(false);
            } else {
                close();
            }
            return true;
        }
        return false;
    }

    /** Its width in a window of the given width: all of it if hardly anything would be left. */
    double widthIn(double width) {
        GuideView guide = view;
        if (guide == null || !guide.isVisible()) {
            return 0;
        }
        return guide.isWhole() || width - LEAST_BESIDE < WIDTH ? width : WIDTH;
    }

    /**
     * How far the sky makes room for it beside a panel of the given width: not at all if hardly any of the sky would be
     * left.
     */
    double movesSky(double width, double panel) {
        double taken = widthIn(width);
        return taken + panel + LEAST_SKY > width ? 0 : taken;
    }
}
