package orrery.ui.orrery;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.text.Text;

/**
 * The name of a body in the sky, and the letter shown where there is no room for it. Confined to the JavaFX thread.
 */
final class SkyName {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LETTER = PseudoClass.getPseudoClass("letter");
    private static final double STEP = 0.14;

    /** In rounds: in a throng of fast bodies names would flicker. */
    private static final int LEAST_PATIENCE = 30;

    private static final int MOST_PATIENCE = 960;
    /** After so many rounds in its place a name has found rest. */
    private static final int LONG = 240;
    /** For so many rounds a body may pass a name without driving it away. */
    private static final int LONGEST_CROSSING = 30;

    /** The longest name shown in the sky, in letters; the Body tab has the full name. */
    private static final int LONGEST = 40;

    /** A text beside a body. Rounds are those of the layer's pictures. */
    static final class Tag {
        final Text text = new Text();
        /** The side of the body on which it stands, and for how many rounds another one has been better. */
        int side;

        int waited;
        /** The round in which it was last placed, and the one in which it last began to change sides. */
        long placed;

        long turning;
        /** How far it is raised, to keep off its body's path. */
        double raised;

        /** Rounds for which there must be room before it comes into sight; more after each time it lost its place. */
        private int patience = LEAST_PATIENCE;

        private long arrived;
        private int crossed;
        private long roomy;
        private long since;
        private double offX;
        private double offY;

        Tag(boolean letter) {
            text.getStyleClass().add("sky-name");
            text.pseudoClassStateChanged(LETTER, letter);
            text.setOpacity(0);
            text.setVisible(false);
        }

        /** Sets the words, if they are others. */
        void says(String words) {
            if (!words.equals(text.getText())) {
                text.setText(words);
            }
        }

        /** Whether there is room for it in a round that has been counted, though it may not be in sight. */
        boolean hasRoom(long round) {
            return roomy == round;
        }

        void choose(boolean chosen) {
            text.pseudoClassStateChanged(CHOSEN, chosen);
        }

        boolean isChosen() {
            return text.getPseudoClassStates().contains(CHOSEN);
        }

        /** Counts a round in which there is room for it on a side; returns whether it has waited long enough. */
        boolean ripens(long round, int onSide) {
            if (roomy != round - 1 || onSide != side) {
                since = round;
            }
            roomy = round;
            return round - since >= patience;
        }

        /** Counts a round in which a body is in its way; returns whether it has not been there for long. */
        boolean bears(boolean crossing) {
            crossed = crossing ? crossed + 1 : 0;
            return crossed <= LONGEST_CROSSING;
        }

        /** It stands in this round. */
        void stands(long round) {
            if (placed != round - 1) {
                arrived = round;
            } else if (round - arrived > LONG) {
                patience = LEAST_PATIENCE;
            }
            placed = round;
        }

        /** Everything around is at rest: it need not wait longer than at first. */
        void rests() {
            patience = LEAST_PATIENCE;
        }

        /** It has lost its place. */
        void loses(long round) {
            if (placed == round - 1) {
                patience = Math.min(2 * patience, MOST_PATIENCE);
            }
            crossed = 0;
        }

        /** Puts it near a body. */
        void put(double x, double y, double left, double top) {
            offX = left - x;
            offY = top - y;
            move(x, y);
        }

        /** Moves it with its body. */
        void move(double x, double y) {
            text.setX(Math.rint(x + offX));
            text.setY(Math.rint(y + offY + text.getBaselineOffset()));
        }

        /** Goes a step towards an opacity, or all the way. */
        void fade(double to, boolean atOnce) {
            double now = text.getOpacity();
            double next = atOnce ? to : now < to ? Math.min(to, now + STEP) : Math.max(to, now - STEP);
            if (next != now) {
                text.setOpacity(next);
                text.setVisible(next > 0);
            }
        }
    }

    final Tag full = new Tag(false);
    final Tag letter = new Tag(true);
    /** The round in which room was last sought for it. */
    long sought;

    private BodyLook look;
    private String name;
    private double x;
    private double y;

    SkyName(BodyLook look) {
        this.look = look;
        this.name = cut(look.name());
        full.says(name);
        letter.says(look.letter());
    }

    private static String cut(String whole) {
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) + "\u2026" : whole;
    }

    /** A kernel loaded since may give the body another name. */
    void follow(BodyLook now) {
        if (!now.equals(look)) {
            look = now;
            name = cut(now.name());
            letter.says(now.letter());
        }
    }

    /** Notes where its body is; returns how far that is from where it was. */
    double moves(double toX, double toY) {
        double way = Math.hypot(toX - x, toY - y);
        x = toX;
        y = toY;
        return way;
    }

    String name() {
        return name;
    }

    void chosen(boolean chosen) {
        tags().forEach(tag -> tag.choose(chosen));
    }

    Stream<Tag> tags() {
        return Stream.of(full, letter);
    }

    /** Whether nothing of it is in sight. */
    boolean isGone() {
        return full.text.getOpacity() <= 0 && letter.text.getOpacity() <= 0;
    }

    List<Text> texts() {
        return List.of(full.text, letter.text);
    }
}
