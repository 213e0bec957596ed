package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class HandshakePlacesTest {
    private final HandshakePlaces<String> places = new HandshakePlaces<>(3, 8);
    private int came;

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

    /// G7: an attacker with many addresses of his own choice pushes himself out, not a hospital that came in between.
    @Test
    void amongAddressesThatHoldOneEachTheLongestWaitingGivesWay() {
        var idle = new ArrayList<String>();
        for (var n = 0; n < 4; n++) {
            idle.add(enter("2001:db8:" + n + "::1"));
        }
        var hospital = enter("198.51.100.1");
        for (var n = 4; n < 7; n++) {
            idle.add(enter("2001:db8:" + n + "::1"));
        }
        for (var n = 7; n < 11; n++) {
            assertThat(places.enter(at("2001:db8:" + n + "::1"), connection())).contains(idle.get(n - 7));
        }
        assertThat(places.enter(at("2001:db8:11::1"), connection())).contains(hospital);
    }

    @Test
    void whoWaitsNoLongerGivesItsPlaceBack() {
        for (var n = 0; n < 8; n++) {
            enter("192.0.2." + n);
        }
        places.keep(holder -> !holder.equals("holder 3"));
        assertThat(places.enter(at("203.0.113.1"), connection())).isEmpty();
        assertThat(places.enter(at("203.0.113.2"), connection())).contains("holder 0");
    }

    private String enter(String address) {
        var connection = connection();
        places.enter(at(address), connection);
        return connection;
    }

    private static InetAddress at(String address) {
        return InetAddress.ofLiteral(address);
    }

    private String connection() {
        return "holder " + came++;
    }
}
