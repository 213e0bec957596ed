package hmnet.gateway;

import java.util.Locale;

/// Which of the centre's doors a file goes through (受信口): a storage file under its path in the storage, or
/// any other file under its name.
public enum Door {
    SSMIX2,
    FILES;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
