package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.UnsafeSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MtlsSettingsTest {
    @TempDir
    Path folder;

    @Test
    void withNothingSetThereIsNoPortForMachines() {
        assertThat(new MtlsSettings(8443, "", null, null, null, List.of(), 10, 10, false).absent())
                .isTrue();
    }

    @Test
    void halfASettingIsUnsafe() throws Exception {
        var half = new MtlsSettings(8443, "", null, null, ca("facilities"), List.of(), 10, 10, false);
        assertThat(half.absent()).isFalse();
        assertThatThrownBy(half::certificateFile)
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("hmnet.mtls.certificate");
        assertThatThrownBy(half::crlFiles).isInstanceOf(UnsafeSetting.class).hasMessageContaining("hmnet.mtls.crl");
    }

    @Test
    void theCaOfADemonstrationIsRefusedOutsideOne() throws Exception {
        var file = ca("hmnet demonstration CA");
        assertThat(new MtlsSettings(8443, "", null, null, file, List.of(), 10, 10, true).cas())
                .hasSize(1);
        assertThatThrownBy(() -> new MtlsSettings(8443, "", null, null, file, List.of(), 10, 10, false).cas())
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("demonstration");
    }

    private Path ca(String name) throws IOException, GeneralSecurityException {
        var der = new TestPki(name).certificate().getEncoded();
        return Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n");
    }
}
