package orrery.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import orrery.ephemeris.Bodies;

/**
 * NAIF ids for objects that other programs identify by names, international designators and catalogue numbers. An
 * object without a NAIF id gets one that can be decoded and that no NAIF kernel uses: for 1998-067A it is -199806701.
 */
final class ObjectIds {
    private static final Pattern DESIGNATOR = Pattern.compile("(19|20)(\\d\\d)-(\\d{3})\\s*([A-Z]{1,3})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}");
    /** NAIF IDs Required Reading, "Earth Orbiting Spacecraft": -100000 minus the catalogue number. */
    private static final int CATALOGUE = -100_000;

    private static final int OWN = -1_000_000_000;

    private ObjectIds() {}

    /**
     * The id of an object.
     *
     * @param given ids set by the user, by the object's name or designator; the empty name is for any object
     * @param name name in the file
     * @param designator designator in the file: a NAIF id, an international designator, or anything
     */
    static int of(Map<String, Integer> given, String name, String designator) {
        for (String key : new String[] {name, designator, ""}) {
            Integer id = given.get(key);
            if (id != null) {
                return id;
            }
        }
        if (NUMBER.matcher(designator).matches()) {
            OptionalInt id = Bodies.find(designator);
            if (id.isPresent()) {
                return id.getAsInt();
            }
        }
        if (!NUMBER.matcher(name).matches()) {
            OptionalInt id = Bodies.find(name);
            if (id.isPresent()) {
                return id.getAsInt();
            }
        }
        Matcher parts = DESIGNATOR.matcher(designator);
        if (parts.matches()) {
            int piece = PackedDesignation.piece(parts.group(4));
            if (piece < 100) {
                return -((Integer.parseInt(parts.group(1) + parts.group(2)) * 1000 + Integer.parseInt(parts.group(3)))
                                * 100
                        + piece);
            }
        }
        CRC32 sum = new CRC32();
        sum.update((name + '\n' + designator).getBytes(StandardCharsets.UTF_8));
        return OWN - (int) (sum.getValue() % -OWN);
    }

    /** The id for a number in the catalogue of Earth satellites. */
    static int ofCatalogueNumber(int number) {
        return CATALOGUE - number;
    }
}
