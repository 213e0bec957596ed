package hmnet.ground.keys;

import java.nio.file.Path;

/// The places where one key may lie (鍵の保管先の一覧), by the settings of this centre.
///
/// @param folder of a key in a file
record KeyHolders(KeySettings settings, Path folder) {
    KeyHolder at(KeyPlace place) {
        return switch (place) {
            case FILE -> new FileKeyHolder(folder);
            case PKCS11 -> new TokenKeyHolder(settings);
            case COMMAND -> new CommandKeyHolder(settings.command());
        };
    }
}
