package hmnet.formats.orca;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.util.List;

/// How the drugs of one group are supplied (剤): internal drugs by the day, drugs taken when needed by the
/// time, all others as a whole.
///
/// @param kind ORCA's class of act, whose first two digits say which of these it is
/// @param count days or times
record OrcaSupply(String kind, int count, String usage) {
    PrescribedDrug drug(String rp, Concept drug, Amount amount) {
        boolean internal = kind.startsWith("21") || kind.startsWith("28") || kind.startsWith("29");
        boolean asNeeded = kind.startsWith("22");
        var supplied = PrescribedDrug.of(
                rp,
                drug,
                asNeeded || kind.startsWith("3") ? amount : Amount.NONE,
                internal ? amount : Amount.NONE,
                usage,
                "",
                internal || asNeeded ? count : 0,
                asNeeded,
                null,
                internal || asNeeded || kind.startsWith("3") ? Amount.NONE : amount,
                Concept.NONE,
                List.of());
        var rhythm = StandardUsage.rhythm("", List.of(Concept.of(usage)));
        return rhythm.skipsDays() && !asNeeded
                ? supplied.withDosage(supplied.dosage().with(rhythm))
                : supplied;
    }
}
