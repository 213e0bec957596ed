package hmnet.ground.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/// Keys on a PKCS#11 token (HSMの鍵): they wrap there and never leave it.
///
/// A key is made here and imported, as one object. `KeyGenerator` and then `KeyStore.setEntry` would make two: the
/// store keeps a copy, and the first one still decrypts when the copy is gone.
final class TokenKeyHolder implements KeyHolder {
    private static final Map<String, Provider> PROVIDERS = new ConcurrentHashMap<>();
    private final KeySettings settings;
    private final Provider provider;

    TokenKeyHolder(KeySettings settings) {
        this.settings = settings;
        if (settings.tokenLibrary().isBlank() || settings.tokenPinFile().isBlank()) {
            throw new UnusableKey("A key lies on a PKCS#11 token: HMNET_KEYS_TOKEN_LIBRARY and "
                    + "HMNET_KEYS_TOKEN_PIN_FILE must name its library and a file with its PIN");
        }
        this.provider = PROVIDERS.computeIfAbsent(configuration(), TokenKeyHolder::provider);
    }

    private String configuration() {
        var slot = settings.tokenSlot().isBlank() ? "slotListIndex = 0" : "slot = " + settings.tokenSlot();
        return String.join(
                "\\n",
                "--name = hmnet" + Integer.toHexString(settings.hashCode()),
                "library = " + settings.tokenLibrary(),
                slot,
                "attributes(*, CKO_SECRET_KEY, CKK_AES) = {",
                "CKA_SENSITIVE = true",
                "CKA_EXTRACTABLE = false",
                "CKA_ENCRYPT = true",
                "CKA_DECRYPT = true",
                "}");
    }

    private static Provider provider(String configuration) {
        var base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new UnusableKey("This Java has no SunPKCS11 (module jdk.crypto.cryptoki)");
        }
        return base.configure(configuration);
    }

    @Override
    public KeyPlace place() {
        return KeyPlace.PKCS11;
    }

    @Override
    public void make(String name) {
        var key = KeyWrap.random();
        try {
            store().setEntry(alias(name), new KeyStore.SecretKeyEntry(KeyWrap.aes(key)), null);
        } catch (GeneralSecurityException e) {
            throw new UnusableKey("The token does not take a key", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public byte[] wrap(String name, byte[] text, String about) {
        try {
            return KeyWrap.wrap(key(name), text, about, provider);
        } catch (GeneralSecurityException e) {
            throw new UnusableKey("The token does not wrap under " + name, e);
        }
    }

    @Override
    public byte[] unwrap(String name, byte[] wrapped, String about) {
        try {
            return KeyWrap.unwrap(key(name), wrapped, about, provider);
        } catch (GeneralSecurityException e) {
            throw new UnusableKey("What is wrapped (" + about + ") does not open under the token's " + name, e);
        }
    }

    @Override
    public void destroy(String name) {
        try {
            var store = store();
            if (store.containsAlias(alias(name))) {
                store.deleteEntry(alias(name));
            }
        } catch (GeneralSecurityException e) {
            throw new UnusableKey("The token does not destroy " + name, e);
        }
    }

    @Override
    public String where() {
        return "the token behind " + settings.tokenLibrary();
    }

    private SecretKey key(String name) throws GeneralSecurityException {
        if (store().getKey(alias(name), null) instanceof SecretKey key) {
            return key;
        }
        throw new UnusableKey("The token behind " + settings.tokenLibrary() + " has no key " + name);
    }

    private String alias(String name) {
        return settings.tokenLabel() + "-" + name;
    }

    /// Read anew each time: another process may have made or destroyed keys.
    private KeyStore store() throws GeneralSecurityException {
        try {
            var pin = KeyFiles.readPrivate(Path.of(settings.tokenPinFile()))
                    .strip()
                    .toCharArray();
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return store;
        } catch (IOException e) {
            throw new UnusableKey(
                    "The token behind " + settings.tokenLibrary() + " does not open with the PIN in "
                            + settings.tokenPinFile(),
                    e);
        }
    }
}
