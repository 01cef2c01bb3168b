package orrery.ui.shell;

/** What only the window itself can do. */
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
