package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// R020, G11: what the protocol of pieces (tus 1.0.0) says of each method.
class UploadProtocolTest extends UploadWard {
    /// G11.
    @Test
    void whoeverAsksHearsWhatWasSaidAtTheBeginning() throws Exception {
        var film = film(3_000);
        try (var machine = machine()) {
            var at = address(begun(machine, film));
            assertThat(machine.tus("HEAD", at, new byte[0]).headers().firstValue("Upload-Metadata"))
                    .hasValue(metadata(film));
        }
    }

    /// V5.
    @Test
    void whatIsSaidIsForgottenWhereAnIndividualNumberStandsInIt() throws Exception {
        try (var machine = machine()) {
            var said = "filename " + base64("x.csv".getBytes(UTF_8)) + ",note "
                    + base64("番号 1234-5678-9018".getBytes(UTF_8));
            var begun =
                    machine.tus("POST", "/inbox/uploads", new byte[0], "Upload-Length", "10", "Upload-Metadata", said);
            var at = begun.headers().firstValue("Location").orElseThrow();
            assertThat(machine.tus("HEAD", at, new byte[0]).headers().firstValue("Upload-Metadata"))
                    .isEmpty();
        }
    }

    /// G11.
    @Test
    void anotherVersionOfTheProtocolIsRefusedByEveryMethod() throws Exception {
        var film = film(3_000);
        try (var machine = machine()) {
            var at = address(begun(machine, film));
            for (var method : new String[] {"HEAD", "PATCH", "DELETE"}) {
                var refused = machine.tusOf("0.2.2", method, at, new byte[0]);
                assertThat(refused.statusCode()).as(method).isEqualTo(412);
                assertThat(refused.headers().firstValue("Tus-Version")).hasValue("1.0.0");
            }
            assertThat(stands(machine, at)).as("nothing was done").isZero();
        }
    }

    /// G11: a network that lets only GET and POST through.
    @Test
    void aMethodMayBeSaidBesideAPost() throws Exception {
        var film = film(3_000);
        try (var machine = machine();
                var stranger = machine()) {
            var at = address(begun(machine, film));
            var half = Arrays.copyOf(film, 1_000);
            var patch = new String[] {
                "X-HTTP-Method-Override",
                "PATCH",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream"
            };
            assertThat(stranger.tus("POST", at, half, patch).statusCode()).isEqualTo(404);
            var added = machine.tus("POST", at, half, patch);
            assertThat(added.statusCode()).isEqualTo(204);
            assertThat(offset(added)).isEqualTo(1_000);
            assertThat(machine.tus("POST", at, new byte[0], "X-HTTP-Method-Override", "PUT")
                            .statusCode())
                    .isEqualTo(405);
            assertThat(machine.tus("POST", at, new byte[0]).statusCode()).isEqualTo(405);
            var delete = new String[] {"X-HTTP-Method-Override", "DELETE"};
            assertThat(stranger.tus("POST", at, new byte[0], delete).statusCode())
                    .isEqualTo(404);
            assertThat(machine.tus("POST", at, new byte[0], delete).statusCode())
                    .isEqualTo(204);
            assertThat(machine.tus("HEAD", at, new byte[0]).statusCode()).isEqualTo(404);
        }
    }

    /// G11: what is empty is whole as it begins, and its reason is told when it is filed.
    @Test
    void anEmptyFileIsWholeAsItBegins() throws Exception {
        try (var machine = machine()) {
            var begun = begun(machine, new byte[0]);
            var at = address(begun);
            assertThat(begun.headers().firstValue("Hmnet-Outcome")).hasValue("kept");
            assertThat(stands(machine, at)).isZero();
            assertThat(opened(machine.facility())).singleElement().isEqualTo(new byte[0]);
            var impossible = machine.tus(
                    "POST", "/inbox/uploads", new byte[0], "Upload-Length", "0", "Upload-Metadata", metadata(film(3)));
            assertThat(impossible.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void whatCannotBeKeptIsRefusedBeforeItIsBegun() throws Exception {
        var name = "filename " + base64("a.pdf".getBytes(UTF_8));
        try (var machine = machine()) {
            for (var wrong : new String[][] {
                {"Upload-Metadata", name},
                {"Upload-Length", "-5", "Upload-Metadata", name},
                {"Upload-Length", "many", "Upload-Metadata", name},
                {"Upload-Length", "10"},
                {"Upload-Length", "10", "Upload-Metadata", "filename"},
                {"Upload-Length", "10", "Upload-Metadata", "filename ***"},
                {"Upload-Length", "10", "Upload-Metadata", name + "," + name},
                {"Upload-Length", "10", "Upload-Metadata", "filename " + base64(new byte[] {'a', 0})},
            }) {
                assertThat(machine.tus("POST", "/inbox/uploads", new byte[0], wrong)
                                .statusCode())
                        .as(String.join(" ", wrong))
                        .isEqualTo(400);
            }
            assertThat(machine.tus(
                                    "POST",
                                    "/inbox/uploads",
                                    new byte[0],
                                    "Upload-Length",
                                    "134217729",
                                    "Upload-Metadata",
                                    name)
                            .statusCode())
                    .isEqualTo(413);
            var offered = machine.tus("OPTIONS", "/inbox/uploads", new byte[0]);
            assertThat(offered.headers().firstValue("Tus-Max-Size")).hasValue("2147483648");
            assertThat(offered.headers().firstValue("Tus-Extension").orElseThrow())
                    .contains("creation", "checksum");
        }
    }
}
