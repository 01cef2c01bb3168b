package orrery.ui.telemetry;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ChoiceBox;
import orrery.telemetry.JvmState;
import orrery.ui.fx.Words;

/** Which lanes are shown: those of one group, or in one state, or all. JavaFX thread only. */
final class LaneFilter {
    private final ChoiceBox<String> group;
    private final String all;

    /** Fills the two boxes and follows them. */
    LaneFilter(Words words, ChoiceBox<String> group, ChoiceBox<String> state, LanesChart lanes) {
        this.group = group;
        this.all = words.get("telemetry.all.groups");
        group.getItems().setAll(all);
        group.getSelectionModel().selectFirst();
        state.getItems().setAll(words.get("telemetry.all.states"));
        for (JvmState jvm : JvmState.values()) {
            state.getItems().add(jvm.words());
        }
        state.getSelectionModel().selectFirst();
        group.getSelectionModel()
                .selectedIndexProperty()
                .addListener((_, _, now) ->
                        lanes.group(now.intValue() <= 0 ? "" : group.getItems().get(now.intValue())));
        state.getSelectionModel()
                .selectedIndexProperty()
                .addListener((_, _, now) -> lanes.states(
                        now.intValue() <= 0
                                ? EnumSet.allOf(JvmState.class)
                                : named(state.getItems().get(now.intValue()))));
    }

    /** The current groups; the selected one stays selected if it still exists. */
    void offer(List<String> groups) {
        if (group.getItems().subList(1, group.getItems().size()).equals(groups)) {
            return;
        }
        String chosen = group.getValue();
        group.getItems().setAll(all);
        group.getItems().addAll(groups);
        group.setValue(group.getItems().contains(chosen) ? chosen : all);
    }

    private static Set<JvmState> named(String words) {
        Set<JvmState> named = EnumSet.noneOf(JvmState.class);
        for (JvmState jvm : JvmState.values()) {
            if (jvm.words().equals(words)) {
                named.add(jvm);
            }
        }
        return named;
    }
}
