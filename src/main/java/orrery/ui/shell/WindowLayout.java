package orrery.ui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.guide.GuideView;
import orrery.ui.orrery.OrreryView;
import orrery.ui.orrery.RulerLayer;
import orrery.ui.tour.TourBar;

/**
 * Stacks the parts of the window: the sky edge to edge, the panel over its right side, the time bar and the status line
 * below, temporary sheets on top.
 */
final class WindowLayout extends Region {
    private static final double TIME_BAR = 72;
    private static final double STATUS = 24;
    private static final double MARGIN = 20;
    /** Below the lines that say where the sky is seen from, and what of it is a preview. */
    private static final double BELOW = 12;

    private static final double WIDEST_TOUR = 760;

    private final OrreryView sky;
    private final RulerLayer ruler;
    private final Button opener;
    private final SidePanel side;
    private final TimeBar time;
    private final TourBar tour;
    private final VBox bottom;
    private final NoticeLabel message;
    private final ProofOffer proof;
    private final List<Overlay> sheets;
    private final WindowGuide guide;
    private @Nullable GuideView page;
    private boolean wall;

    /** What the window shows below temporary sheets. */
    record Parts(
            OrreryView sky,
            RulerLayer ruler,
            SidePanel side,
            TimeBar time,
            TourBar tour,
            StatusLine status,
            NoticeLabel message,
            ProofOffer proof,
            WindowGuide guide) {}

    WindowLayout(Parts parts, Overlay... sheets) {
        this.sky = parts.sky;
        this.ruler = parts.ruler;
        this.opener = parts.side.opener();
        this.side = parts.side;
        this.time = parts.time;
        this.tour = parts.tour;
        this.message = parts.message;
        this.proof = parts.proof;
        this.guide = parts.guide;
        this.sheets = List.of(sheets);
        getStyleClass().add("window");
        bottom = new VBox(time.view(), parts.status.view());
        bottom.getStyleClass().add("bottom");
        getChildren().addAll(sky, ruler, opener, proof, tour, side, time.chart(), bottom, message, time.complaint());
        getChildren().addAll(sheets);
    }

    /** Places the guide over the left side, below temporary sheets. */
    void guide(GuideView view) {
        page = view;
        getChildren().add(getChildren().indexOf(sheets.getFirst()), view);
    }

    /** Adds a hint that places itself, above everything. */
    void hint(DropHint hint) {
        getChildren().add(hint);
    }

    /** Shows only the sky and text from now on. */
    void wall() {
        wall = true;
        bottom.setVisible(false);
        side.open(false);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double foot = wall ? 0 : TIME_BAR + STATUS + 1;
        double panel = side.widthIn(width);
        bottom.resizeRelocate(0, height - foot, width, foot);
        side.resizeRelocate(width - panel, 0, panel, height - foot);
        opener.setVisible(!side.isOpen() && !wall);
        double size = opener.prefWidth(-1);
        opener.resizeRelocate(width - size - 12, 12, size, opener.prefHeight(-1));
        boolean covered = panel >= width;
        sky.setVisible(!covered);
        sky.cover(new Insets(0, covered ? 0 : panel, foot, 0));
        double left = guide.movesSky(width, panel);
        sky.resizeRelocate(left, 0, width - left, height);
        ruler.setVisible(!covered);
        ruler.cover(new Insets(0, covered ? 0 : panel, foot, 0));
        ruler.resizeRelocate(left, 0, width - left, height);
        if (page != null) {
            page.resizeRelocate(0, 0, guide.widthIn(width), height - foot);
        }
        sheets.forEach(sheet -> sheet.resizeRelocate(0, 0, width, height));
        double chart = Math.min(time.chart().wanted(), (height - foot) * 0.5);
        time.chart().resizeRelocate(0, height - foot - chart, width, chart);
        double caption = tour(left, width - panel - left, height - foot, covered);
        sky.foot(new Insets(0, 0, caption, caption > 0 ? tour.getLayoutX() - left : 0));
        above(message, left + (width - panel - left) / 2, height - foot - 16 - caption);
        double room = width - panel - left - 2 * MARGIN;
        double offer = proof.prefWidth(-1);
        proof.setOpacity(room < offer || caption > 0 || wall ? 0 : 1);
        proof.setDisable(proof.getOpacity() == 0);
        double tall = proof.prefHeight(-1);
        proof.resizeRelocate(left + MARGIN, sky.headline() + BELOW, offer, tall);
        Label complaint = time.complaint();
        double half = Math.min(520, complaint.prefWidth(-1)) / 2;
        above(complaint, 20 + half, height - foot - 8);
    }

    /** Places a tour's caption over the lower edge of the open sky; returns how much of it that covers. */
    private double tour(double left, double width, double height, boolean covered) {
        boolean there = tour.isVisible() && !covered;
        tour.setOpacity(covered ? 0 : 1);
        double most = Math.min(wall ? width - 2 * MARGIN : WIDEST_TOUR, width - 2 * MARGIN);
        double w = Math.min(most, Math.max(tour.minWidth(-1), Math.min(most, tour.prefWidth(-1))));
        double h = tour.prefHeight(w);
        double below = (wall ? 2 : 1) * MARGIN;
        tour.resizeRelocate(left + Math.rint((width - w) / 2), Math.rint(height - below - h), w, h);
        return there ? h + below : 0;
    }

    private void above(Label label, double middle, double bottomY) {
        double w = Math.min(label.prefWidth(-1), Math.min(560, getWidth() - 40));
        double h = label.prefHeight(w);
        label.resizeRelocate(Math.rint(Math.max(20, middle - w / 2)), Math.rint(bottomY - h), w, h);
    }
}
