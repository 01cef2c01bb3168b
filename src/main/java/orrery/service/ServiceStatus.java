package orrery.service;

import java.util.List;
import orrery.binding.MappingInfo;

/**
 * How the service is doing, as it was about a quarter of a second ago or less.
 *
 * @param handles open handles on kernels, over all of the registry
 * @param mappings files mapped
 * @param queries states asked since the start
 * @param queriesPerSecond over the last second
 * @param frameNanos what the newest frame took to compute
 */
public record ServiceStatus(
        int handles, List<MappingInfo> mappings, long queries, double queriesPerSecond, long frameNanos) {
    public static final ServiceStatus NONE = new ServiceStatus(0, List.of(), 0, 0, 0);

    public ServiceStatus {
        mappings = List.copyOf(mappings);
    }
}
