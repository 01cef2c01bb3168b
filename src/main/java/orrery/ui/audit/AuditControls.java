package orrery.ui.audit;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import orrery.audit.AuditPreset;

/** The controls of the Audit tab, as created by its FXML. JavaFX thread. */
abstract class AuditControls {
    @FXML
    VBox root;

    @FXML
    ScrollPane scroll;

    @FXML
    ChoiceBox<AuditPreset> preset;

    @FXML
    ChoiceBox<String> reader;

    @FXML
    MenuButton outside;

    @FXML
    VBox standHolder;

    @FXML
    VBox inside;

    @FXML
    TextField seed;

    @FXML
    TextField threads;

    @FXML
    TextField queries;

    @FXML
    MenuButton claims;

    @FXML
    Button start;

    @FXML
    Button export;

    @FXML
    CheckBox record;

    @FXML
    ProgressBar bar;

    @FXML
    Label message;

    @FXML
    VBox verdictBox;

    @FXML
    Label verdict;

    @FXML
    Label overlap;

    @FXML
    Label overlapNote;

    @FXML
    Label rate;

    @FXML
    Label percentiles;

    @FXML
    Label frames;

    @FXML
    ToggleButton raw;

    @FXML
    ToggleButton places;

    @FXML
    StackPane matrixHolder;

    @FXML
    Label cell;

    @FXML
    VBox plugBox;

    @FXML
    Label plugsSaid;

    @FXML
    Button goOn;

    @FXML
    VBox left;

    @FXML
    VBox right;

    @FXML
    VBox pastHolder;

    /** Scrolls until a node begins at the top, or as near to it as the content ends. */
    final void reveal(Node node) {
        Region content = (Region) scroll.getContent();
        content.applyCss();
        content.layout();
        double top = content.sceneToLocal(node.localToScene(0, 0)).getY();
        double room = content.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
    }
}
