package orrery.habits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Draws the picture of the rooms in {@code architecture.md} from the compiled classes. If the committed picture
 * differs, the test fails; {@code mvn test -Dtest=RoomsPictureTest -Dorrery.pictures=draw} draws it again.
 */
class RoomsPictureTest {
    private static final Path BASE = Path.of(System.getProperty("orrery.basedir", "."));
    private static final Path PICTURE = BASE.resolve("src/site/resources/images/rooms.svg");

    private static final int WIDTH = 920;
    private static final int BOX_WIDTH = 132;
    private static final int BOX_HEIGHT = 34;
    private static final int STOREY = 84;
    private static final int MARGIN = 24;

    @Test
    void thePictureShowsTheHouseAsItIs() throws IOException {
        String drawn = svg(arrows());
        if (System.getProperty("orrery.pictures", "").equals("draw")) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn);
        }
        assertThat(PICTURE)
                .as("rooms.svg is out of date: mvn test -Dtest=RoomsPictureTest -Dorrery.pictures=draw draws it again")
                .content()
                .isEqualToNormalizingNewlines(drawn);
    }

    /** The rooms, each with those that it uses; the entry point, which uses everything, is left out. */
    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : ProgramClasses.all()) {
            String from = room(type);
            if (from.isEmpty()) {
                continue;
            }
            Set<String> to = arrows.computeIfAbsent(from, _ -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String room = room(dependency.getTargetClass());
                // The shell implements the command line's drawing interface; that arrow alone runs upwards.
                boolean upwards = from.startsWith("ui.") && room.equals("cli");
                if (!room.isEmpty() && !room.equals(from) && !upwards) {
                    to.add(room);
                }
            }
        }
        return arrows;
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("orrery.") ? name.substring("orrery.".length()) : "";
    }

    private static String svg(Map<String, Set<String>> arrows) {
        Map<Integer, List<String>> storeys = storeys(arrows);
        int top = storeys.size() - 1;
        Map<String, int[]> middles = new TreeMap<>();
        storeys.forEach((storey, rooms) -> {
            double step = (double) WIDTH / rooms.size();
            for (int i = 0; i < rooms.size(); i++) {
                int x = (int) Math.round(step * (i + 0.5));
                middles.put(rooms.get(i), new int[] {x, MARGIN + BOX_HEIGHT / 2 + (top - storey) * STOREY});
            }
        });
        int height = 2 * MARGIN + BOX_HEIGHT + top * STOREY;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">%n"
                .formatted(WIDTH, height));
        svg.append("<title>The rooms of Orrery; an arrow runs from a room to one that it uses</title>\n");
        svg.append("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
                + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0,0 L8,4 L0,8 z\""
                + " fill=\"#667080\"/></marker></defs>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#F7F5F0\"/>\n");
        arrows.forEach((from, to) -> to.stream()
                .filter(room -> !reachedOtherwise(arrows, from, room))
                .forEach(room -> svg.append(arrow(middles.get(from), middles.get(room)))));
        middles.forEach((room, middle) -> svg.append(box(room, middle)));
        return svg.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    private static String arrow(int[] from, int[] to) {
        int y1 = from[1] + BOX_HEIGHT / 2;
        int y2 = to[1] - BOX_HEIGHT / 2 - 1;
        int bend = (y2 - y1) / 2;
        return "<path d=\"M%d,%d C%d,%d %d,%d %d,%d\" fill=\"none\" stroke=\"#667080\" marker-end=\"url(#tip)\"/>%n"
                .formatted(from[0], y1, from[0], y1 + bend, to[0], y2 - bend, to[0], y2);
    }

    private static String box(String room, int[] middle) {
        boolean window = room.startsWith("ui.");
        return ("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"#B7791F\"/>%n<text"
                        + " x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"14\" fill=\"#1B1F24\">%s</text>%n")
                .formatted(
                        middle[0] - BOX_WIDTH / 2,
                        middle[1] - BOX_HEIGHT / 2,
                        BOX_WIDTH,
                        BOX_HEIGHT,
                        window ? "#FBF1DC" : "#FFFFFF",
                        middle[0],
                        middle[1] + 5,
                        room);
    }

    /** A room's storey is one above the highest that it uses. */
    private static Map<Integer, List<String>> storeys(Map<String, Set<String>> arrows) {
        Map<Integer, List<String>> storeys = new TreeMap<>();
        arrows.keySet()
                .forEach(room -> storeys.computeIfAbsent(storey(arrows, room), _ -> new ArrayList<>())
                        .add(room));
        return storeys;
    }

    private static int storey(Map<String, Set<String>> arrows, String room) {
        return arrows.getOrDefault(room, Set.of()).stream()
                .mapToInt(below -> storey(arrows, below) + 1)
                .max()
                .orElse(0);
    }

    private static boolean reachedOtherwise(Map<String, Set<String>> arrows, String from, String to) {
        return arrows.get(from).stream().anyMatch(way -> !way.equals(to) && reaches(arrows, way, to));
    }

    private static boolean reaches(Map<String, Set<String>> arrows, String from, String to) {
        Set<String> next = arrows.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(way -> reaches(arrows, way, to));
    }
}
