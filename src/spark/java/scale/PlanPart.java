package scale;

import java.io.Serializable;

/**
 * What one part of the queries came to.
 *
 * @param part its number, from 0
 * @param executor Spark's name of the executor
 * @param process the process's id
 * @param opened mappings that the process's registry has made so far
 * @param mapped maps of the kernel that Linux counts in the process
 * @param checksum the sum of x + vx in query order, km and km/s
 * @param digest SHA-256 of the six numbers of each state in query order, hexadecimal
 */
public record PlanPart(
        int part, String executor, long process, long opened, long mapped, double checksum, String digest)
        implements Serializable {
    @Override
    public String toString() {
        return part + " " + executor + " " + process + " " + opened + " " + mapped + " " + checksum + " " + digest;
    }
}
