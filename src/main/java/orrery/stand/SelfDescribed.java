package orrery.stand;

/** A session whose library tells something of itself that belongs in a ledger. */
interface SelfDescribed {
    /** In a few words. */
    String says();
}
