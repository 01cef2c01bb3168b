package orrery.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import orrery.math.Constants;
import orrery.service.SkyClock;
import orrery.service.TimeStep;
import orrery.time.Dates;
import orrery.ui.fx.Action;
import orrery.ui.fx.Panel;
import orrery.ui.orrery.Approach;
import orrery.ui.orrery.BodyLook;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.CameraFrame;
import orrery.ui.orrery.Lookouts;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;
import orrery.ui.orrery.ViewSide;

/**
 * The one table of all actions of the window, with their keys (Celestia's where it has them: Space, J, K, L, G).
 *
 * <p>Confined to the JavaFX thread.
 */
final class Actions {
    private static final double TURN = Math.toRadians(6);

    private final List<Action> table = new ArrayList<>();
    private final SkyModel model;

    /**
     * @param model the sky
     * @param time the time bar
     * @param side the panel
     * @param panels its tabs
     * @param window actions of the window itself
     */
    Actions(SkyModel model, TimeBar time, SidePanel side, List<Panel> panels, Consumer<WindowAction> window) {
        this.model = model;
        time(time);
        camera();
        picture();
        bodies(window);
        add("share.picture", key(KeyCode.S, KeyCombination.SHORTCUT_DOWN), () -> window.accept(WindowAction.PICTURE));
        add(
                "share.film",
                key(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                () -> window.accept(WindowAction.FILM));
        add("share.copy", key(KeyCode.C, KeyCombination.SHORTCUT_DOWN), () -> window.accept(WindowAction.COPY));
        add("share.paste", key(KeyCode.V, KeyCombination.SHORTCUT_DOWN), () -> window.accept(WindowAction.PASTE));
        add("window.guide", key(KeyCode.F1), () -> window.accept(WindowAction.GUIDE));
        add("window.keys", key(KeyCode.F1, KeyCombination.SHIFT_DOWN), () -> window.accept(WindowAction.KEYS));
        add(
                "window.larger",
                key(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN),
                () -> window.accept(WindowAction.LARGER));
        add(
                "window.smaller",
                key(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN),
                () -> window.accept(WindowAction.SMALLER));
        add("window.usual", key(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN), () -> window.accept(WindowAction.USUAL));
        add("window.motion", null, () -> window.accept(WindowAction.MOTION));
        add("window.panel", key(KeyCode.P), side::toggle);
        add("window.whole", key(KeyCode.E, KeyCombination.SHORTCUT_DOWN), side::toggleWhole);
        add("window.theme", key(KeyCode.T), () -> window.accept(WindowAction.THEME));
        add("window.full", key(KeyCode.F11), () -> window.accept(WindowAction.FULL));
        add("window.command", key(KeyCode.K, KeyCombination.SHORTCUT_DOWN), () -> window.accept(WindowAction.COMMAND));
        KeyCode[] digits = {
            KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
        };
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            KeyCombination digit = i < digits.length ? key(digits[i], KeyCombination.SHORTCUT_DOWN) : null;
            table.add(new Action(
                    "tab." + panel.id(),
                    Fxml.WORDS.get("action.tab", panel.title()),
                    digit,
                    () -> side.show(panel.id())));
            table.addAll(panel.actions());
        }
    }

    private void time(TimeBar time) {
        SkyClock clock = model.clock();
        add("time.play", key(KeyCode.SPACE), time::playOrPause);
        add("time.reverse", key(KeyCode.J), time::reverse);
        add("time.faster", key(KeyCode.L), time::muchFaster);
        add("time.slower", key(KeyCode.K), time::muchSlower);
        add("time.twice", key(KeyCode.L, KeyCombination.SHIFT_DOWN), time::faster);
        add("time.half", key(KeyCode.K, KeyCombination.SHIFT_DOWN), time::slower);
        add("time.forward", key(KeyCode.PERIOD), time::forward);
        add("time.back", key(KeyCode.COMMA), time::back);
        add("time.unit", key(KeyCode.Y), time::nextUnit);
        step(TimeStep.MINUTE, "minute", KeyCombination.SHORTCUT_DOWN);
        step(TimeStep.HOUR, "hour", KeyCombination.SHIFT_DOWN);
        step(TimeStep.DAY, "day");
        step(TimeStep.MONTH, "month", KeyCombination.ALT_DOWN);
        step(TimeStep.YEAR, "year", KeyCombination.SHIFT_DOWN, KeyCombination.ALT_DOWN);
        add("time.now", key(KeyCode.N), time::now);
        add("time.real", key(KeyCode.BACK_SLASH), () -> {
            clock.rate(1);
            clock.play();
            clock.glide(Dates.now());
        });
        add("time.date", key(KeyCode.D), time::type);
        add("time.scale", key(KeyCode.D, KeyCombination.SHIFT_DOWN), time::nextScale);
        add("time.loop.from", key(KeyCode.Q), time::loopFrom);
        add("time.loop.to", key(KeyCode.W), time::loopTo);
        add("time.loop.end", key(KeyCode.Q, KeyCombination.SHIFT_DOWN), time::endLoop);
        add("time.coverage", key(KeyCode.C), time::coverage);
    }

    private void step(TimeStep step, String name, Modifier... modifiers) {
        // The plain keys step by a day unless another unit is selected.
        boolean plain = modifiers.length == 0;
        add(
                "time." + name + ".forward",
                plain ? null : key(KeyCode.PERIOD, modifiers),
                () -> model.clock().step(step, 1));
        add(
                "time." + name + ".back",
                plain ? null : key(KeyCode.COMMA, modifiers),
                () -> model.clock().step(step, -1));
    }

    private void camera() {
        add("view.first", key(KeyCode.HOME), () -> fly(Camera.first()));
        add("view.inner", key(KeyCode.DIGIT1), () -> fly(Camera.first().distance(5.2 * Constants.AU)));
        add("view.all", key(KeyCode.DIGIT2), () -> fly(Camera.first().distance(118 * Constants.AU)));
        add("view.top", key(KeyCode.DIGIT3), () -> model.look(ViewSide.TOP));
        add("view.side", key(KeyCode.DIGIT4), () -> model.look(ViewSide.SIDE));
        add(
                "view.oblique",
                key(KeyCode.DIGIT5),
                () -> fly(Approach.free(model.rig().camera())
                        .direction(Camera.first().yaw(), Camera.first().pitch())));
        add("view.isometric", key(KeyCode.DIGIT6), () -> model.look(ViewSide.ISOMETRIC));
        add("view.earth", key(KeyCode.DIGIT7), () -> model.look(ViewSide.EARTH));
        add("view.stand", key(KeyCode.U), model::stand);
        Lookouts lookouts = new Lookouts(model);
        add("view.look", key(KeyCode.U, KeyCombination.SHIFT_DOWN), lookouts::lookAtChosen);
        add("view.horizon", key(KeyCode.H), lookouts::horizon);
        add("view.moon", null, lookouts::earthFromMoon);
        add("view.craft", null, lookouts::spacecraft);
        add("view.center", key(KeyCode.X), () -> {
            int body = model.selected().get();
            model.center(style().center() == body ? SkyStyle.NO_CENTER : body);
        });
        add("view.turning", key(KeyCode.X, KeyCombination.SHIFT_DOWN), model::turnWithChosen);
        add(
                "view.axes",
                key(KeyCode.Z),
                () -> model.rig()
                        .frame(
                                model.rig().camera().frame().equals(CameraFrame.ECLIPTIC)
                                        ? CameraFrame.EQUATOR
                                        : CameraFrame.ECLIPTIC,
                                model.sky()));
        add("view.left", key(KeyCode.LEFT), () -> model.rig().turn(-TURN, 0));
        add("view.right", key(KeyCode.RIGHT), () -> model.rig().turn(TURN, 0));
        add("view.up", key(KeyCode.UP), () -> model.rig().turn(0, TURN));
        add("view.down", key(KeyCode.DOWN), () -> model.rig().turn(0, -TURN));
        add("view.nearer", key(KeyCode.EQUALS), () -> zoom(0.8));
        add("view.farther", key(KeyCode.MINUS), () -> zoom(1.25));
        add("view.perspective", key(KeyCode.V), () -> {
            Camera camera = model.rig().camera();
            model.rig().set(camera.orthographic(!camera.orthographic()));
        });
    }

    private void fly(Camera to) {
        model.rig().fly(to, model.sky());
    }

    private void zoom(double factor) {
        Camera camera = model.rig().camera();
        model.rig().set(camera.distance(camera.distance() * factor));
    }

    private void picture() {
        add("view.scale", key(KeyCode.S), () -> {
            ScaleMode next = switch (style().scale()) {
                case TRUE -> ScaleMode.LOGARITHMIC;
                case LOGARITHMIC -> ScaleMode.SCHEMATIC;
                case SCHEMATIC -> ScaleMode.TRUE;
            };
            model.style().set(style().scale(next));
        });
        add(
                "view.orbits",
                key(KeyCode.O),
                () -> model.style().set(style().paths(style().paths().next())));
        add("view.trails", key(KeyCode.R), () -> model.style().set(style().nextTrail()));
        add("view.grid", key(KeyCode.SEMICOLON), () -> model.style().set(style().rings(!style().rings())));
        add("view.stars", key(KeyCode.B), () -> model.style().set(style().stars(!style().stars())));
        add(
                "view.milkyway",
                key(KeyCode.B, KeyCombination.SHIFT_DOWN),
                () -> model.style().set(style().milkyWay(!style().milkyWay())));
        add(
                "view.skygrid",
                key(KeyCode.QUOTE),
                () -> model.style().set(style().grid(style().grid().next())));
        add(
                "view.labels",
                key(KeyCode.I),
                () -> model.style().set(style().labels(style().labels().next())));
        add("view.markers", key(KeyCode.M), () -> model.style().set(style().markers(!style().markers())));
    }

    private SkyStyle style() {
        return model.style().get();
    }

    private void bodies(Consumer<WindowAction> window) {
        add("body.find", key(KeyCode.SLASH), () -> window.accept(WindowAction.FIND));
        add("body.next", key(KeyCode.CLOSE_BRACKET), () -> model.step(1));
        add("body.previous", key(KeyCode.OPEN_BRACKET), () -> model.step(-1));
        add("body.fly", key(KeyCode.G), () -> model.flyTo(model.selected().get()));
        add(
                "body.follow",
                key(KeyCode.F),
                () -> fly(model.rig().camera().at(model.selected().get())));
    }

    private void add(String id, @Nullable KeyCombination key, Runnable run) {
        table.add(new Action(id, Fxml.WORDS.get("action." + id), key, run));
    }

    private static KeyCombination key(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    /** Adds actions of another part of the window. */
    void add(Action action) {
        table.add(action);
    }

    /** The fixed table. */
    List<Action> table() {
        return List.copyOf(table);
    }

    /** The table, plus flying to each body now in the sky. */
    List<Action> all() {
        List<Action> all = new ArrayList<>(table);
        for (int body : model.shown()) {
            all.add(new Action(
                    "body.goto." + body,
                    Fxml.WORDS.get("action.body.goto", BodyLook.name(body)),
                    null,
                    () -> model.flyTo(body)));
        }
        return all;
    }

    /** The action for a key, or null. */
    @Nullable
    Action of(KeyEvent event) {
        for (Action action : table) {
            KeyCombination key = action.key();
            if (key != null && key.match(event)) {
                return action;
            }
        }
        return null;
    }

    /** Runs an action by its id. */
    void run(String id) {
        for (Action action : table) {
            if (action.id().equals(id)) {
                action.run().run();
                return;
            }
        }
        throw new IllegalArgumentException("there is no action " + id);
    }
}
