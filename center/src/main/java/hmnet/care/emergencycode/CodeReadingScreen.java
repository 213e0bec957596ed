package hmnet.care.emergencycode;

import java.util.List;

/// The page on which a crew reads a code (救急QRの読み取りの画面).
///
/// @param path of the page, the scope of its service worker
/// @param worker that looks for codes in pictures
/// @param prefix by which a code begins
/// @param kept what the device keeps besides
public record CodeReadingScreen(
        String path, String keys, String service, String worker, String prefix, List<String> kept) {
    /// How a code can be judged (判定), as `judge` in the browser names it; the good one apart.
    public static final List<String> REFUSED =
            List.of("foreign", "altered", "forged", "unknown-key", "expired", "revoked", "no-keys");

    public static final List<CodePart> PARTS = CodePart.sections().toList();
    public static final List<String> SEXES = List.of("male", "female", "other", "unknown");
}
