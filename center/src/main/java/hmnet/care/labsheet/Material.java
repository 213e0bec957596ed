package hmnet.care.labsheet;

import hmnet.formats.base.Table;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What was taken from the body, by the three characters of JLAC10 and the words for it (検査材料), from
/// `materials.csv`.
final class Material {
    private static final Map<String, List<String>> WORDS = Table.read(Material.class, "materials.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.subList(1, row.size())));

    private Material() {}

    /// Whether what the sender calls the specimen is this material; a sender who names none contradicts nothing.
    static boolean agrees(String material, String specimen) {
        var word = Normalizer.normalize(specimen, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return word.isEmpty() || WORDS.getOrDefault(material, List.of()).contains(word);
    }
}
