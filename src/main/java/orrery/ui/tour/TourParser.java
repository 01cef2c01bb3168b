package orrery.ui.tour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.time.Pace;
import orrery.ui.orrery.LinkFormatException;
import orrery.ui.orrery.ViewLink;

/**
 * Parses the lines of a tour file.
 *
 * <p>Confined to one thread; used once.
 */
final class TourParser {
    private static final Set<String> KEYS = Set.of("link", "date", "caption", "stay", "rate", "fly", "turn", "panel");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern PANEL = Pattern.compile("[a-z]{1,20}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,12}(?:\\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?");

    /** The longest caption in characters, and the largest number of languages. */
    static final int LONGEST_TEXT = 2_000;

    static final int MOST_LANGUAGES = 40;

    private final TourLines lines;
    private final List<TourStop> stops = new ArrayList<>();
    private TourText title = TourText.NONE;
    private @Nullable Draft draft;

    /** A view as far as it has been read. */
    private static final class Draft {
        private final int line;
        private @Nullable ViewLink view;
        private boolean present;
        private TourText caption = TourText.NONE;
        private double stay = TourStop.USUAL_STAY;
        private double rate;
        private double fly = TourStop.USUAL_FLIGHT;
        private double turn;
        private String panel = "";
        private final Map<String, Integer> seen = new HashMap<>();

        Draft(int line) {
            this.line = line;
        }
    }

    TourParser(TourLines lines) {
        this.lines = lines;
    }

    Tour parse() throws IOException {
        String first = lines.next();
        if (first == null || !first.strip().equals(TourFile.FIRST_LINE)) {
            throw lines.refused("A tour file begins with the line \"" + TourFile.FIRST_LINE
                    + "\"; this one does not. Add it, or give a tour file.");
        }
        for (String line = lines.next(); line != null; line = lines.next()) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.equals(TourFile.VIEW)) {
                end();
                draft = new Draft(lines.number());
            } else {
                entry(text);
            }
        }
        end();
        if (stops.isEmpty()) {
            throw lines.refused("The tour has no view. Add one: " + TourFile.VIEW + ", followed by a line link: with an"
                    + " orrery: link (Ctrl+C in the window copies one).");
        }
        return new Tour(title, stops);
    }

    private void end() {
        Draft done = draft;
        if (done == null) {
            return;
        }
        ViewLink view = done.view;
        if (view == null) {
            throw lines.refused("The view that begins in line " + done.line + " has no link. Add a line link: with an"
                    + " orrery: link (Ctrl+C in the window copies one).");
        }
        if (stops.size() == Tour.MOST_STOPS) {
            throw lines.refused("A tour can have " + Tour.MOST_STOPS + " views. Split it into two tours.");
        }
        stops.add(
                new TourStop(view, done.present, done.caption, done.stay, done.rate, done.fly, done.turn, done.panel));
    }

    private void entry(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw lines.refused("\"" + cut(text) + "\" is not a line of a tour. Write a name, a colon and a"
                    + " value, such as"
                    + " stay: 12s; " + TourFile.VIEW + " begins a view; # begins a comment.");
        }
        String name = text.substring(0, colon).strip();
        String value = text.substring(colon + 1).strip();
        int dot = name.indexOf('.');
        String key = dot < 0 ? name : name.substring(0, dot);
        String language = dot < 0 ? TourText.OTHERS : name.substring(dot + 1);
        boolean spoken = key.equals("caption") || key.equals("title");
        if (dot >= 0 && (!spoken || !LANGUAGE.matcher(language).matches())) {
            throw lines.refused("\"" + cut(name) + "\": only title and caption have a language after a dot, such as"
                    + " caption.de or caption.pt-BR.");
        }
        Draft now = draft;
        if (key.equals("title")) {
            if (now != null) {
                throw lines.refused("A title must be above the first " + TourFile.VIEW + ". Move this line up there.");
            }
            title = translated(title, language, value);
        } else if (!KEYS.contains(key)) {
            throw lines.refused("\"" + cut(name) + "\" is not known. Known names are title, "
                    + KEYS.stream().sorted().collect(Collectors.joining(", ")) + ".");
        } else if (now == null) {
            throw lines.refused("\"" + cut(name) + "\" belongs to a view. Put it after a line " + TourFile.VIEW + ".");
        } else {
            Integer before = spoken ? null : now.seen.putIfAbsent(key, lines.number());
            if (before != null) {
                throw lines.refused(key + " of this view is already in line " + before + ". Keep one of them.");
            }
            set(now, key, language, value);
        }
    }

    private void set(Draft view, String key, String language, String value) {
        switch (key) {
            case "link" -> view.view = link(value);
            case "date" -> {
                if (!value.equals("now")) {
                    throw lines.refused(
                            "date: " + cut(value) + ": only now is possible here, for the day on which the tour"
                                    + " is played. Put any other date into the link.");
                }
                view.present = true;
            }
            case "caption" -> view.caption = translated(view.caption, language, value);
            case "stay" -> view.stay = seconds(key, value, TourStop.SHORTEST_STAY, TourStop.LONGEST_STAY);
            case "rate" -> view.rate = rate(value);
            case "fly" -> view.fly = value.equals("cut") ? 0 : seconds(key, value, 0, TourStop.LONGEST_FLIGHT);
            case "turn" -> view.turn = number(key, value, value, -TourStop.MOST_TURN, TourStop.MOST_TURN, "30 degrees");
            case "panel" -> {
                if (!PANEL.matcher(value).matches()) {
                    throw lines.refused(
                            "panel: " + cut(value) + ": give a tab's name, such as body, audit, telemetry or kernels.");
                }
                view.panel = value;
            }
            default -> throw new IllegalStateException(key);
        }
    }

    private ViewLink link(String value) {
        try {
            return ViewLink.parse(value);
        } catch (LinkFormatException e) {
            throw lines.refused(e.getMessage() + " Copy the link again: Ctrl+C in the window.");
        }
    }

    private TourText translated(TourText before, String language, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw lines.refused("This text has %,d characters; at most %,d can be shown. Make it shorter."
                    .formatted(value.length(), LONGEST_TEXT));
        }
        if (before.byLanguage().containsKey(language)) {
            throw lines.refused("This text already exists"
                    + (language.isEmpty() ? "" : " in " + language)
                    + ". Keep one of the two, or give the other a language, such as caption.de.");
        }
        if (before.byLanguage().size() == MOST_LANGUAGES) {
            throw lines.refused("A text can have at most " + MOST_LANGUAGES + " languages. Remove some.");
        }
        return before.with(language, value);
    }

    private double rate(String value) {
        if (value.equals("0")) {
            return 0;
        }
        String plain = value.endsWith("/s") ? value.substring(0, value.length() - 2) : value;
        OptionalDouble pace = Pace.parse(plain);
        if (pace.isEmpty() || Math.abs(pace.getAsDouble()) > TourStop.FASTEST) {
            throw lines.refused(
                    "rate: " + cut(value) + ": give how much time passes per second, with s, min, h, d or y,"
                            + " such as 6h; -6h runs backward, 0 stops time; 1000y is the most.");
        }
        return pace.getAsDouble();
    }

    private double seconds(String key, String value, double least, double most) {
        String plain =
                value.endsWith("s") ? value.substring(0, value.length() - 1).strip() : value;
        return number(key, value, plain, least, most, "12s, seconds");
    }

    private double number(String key, String value, String plain, double least, double most, String example) {
        double number = NUMBER.matcher(plain).matches() ? Double.parseDouble(plain) : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw lines.refused("%s: %s: give a number from %.6g to %.6g, such as %s."
                    .formatted(key, cut(value), least, most, example));
        }
        return number;
    }

    /** A quotation in an error is at most a line long. */
    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "\u2026" : text;
    }
}
