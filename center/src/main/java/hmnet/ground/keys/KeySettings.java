package hmnet.ground.keys;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the centre's two outermost keys lie (鍵の設定): the master key, and the key of the ring.
///
/// @param master `file`, `pkcs11` or `command`: where the master key lies
/// @param masterFolder of the master key's file; empty for `secrets` in the data folder
/// @param command a command that prints the master key, 32 bytes in hex or base64
/// @param ring `file` or `pkcs11`: where the key of the ring lies, which erasing destroys
/// @param ringFolder of the ring and its key's file; empty for `ring` in the data folder
/// @param tokenLibrary the PKCS#11 library of the token
/// @param tokenSlot number of its slot; empty for the first one
/// @param tokenPinFile a file with its PIN
/// @param tokenLabel the names of this centre's keys on the token begin with it; no two centres share one
@ConfigurationProperties("hmnet.keys")
public record KeySettings(
        @DefaultValue("file") String master,
        @DefaultValue("") String masterFolder,
        @DefaultValue("") String command,
        @DefaultValue("file") String ring,
        @DefaultValue("") String ringFolder,
        @DefaultValue("") String tokenLibrary,
        @DefaultValue("") String tokenSlot,
        @DefaultValue("") String tokenPinFile,
        @DefaultValue("hmnet") String tokenLabel) {

    /// As a verb reads them, without Spring.
    public static KeySettings of(Map<String, String> environment) {
        return new KeySettings(
                environment.getOrDefault("HMNET_KEYS_MASTER", "file"),
                environment.getOrDefault("HMNET_KEYS_MASTER_FOLDER", ""),
                environment.getOrDefault("HMNET_KEYS_COMMAND", ""),
                environment.getOrDefault("HMNET_KEYS_RING", "file"),
                environment.getOrDefault("HMNET_KEYS_RING_FOLDER", ""),
                environment.getOrDefault("HMNET_KEYS_TOKEN_LIBRARY", ""),
                environment.getOrDefault("HMNET_KEYS_TOKEN_SLOT", ""),
                environment.getOrDefault("HMNET_KEYS_TOKEN_PIN_FILE", ""),
                environment.getOrDefault("HMNET_KEYS_TOKEN_LABEL", "hmnet"));
    }

    /// The same with the master key somewhere else.
    public KeySettings master(String elsewhere) {
        return new KeySettings(
                elsewhere, masterFolder, command, ring, ringFolder, tokenLibrary, tokenSlot, tokenPinFile, tokenLabel);
    }

    /// The same with another command.
    public KeySettings command(String other) {
        return new KeySettings(
                master, masterFolder, other, ring, ringFolder, tokenLibrary, tokenSlot, tokenPinFile, tokenLabel);
    }
}
