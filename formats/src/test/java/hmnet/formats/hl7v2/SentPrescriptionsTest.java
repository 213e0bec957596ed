package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import org.junit.jupiter.api.Test;

/// Prescriptions of invented patients (処方, RDE and OMP): what a doctor sees, value by value.
class SentPrescriptionsTest {
    private static final String ORC =
            "ORC|NW|20260401001||1|||||20260401|||D1^架空^一郎|||||01^内科^99XY1||||||||||||O^外来患者オーダ^HL70482";
    private static final String MTX = "RXE||620007329^架空ＭＴＸ錠２ｍｇ^HOT9|3||TAB^錠^MR9P|||||12|TAB^錠^MR9P";
    private static final String PO = "RXR|PO^口^HL70162";

    private static String drug(ReadChart chart) {
        assertThat(chart.drugs()).hasSize(1);
        return ReadChart.line(chart.drugs().getFirst());
    }

    @Test
    void aWeeklyDrugSaysItsWeekday() {
        var chart = ReadChart.of(
                "RDE^O11",
                ORC,
                MTX,
                "TQ1|1||1012040400000000&１日２回朝夕食後&JAMISDP01~W0100000&月曜日&JAMISDP01|||4^D&日&ISO+|20260406",
                PO,
                "NTE|1||次回受診まで毎週月曜のみ");
        assertThat(drug(chart))
                .isEqualTo(
                        "1 | 620007329 | 架空ＭＴＸ錠２ｍｇ | 3錠 |  | １日２回朝夕食後 | 1012040400000000 | 4 | 2026-04-06 |  | 12錠 | 口 |  | 毎週 月曜日；月曜日 | 次回受診まで毎週月曜のみ");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.dayOfWeek"))
                .isEqualTo("mon");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.periodUnit"))
                .isEqualTo("wk");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.frequency"))
                .as("twice on each Monday")
                .isEqualTo("2");
        assertThat(chart.fhir("MedicationRequest", "note.text")).isEqualTo("次回受診まで毎週月曜のみ");
        assertThat(chart.fhir("MedicationRequest", "authoredOn"))
                .as("no more precise than sent")
                .isEqualTo("2026-04-01");
    }

    @Test
    void twoAmountsOfADayStandApart() {
        var chart = ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620007330^架空錠^HOT9|1|2|TAB^錠^MR9P|||||42|TAB^錠^MR9P||||||||3^TAB&錠&MR9P",
                "TQ1|1|2^TAB&錠&MR9P|1011000100000000&１日１回朝食前&JAMISDP01|||14^日分|20260401",
                "TQ1|2|1^TAB&錠&MR9P|1011000004000000&１日１回夕食後&JAMISDP01|||14^日分|20260401",
                PO);
        assertThat(chart.drugs())
                .extracting(ReadChart::line)
                .containsExactly(
                        "1 | 620007330 | 架空錠 | 2錠 |  | １日１回朝食前 | 1011000100000000 | 14 | 2026-04-01 |  | 42錠 | 口 |  | 用法 1／2 | 1日量（全体） 3錠",
                        "1 | 620007330 | 架空錠 | 1錠 |  | １日１回夕食後 | 1011000004000000 | 14 | 2026-04-01 |  |  | 口 |  | 用法 2／2 | 1日量（全体） 3錠");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.doseAndRate.doseQuantity.value"))
                .isEqualTo("2|1");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.sequence"))
                .as("like numbers hold at once")
                .isEqualTo("1|1");
    }

    @Test
    void whatIsTakenForPainSaysWhenAndHowOftenAtMost() {
        var chart = ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620007331^架空鎮痛錠^HOT9|1||TAB^錠^MR9P||||N|10|TAB^錠^MR9P||||||||||||||||22^頓用^JHSP0003",
                "TQ1|1||Y01^痛む時^99XYZ||||20260401|||頭痛時|1日3回まで、6時間あける|||10",
                PO);
        assertThat(drug(chart))
                .isEqualTo(
                        "1 | 620007331 | 架空鎮痛錠 | 1錠 |  | 痛む時 |  | 0 | 2026-04-01 |  | 10錠 | 口 |  | 頓用 頭痛時；上限 1日3回まで、6時間あける；10回分；頓用 | ");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.code.coding.system"))
                .as("a local code is no code of JAMI")
                .isEqualTo("urn:hmnet:coding:99XYZ");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.asNeededCodeableConcept.text"))
                .isEqualTo("頭痛時");
        assertThat(chart.notes()).isEmpty();
    }

    @Test
    void instructionsToThePharmacistAreSeen() {
        var chart = ReadChart.of(
                "OMP^O09",
                ORC,
                "TQ1|1||1013044400000000&１日３回毎食後&JAMISDP01|||7^D&日&ISO+|20260401",
                "RXO|620007332^架空散^HOT9|0.5||G^グラム^MR9P||11^粉砕^99XYZ~12^一包化^99XYZ|21^別包^99XYZ||N||10.5|G^グラム^MR9P|3",
                PO,
                "NTE|1||グレープフルーツを避ける");
        assertThat(drug(chart))
                .isEqualTo(
                        "1 | 620007332 | 架空散 | 0.5グラム |  | １日３回毎食後 | 1013044400000000 | 7 | 2026-04-01 |  | 10.5グラム | 口 |  | 粉砕；一包化；別包；後発品変更不可 | リフィル回数 3；グレープフルーツを避ける");
        assertThat(chart.fhir("MedicationRequest", "substitution.allowedCodeableConcept.coding.code"))
                .isEqualTo("1");
        assertThat(chart.fhir("MedicationRequest", "dispenseRequest.extension.valueCodeableConcept.text"))
                .isEqualTo("粉砕|一包化|別包|後発品変更不可");
    }

    @Test
    void aPatternNobodyCanReadStandsAsSentAndIsTold() {
        var chart = ReadChart.of("RDE^O11", ORC, MTX, "TQ1|1||Z77^^99XYZ~Q2W^^HL70335|||28^D&日&ISO+|20260406", PO);
        assertThat(drug(chart))
                .isEqualTo(
                        "1 | 620007329 | 架空ＭＴＸ錠２ｍｇ | 3錠 |  | Z77 |  | 28 | 2026-04-06 |  | 12錠 | 口 |  | 2週ごと；Q2W | ");
        assertThat(chart.notes()).containsExactly("dosing-not-understood");
        assertThat(chart.file().notes().getFirst().field()).isEqualTo("TQ1-3");
        assertThat(chart.file().notes().getFirst().line()).isEqualTo(5);
        assertThat(chart.file().notes().getFirst().text()).isEqualTo("Z77");
    }

    @Test
    void whatWasDiscontinuedStaysAndSaysSo() {
        var stopped = ReadChart.of(
                "RDE^O11",
                ORC.replace("NW", "DC").replace("|||||01^内科", "||||R1^発疹のため^99XYZ|01^内科"),
                MTX,
                "TQ1|1||1011000400000000&１日１回朝食後&JAMISDP01|||7^D&日&ISO+|20260401",
                PO);
        assertThat(stopped.file().sheets().getFirst().deletes()).isFalse();
        assertThat(drug(stopped))
                .isEqualTo(
                        "1 | 620007329 | 架空ＭＴＸ錠２ｍｇ | 3錠 |  | １日１回朝食後 | 1011000400000000 | 7 | 2026-04-01 |  | 12錠 | 口 | 中止：発疹のため |  | ");
        assertThat(stopped.titles()).containsExactly("処方（中止） 架空ＭＴＸ錠２ｍｇ");
        assertThat(stopped.fhir("MedicationRequest", "status")).isEqualTo("stopped");
        var cancelled = ReadChart.of("RDE^O11", ORC.replace("NW", "CA"), MTX, PO);
        assertThat(cancelled.file().sheets().getFirst().deletes()).isTrue();
        assertThat(cancelled.rows()).isEmpty();
    }

    @Test
    void departmentDoctorClassAndRefillsAreKept() {
        var chart = ReadChart.of(
                "RDE^O11",
                "PV1|1|I|３東^301^1",
                ORC,
                "RXE||620007329^架空錠^HOT9|1||TAB^錠^MR9P||||1|90|TAB^錠^MR9P|3|||RX-1|2|||||IHP^入院処方^MR9P~XTR^定期処方^MR9P~P1^一包化^99XYZ",
                "TQ1|1||1011000400000000&１日１回朝食後&JAMISDP01|||30^D&日&ISO+|20260401|20260430|S",
                PO);
        assertThat(drug(chart))
                .isEqualTo(
                        "1 | 620007329 | 架空錠 | 1錠 |  | １日１回朝食後 | 1011000400000000 | 30 | 2026-04-01 | 2026-04-30 | 90錠 | 口 |  | 期間 2026/04/01～2026/04/30；優先度 至急；一包化；後発品変更不可 | リフィル回数 3；処方箋番号 RX-1；リフィル残り 2");
        var row = chart.extracts(PrescriptionExtract.class).getFirst();
        assertThat(row.orderClass()).isEqualTo("IHP");
        assertThat(row.doctor()).isEqualTo("架空 一郎");
        var told = (hmnet.formats.model.chart.Medicines)
                chart.file().sheets().getFirst().entries().getFirst();
        assertThat(told.from().department().first().code()).isEqualTo("01");
        assertThat(told.from().doctor().first().code()).isEqualTo("D1");
        assertThat(told.from().setting()).isEqualTo(hmnet.formats.model.chart.OrderSource.CareSetting.INPATIENT);
    }

    @Test
    void aMessageBefore25SaysItsTimingInTheOrder() {
        var chart = ReadChart.of(
                "RDE^O01",
                "ORC|NW|20260401001||1|||1^BID&1日2回&HL70335^D7^20260401^20260407^^^朝夕食後||20260401|||D1^架空^一郎",
                "RXE||620007329^架空錠^HOT9|1||TAB^錠^MR9P",
                PO);
        assertThat(drug(chart))
                .isEqualTo(
                        "1 | 620007329 | 架空錠 | 1錠 |  | 朝夕食後 |  | 7 | 2026-04-01 | 2026-04-07 |  | 口 |  | 期間 2026/04/01～2026/04/07 | ");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.frequency"))
                .isEqualTo("2");
    }

    @Test
    void insulinThatAPatientInjectsIsAPrescription() {
        var chart = ReadChart.of(
                "RDE^O11",
                ORC,
                "RXE||620002559^架空インスリン注^HOT9|6||UNT^単位^MR9P|INJ^注射剤^MR9P||||1|KIT^キット^MR9P||||||||||OHP^外来処方^MR9P||||||24^自己注射^JHSP0003",
                "TQ1|1||3211000200000014&１日１回朝食直前&JAMISDP01|0700|||20260401|||血糖 250 以上は 8 単位",
                "RXR|SC^皮下^HL70162|AB^腹部^HL70163|PEN^ペン型^99XYZ|SQ^皮下注^99XYZ");
        assertThat(chart.rows().getFirst().kind()).isEqualTo(RecordKind.PRESCRIPTION);
        assertThat(drug(chart))
                .isEqualTo(
                        "1 | 620002559 | 架空インスリン注 | 6単位 |  | １日１回朝食直前 | 3211000200000014 | 0 | 2026-04-01 |  | 1キット | 皮下 |  | 時刻 07:00；条件 血糖 250 以上は 8 単位；部位 腹部；器具 ペン型；手技 皮下注；自己注射 | 剤形 注射剤");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.site.coding.code"))
                .isEqualTo("AB");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.method.coding.code"))
                .isEqualTo("SQ");
        assertThat(chart.fhir("MedicationRequest", "dosageInstruction.timing.repeat.timeOfDay"))
                .isEqualTo("07:00:00");
    }
}
