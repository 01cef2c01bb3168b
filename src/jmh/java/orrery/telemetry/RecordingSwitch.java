package orrery.telemetry;

/** Turns recording and the samplers of a telemetry off and on in turn, to measure their cost. */
public final class RecordingSwitch {
    private RecordingSwitch() {}

    public static void set(boolean recorded, Telemetry telemetry, boolean sampled) {
        WorkerRecorder.record(recorded);
        for (SamplerKind kind : SamplerKind.values()) {
            telemetry.enable(kind, sampled);
        }
    }
}
