import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Rewrites a jar with its classes in a class-file format that an AOT cache accepts. The virtual machine keeps classes
 * of Java 5 out of its cache because they are verified in the old way. picocli's classes are of Java 5, and reading
 * them from the jar took a third of the time of a short command. Code stays the same; stack maps are added. Classes of
 * Java 6 or later and other entries are copied.
 *
 * <p>The same content gives the same bytes: Maven stores the rights that its user's umask gives to files in the
 * program's own jar, and a jar written here stores none.
 */
final class CurrentClasses {
    private static final int VERIFIED_BY_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    private CurrentClasses() {}

    /** Whether a jar contains a class that a cache leaves out. */
    private static boolean isOld(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    byte[] head = in.readNBytes(8);
                    if (head.length == 8 && ((head[6] & 0xff) << 8 | head[7] & 0xff) < VERIFIED_BY_STACK_MAPS) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Overwrites it if necessary.
     *
     * @param ours whether this build made it
     */
    static void rewrite(Path jar, boolean ours) throws IOException {
        if (!ours && !isOld(jar)) {
            return;
        }
        Path made = Path.of(jar + ".new");
        try (JarFile from = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(made);
                JarOutputStream to = new JarOutputStream(file);
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            ClassHierarchyResolver relations = ClassHierarchyResolver.ofResourceParsing(classes);
            for (JarEntry entry : from.stream().toList()) {
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(copy);
                if (!entry.isDirectory()) {
                    try (InputStream in = from.getInputStream(entry)) {
                        byte[] bytes = in.readAllBytes();
                        to.write(entry.getName().endsWith(".class") ? current(bytes, relations) : bytes);
                    }
                }
                to.closeEntry();
            }
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] current(byte[] bytes, ClassHierarchyResolver relations) {
        ClassFile files = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ConstantPoolSharingOption.NEW_POOL,
                ClassFile.ClassHierarchyResolverOption.of(relations));
        ClassModel old = files.parse(bytes);
        if (old.majorVersion() >= VERIFIED_BY_STACK_MAPS) {
            return bytes;
        }
        return files.transformClass(
                old,
                ClassTransform.dropping(ClassFileVersion.class::isInstance)
                        .andThen(ClassTransform.endHandler(made -> made.withVersion(ClassFile.JAVA_8_VERSION, 0))));
    }
}
