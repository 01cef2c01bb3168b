package orrery.binding;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A snapshot of one of the registry's mappings.
 *
 * @param path the path by which it was first opened
 * @param name file name, for people
 * @param address where the mapping begins in memory
 * @param length bytes mapped
 * @param handles open handles that share it
 * @param stale why the file on disk is no longer the file that is mapped, if so
 * @param faulted whether a read has found bytes missing; from then on its queries fail with a typed exception
 */
public record MappingInfo(
        Path path, String name, long address, long length, int handles, Optional<String> stale, boolean faulted) {}
