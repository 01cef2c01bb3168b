import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import orrery.cli.CompletionScript;
import orrery.cli.OrreryCommand;

/**
 * Makes packages of the image: {@code target/orrery_VERSION_ARCH.deb} where {@code dpkg-deb} is, an RPM where
 * {@code rpmbuild} is; elsewhere says what is missing and makes none. The same image gives the same bytes.
 *
 * <p>Usage: {@code java -cp 'target/image/lib/*' Packages.java BASEDIR}.
 */
final class Packages {
    private static final String ID = "org.orrery.Orrery";
    private static final String SUMMARY = "draws the solar system from JPL SPK kernels";
    private static final String DESCRIPTION = """
        A desktop instrument that draws the solar system from JPL SPK kernels, and
        proves on the same screen, while it draws, that the reader underneath is
        re-entrant, isolated, leak-free and exact. All of it is there from the
        command line too.
        """;

    /** What a window needs and a bare machine lacks. Commands need none of it. */
    private static final String DEBIAN_WINDOW = "libgtk-3-0t64 | libgtk-3-0, libxtst6, libxxf86vm1, libgl1, "
            + "libpangoft2-1.0-0, fontconfig, fonts-dejavu-core, xdg-utils";

    private final Path base;
    private final Path target;
    private final Path tree;
    private final String version = System.getProperty("orrery.version", "1.0");
    private final String site = System.getProperty("orrery.site", "https://orrery.invalid");
    private final Instant epoch = Image.epoch();

    private Packages(Path base) {
        this.base = base;
        target = base.resolve("target");
        tree = target.resolve("packages/root");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (!Image.LINUX) {
            System.out.println("No .deb and no .rpm: this system has other packages (.github/workflows/packages.yml).");
            return;
        }
        new Packages(Path.of(args[0]).toAbsolutePath().normalize()).make();
    }

    private void make() throws IOException, InterruptedException {
        delete(target.resolve("packages"));
        layOut();
        if (has("dpkg-deb")) {
            debian();
        } else {
            System.out.println("No .deb: dpkg-deb is not on the PATH.");
        }
        if (has("rpmbuild")) {
            rpm();
        } else {
            System.out.println("No .rpm: rpmbuild is not on the PATH.");
        }
    }

    /** The files that both packages install. */
    private void layOut() throws IOException {
        Path share = tree.resolve("usr/share");
        Path shared = base.resolve("src/dist/linux/share");
        Image.copy(target.resolve("orrery"), tree.resolve("usr/lib/orrery"));
        Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(tree.resolve("usr/bin/orrery"), Path.of("../lib/orrery/bin/orrery"));
        put(share.resolve("applications").resolve(ID + ".desktop"), Files.readString(shared.resolve(ID + ".desktop")));
        put(share.resolve("mime/packages/orrery.xml"), Files.readString(shared.resolve("orrery-mime.xml")));
        put(
                share.resolve("metainfo").resolve(ID + ".metainfo.xml"),
                Files.readString(shared.resolve(ID + ".metainfo.xml"))
                        .replace("@SITE@", site)
                        .replace("@VERSION@", version)
                        .replace(
                                "@DATE@",
                                Image.released()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString()));
        Path icons = base.resolve("assets/icons");
        for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512}) {
            Path to = share.resolve("icons/hicolor/" + size + "x" + size + "/apps/" + ID + ".png");
            Files.createDirectories(to.getParent());
            Files.copy(icons.resolve("orrery-" + size + ".png"), to);
        }
        put(share.resolve("icons/hicolor/scalable/apps/" + ID + ".svg"), Files.readString(icons.resolve("orrery.svg")));
        put(
                share.resolve("bash-completion/completions/orrery"),
                CompletionScript.of(OrreryCommand.described()).replaceAll("(?m)^(?:# Date: |#!).*\n", ""));
        ManPages.write(share.resolve("man/man1"), epoch);
    }

    private void debian() throws IOException, InterruptedException {
        Path root = target.resolve("packages/deb");
        Image.copy(tree, root);
        Path share = root.resolve("usr/share");
        put(
                share.resolve("zsh/vendor-completions/_orrery"),
                Files.readString(base.resolve("src/dist/linux/share/_orrery")));
        put(share.resolve("doc/orrery/copyright"), copyright());
        ManPages.pack(share.resolve("doc/orrery/changelog.gz"), changelog());
        put(
                share.resolve("lintian/overrides/orrery"),
                Files.readString(base.resolve("src/dist/linux/debian/lintian-overrides")));
        rights(root);
        String machine = said("dpkg", "--print-architecture").strip();
        put(root.resolve("DEBIAN/control"), """
            Package: orrery
            Version: %s
            Architecture: %s
            Maintainer: The Orrery authors <orrery@orrery.invalid>
            Installed-Size: %d
            Depends: libc6 (>= 2.34), zlib1g
            Recommends: %s
            Suggests: ffmpeg
            Section: science
            Priority: optional
            Homepage: %s
            Description: %s
            %s\
            """.formatted(
                        version, machine, size(root) / 1024, DEBIAN_WINDOW, site, SUMMARY, DESCRIPTION.indent(1)));
        put(root.resolve("DEBIAN/md5sums"), sums(root));
        Files.setPosixFilePermissions(root.resolve("DEBIAN"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Image.date(root);
        run(
                root,
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz",
                "-z1",
                "--build",
                root.toString(),
                target.resolve("orrery_" + version + "_" + machine + ".deb").toString());
    }

    private void rpm() throws IOException, InterruptedException {
        // rpmbuild accepts no blank in a path, so it gets a link without one.
        Path folder = Files.createTempDirectory("orrery-rpm");
        Path root = folder.resolve("rpm");
        Files.createDirectories(target.resolve("packages/rpm"));
        Files.createSymbolicLink(root, target.resolve("packages/rpm"));
        try {
            rpm(root);
        } finally {
            Files.delete(root);
            Files.delete(folder);
        }
    }

    private void rpm(Path root) throws IOException, InterruptedException {
        Path content = root.resolve("content");
        Image.copy(tree, content);
        Path share = content.resolve("usr/share");
        put(
                share.resolve("zsh/site-functions/_orrery"),
                Files.readString(base.resolve("src/dist/linux/share/_orrery")));
        put(share.resolve("licenses/orrery/copyright"), copyright());
        rights(content);
        libraries(content);
        Image.date(content);
        Path spec = root.resolve("orrery.spec");
        put(spec, """
            Name: orrery
            Version: %s
            Release: 1
            Summary: Draws the solar system from JPL SPK kernels
            License: Apache-2.0
            URL: %s
            Group: Sciences/Astronomy
            Packager: The Orrery authors <orrery@orrery.invalid>
            BuildArch: %s
            AutoReqProv: no
            Requires: glibc >= 2.34
            Recommends: gtk3, libXtst, pango, fontconfig, xdg-utils
            Suggests: ffmpeg
            %%define _build_id_links none
            %%define __strip /bin/true
            %%define __brp_compress %%{nil}
            %%define _binary_payload w2.xzdio
            %%define _source_date_epoch_from_changelog 0
            %%define use_source_date_epoch_as_buildtime 1
            %%define clamp_mtime_to_source_date_epoch 1
            %%define _buildhost orrery
            %%description
            %s
            %%install
            cp -a %s/. %%{buildroot}/
            %%files
            /usr/bin/orrery
            /usr/lib/orrery
            /usr/share/applications/%s.desktop
            /usr/share/bash-completion/completions/orrery
            /usr/share/icons/hicolor/*/apps/%s.*
            /usr/share/licenses/orrery
            /usr/share/man/man1/*
            /usr/share/metainfo/%s.metainfo.xml
            /usr/share/mime/packages/orrery.xml
            /usr/share/zsh/site-functions/_orrery
            %%changelog
            * %s The Orrery authors <orrery@orrery.invalid> %s-1
            - The package of this version.
            """.formatted(
                version,
                site,
                said("rpm", "--eval", "%{_arch}").strip(),
                DESCRIPTION,
                content,
                ID,
                ID,
                ID,
                DateTimeFormatter.ofPattern("EEE MMM dd yyyy", Locale.ROOT).format(epoch.atZone(ZoneOffset.UTC)),
                version));
        run(
                root,
                "rpmbuild",
                "-bb",
                "--define",
                "_topdir " + root,
                "--define",
                "_rpmdir " + root.resolve("made"),
                spec.toString());
        try (Stream<Path> made = Files.walk(root.resolve("made"))) {
            for (Path file :
                    made.filter(each -> each.toString().endsWith(".rpm")).toList()) {
                Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Our license, what others published, and the licenses of libraries and runtime. */
    private String copyright() throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(base.resolve("src/dist/linux/debian/copyright")));
        text.append("The program's own notices\n=========================\n\n");
        text.append(Files.readString(base.resolve("src/main/resources/META-INF/NOTICE")));
        Path libraries = target.resolve("classes/META-INF/THIRD-PARTY.txt");
        if (Files.exists(libraries)) {
            text.append("\nLibraries\n=========\n").append(Files.readString(libraries));
        }
        text.append("\nThe Java runtime and JavaFX\n===========================\n\n")
                .append("OpenJDK and OpenJFX: GNU General Public License, version 2, with the Classpath Exception."
                        + " Their full\n")
                .append("texts, and the notices of what they hold of others, are in"
                        + " /usr/lib/orrery/lib/runtime/legal.\n");
        return text.toString();
    }

    private String changelog() {
        return "orrery (" + version + ") unstable; urgency=medium\n\n  * The package of this version.\n\n"
                + " -- The Orrery authors <orrery@orrery.invalid>  "
                + DateTimeFormatter.RFC_1123_DATE_TIME
                        .withLocale(Locale.ROOT)
                        .format(epoch.atZone(ZoneOffset.UTC))
                        .replace("GMT", "+0000")
                        .replaceFirst(", (\\d) ", ", 0$1 ")
                + "\n";
    }

    private static String sums(Path root) throws IOException, InterruptedException {
        return said(root, "sh", "-c", "find usr -type f | LC_ALL=C sort | xargs -d '\\n' md5sum");
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Readable by all and written by root; programs are executable, whatever the umask of the builder. */
    private static void rights(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    continue;
                }
                boolean run = Files.isDirectory(file)
                        || file.getParent().endsWith("bin")
                        || file.endsWith("lib/jspawnhelper")
                        || file.endsWith("lib/jexec");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(run ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    /** Libraries may be executable under RPM's rules, but not under Debian's. */
    private static void libraries(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".so")).toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static long size(Path root) throws IOException {
        long[] size = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return size[0];
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean has(String tool) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        return false;
    }

    private static String said(String... command) throws IOException, InterruptedException {
        return said(Path.of("."), command);
    }

    private static String said(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    private void run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(epoch.getEpochSecond()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }
}
