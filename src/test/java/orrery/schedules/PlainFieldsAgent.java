package orrery.schedules;

import java.lang.instrument.Instrumentation;
import java.util.List;
import org.pastalab.fray.instrumentation.base.ApplicationCodeTransformer;

/**
 * Fray's agent with one thing besides: reads and writes of plain fields are steps of a schedule, too. Its own makes
 * them steps only where a field is volatile, and a reader that keeps a cursor in a plain field would pass.
 */
public final class PlainFieldsAgent {
    private PlainFieldsAgent() {}

    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new ApplicationCodeTransformer(
                true, List.of("kotlin", "org.pastalab", "com.github", AloneDelegate.class.getName())));
    }
}
