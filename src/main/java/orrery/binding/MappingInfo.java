package orrery.binding;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One mapping of the registry, as it was when asked.
 *
 * @param path the path by which it was first opened
 * @param name file name, for people
 * @param address where the mapping begins in memory
 * @param length bytes mapped
 * @param handles open handles that share it
 * @param stale why the file on disk is no longer what is mapped, if so
 * @param faulted whether a read has met bytes that are gone; its queries fail typed from then on
 */
public record MappingInfo(
        Path path, String name, long address, long length, int handles, Optional<String> stale, boolean faulted) {}
