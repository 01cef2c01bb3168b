package orrery.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import orrery.ui.fx.Action;
import orrery.ui.fx.Panel;
import orrery.ui.fx.Theme;

/**
 * A tab whose content is created on first use, so that tabs nobody opens do not slow the start.
 *
 * <p>Confined to the JavaFX thread.
 */
final class LatePanel<P extends Panel> implements Panel {
    private final String id;
    private final String title;
    private final Function<Consumer<Consumer<P>>, List<Action>> table;
    private final Supplier<P> maker;
    private @Nullable P made;
    private @Nullable Theme theme;

    /**
     * @param table the panel's actions, given a way to act on the panel itself
     * @param maker creates the panel
     */
    LatePanel(String id, String title, Function<Consumer<Consumer<P>>, List<Action>> table, Supplier<P> maker) {
        this.id = id;
        this.title = title;
        this.table = table;
        this.maker = maker;
    }

    /** The panel, made now if it was not. */
    P panel() {
        P now = made;
        if (now == null) {
            now = maker.get();
            made = now;
            if (theme != null) {
                now.theme(theme);
            }
        }
        return now;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Node view() {
        return panel().view();
    }

    @Override
    public void shown(boolean shown) {
        if (shown || made != null) {
            panel().shown(shown);
        }
    }

    @Override
    public List<Action> actions() {
        return table.apply(what -> what.accept(panel()));
    }

    @Override
    public void theme(Theme now) {
        theme = now;
        if (made != null) {
            made.theme(now);
        }
    }

    @Override
    public void close() {
        if (made != null) {
            made.close();
        }
    }
}
