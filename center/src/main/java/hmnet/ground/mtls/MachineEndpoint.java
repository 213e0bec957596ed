package hmnet.ground.mtls;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Optional;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes connections on at the machines' port (施設接続口の受付). Strangers at the handshake have places of their own, and
/// one address has its share of all: neither idle connections nor one sender that runs wild shut the others out.
final class MachineEndpoint extends NioEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(MachineEndpoint.class);
    private static final int HANDSHAKES = 200;
    private static final int HANDSHAKES_OF_ONE_ADDRESS = 50;

    private final HandshakePlaces<SocketChannel> handshakes =
            new HandshakePlaces<>(HANDSHAKES_OF_ONE_ADDRESS, HANDSHAKES);
    private final int ofOneAddress;

    /// @param ofOneAddress connections that one address may have
    MachineEndpoint(int ofOneAddress) {
        this.ofOneAddress = ofOneAddress;
    }

    /// One thread takes all connections on, one after another.
    @Override
    protected boolean setSocketOptions(SocketChannel come) {
        if (hasPlace(come)) {
            return super.setSocketOptions(come);
        }
        destroySocket(come);
        return false;
    }

    private boolean hasPlace(SocketChannel come) {
        var address = come.socket().getInetAddress();
        if (address == null || hasItsShare(address)) {
            return false;
        }
        var held = new HashMap<SocketChannel, SocketWrapperBase<NioChannel>>();
        getConnections().forEach(one -> channel(one).ifPresent(channel -> held.put(channel, one)));
        handshakes.keep(channel -> held.containsKey(channel) && !isKnown(held.get(channel)));
        handshakes.enter(address, come).ifPresent(late -> close(held.get(late)));
        return true;
    }

    /// Of a connection that ends at this moment there is none any more.
    private static Optional<SocketChannel> channel(SocketWrapperBase<NioChannel> connection) {
        return Optional.ofNullable(connection.getSocket().getIOChannel());
    }

    private boolean hasItsShare(InetAddress address) {
        var line = HandshakePlaces.line(address);
        var own = getConnections().stream()
                .filter(MachineEndpoint::isKnown)
                .flatMap(one -> channel(one).stream())
                .flatMap(channel -> Optional.ofNullable(channel.socket().getInetAddress()).stream())
                .filter(other -> HandshakePlaces.line(other).equals(line))
                .count();
        if (own >= ofOneAddress) {
            LOG.debug("too many connections of {}: the newest is closed", address.getHostAddress());
        }
        return own >= ofOneAddress;
    }

    /// Whether the handshake is over.
    private static boolean isKnown(@Nullable SocketWrapperBase<NioChannel> connection) {
        return connection != null
                && connection.getSocket() instanceof SecureNioChannel secure
                && secure.isHandshakeComplete();
    }

    private static void close(@Nullable SocketWrapperBase<NioChannel> late) {
        if (late != null) {
            LOG.debug("too many connections at the handshake: one closed");
            late.close();
        }
    }
}
