package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A machine that cannot draw text skips the tests that draw, and no others. */
class NeedsDrawingTest {
    private static final String LACK = "without libpangoft2-1.0.so.0";

    @Test
    void testsWithAWindowAreKnown() {
        assertThat(NeedsDrawing.hasWindow(GuideWindowTest.class)).isTrue();
        assertThat(NeedsDrawing.hasWindow(NeedsDrawingTest.class)).isFalse();
    }

    @Test
    void whatAMissingLibraryCausedIsSkipped() {
        Throwable once = new UnsatisfiedLinkError("no javafx_font_pango in java.library.path: /usr/lib");
        Throwable again = new NoClassDefFoundError("Could not initialize class com.sun.javafx.font.freetype.OSPango");
        assertThat(NeedsDrawing.judged(new ExecutionException(once), LACK))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage(LACK);
        assertThat(NeedsDrawing.judged(again, LACK)).isInstanceOf(TestAbortedException.class);
        assertThat(NeedsDrawing.judged(new AssertionError("but was: nothing " + LACK + "."), LACK))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    void aClassThatAsksForAFontInItsBeginningIsSkipped() {
        Throwable none = new NullPointerException("\"<local2>\" is null");
        none.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("com.sun.javafx.font.PrismFontLoader", "loadFont", "PrismFontLoader.java", 210)
        });
        assertThat(NeedsDrawing.judged(new ExceptionInInitializerError(none), LACK))
                .isInstanceOf(TestAbortedException.class);
        assertThat(NeedsDrawing.judged(none, LACK)).isSameAs(none);
    }

    @Test
    void aFailureOfAnotherKindStaysOne() {
        Throwable wrong = new AssertionError("expected 1, was 2");
        Throwable other = new NoClassDefFoundError("orrery/spk/SpkFile");
        assertThat(NeedsDrawing.judged(wrong, LACK)).isSameAs(wrong);
        assertThat(NeedsDrawing.judged(other, LACK)).isSameAs(other);
    }
}
