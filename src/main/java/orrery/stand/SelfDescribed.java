package orrery.stand;

/** A session whose library describes itself for the ledger. */
interface SelfDescribed {
    /** A short description. */
    String says();
}
