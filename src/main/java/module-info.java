/** A desktop orrery that draws the solar system from JPL SPK kernels and proves its reader while it draws. */
// Hipparchus, HdrHistogram and jcodec publish no module descriptor; they are named by their jars.
@SuppressWarnings({"requires-automatic", "module"})
module orrery {
    requires static transitive org.jspecify;
    requires javafx.controls;
    requires javafx.fxml;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires atlantafx.base;
    requires info.picocli;
    requires com.fasterxml.jackson.databind;
    requires java.management;
    requires java.net.http;
    requires java.xml;
    requires jdk.management;
    requires jdk.jfr;
    requires hipparchus.ode;
    requires hipparchus.core;
    requires HdrHistogram;
    requires jcodec;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;

    opens orrery.cli to
            info.picocli;

    // FXML fills in the fields of controllers, and makes nodes of ours.
    opens orrery.ui.fx to
            javafx.fxml;
    opens orrery.ui.orrery to
            javafx.fxml;
    opens orrery.ui.audit to
            javafx.fxml;
    opens orrery.ui.telemetry to
            javafx.fxml;
    opens orrery.ui.kernels to
            javafx.fxml;
    opens orrery.ui.shell to
            javafx.fxml,
            javafx.graphics;

    // The reader, which is a module of its own, too (src/reader).
    exports orrery.binding;
    exports orrery.ephemeris;
    exports orrery.frames;
    exports orrery.spk;
    exports orrery.time;
    exports orrery;
    exports orrery.stand;

    uses orrery.stand.Reader;
}
