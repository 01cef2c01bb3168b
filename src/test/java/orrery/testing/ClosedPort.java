package orrery.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port of this machine at which nobody listens while this is open. The port of a server that was closed would not do:
 * the system gives it to the next process that asks.
 */
public final class ClosedPort implements AutoCloseable {
    private final Socket held = new Socket();

    public ClosedPort() throws IOException {
        held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + held.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
