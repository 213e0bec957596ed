package hmnet.region.course;

import hmnet.formats.base.Table;
import hmnet.formats.hl7v2.message.Coded;
import hmnet.formats.hl7v2.message.Drug;
import java.util.Map;
import java.util.stream.Collectors;

/// What is injected or infused in hospital (注射薬), from `injections.csv`.
final class Infusion {
    private static final Map<String, Drug> ALL = Table.read(Infusion.class, "injections.csv").stream()
            .collect(Collectors.toMap(
                    row -> row.get(0),
                    row -> new Drug(
                            new Coded(row.get(1), row.get(2), "HOT9"),
                            row.get(3),
                            new Coded(row.get(4), row.get(5), "MR9P"),
                            "",
                            "")));

    private Infusion() {}

    static Drug of(String key) {
        return Known.in(ALL, key);
    }
}
