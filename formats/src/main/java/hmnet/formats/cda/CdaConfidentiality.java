package hmnet.formats.cda;

import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.Label;
import java.util.Set;

/// Whether a document is to be held back (CDAの秘匿): it has what is labelled in it.
final class CdaConfidentiality {
    private CdaConfidentiality() {}

    static boolean restricted(Sheet sheet) {
        return sheet.entries().stream().anyMatch(entry -> !labels(entry).isEmpty());
    }

    private static Set<Label> labels(Entry entry) {
        return switch (entry) {
            case Medicines medicines -> medicines.labels();
            case Results results -> results.labels();
            case Problem problem -> problem.labels();
            case PerformedActs performed -> performed.labels();
            case Paper paper -> paper.labels();
            case KeptFhir kept -> kept.labels();
            case Allergies none -> Set.of();
            case Stay none -> Set.of();
            case PersonProfile none -> Set.of();
        };
    }
}
