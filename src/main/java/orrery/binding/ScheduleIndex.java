package orrery.binding;

import java.util.Arrays;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Schedules by number. Immutable; lookups allocate nothing. */
final class ScheduleIndex {
    private final TargetSchedule[] schedules;
    private final int[] ids;
    private final int[] slots;
    private final int shift;

    ScheduleIndex(SortedMap<Integer, TargetSchedule> byId) {
        this.ids = byId.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.schedules = byId.values().toArray(TargetSchedule[]::new);
        int bits = Math.max(2, 33 - Integer.numberOfLeadingZeros(schedules.length));
        this.shift = 32 - bits;
        this.slots = new int[1 << bits];
        for (int i = 0; i < schedules.length; i++) {
            int slot = hash(ids[i]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
        }
    }

    /** Ascending; a copy. */
    int[] ids() {
        return Arrays.copyOf(ids, ids.length);
    }

    @Nullable
    TargetSchedule get(int id) {
        int slot = hash(id);
        while (true) {
            int index = slots[slot];
            if (index == 0) {
                return null;
            }
            if (ids[index - 1] == id) {
                return schedules[index - 1];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
    }

    private int hash(int id) {
        return (id * 0x9E3779B9) >>> shift;
    }
}
