package hmnet.bench.disclosures;

import hmnet.bench.stage.Connection.SocketOpening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// An address of the loopback network for each request (要求の印): who asks from 127.64.0.1 is told apart from who
/// asks from 127.64.0.2, and every event keeps the address that it came from.
final class Marks {
    private static final int FIRST = 127 << 24 | 64 << 16;
    private static final int MOST = 1 << 22;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final InetAddress CENTRE = InetAddress.ofLiteral("127.0.0.1");

    private final AtomicInteger next = new AtomicInteger();

    InetAddress draw() {
        var number = next.incrementAndGet();
        if (number >= MOST) {
            throw new IllegalStateException("The loopback network has no more addresses");
        }
        var bits = FIRST + number;
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never);
        }
    }

    /// Whether an address is one of ours.
    static boolean is(String address) {
        var parts = address.split("\\.", -1);
        return parts.length == 4
                && parts[0].equals("127")
                && Integer.parseInt(parts[1]) >= 64
                && Integer.parseInt(parts[1]) < 128;
    }

    /// Sockets to the centre from that address.
    ///
    /// @param tls of a machine, or null
    static SocketOpening from(InetAddress mark, @Nullable SSLSocketFactory tls) {
        return (host, port) -> {
            var plain = new Socket();
            try {
                plain.bind(new InetSocketAddress(mark, 0));
                plain.connect(new InetSocketAddress(CENTRE, port), PATIENCE_MILLIS);
                plain.setSoTimeout(PATIENCE_MILLIS * 6);
                return tls == null ? plain : tls.createSocket(plain, host, port, true);
            } catch (IOException e) {
                plain.close();
                throw e;
            }
        };
    }
}
