package orrery.library;

/**
 * What was learnt of an address when it was first fetched whole.
 *
 * @param sha256 64 hexadecimal digits
 * @param bytes length
 * @param lastModified what the server said of its age; empty if nothing
 */
public record FetchRecord(String sha256, long bytes, String lastModified) {}
