package hmnet.region.course;

import hmnet.formats.base.Table;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Rp.Drug;
import java.util.Map;
import java.util.stream.Collectors;

/// What is injected or infused in hospital (注射薬), from `injections.csv`.
final class Infusion {
    private static final Map<String, Drug> ALL = Table.read(Infusion.class, "injections.csv").stream()
            .collect(Collectors.toMap(
                    row -> row.get(0),
                    row -> new Drug(
                            new CodedText(row.get(1), row.get(2), "HOT9"),
                            row.get(3),
                            new CodedText(row.get(4), row.get(5), "MR9P"),
                            "",
                            "")));

    private Infusion() {}

    static Drug of(String key) {
        return TableReferences.in(ALL, key);
    }
}
