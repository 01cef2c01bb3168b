package orrery.habits;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import orrery.testing.Concurrent;

/** The reader, which other programs use, writes the same numbers in every locale: it never reads the current one. */
@Concurrent
class LocalesTest {
    private static final JavaClasses CLASSES = ProgramClasses.all();

    @Test
    void theReaderFormatsNothingByTheLocaleItHappensToRunIn() {
        reader().should()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .check(CLASSES);
    }

    private static GivenClassesConjunction reader() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        "orrery.math",
                        "orrery.time",
                        "orrery.spk",
                        "orrery.binding",
                        "orrery.frames",
                        "orrery.ephemeris",
                        "orrery.files");
    }
}
