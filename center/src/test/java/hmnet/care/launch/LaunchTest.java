package hmnet.care.launch;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// A chart opens from the facility's own system: once, soon, and for the one who sits there.
class LaunchTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/launch");
    private static final Pattern ON = Pattern.compile("url=/launch/([A-Za-z0-9_-]+)");

    @Autowired
    LaunchPage page;

    @Autowired
    LaunchKeys keys;

    private FacilityId hospital = new FacilityId(0);
    private String number = "";
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aHospitalSends() {
        hospital = hospital();
        number = number();
        filed(hospital, Papers.of(number).visit());
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    private Map<String, String> said(LaunchKeys.FreshLaunchKey key, Requester user, Map<String, String> otherwise) {
        var said = new HashMap<String, String>();
        said.put("key", key.id().toString());
        said.put("facility", facilities.get(user.facility()).code());
        said.put("user", user.login());
        said.put("patient", number);
        said.put("view", "medicines");
        said.put("time", Long.toString(Instant.now().getEpochSecond()));
        said.put("nonce", UUID.randomUUID().toString());
        said.putAll(otherwise);
        said.put("signature", LaunchRequest.of(said).orElseThrow().signature(key.secret()));
        return said;
    }

    private Map<String, String> said(LaunchKeys.FreshLaunchKey key, Requester user) {
        return said(key, user, Map.of());
    }

    private void refuses(Map<String, String> said) {
        var answer = page.launch(said, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getBody()).contains("この起動は使えません").doesNotContain(number);
    }

    private String carried(Map<String, String> said) {
        var on = ON.matcher(Objects.requireNonNull(page.launch(said, FRAME).getBody()));
        assertThat(on.find()).isTrue();
        return on.group(1);
    }

    private static String to(ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }

    @Test
    void theChartOfThePatientOpensOnceForTheUserWhoIsNamed() {
        var doctor = at(hospital, Profession.DOCTOR);
        var said = said(keys.make(doctor, "外来"), doctor);
        var carried = carried(said);
        refuses(said);
        assertThat(page.follow(carried, at(hospital, Profession.DOCTOR), FRAME).getStatusCode())
                .as("a colleague")
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(to(page.follow(carried, doctor, FRAME))).isEqualTo("/people/" + person + "/medicines");
        assertThat(page.follow(carried, doctor, FRAME).getStatusCode())
                .as("followed twice")
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(logged("chart-launched", "opens", person.toString())).hasSize(1);
        assertThat(logged("chart-launched", "replayed")).isNotEmpty();
    }

    @Test
    void whatIsOldChangedEndedOrAnothersIsRefused() {
        var doctor = at(hospital, Profession.DOCTOR);
        var key = keys.make(doctor, "外来");
        var past = Instant.now().minus(Launches.FRESH).minus(Duration.ofSeconds(5));
        refuses(said(key, doctor, Map.of("time", Long.toString(past.getEpochSecond()))));
        var changed = new HashMap<>(said(key, doctor));
        changed.put("patient", number());
        refuses(changed);
        refuses(said(key, doctor, Map.of("facility", facilities.get(hospital()).code())));
        refuses(said(new LaunchKeys.FreshLaunchKey(UUID.randomUUID(), key.secret()), doctor));
        refuses(Map.of("key", "x"));
        keys.end(doctor(), key.id());
        assertThat(page.launch(said(key, doctor), FRAME).getStatusCode())
                .as("another facility ends nothing")
                .isEqualTo(HttpStatus.OK);
        keys.end(doctor, key.id());
        refuses(said(key, doctor));
    }

    @Test
    void anAddressTakenBeforeItsKeyEndedOpensNothingAfterwards() {
        var doctor = at(hospital, Profession.DOCTOR);
        var key = keys.make(doctor, "外来");
        var carried = carried(said(key, doctor));
        keys.end(doctor, key.id());
        assertThat(page.follow(carried, doctor, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoHasNoTieIsToldWhatToDoAndAnUnknownNumberOpensNothing() {
        var clinic = doctor();
        var key = keys.make(clinic, "電子カルテ");
        assertThat(page.follow(carried(said(key, clinic)), clinic, FRAME).getBody())
                .as("the number is another hospital's")
                .contains("この患者番号の情報はまだ届いていません");
        var other = number();
        filed(hospital, Papers.of(other).visit());
        var doctor = at(hospital, Profession.DOCTOR);
        var own = keys.make(doctor, "外来");
        assertThat(page.follow(carried(said(own, doctor, Map.of("patient", other))), doctor, FRAME)
                        .getBody())
                .contains("地域の記録にまだ結び付いていません");
    }
}
