package hmnet.formats.fhir;

/// The person as JP_Patient (患者).
public final class PatientJson {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    private PatientJson() {}

    public static void write(Bundle bundle, Person person) {
        var json = bundle.start("Patient", "", "JP_Patient");
        json.openList("identifier").identifier("", person.number()).closeList();
        names(json, person);
        if (!person.phone().isBlank()) {
            json.openList("telecom").open().text("system", "phone").text("value", person.phone());
            json.text("use", "home").close().closeList();
        }
        json.text("gender", person.sex());
        if (person.birthDate() != null) {
            json.text("birthDate", person.birthDate().toString());
        }
        if (person.diedOn() != null) {
            json.text("deceasedDateTime", person.diedOn().toString());
        }
        if (!person.address().isBlank() || !person.postalCode().isBlank()) {
            json.openList("address").open().text("text", person.address());
            json.text("postalCode", person.postalCode())
                    .text("country", "JP")
                    .close()
                    .closeList();
        }
        bundle.end();
    }

    private static void names(FhirJson json, Person person) {
        if (!(person.familyName() + person.givenName() + person.familyKana() + person.givenKana()).isBlank()) {
            json.openList("name");
            name(json, "IDE", person.familyName(), person.givenName());
            name(json, "SYL", person.familyKana(), person.givenKana());
            json.closeList();
        }
    }

    private static void name(FhirJson json, String representation, String family, String given) {
        if (family.isBlank() && given.isBlank()) {
            return;
        }
        json.open().openList("extension").open().text("url", REPRESENTATION);
        json.text("valueCode", representation).close().closeList();
        json.text("use", "official")
                .text("text", (family + " " + given).strip())
                .text("family", family);
        if (!given.isBlank()) {
            json.openList("given").value(given).closeList();
        }
        json.close();
    }
}
