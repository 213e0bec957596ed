package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a doctor sees of a file of FHIR about nobody (架空のFHIRの診療録).
record ChartOf(FhirFile file) {
    static final String MG = "\"unit\":\"mg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"";
    static final String TAB = "\"unit\":\"錠\",\"system\":\"urn:oid:1.2.392.100495.20.2.101\",\"code\":\"TAB\"";
    static final String DAY = "\"value\":1,\"unit\":\"日\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"";

    static ChartOf file(String json) throws Unreadable {
        return new ChartOf(FhirFile.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    /// One resource about the patient of number 77; `RES` says all of it but its patient.
    static ChartOf one(String type, String members) throws Unreadable {
        var subject = type.equals("AllergyIntolerance") || type.equals("Immunization") ? "patient" : "subject";
        return file("{\"resourceType\":\"" + type + "\",\"id\":\"r1\",\"" + subject
                + "\":{\"identifier\":{\"system\":\"urn:x\",\"value\":\"77\"}}," + members + "}");
    }

    /// A prescription of tablets with an instruction.
    static ChartOf prescribed(String dosages, String more) throws Unreadable {
        return one("MedicationRequest", """
                "status":"active","intent":"order","authoredOn":"2026-04-06T09:00:00+09:00",
                "medicationCodeableConcept":{"coding":[{"system":"urn:oid:1.2.392.200119.4.403.1","code":"999000001","display":"架空錠2mg"}],"text":"架空錠2mg"},
                "dosageInstruction":[DOSAGES] MORE""".replace("DOSAGES", dosages).replace("MORE", more));
    }

    List<KeptFhir> rows() {
        return file.sheets().getFirst().entries().stream()
                .map(KeptFhir.class::cast)
                .toList();
    }

    KeptFhir row() {
        return rows().getFirst();
    }

    /// As the chart reads it back.
    Extract seen() {
        var part = Rows.of(file.sheets().getFirst(), (type, key) -> type + key.hashCode())
                .getFirst();
        return Extract.read(part.kind(), part.extract());
    }

    List<DrugItem> drugs() {
        return ((PrescriptionExtract) seen()).items();
    }

    DrugItem drug() {
        return drugs().getFirst();
    }

    List<String> notes() {
        return file.notes().stream().map(Note::code).toList();
    }

    Entry plain() throws Unreadable {
        return file.plainSheets().getFirst().entries().getFirst();
    }
}
