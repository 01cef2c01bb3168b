package orrery.testing;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files dragged over a window and dropped. The headless platform has no dragging, so the events are made by hand. */
public final class DroppedFiles {
    private DroppedFiles() {}

    /** Has files dragged or dropped on a node. Any thread but JavaFX's may call. */
    public static void on(Node node, EventType<DragEvent> type, Path... files) {
        List<File> all = Stream.of(files).map(Path::toFile).toList();
        Screen.run(() -> Event.fireEvent(
                node, new DragEvent(type, board(all), 300, 300, 300, 300, TransferMode.COPY, null, null, null)));
    }

    /** A clipboard with files, as the system supplies one. */
    private static Dragboard board(List<File> files) throws ReflectiveOperationException {
        // The class behind a clipboard is not open to programs.
        Class<?> clipboard = Class.forName("com.sun.javafx.tk.TKClipboard");
        Object system = Proxy.newProxyInstance(
                DroppedFiles.class.getClassLoader(),
                new Class<?>[] {clipboard},
                (_, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> !files.isEmpty() && DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> files;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    case "initSecurityContext" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Constructor<Dragboard> maker = Dragboard.class.getDeclaredConstructor(clipboard);
        maker.setAccessible(true);
        return maker.newInstance(system);
    }
}
