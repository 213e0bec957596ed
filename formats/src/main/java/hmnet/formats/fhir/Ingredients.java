package hmnet.formats.fhir;

/// The mixture of an injection as a contained JP_Medication (混注内容), from RXC.
final class Ingredients {
    static final String ID = "mixture";
    private static final QuantityUnit ONCE = new QuantityUnit("TIME", "回", "urn:oid:1.2.392.100495.20.2.101");

    private Ingredients() {}

    static void contain(FhirJson json, DrugLine line) {
        json.openList("contained").open().text("resourceType", "Medication").text("id", ID);
        json.openList("ingredient");
        for (var rxc : line.components()) {
            json.open();
            if (Names.of(rxc, 2).isBlank()) {
                json.open("itemCodeableConcept").text("text", "不明").close();
            } else {
                json.concept("itemCodeableConcept", rxc, 2);
            }
            if (FhirJson.isDecimal(rxc.text(3))) {
                json.open("strength").quantity("numerator", rxc.text(3), QuantityUnit.of(rxc, 4));
                json.quantity("denominator", "1", ONCE).close();
            }
            json.close();
        }
        json.closeList().close().closeList();
    }
}
