package orrery.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;
import org.testfx.framework.junit5.ApplicationExtension;
import orrery.ui.fx.Words;

/**
 * Where JavaFX has no libraries to draw text with, as on a server with nothing but a JDK, tests that draw are skipped,
 * and one sentence says what to install. Everywhere else this does nothing. JUnit finds it by itself
 * ({@code junit-platform.properties}).
 *
 * <p>Tests with a window are known by their extension, before JavaFX starts. Others draw on the way: they are known by
 * the library that could not be loaded, or by what the program says of it.
 */
public final class NeedsDrawing
        implements ExecutionCondition, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
    private static final Optional<String> LACK = Display.drawingLack().map(NeedsDrawing::sentence);

    private static String sentence(Display.Lack lack) {
        String text = Words.of(Display.class).get(lack.key(), lack.arguments().toArray());
        System.err.println("Tests that draw are skipped. " + text);
        return text;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return LACK.filter(_ ->
                        context.getTestClass().filter(NeedsDrawing::hasWindow).isPresent())
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("it draws nothing, or drawing is possible"));
    }

    static boolean hasWindow(Class<?> test) {
        return Stream.<Class<?>>iterate(test, each -> each != null, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getAnnotationsByType(ExtendWith.class)))
                .flatMap(with -> Arrays.stream(with.value()))
                .anyMatch(ApplicationExtension.class::equals);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw LACK.isPresent() ? judged(thrown, LACK.get()) : thrown;
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        handleTestExecutionException(context, thrown);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        handleTestExecutionException(context, thrown);
    }

    /** What a missing library caused is no failure, nor is the program's own sentence about it. */
    static Throwable judged(Throwable thrown, String lack) {
        List<Throwable> chain = Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .toList();
        // A class of ours whose beginning asks for a font does not load, because of an exception of the toolkit's.
        boolean unloaded = chain.stream().anyMatch(LinkageError.class::isInstance);
        boolean drew = chain.stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(lack) || (unloaded && isOfText(cause)));
        return drew ? new TestAbortedException(lack, thrown) : thrown;
    }

    private static boolean isOfText(Throwable cause) {
        return Stream.concat(
                        Stream.of(String.valueOf(cause.getMessage())),
                        Arrays.stream(cause.getStackTrace()).map(StackTraceElement::getClassName))
                .anyMatch(word -> word.contains("javafx_font") || word.contains("com.sun.javafx.font"));
    }
}
