package orrery.ui.kernels;

/**
 * The outcome of opening kernels.
 *
 * @param text text for the user
 * @param wrong whether something was refused
 */
public record Notice(String text, boolean wrong) {}
