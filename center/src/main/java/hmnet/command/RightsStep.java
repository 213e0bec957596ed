package hmnet.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One act on rights, as its page sends it (手続き).
///
/// @param shown the page that says what stands
/// @param look where a last look is had before it, or null where the page has none
/// @param path where it is sent, or null where something is only shown
record RightsStep(
        String shown, @Nullable String look, @Nullable String path, List<Map.Entry<String, String>> form) {
    static RightsStep show(String shown) {
        return new RightsStep(shown, null, null, List.of());
    }
}
