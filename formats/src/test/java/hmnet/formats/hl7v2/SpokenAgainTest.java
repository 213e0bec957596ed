package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Conversion;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.ssmix2.Storages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// What was read is written and read again (読んで書いて読む): the chart is the same, or a note names what is not.
class SpokenAgainTest {
    private static final String ORC =
            "ORC|NW|20260401001||1|||||20260401|||D1^架空^一郎|||||01^内科^99XY1||||||||||||I^入院患者オーダ^HL70482";
    private static final String TABLET = "RXE||620007329^架空錠^HOT9|1||TAB^錠^MR9P";
    private static final String PO = "RXR|PO^口^HL70162";

    private static byte[] written(ReadChart chart, List<String> notes) {
        try {
            var written = Hl7File.write(chart.file().sheets());
            written.notes().forEach(note -> notes.add(note.code() + " " + note.field()));
            return written.bytes();
        } catch (Unreadable bad) {
            throw new AssertionError(bad.note().toString(), bad);
        }
    }

    private static void staysTheSame(ReadChart chart) {
        var notes = new java.util.ArrayList<String>();
        var again = ReadChart.of(written(chart, notes));
        assertThat(again.drugs())
                .extracting(ReadChart::line)
                .containsExactlyElementsOf(
                        chart.drugs().stream().map(ReadChart::line).toList());
        assertThat(again.tests()).isEqualTo(chart.tests());
        assertThat(again.allergies()).isEqualTo(chart.allergies());
        assertThat(again.titles()).isEqualTo(chart.titles());
        assertThat(notes).isEmpty();
    }

    @Test
    void everyOtherDayWeekdaysAndUnevenDosesStay() {
        staysTheSame(ReadChart.of(
                "RDE^O11",
                ORC,
                TABLET,
                "TQ1|1||1011000400000000&１日１回朝食後&JAMISDP01~I1100000&隔日&JAMISDP01|||14^D&日&ISO+|20260401",
                PO,
                "NTE|1||残薬あり"));
        staysTheSame(ReadChart.of(
                "RDE^O11",
                ORC,
                TABLET,
                "TQ1|1||1011000400000000&１日１回朝食後&JAMISDP01~W0100100&月曜日、木曜日&JAMISDP01|||14^D&日&ISO+|20260401",
                PO));
        staysTheSame(ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620007329^架空錠^HOT9|1|4|TAB^錠^MR9P||V14NNNNN^４錠^JAMISDP01~V22NNNNN^２錠^JAMISDP01~V31NNNNN^１錠^JAMISDP01|||49|TAB^錠^MR9P||||||||7^TAB&錠&MR9P||OHP^外来処方^MR9P",
                "TQ1|1||1013044400000000&１日３回毎食後&JAMISDP01|||7^D&日&ISO+|20260401",
                PO));
    }

    @Test
    void severalInstructionsOfOneDrugStay() {
        staysTheSame(ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620007330^架空錠^HOT9|1|2|TAB^錠^MR9P|||||42|TAB^錠^MR9P||||||||3^TAB&錠&MR9P",
                "TQ1|1|2^TAB&錠&MR9P|1011000100000000&１日１回朝食前&JAMISDP01|||14^日分|20260401",
                "TQ1|2|1^TAB&錠&MR9P|1011000004000000&１日１回夕食後&JAMISDP01|||14^日分|20260401",
                PO));
    }

    @Test
    void limitsInstructionsPlaceAndClockTimesStay() {
        staysTheSame(ReadChart.of(
                "RDE^O11",
                ORC.replace("NW", "HD"),
                "RXE||620007331^架空鎮痛錠^HOT9|1||TAB^錠^MR9P||01^２回目から^JHSP0005||1|10|TAB^錠^MR9P||||||||||P1^粉砕^99XYZ||||||22^頓用^JHSP0003",
                "TQ1|1||Y01^痛む時^99XYZ|0800~2000|||20260401|20260430||頭痛時|1日3回まで|||10",
                "RXR|AP^外用^HL70162|77L^左手^99XYZ|D1^器具^99XYZ|M1^手技^99XYZ",
                "NTE|1||一つ目",
                "NTE|2||二つ目"));
    }

    @Test
    void infusionsKeepRateStartEndAndMixture() {
        staysTheSame(ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||00^一般^99I02|520||ML^mL^MR9P||||||||||||||||IHP^入院処方^MR9P||100|ml/hr^mL/時^ISO+",
                "TQ1|1||||||202604010900|202604011412",
                "RXR|IV^静脈内^HL70162",
                "RXC|B|620007329^架空糖液^HOT9|500|ML^mL^MR9P",
                "RXC|A|620002559^架空塩液^HOT9|20|ML^mL^MR9P"));
        var openEnd = new java.util.ArrayList<String>();
        var open = written(
                ReadChart.of(
                        "RDE^O11",
                        ORC,
                        "RXE||00^一般^99I02|500||ML^mL^MR9P",
                        "TQ1|1||||||202604010900",
                        "RXR|IV^静脈内^HL70162",
                        "RXC|B|620007329^架空糖液^HOT9|500|ML^mL^MR9P"),
                openEnd);
        assertThat(ReadChart.of(open).drugs().getFirst().end())
                .as("an end nobody said is none")
                .isNull();
    }

    @Test
    void whatWasGivenPartlyRefusedOrNotStays() {
        for (var state : List.of("CP", "PA", "RE", "NA")) {
            staysTheSame(ReadChart.of(
                    "RAS^O17",
                    ORC,
                    "RXA|0|1|202604010905|202604010935|620004444^架空注^HOT9|1|V^瓶^MR9P|||N7^架空^看護||||||||"
                            + (state.equals("CP") ? "" : "R1^理由^99XYZ") + "||" + state,
                    "RXR|IV^静脈内^HL70162|LA^左腕^HL70163"));
        }
    }

    @Test
    void whatWasDiscontinuedStaysDiscontinued() {
        staysTheSame(ReadChart.of("RDE^O11", ORC.replace("NW", "DC"), TABLET, PO));
    }

    @Test
    void departmentAndDoctorKeepTheirCodes() {
        var again =
                ReadChart.of(written(ReadChart.of("RDE^O11", "PV1|1|I", ORC, TABLET, PO), new java.util.ArrayList<>()));
        var told = (Medicines) again.file().sheets().getFirst().entries().getFirst();
        assertThat(told.from().department().first().code()).isEqualTo("01");
        assertThat(told.from().department().shown()).isEqualTo("内科");
        assertThat(told.from().doctor().first().code()).isEqualTo("D1");
        assertThat(told.from().setting()).isEqualTo(hmnet.formats.model.chart.OrderSource.CareSetting.INPATIENT);
    }

    @Test
    void resultsKeepSpecimenCommentRangeAndState() {
        staysTheSame(ReadChart.of(
                "OUL^R22",
                "SPM|1|S1||023^血清^JC10|||||||||||||202604010800",
                "OBR|1|20260401011||^生化学|||202604010800",
                "NTE|1||再検済み",
                "ORC|SC|20260401011",
                "OBX|1|NM|3B035000002327201^ＧＯＴ^JC10||52|U/L^U/L^ISO+|13-30|H|||P|||202604010800",
                "NTE|1||溶血",
                "OBX|2|CWE|1A010000000190111^尿蛋白^JC10||2+^(2+)^JSQU001||陰性|A|||C|||202604010800"));
        staysTheSame(ReadChart.of(
                "ORU^R01",
                "OBR|1|20260401010||^血算|||202604010800",
                "OBX|1|NM|2A020000001930101^赤血球^JC10||440|10*4/uL|380-500|N|||F|||202604010800"));
    }

    @Test
    void allergiesStayWhatTheyAre() {
        staysTheSame(ReadChart.of(
                "ADT^A60",
                "IAM|1|FA|S1^ソバ^99XYZ|SV|呼吸困難|A|||AL||1996||20260401||||I",
                "IAM|2|DA|P1^架空薬^99XYZ||めまい|A|||AD",
                "IAM|3|DA|^該当なし",
                "IAM|4|DA|P2^架空抗生剤^99XYZ|SV||A|||CT||||||||U"));
    }

    @Test
    void aTransferKeepsItsFormerBedAndADischargeItsOutcome() {
        var chart = ReadChart.of(
                "ADT^A02", "EVN||20260403120000||||202604031130", "PV1|1|I|５西^502^2|||３東^301^1|D1^架空^一郎|||01");
        var again = ReadChart.of(written(chart, new java.util.ArrayList<>()));
        assertThat(again.stay().formerWard()).isEqualTo("３東-301-1");
        assertThat(again.stay().ward()).isEqualTo("５西-502-2");
        assertThat(again.stay().at()).isEqualTo(chart.stay().at());
        var dead = ReadChart.of(
                "ADT^A03", "PV1|1|I|５西^502^2" + "|".repeat(33) + "20^死亡^HL70112" + "|".repeat(8) + "20260401|20260409");
        assertThat(ReadChart.of(written(dead, new java.util.ArrayList<>())).titles())
                .containsExactly("退院（死亡）");
    }

    @Test
    void whatAMessageCannotSayIsNamed() throws Unreadable {
        var prohibited = ReadChart.of("RDE^O11", ORC, TABLET, PO);
        var sheet = prohibited.file().sheets().getFirst();
        var told = (Medicines) sheet.entries().getFirst();
        var drug = told.drugs().getFirst();
        var not = told.withDrugs(List.of(
                drug,
                drug.withStatus(
                        hmnet.formats.model.chart.CareStatus.of(hmnet.formats.model.code.CareState.PROHIBITED))));
        var written = Hl7File.write(List.of(new hmnet.formats.model.chart.Sheet(
                sheet.patient(),
                sheet.person(),
                null,
                sheet.source(),
                sheet.version(),
                sheet.at(),
                false,
                false,
                List.of(not))));
        assertThat(written.notes()).extracting(Note::code).containsExactly("not-written");
        assertThat(written.notes().getFirst().text()).contains("禁止");
        assertThat(ReadChart.of(written.bytes()).drugs()).hasSize(1);
    }

    @Test
    void aDosingNobodyUnderstandsFollowsTheFileIntoOtherFormats() throws Unreadable {
        var text =
                "MSH|^~\\&|HIS|架空病院|GW|HMNET|20260401102030||RDE^O11|1|P|2.5||||||UNICODE UTF-8\rPID|1||0001234567^^^^PI||架空^花子^^^^^L^I||19500228|F\r"
                        + String.join("\r", ORC, TABLET, "TQ1|1||Z77^^99XYZ|||7^d|20260401", PO) + "\r";
        var made = Conversion.of("a.hl7", text.getBytes(java.nio.charset.StandardCharsets.UTF_8), Format.FHIR);
        assertThat(Conversion.isDoubtful(made)).isTrue();
    }

    @Test
    void resultsThatWentThroughFhirAreWrittenBack() throws Unreadable {
        var chart = ReadChart.of(
                "ORU^R01",
                "OBR|1|20260401010||E1^血算^99O03|||202604010800||||||||019&全血&JC10",
                "OBX|1|NM|2A020000001930101^赤血球^JC10||440|10*4/uL|380-500|N|||F|||202604010800",
                "NTE|1||再検済み");
        var fhir = FhirFile.read(chart.rows().getFirst().bundle());
        var again = ReadChart.of(Hl7File.write(fhir.plainSheets()).bytes());
        assertThat(again.tests()).hasSize(1);
        assertThat(again.tests().getFirst().name() + again.tests().getFirst().value())
                .isEqualTo("赤血球440");
        assertThat(again.tests().getFirst().specimen()).isEqualTo("全血");
    }

    @Test
    void aStorageNamesTheOrderByADigitNumberAndTheDepartmentByItsCode() throws Exception {
        var chart = ReadChart.of(
                "RAS^O17",
                ORC,
                "RXA|0|1|202604010905||620004444^架空注^HOT9|1|V^瓶^MR9P|||||||||||||CP",
                "RXR|IV^静脈内^HL70162");
        var fhir = FhirFile.read(chart.rows().getFirst().bundle());
        var sheet = fhir.plainSheets().getFirst();
        var path = only(Storages.write(List.of(new hmnet.formats.model.chart.Sheet(
                        "0001234567",
                        sheet.person(),
                        null,
                        sheet.source(),
                        sheet.version(),
                        sheet.at(),
                        false,
                        false,
                        sheet.entries())))
                .bytes());
        assertThat(path).doesNotContain("INJECTION").contains("OMP-12");
        var direct = only(Storages.write(chart.file().sheets()).bytes());
        assertThat(direct).contains("OMP-12_000020260401001_");
    }

    @Test
    void anExaminationKeepsItsImagesAndInventsNone() {
        var chart = ReadChart.of(
                "OMI^Z23",
                "ORC|NW|20260401020|||||||20260401",
                "OBR||20260401020||1000200501^胸部単純^JJ1017|||202604011000",
                "IPC|A-1||1.2.392.1.1||CR^^DCM");
        var again = ReadChart.of(written(chart, new java.util.ArrayList<>()));
        assertThat(again.acts()).isEqualTo(chart.acts());
        assertThat(again.acts().get(1).said()).isEqualTo("受付番号 A-1");
        var without = ReadChart.of(
                "OMI^Z23",
                "ORC|NW|20260401020|||||||20260401",
                "OBR||20260401020||1000200501^胸部単純^JJ1017|||202604011000");
        assertThat(ReadChart.of(written(without, new java.util.ArrayList<>())).acts())
                .hasSize(1);
    }

    @Test
    void whatOnlyOneOfSeveralInstructionsSaysIsNotSaidOfTheOthers() {
        var several = ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620007330^架空錠^HOT9|\"\"||TAB^錠^MR9P",
                "TQ1|1|2^TAB&錠&MR9P|1011000100000000&１日１回朝食前&JAMISDP01|||14^d|20260401",
                "TQ1|2||1011000004000000&１日１回夕食後&JAMISDP01|||14^d|20260415",
                PO,
                "NTE|1||用法 2 の1日量 3錠",
                "NTE|2||用法 2 の部位 左眼");
        assertThat(several.drugs())
                .extracting(item -> item.dose() + " " + item.daily() + " " + item.details())
                .containsExactly("2  [用法 1／2]", " 3 [用法 2／2, 部位 左眼]");
        staysTheSame(several);
    }

    private static String only(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            var entry = zip.getNextEntry();
            return entry == null ? "" : entry.getName();
        }
    }
}
