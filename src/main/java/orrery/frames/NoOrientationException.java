package orrery.frames;

import orrery.binding.TargetSchedule;
import orrery.spk.KernelException;

/**
 * Thrown for a frame that is known without its orientation: its data are not loaded, do not cover the epoch, or are not
 * supported.
 */
public final class NoOrientationException extends KernelException {
    private static final long serialVersionUID = 1L;

    NoOrientationException(String message) {
        super(message);
    }

    static NoOrientationException of(ReferenceFrame frame) {
        return new NoOrientationException("No data for the orientation of " + frame
                + ": neither a binary PCK for class id " + frame.classId() + " nor BODY" + frame.classId()
                + "_PM in a text PCK. Load the kernel that has them (-k FILE).");
    }

    static NoOrientationException uncovered(ReferenceFrame frame, TargetSchedule schedule, double et) {
        return new NoOrientationException("The orientation of " + frame + " is known from et " + schedule.start()
                + " to et " + schedule.end() + " ("
                + schedule.links().getLast().kernel().name() + "), not at et " + et
                + ". Load a binary PCK that covers it, or a text PCK with BODY" + frame.classId() + "_PM.");
    }
}
