package orrery;

/** Entry point and composition root: the command line, or the window. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("hello " + Main.class.getModule());
    }
}
