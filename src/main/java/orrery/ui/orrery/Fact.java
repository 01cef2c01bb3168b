package orrery.ui.orrery;

/**
 * One fact about a body, with everything needed to interpret its number.
 *
 * @param group the group it belongs to
 * @param name name of the quantity
 * @param value exact value: the shortest digits that read back to the same number, or a word
 * @param unit unit of the value; empty for a word or a pure number
 * @param shown text for people, including the unit
 * @param center what it is relative to, or seen from
 * @param frame the axes; empty if there are none
 * @param aberration the corrections for light time and the observer's motion
 */
record Fact(
        String group,
        String name,
        String value,
        String unit,
        String shown,
        String center,
        String frame,
        String aberration) {}
