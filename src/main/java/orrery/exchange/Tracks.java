package orrery.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import orrery.ephemeris.Bodies;
import orrery.files.ScratchFolder;
import orrery.forge.SegmentStore;

/**
 * The trajectories of an import, with their states in temporary files, deleted when this is closed. For use by one
 * thread.
 */
final class Tracks implements AutoCloseable {
    private final ScratchFolder folder;
    private final StateSpool.Window window = new StateSpool.Window();
    private final SegmentStore store;
    private final List<Track> all = new ArrayList<>();
    private final SequencedMap<Integer, String> names = new LinkedHashMap<>();

    Tracks() throws IOException {
        this.folder = ScratchFolder.of("import");
        this.store = new SegmentStore(folder.path().resolve("segments"));
    }

    Track begin(TrackHead head) {
        Track track = new Track(head, new StateSpool(folder.path().resolve(Integer.toString(all.size())), window));
        all.add(track);
        call(head.target(), head.object());
        return track;
    }

    List<Track> all() {
        return List.copyOf(all);
    }

    /** Notes what a file calls a body. */
    void call(int id, String name) {
        if (!name.equals(Bodies.name(id))) {
            names.put(id, name);
        }
    }

    SequencedMap<Integer, String> names() {
        return Collections.unmodifiableSequencedMap(names);
    }

    /** Where whole segments are stored temporarily. */
    SegmentStore store() {
        return store;
    }

    ScratchFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        folder.close();
    }
}
