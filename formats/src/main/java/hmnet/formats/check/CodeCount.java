package hmnet.formats.check;

import hmnet.formats.Part;
import hmnet.formats.extract.AllergyExtract;
import hmnet.formats.extract.DiagnosisExtract;
import hmnet.formats.extract.DocumentExtract;
import hmnet.formats.extract.Extract;
import hmnet.formats.extract.LabExtract;
import hmnet.formats.extract.PrescriptionExtract;
import hmnet.formats.extract.ProcedureExtract;
import hmnet.formats.extract.ProfileExtract;
import hmnet.formats.extract.StayExtract;
import hmnet.formats.fhir.CodingSystems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How many things should have a standard code, and how many have one (コードの対応率): tests by JLAC10 or JLAC11, drugs
/// by YJ or HOT or the receipt's code, diagnoses by ICD-10 or MEDIS.
public record CodeCount(int seen, int mapped) {
    private static final Set<String> TESTS = Set.of(
            CodingSystems.JLAC10, "http://jpfhir.jp/fhir/clins/CodeSystem/JLAC11/JP_CLINS_ObsLabResult_CoreLabo_CS");
    private static final Set<String> DRUGS = Set.of(
            CodingSystems.YJ,
            CodingSystems.HOT9,
            CodingSystems.uri("HOT7"),
            CodingSystems.uri("HOT13"),
            CodingSystems.uri("RECEIPT-DRUG"));
    private static final Set<String> DISEASES =
            Set.of(CodingSystems.ICD10, CodingSystems.MEDIS_DISEASE, CodingSystems.uri("RECEIPT-DISEASE"));
    private static final CodeCount NONE = new CodeCount(0, 0);

    private CodeCount with(boolean isMapped) {
        return new CodeCount(seen + 1, isMapped ? mapped + 1 : mapped);
    }

    static Map<String, CodeCount> of(List<Part> rows) {
        var counts = new TreeMap<String, CodeCount>();
        for (var row : rows) {
            switch (Extract.read(row.kind(), row.extract())) {
                case LabExtract lab ->
                    lab.items().forEach(item -> count(counts, "jlac10", has(row, item.code(), item.name(), TESTS)));
                case PrescriptionExtract drugs ->
                    drugs.items().forEach(item -> count(counts, "yj", has(row, item.code(), item.name(), DRUGS)));
                case DiagnosisExtract diagnosis ->
                    count(
                            counts,
                            "icd10",
                            !diagnosis.icd10().isBlank()
                                    || row.codes().stream().anyMatch(code -> DISEASES.contains(code.system())));
                case AllergyExtract other -> {}
                case StayExtract other -> {}
                case ProfileExtract other -> {}
                case ProcedureExtract other -> {}
                case DocumentExtract other -> {}
            }
        }
        return counts;
    }

    /// Whether an item has a code of one of the systems: its own, or another of the same name.
    private static boolean has(Part row, String code, String name, Set<String> systems) {
        return row.codes().stream()
                .anyMatch(known -> systems.contains(known.system())
                        && !known.code().isBlank()
                        && (known.code().equals(code) || known.display().equals(name)));
    }

    private static void count(Map<String, CodeCount> counts, String system, boolean mapped) {
        counts.merge(system, NONE.with(mapped), (a, b) -> new CodeCount(a.seen + b.seen, a.mapped + b.mapped));
    }
}
