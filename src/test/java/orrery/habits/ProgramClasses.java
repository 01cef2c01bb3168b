package orrery.habits;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** All classes of the program as ArchUnit knows them, read once for all who look at them. Thread-safe. */
final class ProgramClasses {
    private static SoftReference<JavaClasses> read = new SoftReference<>(null);

    private ProgramClasses() {}

    static synchronized JavaClasses all() {
        @Nullable JavaClasses known = read.get();
        if (known == null) {
            known = new ClassFileImporter()
                    .importPath(Path.of(System.getProperty("orrery.basedir", "."), "target", "classes"));
            read = new SoftReference<>(known);
        }
        return known;
    }
}
