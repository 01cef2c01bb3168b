package orrery.ui.guide;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of the guide and everything they link to, from the jar. Each is read once. Reads and parses: not for the
 * JavaFX thread.
 *
 * <p>Thread-safe.
 */
final class GuideLibrary {
    /** The page that lists the chapters. */
    static final String CONTENTS = "markdown/guide/index.md";

    private static final String ROOT = "/orrery/site/";
    private static final int PNG_HEAD = 24;
    private static final int PNG_WIDTH = 16;

    private final Map<String, Optional<GuidePage>> read = new HashMap<>();
    private final GuideParser parser = new GuideParser(GuideLibrary::size);

    /** A page; empty if this copy of the program lacks it. */
    synchronized Optional<GuidePage> page(String path) {
        Optional<GuidePage> known = read.get(path);
        if (known == null) {
            known = text(path).map(text -> parser.parse(path, shown(path, text)));
            read.put(path, known);
        }
        return known;
    }

    /** The pages reachable from the contents: chapters first, then the pages they link to. */
    List<GuidePage> all() {
        Set<String> seen = new LinkedHashSet<>(Set.of(CONTENTS));
        Deque<String> next = new ArrayDeque<>(seen);
        List<GuidePage> pages = new ArrayList<>();
        while (!next.isEmpty()) {
            page(next.removeFirst()).ifPresent(page -> {
                pages.add(page);
                page.linkedPages().filter(seen::add).forEach(next::addLast);
            });
        }
        return pages;
    }

    /** How often words occur on all pages but one. */
    int elsewhere(GuidePage here, String wanted) {
        return all().stream()
                .filter(page -> !page.path().equals(here.path()))
                .mapToInt(page -> page.count(wanted))
                .sum();
    }

    /**
     * The next page on which words stand, or the one before; round and round, so that it may be the same page again.
     */
    Optional<GuidePage> next(GuidePage from, String wanted, boolean backwards) {
        List<GuidePage> all = all();
        int at = all.indexOf(from);
        for (int i = 1; i <= all.size(); i++) {
            GuidePage page = all.get(Math.floorMod(backwards ? at - i : at + i, all.size()));
            if (page.count(wanted) > 0) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    /** A file that is not a page, such as a C header, is shown as it is. */
    private static String shown(String path, String text) {
        if (path.toLowerCase(Locale.ROOT).endsWith(".md")) {
            return text;
        }
        return "# " + path.substring(path.lastIndexOf('/') + 1) + "\n\n````\n" + text + "\n````\n";
    }

    private static Optional<String> text(String path) {
        try (InputStream in = GuideLibrary.class.getResourceAsStream(ROOT + path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The URL of a picture. */
    static Optional<URL> picture(String resource) {
        return Optional.ofNullable(GuideLibrary.class.getResource(ROOT + resource));
    }

    /** Width and height of a PNG, from its header. */
    private static Optional<int[]> size(String resource) {
        if (!resource.toLowerCase(Locale.ROOT).endsWith(".png")) {
            return Optional.empty();
        }
        try (InputStream in = GuideLibrary.class.getResourceAsStream(ROOT + resource)) {
            byte[] head = in == null ? new byte[0] : in.readNBytes(PNG_HEAD);
            if (head.length < PNG_HEAD) {
                return Optional.empty();
            }
            try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(head))) {
                data.skipNBytes(PNG_WIDTH);
                return Optional.of(new int[] {Math.max(1, data.readInt()), Math.max(1, data.readInt())});
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
