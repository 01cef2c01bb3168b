package orrery.ui.shell;

import java.util.List;
import orrery.ui.fx.Theme;
import orrery.ui.fx.Views;

/** The style sheets of the window, and of all that is drawn as it is. */
final class WindowSheets {
    static final List<String> ALL = List.of(
            Theme.tokens(),
            sheet("/orrery/ui/orrery/orrery-view.css"),
            sheet("/orrery/ui/kernels/kernels.css"),
            sheet("/orrery/ui/tour/tour.css"),
            sheet("/orrery/ui/shell/shell.css"));

    private WindowSheets() {}

    private static String sheet(String name) {
        return Views.sheet(WindowSheets.class, name);
    }
}
