package hmnet.ground.mllp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandshakePlacesTest {
    private final HandshakePlaces places = new HandshakePlaces(3, 8);

    @Test
    void theOldestOfAnAddressGivesWayToItsNext() {
        var first = enter("192.0.2.1");
        enter("192.0.2.1");
        enter("192.0.2.1");
        assertThat(places.enter(at("192.0.2.1"), connection())).contains(first);
    }

    @Test
    void whenAllAreTakenTheAddressWithMostGivesWay() {
        for (var address : new String[] {"192.0.2.1", "192.0.2.2"}) {
            enter(address);
            enter(address);
        }
        var most = enter("2001:db8::1");
        enter("2001:db8::2");
        enter("2001:db8:0:0:ffff::3");
        var hospital = enter("198.51.100.1");
        assertThat(places.enter(at("198.51.100.2"), connection()))
                .as("one IPv6 network")
                .contains(most);
        places.leave(at("198.51.100.1"), hospital);
        assertThat(places.enter(at("198.51.100.3"), connection()))
                .as("a place that was given back")
                .isEmpty();
    }

    @Test
    void whoGaveWayGivesNoPlaceBack() {
        var first = enter("192.0.2.1");
        enter("192.0.2.1");
        enter("192.0.2.1");
        enter("192.0.2.1");
        for (var n = 0; n < 5; n++) {
            places.leave(at("192.0.2.1"), first);
            enter("203.0.113." + n);
        }
        assertThat(places.enter(at("203.0.113.99"), connection())).isPresent();
    }

    private Connection enter(String address) {
        var connection = connection();
        places.enter(at(address), connection);
        return connection;
    }

    private static InetAddress at(String address) {
        return InetAddress.ofLiteral(address);
    }

    @SuppressWarnings("NullAway") // a place asks nothing of who holds it
    private static Connection connection() {
        return new Connection(new Socket(), null, null, null, Duration.ofSeconds(1));
    }
}
