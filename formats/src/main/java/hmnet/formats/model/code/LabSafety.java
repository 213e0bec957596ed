package hmnet.formats.model.code;

import hmnet.formats.base.Table;
import java.util.List;

/// Tests a pharmacist needs to judge a drug (薬の安全に要る検査), from `lab-safety.csv`.
public final class LabSafety {
    private static final List<String> PREFIXES = Table.read(LabSafety.class, "lab-safety.csv").stream()
            .map(List::getFirst)
            .toList();

    private LabSafety() {}

    public static boolean holds(String jlac10) {
        for (var prefix : PREFIXES) {
            if (jlac10.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
