package orrery.cli;

import java.nio.ByteOrder;

/** A byte order as typed. */
enum ByteOrderOption {
    LITTLE(ByteOrder.LITTLE_ENDIAN),
    BIG(ByteOrder.BIG_ENDIAN);

    private final ByteOrder order;

    ByteOrderOption(ByteOrder order) {
        this.order = order;
    }

    ByteOrder order() {
        return order;
    }
}
