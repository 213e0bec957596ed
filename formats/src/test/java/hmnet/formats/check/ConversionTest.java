package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.file.Samples;
import hmnet.formats.labcsv.LabLayout;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Code;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A file of one format in another: what comes out is read again and says the same.
class ConversionTest {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final String LAB = """
            見本検査,0000123,20260401,見本　花子,2,,,,E,P1,生化学,,1001,3B035000002327201,ＡＳＴ,H,10-40,55,U/L,023,血清,C1,再検済,,
            見本検査,0000123,20260401,見本　花子,2,,,,E,P1,生化学,,1002,3B045000002327201,ＡＬＴ,,5-45,<5,U/L,023,血清,,,,
            見本検査,0000123,20260401,見本　花子,2,,,,E,P2,尿,,2001,,尿蛋白,,,±,,001,尿,,,,
            """;
    private static final String USERS = """
            SERVICE_USER_INFO
            care_facility_id,service_code,external_system_management_number,insurer_no,insured_no,last_name,first_name,last_name_kana,first_name_kana,gender,birthday,care_level
            "3499999999","15","U1","999999","0000000001","見本","花子","ﾐﾎﾝ","ﾊﾅｺ",2,"19300101","23"
            "3499999999","15","U2","999999","0000000002","架空","太郎","ｶｸｳ","ﾀﾛｳ",1,"19310203","21"
            """;
    private static final String CHECKUP = """
            {"resourceType":"Bundle","type":"collection","entry":[
             {"resource":{"resourceType":"Patient","id":"p","identifier":[{"system":"urn:oid:1.2.392.100495.20.3.51.13419999999","value":"0000000123"}],
              "name":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation","valueCode":"SYL"}],"family":"ケンシン","given":["ハナコ"]}],"gender":"female","birthDate":"1960-04-01"}},
             {"resource":{"resourceType":"Observation","id":"o1","status":"final","code":{"coding":[{"system":"urn:oid:1.2.392.200119.6.1005","code":"9N001000000000001","display":"身長"}]},
              "subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-04-05","valueQuantity":{"value":158.2,"unit":"cm","code":"cm","system":"http://unitsofmeasure.org"}}},
             {"resource":{"resourceType":"Observation","id":"o2","status":"final","code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"3D010000001926101","display":"空腹時血糖"}]},
              "subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-04-05","valueQuantity":{"value":131,"unit":"mg/dL","code":"mg/dL","system":"http://unitsofmeasure.org"},
              "referenceRange":[{"low":{"value":60},"high":{"value":99}}],"interpretation":[{"coding":[{"code":"H"}]}]}},
             {"resource":{"resourceType":"MedicationRequest","id":"m","status":"completed","intent":"order","medicationCodeableConcept":{"text":"見本錠"},"subject":{"reference":"Patient/p"},"authoredOn":"2026-04-05",
              "dosageInstruction":[{"text":"朝食後","doseAndRate":[{"rateRatio":{"numerator":{"value":3,"unit":"錠"},"denominator":{"value":1,"unit":"日","code":"d"}}}]}]}}]}""";

    /// The person stands before all rows, and in that of their profile (bdl-7).
    @Test
    void noEntryOfABundleStandsInItTwice() throws Unreadable {
        var adt = "MSH|^~\\&|A|B|C|D|20261102093000||ADT^A08^ADT_A01|1|P|2.5||||||~ISO IR87||ISO 2022-1994\r"
                + "EVN||20261102093000\rPID|||0000123^^^^PI||見本^花子^^^^^L^I||19500101|F\r"
                + "PV1||O|01\rOBX|1|NM|9N001000000000001^身長^JC10||158.2|cm^cm^ISO+|||||F\r";
        var written = Conversion.of("x", utf8(adt), Format.FHIR);
        var urls = JsonDocument.read(written.bytes()).getFirst().all("entry.fullUrl");
        assertThat(urls).isNotEmpty();
        assertThat(urls).extracting(JsonValue::text).doesNotHaveDuplicates();
    }

    private static byte[] ms932(String text) {
        return text.replace("\n", "\r\n").getBytes(MS932);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FacilityFile again(WrittenFile written, Format format) throws Unreadable {
        assertThat(Readers.format("converted", written.bytes())).contains(format);
        return Readers.read("converted", written.bytes());
    }

    private static String refusal(byte[] bytes, Format to) {
        return catchThrowableOfType(Unreadable.class, () -> Conversion.of("x", bytes, to))
                .note()
                .code();
    }

    /// What a result says, whatever set it stands in.
    private static Map<String, List<String>> said(FacilityFile file) {
        var said = new TreeMap<String, List<String>>();
        for (var sheet : file.sheets()) {
            for (var entry : sheet.entries()) {
                if (entry instanceof Results results) {
                    results.results()
                            .forEach(result -> said.put(
                                    sheet.patient() + "/" + result.test().shown(),
                                    List.of(
                                            results.at().toString(),
                                            results.specimen().type().shown(),
                                            result.value(),
                                            result.unit().unit(),
                                            result.low(),
                                            result.high(),
                                            result.flag(),
                                            result.status(),
                                            String.join(",", result.notes()),
                                            String.join(
                                                    ",",
                                                    result.test().codes().stream()
                                                            .map(Code::code)
                                                            .sorted()
                                                            .toList()))));
                }
            }
        }
        return said;
    }

    @Test
    void resultsGoFromOneLaboratorysFormToOursAndToHl7AndBack() throws Unreadable {
        var nlab = Readers.read("x.DAT", ms932(LAB));
        var hl7 = Conversion.of("x.DAT", ms932(LAB), Format.HL7V2);
        var ours = Conversion.of("x", hl7.bytes(), Format.LAB_CSV);
        var file = again(ours, Format.LAB_CSV);
        assertThat(file.kind()).isEqualTo("hmnet");
        assertThat(file.notes()).isEmpty();
        assertThat(said(file).keySet()).isEqualTo(said(nlab).keySet());
        assertThat(said(file).get("0000123/ＡＬＴ")).contains("<5", "U/L", "5", "45");
        var twice = Conversion.of("x", ours.bytes(), Format.LAB_CSV);
        assertThat(twice.bytes()).isEqualTo(ours.bytes());
        assertThat(said(again(Conversion.of("x", ours.bytes(), Format.LAB_CSV), Format.LAB_CSV)))
                .isEqualTo(said(file));
    }

    @Test
    void resultsAreWrittenInTheLayoutALaboratoryDeclares() throws Unreadable {
        var layout = LabLayout.read(utf8("""
                layout,mihon,2026-11-01
                form,csv,8,8
                heading,1
                field,patient,1
                field,sampled,2
                field,jlac10,3
                field,item,4
                field,limit,5
                field,value,6
                field,unit,7
                field,range,8
                limit,1,<
                limit,2,>
                """));
        var made = Conversion.of("x.DAT", ms932(LAB), Format.LAB_CSV, layout);
        var text = new String(made.bytes(), MS932);
        assertThat(text).contains("ＡＬＴ,1,5,U/L,5-45");
        assertThat(made.notes()).extracting(Note::code).contains("no-column");
        var read = Readers.read("x", made.bytes(), List.of(layout));
        assertThat(said(read).get("0000123/ＡＬＴ")).contains("<5", "5", "45");
        assertThat(CheckedFile.of("x", "x", made.bytes(), FileAgreements.layouts(List.of(layout)))
                        .kind())
                .isEqualTo("mihon");
        assertThat(CheckedFile.of("x", "x", made.bytes()).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void checkUpsInFhirBecomeTheStandardsXmlAndWhatItCannotSayIsTold() throws Unreadable {
        var made = Conversion.of("c.json", utf8(CHECKUP), Format.KENSHIN);
        var file = again(made, Format.KENSHIN);
        assertThat(said(file).get("/身長")).contains("158.2", "cm");
        assertThat(said(file).get("/空腹時血糖")).contains("131", "mg/dL", "60", "99", "H");
        assertThat(made.notes()).extracting(Note::code).contains("not-written");
        assertThat(Conversion.of("c.xml", made.bytes(), Format.KENSHIN).bytes()).isEqualTo(made.bytes());
        assertThat(refusal(ms932(USERS), Format.KENSHIN)).isEqualTo("not-writable");
    }

    @Test
    void anAmountOfADayIsNeverOneOfATime() throws Unreadable {
        var words =
                new String(Conversion.of("c.json", utf8(CHECKUP), Format.CDA).bytes(), StandardCharsets.UTF_8);
        assertThat(words).contains("見本錠 1日3錠 朝食後").doesNotContain("1回3錠");
    }

    @Test
    void oneDocumentHoldsAllThatIsToldOfOnePatientAndNoOther() throws Unreadable {
        var made = Conversion.of("x.DAT", ms932(LAB), Format.CDA);
        var file = again(made, Format.CDA);
        assertThat(file.sheets().getFirst().patient()).isEqualTo("0000123");
        assertThat(new String(made.bytes(), StandardCharsets.UTF_8))
                .contains("ＡＬＴ [3B045000002327201 1002] &lt;5 U/L (5～45)");
        assertThat(Conversion.of("x", made.bytes(), Format.CDA).bytes()).isEqualTo(made.bytes());
        assertThat(refusal(ms932(LAB + LAB.replace("0000123", "0000456")), Format.CDA))
                .isEqualTo("not-writable");
    }

    @Test
    void usersGoBetweenLifeAndTheCarePlanExchange() throws Unreadable {
        assertThat(Conversion.of("x", ms932(USERS), Format.LIFE).bytes()).isEqualTo(ms932(USERS));
        var plan = Conversion.of("x", ms932(USERS), Format.CAREPLAN);
        var users = again(plan, Format.CAREPLAN).sheets();
        assertThat(users).extracting(Sheet::patient).containsExactly("999999-0000000001", "999999-0000000002");
        var life = Conversion.of("x", plan.bytes(), Format.LIFE);
        assertThat(life.notes()).extracting(Note::code).contains("column-required");
        assertThat(persons(again(life, Format.LIFE))).isEqualTo(persons(Readers.read("x", ms932(USERS))));
        assertThat(refusal(ms932(LAB), Format.LIFE)).isEqualTo("not-writable");
        assertThat(refusal(ms932(LAB), Format.CAREPLAN)).isEqualTo("not-writable");
    }

    private static List<Object> persons(FacilityFile file) {
        var persons = new ArrayList<Object>();
        file.sheets().forEach(sheet -> persons.addAll(List.of(sheet.patient(), sheet.person())));
        return persons;
    }

    @Test
    void aFileOfTheFormatItselfIsWrittenFromItsOwnModel() throws Unreadable {
        var json = Conversion.of("c.json", utf8(CHECKUP), Format.FHIR);
        assertThat(again(json, Format.FHIR).sheets()).hasSize(1);
        var again = Conversion.of("c.json", json.bytes(), Format.FHIR);
        assertThat(again.bytes()).isEqualTo(json.bytes());
    }

    @Test
    void theTableCountsWhatOfTheSamplesEachFormatHolds() throws IOException {
        assumeTrue(Samples.present(), "the shared folder is absent");
        var table = ConversionTable.of(List.of(Samples.folder()));
        assertThat(table.text()).contains("| `fhir` |", "| `nsips` |");
        assertThat(table.text()).contains("| `kenshin-xml` |");
    }
}
