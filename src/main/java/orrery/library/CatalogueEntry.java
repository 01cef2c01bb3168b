package orrery.library;

import java.net.URI;

/**
 * A kernel offered by a server, with what is certain about it. Length and digest are not: the server reports the one,
 * the first fetch computes the other.
 *
 * @param name its name in the catalogue, such as {@code de440s}
 * @param path path below the base address
 * @param bodies its contents, in words
 * @param span years covered, in words
 * @param size approximate size, in words; empty if unknown
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
