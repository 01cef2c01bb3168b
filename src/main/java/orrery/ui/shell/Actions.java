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
import orrery.service.SkyClock;
import orrery.time.Dates;
import orrery.ui.fx.Action;
import orrery.ui.fx.Panel;
import orrery.ui.orrery.BodyLook;
import orrery.ui.orrery.Camera;
import orrery.ui.orrery.ScaleMode;
import orrery.ui.orrery.SkyModel;
import orrery.ui.orrery.SkyStyle;

/**
 * The one table of everything that the window can be asked to do, with its keys (Celestia's where it has them: Space, J, K,
 * L, G).
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
     * @param window what only the window itself can do, by name: theme, full, command, find
     */
    Actions(SkyModel model, TimeBar time, SidePanel side, List<Panel> panels, Consumer<String> window) {
        this.model = model;
        time(time);
        camera();
        picture();
        bodies(window);
        add("window.panel", key(KeyCode.P), side::toggle);
        add("window.whole", key(KeyCode.E, KeyCombination.SHORTCUT_DOWN), side::toggleWhole);
        add("window.theme", key(KeyCode.T), () -> window.accept("theme"));
        add("window.full", key(KeyCode.F11), () -> window.accept("full"));
        add("window.command", key(KeyCode.K, KeyCombination.SHORTCUT_DOWN), () -> window.accept("command"));
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4};
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
        add("time.faster", key(KeyCode.L), time::faster);
        add("time.slower", key(KeyCode.K), time::slower);
        add("time.forward", key(KeyCode.PERIOD), time::forward);
        add("time.back", key(KeyCode.COMMA), time::back);
        add("time.hour.forward", key(KeyCode.PERIOD, KeyCombination.SHIFT_DOWN), () -> clock.step(SkyClock.HOUR));
        add("time.hour.back", key(KeyCode.COMMA, KeyCombination.SHIFT_DOWN), () -> clock.step(-SkyClock.HOUR));
        add("time.month.forward", key(KeyCode.PERIOD, KeyCombination.ALT_DOWN), () -> clock.step(30 * SkyClock.DAY));
        add("time.month.back", key(KeyCode.COMMA, KeyCombination.ALT_DOWN), () -> clock.step(-30 * SkyClock.DAY));
        add("time.now", key(KeyCode.N), time::now);
        add("time.real", key(KeyCode.BACK_SLASH), () -> {
            clock.rate(1);
            clock.jump(Dates.now());
            clock.play();
        });
        add("time.date", key(KeyCode.D), time::type);
    }

    private void camera() {
        add("view.first", key(KeyCode.HOME), () -> fly(Camera.first()));
        add("view.inner", key(KeyCode.DIGIT1), () -> fly(Camera.first().distance(5.2 * Camera.AU)));
        add("view.all", key(KeyCode.DIGIT2), () -> fly(Camera.first().distance(118 * Camera.AU)));
        add("view.top", key(KeyCode.DIGIT3), () -> fly(model.rig().camera().direction(-Math.PI / 2, Math.PI / 2)));
        add("view.side", key(KeyCode.DIGIT4), () -> fly(model.rig().camera().direction(-Math.PI / 2, 0)));
        add(
                "view.oblique",
                key(KeyCode.DIGIT5),
                () -> fly(model.rig()
                        .camera()
                        .direction(Camera.first().yaw(), Camera.first().pitch())));
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
        model.rig().fly(to, model::place);
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
        add("view.orbits", key(KeyCode.O), () -> model.style().set(style().orbits(!style().orbits())));
        add("view.trails", key(KeyCode.R), () -> model.style().set(style().trail(style().trail() > 0 ? 0 : 0.32)));
        add("view.grid", key(KeyCode.SEMICOLON), () -> model.style().set(style().grid(!style().grid())));
        add("view.stars", key(KeyCode.B), () -> model.style().set(style().stars(!style().stars())));
        add("view.markers", key(KeyCode.M), () -> model.style().set(style().markers(!style().markers())));
    }

    private SkyStyle style() {
        return model.style().get();
    }

    private void bodies(Consumer<String> window) {
        add("body.find", key(KeyCode.SLASH), () -> window.accept("find"));
        add("body.next", key(KeyCode.CLOSE_BRACKET), () -> model.step(1));
        add("body.previous", key(KeyCode.OPEN_BRACKET), () -> model.step(-1));
        add("body.fly", key(KeyCode.G), () -> model.flyTo(model.selected().get()));
        add(
                "body.follow",
                key(KeyCode.F),
                () -> fly(model.rig().camera().at(model.selected().get())));
    }

    private void add(String id, KeyCombination key, Runnable run) {
        table.add(new Action(id, Fxml.WORDS.get("action." + id), key, run));
    }

    private static KeyCombination key(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    /** Adds what another part of the window can do. */
    void add(Action action) {
        table.add(action);
    }

    /** The fixed table. */
    List<Action> table() {
        return List.copyOf(table);
    }

    /** The table, and flying to each body now in the sky. */
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

    /** The action of a key, or null. */
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
