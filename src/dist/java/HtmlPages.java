import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Makes HTML of all pages under {@code src/site/markdown}, with what they show and link to, in a folder that can be
 * moved anywhere. A link that leads to no page, or to no place on it, ends it.
 *
 * <p>Usage: {@code java -cp CLASSPATH HtmlPages.java BASEDIR FOLDER}.
 */
final class HtmlPages {
    private static final String STYLE = """
        :root {
          color-scheme: light dark; --space: #f7f5f0; --text: #1b1f24; --muted: #667080; --line: #d9d6ce;
          --sun: #8f5e12; --code: #0000000d;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --space: #070a0f; --text: #e6edf3; --muted: #8a97a8; --line: #222b36; --sun: #f5b942;
            --code: #ffffff14;
          }
        }
        body {
          margin: 0; background: var(--space); color: var(--text); font: 17px/1.55 system-ui, sans-serif;
          overflow-wrap: break-word;
        }
        .page {
          display: grid; grid-template-columns: 15em minmax(0, 46em); gap: 3em; max-width: 66em;
          margin: 0 auto; padding: 2em 1.5em 5em;
        }
        nav { font-size: 15px; line-height: 1.9; }
        nav a { display: block; color: var(--muted); text-decoration: none; }
        nav a.here { color: var(--text); font-weight: 600; }
        nav .more { margin-top: 1.2em; border-top: 1px solid var(--line); padding-top: 1.2em; }
        h1 { font-size: 2em; font-weight: 500; margin: 0 0 .6em; }
        h2 { font-size: 1.35em; font-weight: 500; margin: 2em 0 .5em; }
        h3 { font-size: 1.1em; margin: 1.6em 0 .4em; }
        a { color: var(--sun); }
        img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
        code {
          font: .88em ui-monospace, monospace; background: var(--code); border-radius: 3px;
          padding: .1em .3em; overflow-wrap: anywhere;
        }
        pre { background: var(--code); border-radius: 6px; padding: .8em 1em; overflow-x: auto; }
        pre code { background: none; padding: 0; overflow-wrap: normal; }
        table { border-collapse: collapse; display: block; overflow-x: auto; }
        th, td {
          text-align: left; vertical-align: top; padding: .35em 1em .35em 0;
          border-bottom: 1px solid var(--line);
        }
        th { color: var(--muted); font-weight: 500; font-size: .9em; }
        @media (max-width: 50em) {
          .page { display: block; }
          nav { margin-bottom: 2em; }
          nav a { display: inline-block; margin-right: 1.1em; }
          nav .more { margin-top: 0; border: 0; padding: 0; }
        }
        @media print { nav { display: none; } .page { display: block; } }
        """;

    private final Path base;
    private final Path markdown;
    private final Path to;
    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create(), HeadingAnchorExtension.create()))
            .build();
    private final TextContentRenderer words = TextContentRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .build();
    private final Map<String, Node> pages = new TreeMap<>();
    private final List<String> nowhere = new ArrayList<>();
    /** Links to an anchor on a page: the linking page, and the HTML page with the anchor. */
    private final Map<String, String> places = new TreeMap<>();

    private HtmlPages(Path base, Path to) {
        this.base = base;
        this.to = to;
        markdown = base.resolve("src/site/markdown");
    }

    public static void main(String[] args) throws IOException {
        Path base = Path.of(args[0]).toAbsolutePath().normalize();
        new HtmlPages(base, Path.of(args[1]).toAbsolutePath().normalize()).make();
    }

    private void make() throws IOException {
        try (Stream<Path> files = Files.walk(markdown)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                pages.put(slashes(markdown.relativize(file)), parser.parse(Files.readString(file)));
            }
        }
        for (String page : pages.keySet()) {
            write(page);
        }
        Files.writeString(to.resolve("pages.css"), STYLE);
        for (Map.Entry<String, String> place : places.entrySet()) {
            String[] parts = place.getValue().split("#", 2);
            if (!Files.readString(to.resolve(parts[0])).contains(" id=\"" + parts[1] + "\"")) {
                nowhere.add(place.getKey());
            }
        }
        if (!nowhere.isEmpty()) {
            throw new IllegalStateException("Links that lead nowhere:\n" + String.join("\n", nowhere));
        }
        System.out.println(pages.size() + " pages in " + to.resolve("guide/index.html"));
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void write(String page) throws IOException {
        Node document = pages.get(page);
        String title = title(document);
        List<IOException> failed = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(followed(page, link.getDestination(), failed));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                image.setDestination(followed(page, image.getDestination(), failed));
                visitChildren(image);
            }
        });
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
        Path file = to.resolve(html(page));
        Files.createDirectories(file.getParent());
        String up = "../".repeat((int) page.chars().filter(c -> c == '/').count());
        Files.writeString(file, """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · Orrery</title>
            <link rel="stylesheet" href="%spages.css">
            </head>
            <body>
            <div class="page">
            <nav aria-label="Pages">
            %s</nav>
            <main>
            %s</main>
            </div>
            </body>
            </html>
            """.formatted(escaped(title), up, contents(page, up), renderer.render(document)));
    }

    private String title(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                return words.render(node).strip();
            }
        }
        return "Orrery";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** The chapters in the order of the guide's contents, then the other pages. */
    private String contents(String here, String up) {
        Map<String, String> chapters = new LinkedHashMap<>();
        chapters.put("guide/index.md", "The guide");
        pages.get("guide/index.md").accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String chapter = "guide/" + link.getDestination().replaceFirst("\\.html$", ".md");
                if (pages.containsKey(chapter)) {
                    chapters.putIfAbsent(chapter, title(pages.get(chapter)));
                }
            }
        });
        String first = chapters.entrySet().stream()
                .map(each -> entry(each.getKey(), each.getValue(), here, up))
                .collect(Collectors.joining());
        return first + "<div class=\"more\">" + entry("index.md", "All pages", here, up) + "</div>\n";
    }

    private static String entry(String page, String title, String here, String up) {
        return "<a href=\"%s%s\"%s>%s</a>%n"
                .formatted(
                        up,
                        html(page),
                        page.equals(here) ? " class=\"here\" aria-current=\"page\"" : "",
                        escaped(title))
                .replace("\r\n", "\n");
    }

    private static String html(String page) {
        return page.replaceFirst("\\.md$", ".html");
    }

    /** Where a link leads among the HTML pages; anything that is not a page is copied. */
    private String followed(String page, String link, List<IOException> failed) {
        if (link.matches("[a-z]+:.*")) {
            return link;
        }
        if (link.startsWith("#")) {
            places.put(page + ": " + link, html(page) + link);
            return link;
        }
        int at = link.indexOf('#');
        String path = at < 0 ? link : link.substring(0, at);
        String anchor = at < 0 ? "" : link.substring(at);
        Path target = markdown.resolve(page).getParent().resolve(path).normalize();
        String there = slashes(markdown.relativize(target));
        if (pages.containsKey(there)) {
            if (!anchor.isEmpty()) {
                places.put(page + ": " + link, html(there) + anchor);
            }
            return html(path) + anchor;
        }
        Path resources = base.resolve("src/site/resources");
        if (!target.startsWith(resources) || !Files.isRegularFile(target)) {
            nowhere.add(page + ": " + link);
            return link;
        }
        Path copy = to.resolve(resources.relativize(target).toString());
        try {
            Files.createDirectories(copy.getParent());
            Files.copy(target, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            failed.add(e);
        }
        String up = "../".repeat((int) page.chars().filter(c -> c == '/').count());
        return up + slashes(resources.relativize(target)) + anchor;
    }
}
