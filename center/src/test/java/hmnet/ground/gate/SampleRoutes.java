package hmnet.ground.gate;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Routes of the tests, one for each kind of rule, and one whose author forgot it.
@RestController
class SampleRoutes {
    private final JdbcClient db;

    SampleRoutes(JdbcClient db) {
        this.db = db;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/sample/public")
    String open() {
        return "open";
    }

    @Rule(Right.SIGNED_IN)
    @GetMapping("/sample/me")
    String me(Requester requester) {
        return requester.login();
    }

    @Rule(Right.SIGNED_IN)
    @PostMapping("/sample/me")
    String send(Requester requester) {
        return requester.login();
    }

    @Rule(Right.OFFICE)
    @GetMapping("/sample/office")
    String office() {
        return "office";
    }

    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    @GetMapping("/sample/facility")
    String facility(FacilityId facility) {
        return String.valueOf(facility.value());
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/sample/numbered/{number}")
    String numbered(@PathVariable int number) {
        return String.valueOf(number);
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/sample/text")
    ResponseEntity<byte[]> text(@RequestParam MediaType type) {
        return ResponseEntity.ok().contentType(type).body("a,b\n".repeat(2_000).getBytes(StandardCharsets.UTF_8));
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/sample/looked-up")
    String lookedUp(@RequestParam String word) {
        return db.sql("select ?").param(word).query(String.class).single();
    }

    @GetMapping("/sample/forgotten")
    String forgotten() {
        return "should never be seen";
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/sample/broken")
    String broken() {
        throw new IllegalStateException("a secret detail of the inside");
    }
}
