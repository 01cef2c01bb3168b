package orrery.ui.orrery;

/**
 * One line of what is known of a body, with everything that its number means.
 *
 * @param group what it belongs with
 * @param name what it is
 * @param value exactly: the shortest digits that read back to the same number, or a word
 * @param unit of the value; empty of a word or a pure number
 * @param shown as people read it, its unit with it
 * @param center relative to what, or seen from where
 * @param frame the axes; empty of what has none
 * @param aberration what light's travel and the observer's motion have been reckoned with
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
