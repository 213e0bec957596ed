package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.mtls.MachineConnector;
import hmnet.record.filing.Ward;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;

/// A ward whose machine sends large files in pieces (分割アップロードの試験台).
abstract class UploadWard extends Ward {
    static final int MEGABYTE = 1 << 20;

    @Autowired
    MachineConnector connector;

    Machine machine() throws GeneralSecurityException {
        return Machine.of(hospital(), facilities, facilityCa(), connector.port().orElseThrow());
    }

    static byte[] film(int bytes) {
        var film = new byte[bytes];
        new Random(bytes).nextBytes(film);
        return film;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    static String metadata(byte[] film) throws GeneralSecurityException {
        return "filename " + base64("見本.mp4".getBytes(UTF_8)) + ",sha256 "
                + base64(HexFormat.of().formatHex(sha256(film)).getBytes(US_ASCII));
    }

    static HttpResponse<String> begun(Machine machine, byte[] film) throws Exception {
        return machine.tus(
                "POST",
                "/inbox/uploads",
                new byte[0],
                "Upload-Length",
                film.length + "",
                "Upload-Metadata",
                metadata(film));
    }

    static String address(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return begun.headers().firstValue("Location").orElseThrow();
    }

    static HttpResponse<String> piece(Machine machine, String at, long offset, byte[] bytes, String... more)
            throws IOException, InterruptedException {
        var headers = new ArrayList<>(
                List.of("Upload-Offset", offset + "", "Content-Type", "application/offset+octet-stream"));
        headers.addAll(Arrays.asList(more));
        return machine.tus("PATCH", at, bytes, headers.toArray(String[]::new));
    }

    static long offset(HttpResponse<String> said) {
        return said.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    static long stands(Machine machine, String at) {
        try {
            return offset(machine.tus("HEAD", at, new byte[0]));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
