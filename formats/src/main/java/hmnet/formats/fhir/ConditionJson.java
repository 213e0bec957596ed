package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.DiagnosisExtract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A diagnosis as JP_Condition (病名), from PRB and the segments that follow it.
public final class ConditionJson {
    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

    private static final String EXCHANGE = "http://medis.or.jp/CodeSystem/master-disease-exCode";

    private ConditionJson() {}

    public static void write(
            Bundle bundle,
            String key,
            DiagnosisExtract diagnosis,
            Segment prb,
            @Nullable Segment zpr,
            @Nullable Segment orc) {
        var json = bundle.start("Condition", key, "JP_Condition");
        json.openList("identifier").identifier("", prb.text(4)).closeList();
        json.concept("clinicalStatus", TERMS + "condition-clinical", clinicalStatus(prb, diagnosis), "");
        json.concept(
                "verificationStatus",
                TERMS + "condition-ver-status",
                diagnosis.suspected() ? "provisional" : "confirmed",
                "");
        json.concepts("category", TERMS + "condition-category", "problem-list-item", "");
        code(json, diagnosis, prb, zpr);
        json.reference("subject", bundle.patient());
        json.text("onsetDateTime", diagnosis.onset());
        json.text("abatementDateTime", diagnosis.ended());
        json.text("recordedDate", Hl7Time.fhir(prb.has(7) ? prb.text(7) : prb.text(2)));
        if (orc != null) {
            json.display("recorder", Names.person(orc, 12));
        }
        bundle.end();
    }

    /// F is full recovery, D is death (HL70241); any other outcome with an end date closes the matter without
    /// a cure.
    private static String clinicalStatus(Segment prb, DiagnosisExtract diagnosis) {
        return switch (prb.text(14)) {
            case "F" -> "resolved";
            case "D" -> "inactive";
            default -> diagnosis.ended().isEmpty() ? "active" : "inactive";
        };
    }

    private static void code(FhirJson json, DiagnosisExtract diagnosis, Segment prb, @Nullable Segment zpr) {
        json.open("code").codings(codes(diagnosis, prb, zpr));
        json.text("text", diagnosis.name()).close();
    }

    /// The codes of a diagnosis: of the disease, for exchange, ICD-10.
    public static List<Code> codes(DiagnosisExtract diagnosis, Segment prb, @Nullable Segment zpr) {
        var codes = new ArrayList<Code>(3);
        codes.add(new Code(CodingSystems.uri(prb.text(3, 3)), prb.text(3, 1), prb.text(3, 2)));
        if (zpr != null) {
            codes.add(new Code(EXCHANGE, zpr.has(5) ? zpr.text(5, 1) : zpr.text(6, 1), ""));
        }
        codes.add(new Code(CodingSystems.uri(icdSystem(prb)), diagnosis.icd10(), prb.text(10, 2)));
        codes.removeIf(code -> code.code().isBlank());
        return codes;
    }

    private static String icdSystem(Segment prb) {
        return prb.text(10, 3).isEmpty() ? "I10" : prb.text(10, 3);
    }
}
