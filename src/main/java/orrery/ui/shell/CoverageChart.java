package orrery.ui.shell;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import orrery.ephemeris.Coverage;
import orrery.service.SkyBody;
import orrery.service.SkyCatalogue;
import orrery.time.DateFormat;
import orrery.time.TimeScale;
import orrery.ui.fx.LiveCanvas;
import orrery.ui.fx.Numerals;
import orrery.ui.fx.Palette;
import orrery.ui.fx.PulsePump;
import orrery.ui.fx.Theme;
import orrery.ui.orrery.BodyLook;
import orrery.ui.orrery.SkyModel;

/**
 * When the kernels hold each body: a row a body, on the axis of the strip beneath it, with the present through all of them.
 * A click goes to that date and chooses that body.
 *
 * <p>Confined to the JavaFX thread.
 */
final class CoverageChart extends LiveCanvas {
    private static final double ROW = 22;
    private static final double HEAD = 10;

    private final SkyModel model;
    private Palette palette = Palette.DARK;
    private DateFormat day = TimeBar.DAY;
    private double drawnEt = Double.NaN;
    private double scrolled;
    private double hoverX = Double.NaN;
    private double hoverY = Double.NaN;

    CoverageChart(SkyModel model, PulsePump pump) {
        super(pump);
        this.model = model;
        setId("coverage-chart");
        setAccessibleText(Fxml.WORDS.get("coverage.accessible"));
        setVisible(false);
        model.catalogue().addListener(o -> {
            scrolled = 0;
            changed();
        });
        model.selected().addListener(o -> changed());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::go);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(Double.NaN, Double.NaN));
        addEventHandler(ScrollEvent.SCROLL, e -> {
            scrolled -= e.getDeltaY();
            changed();
            e.consume();
        });
    }

    void theme(Theme theme) {
        palette = theme.palette();
        changed();
    }

    void timeScale(TimeScale scale) {
        day = DateFormat.days(scale).unlabelled();
        changed();
    }

    /** Opens or closes it. */
    void toggle() {
        setVisible(!isVisible());
        shown(isVisible());
    }

    /** The height that all rows need. */
    double wanted() {
        return HEAD + ROW * model.every().size();
    }

    /** Asks for a drawing if the present has moved by a pixel's half. */
    void follow() {
        if (isVisible() && !(Math.abs(x(model.clock().et()) - x(drawnEt)) < 0.5)) {
            changed();
        }
    }

    private void hover(double x, double y) {
        hoverX = x;
        hoverY = y;
        changed();
    }

    private void go(MouseEvent event) {
        List<Integer> ids = model.every();
        int row = (int) Math.floor((event.getY() - HEAD + scrolled) / ROW);
        if (row >= 0 && row < ids.size()) {
            model.selected().set(ids.get(row));
            model.clock().glide(et(event.getX()));
            changed();
        }
    }

    private double x(double et) {
        Coverage.Span span = model.clock().span();
        double room = getWidth() - 2 * CoverageStrip.margin();
        return CoverageStrip.margin() + (et - span.start()) / Math.max(span.end() - span.start(), 1) * room;
    }

    private double et(double x) {
        Coverage.Span span = model.clock().span();
        double room = getWidth() - 2 * CoverageStrip.margin();
        double share = Math.clamp((x - CoverageStrip.margin()) / Math.max(room, 1), 0.0, 1.0);
        return span.start() + share * (span.end() - span.start());
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        Color ground = palette.surface();
        g.setFill(new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), 1));
        g.fillRect(0, 0, width, height);
        g.setFill(palette.line());
        g.fillRect(0, 0, width, 1);
        SkyCatalogue catalogue = model.catalogue().get();
        if (catalogue == null) {
            return;
        }
        List<Integer> ids = model.every();
        scrolled = Math.clamp(scrolled, 0, Math.max(0, wanted() - height));
        drawnEt = model.clock().et();
        g.setTextBaseline(VPos.TOP);
        for (int i = (int) Math.floor(scrolled / ROW); i < ids.size(); i++) {
            double top = HEAD + i * ROW - scrolled;
            if (top > height) {
                break;
            }
            int index = catalogue.indexOf(ids.get(i));
            if (index >= 0) {
                row(g, catalogue.bodies().get(index), top, width);
            }
        }
        g.setFill(palette.sun());
        g.fillRect(Math.rint(x(drawnEt)) - 0.5, 1, 1, height);
        if (!Double.isNaN(hoverX)) {
            hovered(g, width);
        }
    }

    private void row(GraphicsContext g, SkyBody body, double top, double width) {
        boolean chosen = body.id() == model.selected().get();
        BodyLook look = BodyLook.of(body.id());
        int rgb = look.color(palette.dark());
        Color color = Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        g.setFont(Numerals.font(10));
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(chosen ? palette.sun() : palette.text());
        String letter = look.letter().isEmpty() ? "" : look.letter() + "  ";
        g.fillText(letter + look.name(), CoverageStrip.margin(), top);
        g.setFill(palette.line());
        g.fillRect(CoverageStrip.margin(), top + 14, width - 2 * CoverageStrip.margin(), 1);
        g.setFill(color);
        for (Coverage.Span span : body.coverage().spans()) {
            double a = x(span.start());
            g.fillRect(a, top + 13, Math.max(1.5, x(span.end()) - a), chosen ? 4 : 3);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(palette.muted());
        g.setFont(Numerals.font(9.5));
        String ends = day.format(body.coverage().start()) + " \u2013 "
                + day.format(body.coverage().end());
        g.fillText(ends, width - CoverageStrip.margin(), top);
    }

    private void hovered(GraphicsContext g, double width) {
        String text = day.format(et(hoverX));
        g.setFont(Numerals.font(9.5));
        double half = Numerals.width(text, Numerals.font(9.5)) / 2 + 5;
        double x = Math.clamp(hoverX, CoverageStrip.margin() + half, width - CoverageStrip.margin() - half);
        g.setFill(palette.muted());
        g.fillRect(Math.rint(hoverX), 1, 1, getHeight());
        g.setFill(palette.line());
        g.fillRect(x - half, hoverY - 20, 2 * half, 14);
        g.setFill(palette.text());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, x, hoverY - 19);
    }
}
