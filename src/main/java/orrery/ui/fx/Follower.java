package orrery.ui.fx;

import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Something that listens to the pulse while it is visible. JavaFX thread only. */
public final class Follower {
    private final PulsePump pump;
    private final PulsePump.Listener listener;
    private @Nullable Subscription following;

    public Follower(PulsePump pump, PulsePump.Listener listener) {
        this.pump = pump;
        this.listener = listener;
    }

    /** Whether it listens now. */
    public boolean isFollowing() {
        return following != null;
    }

    /**
     * Starts or stops listening.
     *
     * @return whether that is a change
     */
    public boolean follow(boolean wanted) {
        Subscription open = following;
        if (wanted == (open != null)) {
            return false;
        }
        if (open != null) {
            open.unsubscribe();
        }
        following = wanted ? pump.listen(listener) : null;
        return true;
    }
}
