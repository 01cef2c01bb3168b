package orrery.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Canvases and style sheets draw with the same colors. */
class PaletteTest {
    @Test
    void theTokensOfTheSheetAreThePalettesColors() throws Exception {
        String sheet;
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("/orrery/ui/fx/orrery.css"))) {
            sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int light = sheet.indexOf(".root:light");
        check(tokens(sheet.substring(0, light)), Palette.DARK);
        check(tokens(sheet.substring(light)), Palette.LIGHT);
    }

    private static Map<String, Color> tokens(String part) {
        Map<String, Color> tokens = new HashMap<>();
        Matcher matcher = Pattern.compile("^\\s+-([a-z-]+):\\s*(#[0-9A-Fa-f]+);", Pattern.MULTILINE)
                .matcher(part);
        while (matcher.find()) {
            tokens.putIfAbsent(matcher.group(1), Color.web(matcher.group(2)));
        }
        return tokens;
    }

    private static void check(Map<String, Color> tokens, Palette palette) {
        Map<String, Color> expected = Map.of(
                "space", palette.space(),
                "line", palette.line(),
                "text", palette.text(),
                "muted", palette.muted(),
                "sun", palette.sun(),
                "proven", palette.proven(),
                "refuted", palette.refuted(),
                "running", palette.running(),
                "none", palette.none());
        assertThat(tokens).containsAllEntriesOf(expected);
        assertThat(Objects.requireNonNull(tokens.get("surface")).getOpacity())
                .isCloseTo(palette.surface().getOpacity(), org.assertj.core.data.Offset.offset(0.01));
    }
}
