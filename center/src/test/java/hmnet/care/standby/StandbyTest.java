package hmnet.care.standby;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.certificates.GatewayProcess;
import hmnet.ground.certificates.RenewingMachine;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.signin.Browser;
import hmnet.record.filing.Papers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A facility gets a copy of its own records each night, sealed, and nobody else's.
class StandbyTest extends StandbyWard {
    @TempDir
    private Path folder;

    @Autowired
    private Protections protections;

    @Autowired
    private MachineConnector connector;

    @Test
    void theDeskAsksTheOfficeAgreesAndTheCodeIsShownOnce() {
        var hospital = carried(ConsentChoice.EVERYTHING).hospital();
        var desk = desk(hospital);
        assertThat(leads(desk.post("/standby/code", Map.of())))
                .as("nobody agreed")
                .isEqualTo("/standby?problem=gone");
        assertThat(leads(desk.post("/standby", Map.of("why", " ")))).isEqualTo("/standby?problem=why");
        assertThat(leads(desk.post("/standby", Map.of("why", "停電に備える")))).isEqualTo("/standby?done=asked");
        var agreement = "/office/standby/" + hospital.value() + "/agreement";
        var office = operator();
        assertThat(office.get("/office/standby").body()).contains("停電に備える");
        assertThat(leads(office.post(agreement, Map.of()))).isEqualTo("/office/standby?done=agreed");
        assertThat(leads(desk.post("/standby/file", Map.of()))).isEqualTo("/standby?problem=no-copy");
        assertThat(desk.get("/standby").body()).contains("合言葉がまだありません");

        var shown = desk.post("/standby/code", Map.of()).body();
        var code = shown.replaceAll("(?s).*standby-code\">([^<]*)<.*", "$1");
        assertThat(StandbyCode.typed(code).value()).hasSize(StandbyCode.LENGTH);
        assertThat(desk.get("/standby").body()).doesNotContain(code);
        var copy = made(hospital);
        assertThat(copy.charts()).isEqualTo(1);
        var taken = desk.post("/standby/file", Map.of());
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(copy.name());
        assertThat(taken.body())
                .as("nobody stands in it in clear")
                .doesNotContain("カクウ", "架空ワルファリン錠", code)
                .contains("hmnet-standby/1");
        assertThat(logged("standby-copy", "made", "\"charts\":\"1\"")).isNotEmpty();
        assertThat(logged("standby-copy", "taken", "\"copy\":\"" + copy.id() + "\""))
                .hasSize(1);
    }

    @Test
    void aCopyHoldsTheFacilitysOwnRecordsAndNoProtectedPerson() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var elsewhere = hospital();
        var number = number();
        relations.tie(at(elsewhere, Profession.RECEPTION), whom.person(), number);
        filed(elsewhere, Papers.of(number).prescription("E9", "架空よその薬錠"));
        var hidden = card();
        var hiddenNumber = number();
        consents.record(hidden.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        relations.tie(at(whom.hospital(), Profession.RECEPTION), hidden.holder().id(), hiddenNumber);
        filed(whom.hospital(), Papers.of(hiddenNumber).visit());
        protections.begin(hidden.holder().id(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        ordered(whom.hospital());
        var code = coded(whom.hospital());
        var copy = made(whom.hospital());
        assertThat(copy.charts()).isEqualTo(1);
        var opened = OpenedCopy.of(file(copy), code);
        assertThat(opened.index()).contains(whom.number()).doesNotContain(hiddenNumber);
        assertThat(opened.pages())
                .contains("架空ワルファリン錠", "カルテ番号 " + whom.number(), "ほかの施設の記録は入っていません")
                .doesNotContain("架空よその薬錠", hiddenNumber);
    }

    @Test
    void aFreshCodeOpensTheNextCopyAndNotTheOneBefore() {
        var hospital = carried(ConsentChoice.EVERYTHING).hospital();
        ordered(hospital);
        var before = coded(hospital);
        var old = file(made(hospital));
        var now = coded(hospital);
        assertThat(OpenedCopy.of(old, before).pages()).contains("ワルファリン");
        assertThat(OpenedCopy.opens(old, now)).isFalse();
        assertThat(OpenedCopy.opens(file(made(hospital)), before)).isFalse();
        assertThat(OpenedCopy.of(file(made(hospital)), now).pages()).contains("ワルファリン");
    }

    @Test
    void theMachineOfTheFacilityFetchesItOnceANight() throws Exception {
        var hospital = carried(ConsentChoice.EVERYTHING).hospital();
        var machine = machine(hospital);
        assertThat(fetched(machine, "").statusCode()).as("no order").isEqualTo(404);
        ordered(hospital);
        coded(hospital);
        var copy = made(hospital);
        var answer = fetched(machine, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(file(copy));
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(fetched(machine, tag).statusCode()).isEqualTo(304);
        assertThat(fetched(machine(hospital()), "").statusCode())
                .as("another facility's")
                .isEqualTo(404);
        assertThat(desk(hospital).get("/standby/copy").statusCode())
                .as("at the port of people")
                .isEqualTo(404);
    }

    @Test
    void aGatewayPutsTheNewestCopyOnItsDiskOnce() throws Exception {
        var hospital = carried(ConsentChoice.EVERYTHING).hospital();
        ordered(hospital);
        coded(hospital);
        var disk = Files.createDirectories(folder.resolve("disk"));
        var gateway = new GatewayProcess(folder, facilityCa());
        var config = gateway.config(machine(hospital), "standby.folder=disk\nstandby.every=200ms");
        var process = gateway.started(config);
        try {
            await(() -> gateway.says("standby-not-fetched"));
            var copy = made(hospital);
            var there = disk.resolve(copy.name());
            await(() -> Files.exists(there));
            assertThat(Files.readString(there)).isEqualTo(file(copy));
            Files.delete(there);
            await(() -> Files.exists(there));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void anOrderThatEndedHandsOutNothing() {
        var hospital = carried(ConsentChoice.EVERYTHING).hospital();
        ordered(hospital);
        coded(hospital);
        made(hospital);
        var desk = desk(hospital);
        assertThat(leads(desk.post("/standby/end", Map.of()))).isEqualTo("/standby?done=ended");
        assertThat(leads(desk.post("/standby/file", Map.of()))).isEqualTo("/standby?problem=no-copy");
        copies.round();
        assertThat(db.sql("select count(*) from standby_copy where facility = ?")
                        .param(hospital.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyElseAsksAgreesOrTakes() {
        var hospital = hospital();
        ordered(hospital);
        for (var other : new Browser[] {
            inTown(hospital, Profession.DOCTOR), inTown(FacilityKind.PHARMACY, Profession.PHARMACIST), operator()
        }) {
            for (var path : new String[] {"/standby", "/standby/code", "/standby/file", "/standby/end"}) {
                assertThat(other.post(path, Map.of("why", "見たい")).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        var viewer = at("広島県架空市潮見台１−１", FacilityKind.CLINIC, Direction.VIEW);
        assertThat(desk(viewer).get("/standby").statusCode())
                .as("sends nothing")
                .isEqualTo(404);
        var asking = hospital();
        var desk = desk(asking);
        desk.post("/standby", Map.of("why", "停電に備える"));
        var agreement = "/office/standby/" + asking.value() + "/agreement";
        assertThat(desk.post(agreement, Map.of()).statusCode()).isEqualTo(404);
        assertThat(desk.post("/office/standby/" + hospital.value() + "/end", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private RenewingMachine machine(FacilityId facility) {
        return RenewingMachine.of(
                facility, facilities, facilityCa(), connector.port().orElseThrow(), 200);
    }

    private static HttpResponse<String> fetched(RenewingMachine machine, String has)
            throws IOException, InterruptedException {
        try (var http = machine.shown().http(machine.authority().certificate())) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + machine.port() + "/standby/copy"));
            return http.send(
                    (has.isEmpty() ? request : request.header("If-None-Match", has)).build(), BodyHandlers.ofString());
        }
    }
}
