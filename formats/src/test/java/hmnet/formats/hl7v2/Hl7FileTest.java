package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.Cost;
import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages as hospitals, departments and laboratories send them, outside of a storage.
class Hl7FileTest {
    static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final String PID = "PID|1||0001234567^^^^PI||架空^花子^^^^^L^I~カクウ^ハナコ^^^^^L^P||19500228|F\r";
    private static final String ORC = "ORC|NW|20260401001||||||||||D1^架空^一郎|||||01^内科^99XY1\r";

    static String header(String type) {
        return "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260401102030||" + type + "|1|P|2.5||||||~ISO IR87||ISO 2022-1994\r";
    }

    static Hl7File read(String text) throws Unreadable {
        return Hl7File.read(text.getBytes(JIS));
    }

    private static <T> T only(String text, Class<T> type) throws Unreadable {
        var sheets = read(text).sheets();
        assertThat(sheets).hasSize(1);
        assertThat(sheets.getFirst().patient()).isEqualTo("0001234567");
        assertThat(sheets.getFirst().entries()).hasSize(1);
        return type.cast(sheets.getFirst().entries().getFirst());
    }

    private static String refusal(String text) {
        try {
            read(text);
            return "read";
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    @Test
    void anAdmissionTellsThePatientTheStayAndTheDiagnosis() throws Unreadable {
        var file = read(
                header("ADT^A01") + "EVN|A01|20260401\r" + PID
                        + "PV1|1|I|３東^301^1||||D1^架空^一郎|||01|||||||||V77" + "|".repeat(25) + "202604010930\r"
                        + "DG1|1||I10^高血圧症^I10\rAL1|1|DA^薬剤^HL70127|1^ペニシリン^99XYZ\rOBX|1|NM|9N001000000000001^身長^JC10||151.0|cm|||||F\r");
        assertThat(file.sheets())
                .extracting(Sheet::source)
                .containsExactly("ALLERGY/AL1", "STAY/admitted/V77", "DG1/I10", "PROFILE/VITAL");
        assertThat(file.sheets()).allMatch(Sheet::master);
        var stay = (Stay) file.sheets().get(1).entries().getFirst();
        assertThat(stay.event() + stay.ward() + stay.doctor()).isEqualTo("admitted３東-301-1架空 一郎");
        assertThat(file.sheets().get(0).entries().getFirst()).isInstanceOf(Allergies.class);
        assertThat(((Problem) file.sheets().get(2).entries().getFirst())
                        .disease()
                        .shown())
                .isEqualTo("高血圧症");
    }

    @Test
    void aCancelTakesBackWhatItsOppositeTold() throws Unreadable {
        var visit = "PV1|1|O|01^^^^^C|||||||01|||||||||V78\r";
        var told = read(header("ADT^A04") + PID + visit).sheets();
        var gone = read(header("ADT^A11") + PID + visit).sheets();
        assertThat(gone).hasSize(1);
        assertThat(gone.getFirst().source()).isEqualTo(told.getFirst().source()).isEqualTo("STAY/visit/V78");
        assertThat(gone.getFirst().deletes()).isTrue();
    }

    @Test
    void eachOrderOfAPrescriptionHasALifeOfItsOwn() throws Unreadable {
        var drug = "RXE||620007329^架空錠^HOT9|1||TAB^錠^MR9P|||||21|TAB^錠^MR9P||||||||3^TAB&錠&MR9P||OHP^外来処方^MR9P\r"
                + "TQ1|1||1013044400000000&内服・経口・１日３回朝昼夕食後&JAMISDP01|||7^D&日&ISO+|20260401\rRXR|PO^口^HL70162\r";
        var two = read(header("RDE^O11")
                + PID
                + ORC
                + drug
                + ORC.replace("001|", "002|").replace("NW", "CA")
                + drug);
        assertThat(two.sheets())
                .extracting(Sheet::source)
                .containsExactly("ORDERED/20260401001", "ORDERED/20260401002");
        assertThat(two.sheets()).extracting(Sheet::deletes).containsExactly(false, true);
        var medicines = (Medicines) two.sheets().getFirst().entries().getFirst();
        var first = medicines.drugs().getFirst();
        assertThat(first.count()).isEqualTo(7);
        assertThat(first.daily().value() + first.daily().unit()).isEqualTo("3錠");
        assertThat(first.total().value()).isEqualTo("21");
        assertThat(first.usageCode()).isEqualTo("1013044400000000");
        assertThat(medicines.department()).isEqualTo("内科");
        assertThat(medicines.injection()).isFalse();
    }

    @Test
    void omp009AndRds013AreMedicinesToo() throws Unreadable {
        var ordered = only(
                header("OMP^O09") + PID + ORC
                        + "TQ1|1||1050110000000000&疼痛時&JAMISDP01\rRXO|620007329^架空錠^HOT9|1||TAB^錠^MR9P|||||||10|TAB^錠^MR9P\rRXR|PO^口^HL70162\r",
                Medicines.class);
        assertThat(ordered.drugs().getFirst().asNeeded()).isTrue();
        assertThat(ordered.drugs().getFirst().total().value()).isEqualTo("10");
        var dispensed = only(
                header("RDS^O13") + PID + ORC + "RXD|1|620007329^架空錠^HOT9|202604011100|10|TAB^錠^MR9P\r",
                Medicines.class);
        assertThat(dispensed.act()).isEqualTo(Medicines.MedicineAct.DISPENSED);
        assertThat(dispensed.at().getHour()).isEqualTo(11);
    }

    @Test
    void laboratoryResultsComeByOrderAndSpecimen() throws Unreadable {
        var results = only(
                header("OUL^R22") + PID
                        + "SPM|1|S1||023^血清^JC10|||||||||||||202604010800\rOBR|1|20260401001||E002^生化学^99O03|||202604010800"
                        + "|".repeat(15) + "202604011000\r"
                        + "ORC|SC|20260401001\rOBX|1|NM|3B035000002327201^AST^JC10||31|U/L^U/L^ISO+|13-30|H|||F\rNTE|1||溶血あり\r"
                        + "OBX|2|NM|3A010000002327101^総蛋白^JC10||7.2|g/dL||N|||D\r",
                Results.class);
        assertThat(results.kind()).isEqualTo(Results.ResultKind.LABORATORY);
        assertThat(results.specimen().type().shown()).isEqualTo("血清");
        assertThat(results.results()).as("what was deleted is not told").hasSize(1);
        var ast = results.results().getFirst();
        assertThat(ast.value() + ast.unit().unit() + ast.low() + ast.high() + ast.flag())
                .isEqualTo("31U/L1330H");
        assertThat(ast.notes()).containsExactly("溶血あり");
        assertThat(results.finalAt()).isNotNull();
    }

    @Test
    void anOrderWhoseResultsAreAllDeletedIsTakenBack() throws Unreadable {
        var file = read(header("ORU^R01") + PID + "ORC|SC|20260401001\rOBR|1|20260401001||E002^生化学^99O03\r"
                + "OBX|1|NM|3B035000002327201^AST^JC10||31|U/L||H|||D\r");
        assertThat(file.sheets().getFirst().deletes()).isTrue();
        assertThat(file.sheets().getFirst().source()).isEqualTo("LABORATORY/20260401001");
    }

    @Test
    void oruIsAReportVitalSignsOrLaboratoryResultsByWhatItHolds() throws Unreadable {
        var obr = "OBR|1|20260401001||CHEST^胸部CT^99RAD|||202604010900\r";
        var report = only(
                header("ORU^R01") + PID + obr
                        + "OBX|1|TX|CHEST&GDT^胸部CT^99RAD||右上葉に結節\rOBX|2|TX|CHEST&IMP^胸部CT^99RAD||経過観察\r",
                Paper.class);
        assertThat(report.sections())
                .containsExactly(new Paper.PaperSection("所見", "右上葉に結節"), new Paper.PaperSection("診断", "経過観察"));
        assertThat(report.title()).isEqualTo("胸部CT");
        var vital = only(
                header("ORU^R30") + PID + ORC
                        + "OBR|1|||VS\rOBX|1|NM|9P100000000000001^体温^JC10||36.5|cel|||||F|||202604010700\r",
                Results.class);
        assertThat(vital.kind()).isEqualTo(Results.ResultKind.VITAL);
        assertThat(vital.at().getHour()).isEqualTo(7);
    }

    @Test
    void microbiologyNamesWhatEachAmountIsAbout() throws Unreadable {
        var organism =
                "OBX|1|CWE|6B010000001774214^菌名^JC10|1|2001^E.coli^JANIS||||||F\rOBX|2|ST|6B010000001774211^菌量^JC10|1|(2+)||||||F\r";
        var parent = "OBR|2|20260401001||6C010000008076200^感受性^JC10" + "|".repeat(22) + "6B010000001774214&菌名&JC10^";
        var drug = "OBX|1|ST|6C010604708076205^PIPC^JC10||< 2|ug/mL||S|||F\r";
        var results = only(
                header("OUL^R22") + PID + "SPM|1|S1||017^血液^JC10\rOBR|1|20260401001||6B0100^培養^JC10\r" + organism
                        + parent + "1^E.coli\r" + drug + parent + "2^S.aureus\r" + drug.replace("S|||F", "R|||F"),
                Results.class);
        assertThat(results.results())
                .extracting(result -> result.test().shown())
                .containsExactly("菌名", "菌量［E.coli］", "PIPC［E.coli］", "PIPC［S.aureus］");
        assertThat(results.results())
                .extracting(Results.TestResult::key)
                .doesNotHaveDuplicates()
                .noneMatch(key -> key.contains("#"));
    }

    @Test
    void examinationsDocumentsAndAppointmentsAreTold() throws Unreadable {
        var asked =
                only(header("OMG^O19") + PID + ORC + "OBR|1|20260401001||1000^胸部単純^JJ1017-16P\r", PerformedActs.class);
        assertThat(asked.ordered()).isTrue();
        var pdf = "%PDF-1.4 架空".getBytes(StandardCharsets.UTF_8);
        var document = only(
                header("MDM^T02") + "EVN|T02|20260401\r" + PID
                        + "PV1|1|O\rTXA|1|18842-5^退院時サマリー^LN|AP|202603311200|||||D1^架空^一郎|||DOC9^HIS\r"
                        + "OBX|1|ED|18842-5^退院時サマリー^LN||^application^pdf^Base64^"
                        + Base64.getEncoder().encodeToString(pdf) + "||||||F\r",
                Paper.class);
        assertThat(document.contentType()).isEqualTo("application/pdf");
        assertThat(document.content()).isEqualTo(pdf);
        assertThat(document.author()).isEqualTo("架空 一郎");
        var booked =
                only(header("SIU^S12") + "SCH|B1|B2|||||||||^^30^202605011000\r" + PID + "PV1|1|O|01\r", Stay.class);
        assertThat(booked.event()).isEqualTo("booked");
        assertThat(booked.at().getMonthValue()).isEqualTo(5);
        assertThat(read(header("SIU^S15") + "SCH|B1|B2\r" + PID)
                        .sheets()
                        .getFirst()
                        .deletes())
                .isTrue();
    }

    @Test
    void aReplacedDocumentLeavesWithItsParent() throws Unreadable {
        var replaced =
                read(header("MDM^T10") + PID + "TXA|1|11506-3^経過記録^LN|TX|||||||||DOC2|DOC1\rOBX|1|TX|1^本文||書き直した本文\r");
        assertThat(replaced.sheets()).extracting(Sheet::source).containsExactly("DOCUMENT/DOC1", "DOCUMENT/DOC2");
        assertThat(replaced.sheets()).extracting(Sheet::deletes).containsExactly(true, false);
    }

    @Test
    void manyMessagesInOneFileAreReadWithTheirLines() throws Unreadable {
        var one = header("ADT^A08") + PID;
        var other = one.replace("0001234567", "0007654321").replace("19500228", "unknown");
        for (var text : List.of(
                one + other,
                "\u000B" + one + "\u001C\r\u000B" + other + "\u001C\r",
                "FHS|^~\\&|HIS\rBHS|^~\\&|HIS\r" + one + other + "BTS|2\rFTS|1\r",
                (one + other).replace("\r", "\n"))) {
            var file = read(text);
            assertThat(file.sheets()).extracting(Sheet::patient).containsExactly("0001234567", "0007654321");
            assertThat(file.notes()).extracting(Note::code).containsExactly("birth-date-missing");
            assertThat(file.kind()).isEqualTo("ADT^A08");
        }
        var miscounted = read("BHS|^~\\&|HIS\r" + one + "BTS|2\r");
        assertThat(miscounted.notes()).extracting(Note::code).containsExactly("count-differs");
    }

    @Test
    void aSecondPatientUnderTheSameNumberOrNoneIsRefused() {
        var results = header("ORU^R01") + PID + "OBR|1|1\r";
        assertThat(refusal(results + "PID|2||0001234567^^^^PI||見本^桜^^^^^L^I\rOBR|2|2\r"))
                .isEqualTo("patients-differ");
        assertThat(refusal(results + "PID|2||||||19310503|M\rOBR|2|2\r")).isEqualTo("patients-differ");
        assertThat(refusal(results + PID + "OBR|2|2\r")).isEqualTo("read");
    }

    @Test
    void whatIsCutOrContradictsItselfIsRefused() {
        var one = header("ADT^A08") + PID;
        assertThat(refusal("")).isEqualTo("empty");
        assertThat(refusal("hello")).isEqualTo("not-hl7");
        assertThat(refusal("FHS|^~\\&|HIS\r" + one)).isEqualTo("truncated");
        assertThat(refusal(header("ADT^A08"))).isEqualTo("pid-missing");
        assertThat(refusal(header("RDE^O11") + PID + ORC)).isEqualTo("segment-missing");
        assertThat(refusal(header("ORU^R01") + PID + "OBR|1|1\rPID|2||0000000009\rOBR|2|2\r"))
                .isEqualTo("patients-differ");
        assertThat(refusal(header("ADT^A08").replace("20260401102030", "") + PID))
                .isEqualTo("time-missing");
        assertThat(refusal(one + header("OUL^R22") + PID + "OBX|1|NM|3B035^AST^JC10||3"))
                .isEqualTo("truncated");
    }

    @Test
    void floodsCostMilliseconds() throws Unreadable {
        var obr = "OBR|1|20260401001||CHEST^胸部CT^99RAD\rOBX|1|TX|1^所見||異常なし\r";
        var meal = "ORC|NW|20260401001\rODS|D||001^常食^99XXX\r";
        assertThat(Cost.of(() -> {
                    assertThat(read(header("ORU^R01") + PID + obr.repeat(9_000)).sheets())
                            .hasSize(1);
                    assertThat(read(header("OMD^O03") + PID + meal.repeat(9_000))
                                    .sheets())
                            .hasSize(1);
                    assertThat(refusal(header("ORU^R01") + PID + obr.repeat(11_000)))
                            .isEqualTo("too-many-segments");
                    assertThat(refusal((header("ACK") + "MSA|AA|1\r").repeat(20_001)))
                            .isEqualTo("too-many-messages");
                }))
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatTellsNothingOfCareIsReadAndSaidSo() throws Unreadable {
        assertThat(read(header("ACK") + "MSA|AA|1\r").notes())
                .extracting(Note::code)
                .containsExactly("no-chart-data");
        assertThat(read(header("ZZZ^Z01") + PID).notes()).extracting(Note::code).containsExactly("type-not-read");
        assertThat(read(header("ADT^A40") + PID + "MRG|9\r").notes())
                .extracting(Note::code)
                .containsExactly("identity-feed");
    }

    @Test
    void whatIsWrittenIsReadAgainTheSame() throws Unreadable {
        var odd = "MSH$*!%#$HIS$架空病院$GW$HMNET$20260401102030$$ADT*A08$1$P$2.5$$$$$$UNICODE UTF-8\r"
                + "PID$1$$0001234567****PI$$髙﨑*一|郎*****L*I!タカサキ*イチロウ*****L*P$$19500228$M$$$****730-0000**H*架空市%F%１^２\r";
        var read = Hl7File.read(odd.getBytes(StandardCharsets.UTF_8));
        var again = Hl7File.read(read.bytes());
        assertThat(again.sheets()).isEqualTo(read.sheets());
        assertThat(again.sheets().getFirst().person().givenName()).isEqualTo("一|郎");
        assertThat(again.sheets().getFirst().person().address()).isEqualTo("架空市$１^２");
        assertThat(new String(read.bytes(), StandardCharsets.UTF_8))
                .startsWith("MSH|^~\\&|HIS|")
                .contains("UNICODE UTF-8");
    }

    @Test
    void aFileThatMeansToBeHl7IsRecognised() {
        for (var head : List.of("MSH|^~\\&|", "\u000BMSH|^~\\&|", "\r\nFHS|^~\\&|", "BHS|x", "MSH$*!")) {
            assertThat(Hl7File.looksLike(head.getBytes(JIS), "x")).isTrue();
        }
        assertThat(Hl7File.looksLike(new byte[] {1, 2}, "cut.HL7")).isTrue();
        assertThat(Hl7File.looksLike("MSHABC".getBytes(JIS), "x.txt")).isFalse();
        assertThat(Hl7File.looksLike(new byte[0], "")).isFalse();
    }
}
