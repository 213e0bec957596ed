package hmnet.formats.model.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.jahis.rx.RxFile;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.nsips.NsipsFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What is written from the common model is read again as it was.
class WritersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Facility PHARMACY = new Facility("試験薬局", "34", "4", "9999999");
    private static final PrescribedDrug TABLET = drug(
            "1",
            new Concept(
                    "試験錠５０ｍｇ",
                    List.of(
                            new Code(CodingSystems.YJ, "3969010F2030", "試験錠５０ｍｇ"),
                            new Code(DrugCodes.RECEIPT, "621951001", "試験錠５０ｍｇ"))),
            "1.5",
            14,
            false,
            "21");
    private static final PrescribedDrug AS_NEEDED = drug("2", Concept.of("試験頓服錠"), "1", 5, true, "5");
    private static final PrescribedDrug OINTMENT = drug("3", Concept.of("試験軟膏"), "", 0, false, "10");

    private static PrescribedDrug drug(
            String rp, Concept name, String amount, int days, boolean asNeeded, String total) {
        var said = Amount.of(amount, "錠");
        return PrescribedDrug.of(
                rp,
                name,
                asNeeded ? said : Amount.NONE,
                asNeeded || amount.isEmpty() ? Amount.NONE : said,
                asNeeded ? "頭痛時" : "朝夕食後",
                asNeeded ? "" : "1012040400000000",
                days,
                asNeeded,
                DAY,
                Amount.of(total, "錠"),
                Concept.NONE,
                List.of("飲み忘れに注意"));
    }

    /// As a reader has it: what the usage's code says, and who dispensed.
    private static List<PrescribedDrug> read(Medicines sent, Concept by) {
        return sent.drugs().stream()
                .map(drug -> drug.withBy(by)
                        .withDosage(drug.dosage()
                                .with(
                                        drug.asNeeded()
                                                ? drug.dosage().rhythm()
                                                : StandardUsage.rhythm(drug.usageCode(), List.of()))))
                .toList();
    }

    private static Medicines medicines(Medicines.MedicineAct act, PrescribedDrug... drugs) {
        return Medicines.of(
                "dispensing",
                JapaneseDate.at(DAY),
                act,
                false,
                "OHP",
                "内科",
                "試験 医師",
                "試験病院",
                List.of(drugs),
                List.of("訪問"),
                false,
                Set.of());
    }

    private static Sheet sheet(Entry... entries) {
        return new Sheet(
                "T-1",
                new Demographics("試験", "花子", "ｼｹﾝ", "ﾊﾅｺ", LocalDate.of(1970, 1, 2), "female", "", "", "", null),
                new InsuredNumber("06999999", "試", "123", ""),
                "nsips/9999999/RX9/41",
                "20260401103000",
                JapaneseDate.at(DAY),
                false,
                false,
                List.of(entries));
    }

    private static Medicines first(Sheet sheet) {
        return (Medicines) sheet.entries().getFirst();
    }

    @Test
    void nsipsHoldsADispensing() throws Unreadable {
        var sent = sheet(medicines(Medicines.MedicineAct.DISPENSED, TABLET, AS_NEEDED, OINTMENT));
        var written = NsipsFile.write(sent, PHARMACY);
        assertThat(written.notes()).extracting(Note::code).containsOnly("rp-kind-in-words");
        var read = NsipsFile.read(written.bytes());
        assertThat(read.notes()).isEmpty();
        var sheet = read.sheets().getFirst();
        assertThat(sheet.source()).isEqualTo(sent.source());
        assertThat(sheet.version()).isEqualTo(sent.version());
        assertThat(sheet.patient()).isEqualTo("T-1");
        assertThat(sheet.insured()).isEqualTo(sent.insured());
        assertThat(first(sheet).drugs())
                .isEqualTo(read(first(sent), PharmacySlip.institution("34", "4", "9999999", "試験薬局")));
        assertThat(first(sheet).notes()).isEqualTo(first(sent).notes());
        assertThat(first(sheet).from()).isEqualTo(first(sent).from());
        var deletion =
                new Sheet("T-1", sent.person(), null, sent.source(), sent.version(), sent.at(), true, false, List.of());
        assertThat(NsipsFile.read(NsipsFile.write(deletion, PHARMACY).bytes())
                        .sheets()
                        .getFirst()
                        .deletes())
                .isTrue();
    }

    @Test
    void aPrescriptionAsQrHoldsItsDrugs() throws Unreadable {
        var sent = sheet(medicines(Medicines.MedicineAct.ORDERED, TABLET, AS_NEEDED, OINTMENT));
        var written = RxFile.write(sent, new Facility("試験病院", "34", "1", "9999998"));
        assertThat(written.notes())
                .as("a record has room for one code of a drug")
                .extracting(Note::field)
                .containsExactly("drugs[0].drug.codes");
        var sheet = RxFile.read(written.bytes()).sheets().getFirst();
        assertThat(sheet.person()).isEqualTo(sent.person());
        assertThat(sheet.insured()).isEqualTo(sent.insured());
        assertThat(first(sheet).notes()).isEqualTo(first(sent).notes());
        assertThat(first(sheet).drugs())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("drug")
                .isEqualTo(read(first(sent), Concept.NONE));
        assertThat(first(sheet).drugs().getFirst().drug().code(DrugCodes.RECEIPT))
                .isEqualTo("621951001");
    }

    @Test
    void aHandbookHoldsDispensingsAllergiesAndDiagnoses() throws Unreadable {
        var allergies = new Allergies(
                "allergies",
                JapaneseDate.at(DAY),
                List.of(new AllergyExtract.AllergyItem(
                        "",
                        "乳製品",
                        "",
                        "",
                        "",
                        "",
                        "",
                        AllergyExtract.AllergyStatus.PRESENT,
                        AllergyExtract.AllergyType.ALLERGY,
                        "",
                        List.of())));
        var problem = Problem.of("p", JapaneseDate.at(DAY), Concept.of("試験症"), "", "", "", false, true, "", Set.of());
        var stay = Stay.of("s", JapaneseDate.at(DAY), "visit", "内科", "", "", null, null);
        var sent = sheet(
                medicines(Medicines.MedicineAct.DISPENSED, TABLET, AS_NEEDED, OINTMENT), allergies, problem, stay);
        var written = TcFile.write(List.of(sent), PHARMACY);
        assertThat(written.notes())
                .extracting(Note::code)
                .containsExactly("column-left-out", "column-left-out", "entry-left-out", "element-left-out");
        var sheets = TcFile.read(written.bytes()).sheets();
        assertThat(sheets).hasSize(2);
        assertThat(first(sheets.getFirst()).drugs())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("drug")
                .isEqualTo(read(first(sent), PharmacySlip.institution("34", "4", "9999999", "試験薬局")));
        assertThat(sheets.get(1).entries()).contains(allergies);
    }

    @Test
    void longRemarksAreParted() throws Unreadable {
        var remark = "あ".repeat(70);
        var drug = PrescribedDrug.of(
                "1",
                TABLET.drug(),
                Amount.NONE,
                TABLET.daily(),
                "朝",
                "",
                3,
                false,
                DAY,
                TABLET.total(),
                Concept.NONE,
                List.of(remark));
        var read = RxFile.read(RxFile.write(sheet(medicines(Medicines.MedicineAct.ORDERED, drug)), PHARMACY)
                .bytes());
        assertThat(String.join(
                        "", first(read.sheets().getFirst()).drugs().getFirst().notes()))
                .isEqualTo(remark);
        assertThat(read.notes()).extracting(Note::code).doesNotContain("column-long");
    }

    @Test
    void whatAFormatCannotSayIsRefusedNotGuessed() {
        var nothing = drug("1", Concept.of("試験錠"), "", 0, false, "");
        assertThat(refused(() -> RxFile.write(sheet(medicines(Medicines.MedicineAct.ORDERED, nothing)), PHARMACY)))
                .isEqualTo("not-writable");
        assertThat(refused(() ->
                        TcFile.write(List.of(sheet(medicines(Medicines.MedicineAct.STATED, nothing))), PHARMACY)))
                .isEqualTo("not-writable");
        assertThat(refused(() -> NsipsFile.write(sheet(medicines(Medicines.MedicineAct.ORDERED, TABLET)), PHARMACY)))
                .isEqualTo("not-writable");
        assertThat(refused(() -> TcFile.write(List.of(), PHARMACY))).isEqualTo("not-writable");
    }

    private static String refused(ThrowingCallable call) {
        return catchThrowableOfType(Unreadable.class, call).note().code();
    }
}
