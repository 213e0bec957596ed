package hmnet.ground.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.crypto.KeyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Master key and ring on a PKCS#11 token (HSM): SoftHSM, with a token of this test's own.
class TokenKeyHolderTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path folder;

    @Test
    void theMasterKeyLiesOnTheTokenAloneAndIsChangedThere() throws Exception {
        var token = SoftToken.get();
        var settings = token.settings("master" + System.nanoTime()).master("pkcs11");
        var before = token.objects();
        var password = Secrets.in(folder, settings, true).password("hmnet_app");
        assertThat(token.objects()).isEqualTo(before + 1);
        Secrets.rotate(folder, settings, settings);
        assertThat(Secrets.in(folder, settings, false).password("hmnet_app")).isEqualTo(password);
        assertThat(token.objects()).as("objects on the token").isEqualTo(before + 1);
        try (var files = Files.list(folder.resolve("secrets"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("root.key", "root.key.lock");
        }
    }

    /// Every object that is left is tried on what was destroyed.
    @Test
    void noObjectIsLeftThatDecryptsWhatWasDestroyed() throws Exception {
        var token = SoftToken.get();
        var settings = token.settings("ring" + System.nanoTime());
        var before = token.objects();
        var ring = KeyRing.in(folder, settings);
        ring.create();
        var key = ring.make(1).getFirst();
        ring.wrap(key, KEY);
        var copy = LockedText.read(ring.path());
        ring.destroy(List.of(key));
        assertThat(token.objects()).as("objects on the token").isEqualTo(before + 1);
        assertThat(token.opens(copy.wrapped(), "ring"))
                .as("objects that open the ring of before")
                .isZero();
        assertThat(token.opens(LockedText.read(ring.path()).wrapped(), "ring")).isEqualTo(1);
        Files.writeString(ring.path(), copy.toString());
        assertThatThrownBy(() -> KeyRing.in(folder, settings).id()).isInstanceOf(UnusableKey.class);
    }

    /// Why the holder imports: this is what it must not do.
    @Test
    void aKeyGeneratedOnTheTokenAndThenStoredLeavesATwin() throws Exception {
        var token = SoftToken.get();
        var provider = token.provider("attributes(generate, CKO_SECRET_KEY, CKK_AES) = {\\nCKA_TOKEN = true\\n}");
        var store = token.store(provider);
        var before = token.objects();
        var generator = KeyGenerator.getInstance("AES", provider);
        generator.init(256);
        store.setEntry("twin", new KeyStore.SecretKeyEntry(generator.generateKey()), null);
        var wrapped = KeyWrap.wrap((javax.crypto.SecretKey) store.getKey("twin", null), KEY, "twin", provider);
        assertThat(token.objects()).isEqualTo(before + 2);
        store.deleteEntry("twin");
        assertThat(token.objects()).as("the twin stays").isEqualTo(before + 1);
        assertThat(wrapped).isNotEmpty();
    }

    @Test
    void aTokenThatIsNotNamedOrDoesNotOpenIsSaidSo() throws IOException {
        var none = KeySettings.of(Map.of()).master("pkcs11");
        assertThatThrownBy(() -> Secrets.in(folder, none, true)).hasMessageContaining("HMNET_KEYS_TOKEN_LIBRARY");
        assertThat(folder.resolve("secrets/root.key")).doesNotExist();
    }
}
