package orrery.ui.shell;

/** Actions that only the window itself can perform. */
enum WindowAction {
    THEME,
    FULL,
    COMMAND,
    FIND,
    GUIDE,
    KEYS,
    PICTURE,
    FILM,
    COPY,
    PASTE,
    LARGER,
    SMALLER,
    USUAL,
    MOTION
}
