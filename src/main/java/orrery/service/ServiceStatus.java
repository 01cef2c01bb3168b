package orrery.service;

import java.util.List;
import orrery.binding.MappingInfo;

/**
 * The status of the service, at most about a quarter of a second old.
 *
 * @param handles open handles on kernels, over the whole registry
 * @param mappings files mapped
 * @param queries states queried since the start
 * @param queriesPerSecond over the last second
 * @param frameNanos time to compute the newest frame
 */
public record ServiceStatus(
        int handles, List<MappingInfo> mappings, long queries, double queriesPerSecond, long frameNanos) {
    public static final ServiceStatus NONE = new ServiceStatus(0, List.of(), 0, 0, 0);

    public ServiceStatus {
        mappings = List.copyOf(mappings);
    }
}
