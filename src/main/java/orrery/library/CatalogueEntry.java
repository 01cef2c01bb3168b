package orrery.library;

import java.net.URI;

/**
 * A kernel that a server offers, with what is surely known of it. Length and digest are not among that: the server tells
 * the one, the first fetch the other.
 *
 * @param name by which it is chosen, such as {@code de440s}
 * @param path below the base address
 * @param bodies what it holds, in words
 * @param span years covered, in words
 * @param size roughly, in words; empty where not known
 */
public record CatalogueEntry(String name, String path, String bodies, String span, String size) {

    /** Its address below a base. */
    public URI at(URI base) {
        String root = base.toString();
        return URI.create(root.endsWith("/") ? root + path : root + "/" + path);
    }

    /** The name of the file. */
    public String file() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
