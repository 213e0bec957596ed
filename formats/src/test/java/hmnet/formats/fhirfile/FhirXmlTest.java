package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.check.Readers;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.Format;
import hmnet.formats.file.Mutations;
import hmnet.formats.file.Samples;
import hmnet.formats.model.chart.Part.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;

/// FHIR as XML says what its JSON says.
class FhirXmlTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Ids IDS = (type, key) -> type.charAt(0) + Integer.toHexString(key.hashCode());
    private static final Path TABLE = Path.of("src/main/resources/hmnet/formats/fhirfile/xml/elements.csv");
    private static final String[] FOLDERS = {
        "fhir-jp-clins",
        "fhir-eReferral",
        "fhir-ePrescription",
        "fhir-eMunicipalCheckup",
        "fhir-jp-core",
        "fhir-eCheckup-ughvj",
        "fhir-specific-health-guidance-hdw"
    };
    private static final String OBSERVATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Observation xmlns="http://hl7.org/fhir"><id value="o1"/>
              <text><status value="additional"/><div xmlns="http://www.w3.org/1999/xhtml"><p><b>空腹</b> <i>時</i>血糖 &lt; 100</p></div></text>
              <contained><Specimen><id value="s"/><type><text value="血清"/></type></Specimen></contained>
              <extension url="urn:x"><valueDecimal value="1.50"/></extension>
              <status value="final"/>
              <code><coding><system value="urn:oid:1.2.392.200119.4.504"/><code value="3D010000001926101"/></coding><text value="血糖"/></code>
              <subject><identifier><system value="urn:oid:1.2.392.100495.20.3.51.13419999999"/><value value="0000000123"/></identifier></subject>
              <effectiveDateTime value="2026-04-01"><extension url="urn:y"><valueBoolean value="true"/></extension></effectiveDateTime>
              <valueQuantity><value value="99.0"/><unit value="mg/dL"/></valueQuantity>
              <specimen><reference value="#s"/></specimen>
            </Observation>""";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String refusal(String xml) {
        return catchThrowableOfType(Unreadable.class, () -> FhirFile.read(bytes(xml)))
                .note()
                .code();
    }

    /// `-Dhmnet.elements=write` writes the table anew.
    @Test
    void theTableOfElementsIsThatOfR4() throws IOException {
        if ("write".equals(System.getProperty("hmnet.elements"))) {
            Files.writeString(TABLE, ElementTable.text());
        }
        assertThat(Files.readString(TABLE)).isEqualTo(ElementTable.text());
    }

    @Test
    void listsValuesAndExtensionsTakeTheFormOfJson() throws Unreadable {
        var file = FhirFile.read(bytes(OBSERVATION));
        var value = file.values().getFirst();
        assertThat(JsonDocument.write(value)).asString(StandardCharsets.UTF_8).startsWith("{\"resourceType\":");
        assertThat(value.members().get("extension"))
                .extracting(JsonValue::isArray)
                .isEqualTo(true);
        assertThat(value.at("extension.valueDecimal")).isEqualTo(JsonValue.number("1.50", 0));
        assertThat(value.at("valueQuantity.value")).isEqualTo(JsonValue.number("99.0", 0));
        assertThat(value.at("_effectiveDateTime.extension.valueBoolean")).isEqualTo(JsonValue.flag(true, 0));
        assertThat(value.text("contained.resourceType")).isEqualTo("Specimen");
        assertThat(value.text("text.div"))
                .isEqualTo("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p><b>空腹</b> <i>時</i>血糖 &lt; 100</p></div>");
        assertThat(Readers.format("o.xml", bytes(OBSERVATION))).contains(Format.FHIR);
        assertThat(file.sheets().getFirst().patient()).isEqualTo("0000000123");
    }

    @Test
    void bothFormsOfALetterGiveTheSameRows() throws Unreadable {
        for (var text : List.of(Letters.LETTER, Letters.BUNDLE)) {
            var resource = FHIR.newJsonParser().parseResource(Letters.whole(text));
            var json = FhirFile.read(bytes(FHIR.newJsonParser().encodeResourceToString(resource)));
            var xml = FhirFile.read(bytes(FHIR.newXmlParser().encodeResourceToString(resource)));
            assertThat(xml.values()).isEqualTo(json.values());
            assertThat(rows(xml)).isNotEmpty().isEqualTo(rows(json));
            assertThat(xml.notes())
                    .isEqualTo(json.notes().stream().map(note -> at(note, xml)).toList());
        }
    }

    /// Lines differ between the forms, nothing else may.
    private static Note at(Note note, FhirFile file) {
        return file.notes().stream()
                .filter(each -> each.code().equals(note.code()) && each.text().equals(note.text()))
                .findFirst()
                .orElse(note);
    }

    private static List<JsonValue> rows(FhirFile file) throws Unreadable {
        var rows = new java.util.ArrayList<JsonValue>();
        for (var sheet : file.sheets()) {
            for (var part : Rows.of(sheet, IDS)) {
                rows.addAll(JsonDocument.read(part.bundle()));
                rows.addAll(JsonDocument.read(part.extract()));
            }
        }
        return rows;
    }

    @Test
    void everySampleSaysTheSameInBothForms() throws Unreadable {
        int compared = 0;
        for (var path : Samples.files(".json", FOLDERS)) {
            var resource = parsed(path);
            if (resource.isEmpty()) {
                continue;
            }
            var json = outcome(FHIR.newJsonParser().encodeResourceToString(resource.get()));
            var xml = outcome(FHIR.newXmlParser().encodeResourceToString(resource.get()));
            assertThat(xml).as(path.toString()).isEqualTo(json);
            compared++;
        }
        assertThat(compared).isGreaterThan(400);
    }

    /// Nothing where the words are so broken that the reference parser gives up.
    private static Optional<IBaseResource> parsed(Path path) {
        try {
            return Optional.of(
                    FHIR.newJsonParser().parseResource(new String(Samples.bytes(path), StandardCharsets.UTF_8)));
        } catch (DataFormatException broken) {
            return Optional.empty();
        }
    }

    /// What was read, or why not; words without the spelling of their markup, and line ends as the parser's
    /// writer leaves them in attributes.
    private static Object outcome(String text) {
        try {
            return FhirFile.read(bytes(text)).values().stream()
                    .map(FhirXmlTest::plain)
                    .toList();
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    private static JsonValue plain(JsonValue node) {
        if (node.isArray()) {
            return node.withElements(
                    node.elements().stream().map(FhirXmlTest::plain).toList());
        }
        if (!node.isObject()) {
            return node.isText() ? JsonValue.text(node.text().replaceAll("\\s+", " "), 0) : node;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        node.members()
                .forEach((name, value) -> members.put(
                        name,
                        name.equals("div")
                                ? JsonValue.text(Narrative.words(value.text()).replaceAll("\\s", ""), 0)
                                : plain(value)));
        return node.withMembers(members);
    }

    @Test
    void whatXmlCannotSayTwoWaysIsRefused() {
        assertThat(refusal(OBSERVATION.replace("<status value=\"final\"/>", "<status value=\"final\"/>".repeat(2))))
                .isEqualTo("element-twice");
        assertThat(refusal(OBSERVATION.replace("value=\"99.0\"", "value=\"99,0\"")))
                .isEqualTo("number");
        assertThat(refusal(OBSERVATION.replace("<unit value", "高い<unit value"))).isEqualTo("text-unexpected");
        assertThat(refusal(OBSERVATION.replace("<valueQuantity>", "<valueQuantity value=\"9\">")))
                .isEqualTo("value-unexpected");
        assertThat(refusal(OBSERVATION.replace("<Specimen>", "<Specimen xmlns=\"urn:other\">")))
                .isEqualTo("namespace");
        assertThat(refusal(OBSERVATION.replace("?>\n", "?>\n<!DOCTYPE Observation [<!ENTITY x \"y\">]>\n")))
                .isEqualTo("doctype");
        assertThat(refusal("<Observation xmlns=\"http://hl7.org/fhir\"><code>")).isEqualTo("not-well-formed");
        assertThat(refusal("<a xmlns=\"http://hl7.org/fhir\">" + "<b>".repeat(200) + "</b>".repeat(200) + "</a>"))
                .isEqualTo("too-complex");
    }

    @Test
    void slipsArePutRightAndUnknownElementsAreKept() throws Unreadable {
        var file = FhirFile.read(bytes(OBSERVATION
                .replace("<status value=\"final\"/>", "<status>final</status><ward value=\"3東\"/><focus/>")
                .replace("<Observation xmlns=", "<f:Observation xmlns:f=\"http://hl7.org/fhir\" lang=\"ja\" xmlns=")
                .replace("</Observation>", "</f:Observation>")));
        assertThat(file.values().getFirst().text("ward")).isEqualTo("3東");
        assertThat(file.values().getFirst().text("status")).isEqualTo("final");
        assertThat(file.notes())
                .extracting(Note::code)
                .contains("value-as-text", "element-unknown", "empty-value", "attribute-unknown");
    }

    /// As its JSON does: the value, and beside it what was added to it.
    @Test
    void anUnknownElementWithValueAndExtensionIsKeptAndNamed() throws Unreadable {
        var unknown =
                "<ward value=\"3東\" id=\"w\"><extension url=\"urn:z\"><valueString value=\"本館\"/></extension></ward>";
        var file = FhirFile.read(bytes(OBSERVATION.replace("<specimen>", unknown + "<specimen>")));
        var value = file.values().getFirst();
        assertThat(value.text("ward")).isEqualTo("3東");
        assertThat(value.text("_ward.extension.valueString")).isEqualTo("本館");
        assertThat(value.text("_ward.id")).isEqualTo("w");
        assertThat(file.notes()).extracting(Note::code).contains("element-unknown");
        var nested = FhirFile.read(
                bytes(OBSERVATION.replace("<specimen>", "<ward value=\"3東\"><bed value=\"12\"/></ward><specimen>")));
        assertThat(nested.values().getFirst().text("ward.value")).isEqualTo("3東");
        assertThat(nested.values().getFirst().text("ward.bed")).isEqualTo("12");
    }

    @Test
    void damagedXmlIsReadOrRefused() {
        var letter = FHIR.newXmlParser()
                .encodeResourceToString(FHIR.newJsonParser().parseResource(Letters.whole(Letters.LETTER)));
        int refused = 0;
        for (long seed = 0; seed < 250; seed++) {
            try {
                for (var sheet :
                        FhirFile.read(Mutations.of(bytes(letter), seed)).sheets()) {
                    Rows.of(sheet, IDS);
                }
            } catch (Unreadable bad) {
                assertThat(bad.note().code()).matches("[a-z0-9-]+");
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 250);
    }
}
