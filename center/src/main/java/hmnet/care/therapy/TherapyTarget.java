package hmnet.care.therapy;

import hmnet.formats.base.Table;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a guideline says of a result under a treatment (治療域), from `targets.csv`. It is shown as reference and judges
/// no value.
///
/// @param word in keys and addresses
/// @param drugs parts of a drug's name or beginnings of its code; none where no drug is asked for
public record TherapyTarget(String word, String start, String name, List<String> drugs) {
    private static final String ANY = "*";

    private static final List<TherapyTarget> ALL = Table.read(TherapyTarget.class, "targets.csv").stream()
            .map(row -> new TherapyTarget(
                    row.get(0),
                    row.get(1),
                    row.get(2).equals(ANY) ? "" : row.get(2),
                    row.get(3).equals(ANY) ? List.of() : List.of(row.get(3).split("[|]", -1))))
            .toList();

    /// The one for a test, by its whole JLAC10 code and its name.
    public static Optional<TherapyTarget> of(String jlac10, String name) {
        return ALL.stream()
                .filter(target ->
                        jlac10.startsWith(target.start) && folded(name).contains(target.name))
                .findFirst();
    }

    public static Stream<TherapyTarget> all() {
        return ALL.stream();
    }

    /// Whether it holds only under a drug.
    public boolean asksForDrug() {
        return !drugs.isEmpty();
    }

    public boolean isDrug(String code, String drugName) {
        var folded = folded(drugName);
        return drugs.stream().anyMatch(drug -> folded.contains(folded(drug)) || code.startsWith(drug));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
