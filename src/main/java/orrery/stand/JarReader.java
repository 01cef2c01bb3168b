package orrery.stand;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;

/** Java readers in jars. Stateless. */
final class JarReader {
    private JarReader() {}

    /** Gives a jar access to the JDK and the two interfaces that it implements, and to nothing else of the program. */
    private static final class Window extends ClassLoader {
        Window() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return switch (name) {
                case "orrery.stand.Reader" -> Reader.class;
                case "orrery.stand.Session" -> Session.class;
                default -> throw new ClassNotFoundException(name);
            };
        }
    }

    /**
     * Loads a reader.
     *
     * @param className its class; empty for the one that the jar declares as a service
     */
    @SuppressWarnings("resource") // The loader lives as long as the reader, which lives as long as the process.
    static Reader load(Path jar, String className) throws ReaderLoadException {
        // Read here, because a class loader reports a file that it cannot read as one without the class.
        try (JarFile file = new JarFile(jar.toFile())) {
            file.getManifest();
        } catch (IOException e) {
            throw new ReaderLoadException(jar + " cannot be read as a jar: " + e.getMessage() + ".", e);
        }
        URLClassLoader loader;
        try {
            loader = new URLClassLoader(
                    jar.getFileName().toString(), new URL[] {jar.toUri().toURL()}, new Window());
        } catch (MalformedURLException e) {
            throw new ReaderLoadException(jar + " cannot be converted to a URL.", e);
        }
        Thread.currentThread().setContextClassLoader(loader);
        return className.isEmpty() ? service(jar, loader) : named(jar, className, loader);
    }

    private static Reader service(Path jar, URLClassLoader loader) throws ReaderLoadException {
        List<ServiceLoader.Provider<Reader>> found = new ArrayList<>();
        try {
            ServiceLoader.load(Reader.class, loader).stream().forEach(found::add);
            if (found.size() == 1) {
                return found.getFirst().get();
            }
        } catch (ServiceConfigurationError e) {
            throw new ReaderLoadException(
                    jar + ": " + e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause()) + ".", e);
        }
        throw new ReaderLoadException(
                found.isEmpty()
                        ? jar + " declares no reader in META-INF/services/orrery.stand.Reader. Name its class:"
                                + " jar:" + jar
                                + ":CLASS."
                        : jar + " names " + found.size() + " readers: "
                                + found.stream().map(p -> p.type().getName()).toList() + ". Say which: jar:" + jar
                                + ":CLASS.");
    }

    private static Reader named(Path jar, String className, URLClassLoader loader) throws ReaderLoadException {
        try {
            Object made =
                    Class.forName(className, true, loader).getConstructor().newInstance();
            if (made instanceof Reader reader) {
                return reader;
            }
            throw new ReaderLoadException(className + " in " + jar + " does not implement orrery.stand.Reader.");
        } catch (ClassNotFoundException e) {
            throw new ReaderLoadException("There is no class " + className + " in " + jar + ".", e);
        } catch (ReflectiveOperationException e) {
            throw new ReaderLoadException(
                    className + " in " + jar + " has no public constructor without arguments, or it failed: "
                            + (e.getCause() == null ? e : e.getCause()) + ".",
                    e);
        } catch (LinkageError e) {
            throw new ReaderLoadException(className + " in " + jar + " cannot be loaded: " + e + ".", e);
        }
    }
}
