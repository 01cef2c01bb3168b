package orrery.ui.kernels;

/**
 * What became of opening kernels.
 *
 * @param text for the reader
 * @param wrong whether something was refused
 */
public record Notice(String text, boolean wrong) {}
