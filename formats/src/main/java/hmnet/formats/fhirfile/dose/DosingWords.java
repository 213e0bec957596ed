package hmnet.formats.fhirfile.dose;

import hmnet.formats.base.Width;
import java.util.ArrayList;
import java.util.List;

/// What stands beside a dose in words (用法の補足), and which of it no field of the dose holds.
final class DosingWords {
    private final List<String> beside = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    void add(String words) {
        if (!words.isBlank() && !beside.contains(words.strip())) {
            beside.add(words.strip());
        }
    }

    /// What others must not reckon without: told beside the dose, and named in a note.
    void notUnderstood(String path, String words) {
        add(words);
        gaps.add(path + ": " + words);
    }

    List<String> beside() {
        return List.copyOf(beside);
    }

    List<String> gaps() {
        return List.copyOf(gaps);
    }

    /// Whether a text says these words already, widths and blanks aside.
    static boolean says(String text, String words) {
        return folded(text).contains(folded(words));
    }

    private static String folded(String text) {
        return Width.folded(text).replaceAll("[\\s　・、,，()（）]", "");
    }
}
