package hmnet.ground.keys;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.Collections;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A SoftHSM token of the tests (試験用トークン), one for each process: the library asks a variable of the process where
/// its tokens lie, when it is loaded.
final class SoftToken {
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Path TOOL = Path.of("/usr/bin/softhsm2-util");
    private static final String PIN = "271828";
    private static @Nullable SoftToken only;

    private final Path folder;

    private SoftToken(Path folder) {
        this.folder = folder;
    }

    /// Skips the test where there is no SoftHSM.
    static synchronized SoftToken get() throws Exception {
        Assumptions.assumeTrue(Files.exists(LIBRARY) && Files.isExecutable(TOOL), "needs softhsm2");
        var token = only;
        if (token == null) {
            token = new SoftToken(Files.createTempDirectory("softhsm"));
            token.initialise();
            only = token;
        }
        return token;
    }

    private void initialise() throws Exception {
        Files.createDirectories(folder.resolve("tokens"));
        KeyFiles.write(folder.resolve("pin"), PIN + "\n");
        var file = Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens")
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        setVariable("SOFTHSM2_CONF", file.toString());
        var tool = new ProcessBuilder(
                        TOOL.toString(), "--init-token", "--free", "--label", "hmnet", "--pin", PIN, "--so-pin", PIN)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("tool.log").toFile());
        tool.environment().put("SOFTHSM2_CONF", file.toString());
        if (tool.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("tool.log")));
        }
    }

    /// Of this process itself: Java knows its variables by a copy alone.
    @SuppressWarnings("restricted") // setenv of the C library
    private static void setVariable(String name, String value) {
        try (var arena = Arena.ofConfined()) {
            var linker = Linker.nativeLinker();
            var address = linker.defaultLookup().find("setenv").orElseThrow();
            var layout = FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
            MemorySegment word = arena.allocateFrom(name);
            linker.downcallHandle(address, layout).invoke(word, arena.allocateFrom(value), 1);
        } catch (Throwable e) {
            throw new IllegalStateException("The variable " + name + " cannot be set", e);
        }
    }

    /// Settings of a centre whose keys' names begin with a label of its own; the ring lies on the token.
    KeySettings settings(String label) {
        return KeySettings.of(Map.of(
                "HMNET_KEYS_RING",
                "pkcs11",
                "HMNET_KEYS_TOKEN_LIBRARY",
                LIBRARY.toString(),
                "HMNET_KEYS_TOKEN_PIN_FILE",
                folder.resolve("pin").toString(),
                "HMNET_KEYS_TOKEN_LABEL",
                label));
    }

    /// How many objects stand on the token, named or not: SoftHSM keeps a file of each, and one of the token itself.
    long objects() throws IOException {
        try (var files = Files.walk(folder.resolve("tokens"))) {
            return files.filter(file -> file.toString().endsWith(".object")).count() - 1;
        }
    }

    /// How many of the token's keys open this.
    long opens(byte[] wrapped, String about) throws Exception {
        var provider = provider("");
        var store = store(provider);
        return Collections.list(store.aliases()).stream()
                .filter(alias -> {
                    try {
                        KeyWrap.unwrap((SecretKey) store.getKey(alias, null), wrapped, about, provider);
                        return true;
                    } catch (GeneralSecurityException e) {
                        return false;
                    }
                })
                .count();
    }

    /// @param more lines of its configuration
    Provider provider(String more) {
        return Security.getProvider("SunPKCS11")
                .configure("--name = test" + Integer.toHexString(more.hashCode()) + "\\nlibrary = " + LIBRARY
                        + "\\nslotListIndex = 0\\n" + more);
    }

    KeyStore store(Provider provider) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        return store;
    }
}
