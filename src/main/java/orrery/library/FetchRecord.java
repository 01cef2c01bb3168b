package orrery.library;

/**
 * What was recorded about an address at its first complete fetch.
 *
 * @param sha256 64 hexadecimal digits
 * @param bytes length
 * @param lastModified the server's date of the file; empty if none
 */
public record FetchRecord(String sha256, long bytes, String lastModified) {}
