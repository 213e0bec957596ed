package hmnet.formats.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What JP Core or FHIR demands is there, and what they do not allow is not, whatever the source left out.
class DemandedElementsTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-02T09:30:00+09:00");
    private static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);

    private static JsonValue resource(Entry entry) throws Exception {
        var sheet = new Sheet("123", NOBODY, null, "x", "20261102093000", AT, false, false, List.of(entry));
        var row = Rows.of(sheet, (type, key) -> type).getFirst();
        return JsonDocument.read(row.bundle()).getFirst().at("entry.resource");
    }

    private static Medicines ordered(Dosage dosage) {
        var drug = PrescribedDrug.of("1", Concept.of("見本薬"), dosage);
        return Medicines.of(
                "rx",
                AT,
                Medicines.MedicineAct.ORDERED,
                false,
                "",
                "",
                "",
                "",
                List.of(drug),
                List.of(),
                false,
                Set.of());
    }

    private static Dosage once(String value, String unit) {
        return Dosage.NONE.with(DoseAmounts.of(Amount.of(value, unit), Amount.NONE));
    }

    @Test
    void anAmountWithoutAUnitStandsAndSaysNobodyKnowsTheUnit() throws Exception {
        var dose = resource(ordered(once("3", ""))).at("dosageInstruction.doseAndRate.doseQuantity");
        assertThat(dose.text("value")).isEqualTo("3");
        assertThat(dose.text("unit")).isEmpty();
        assertThat(dose.text("_code.extension.valueCode")).isEqualTo("unknown");
        assertThat(dose.text("_system.extension.valueCode")).isEqualTo("unknown");
    }

    @Test
    void aUnitThatNoTableHasStandsAsSent() throws Exception {
        var dose = resource(ordered(once("3", "押"))).at("dosageInstruction.doseAndRate.doseQuantity");
        assertThat(dose.text("unit")).isEqualTo("押");
        assertThat(dose.text("_code.extension.valueCode")).isEqualTo("unknown");
    }

    @Test
    void anAmountThatIsNoNumberStandsInWords() throws Exception {
        var dosage = resource(ordered(once("適量", ""))).at("dosageInstruction");
        assertThat(dosage.at("doseAndRate").exists()).isFalse();
        assertThat(dosage.text("additionalInstruction.text")).isEqualTo("1回量 適量");
    }

    @Test
    void aGreatestDoseStandsInWordsSinceJpCoreHasNoRange() throws Exception {
        var most = Dosage.NONE.with(
                DoseAmounts.of(Amount.of("1", "錠"), Amount.NONE).withMost(Amount.of("2", "錠")));
        var dosage = resource(ordered(most)).at("dosageInstruction");
        assertThat(dosage.text("doseAndRate.doseQuantity.value")).isEqualTo("1");
        assertThat(dosage.text("additionalInstruction.text")).isEqualTo("1回最大 2錠");
        assertThat(dosage.at("doseAndRate.doseRange").exists()).isFalse();
    }

    @Test
    void aDosageThatSaysNothingIsNotWritten() throws Exception {
        assertThat(resource(ordered(Dosage.NONE)).at("dosageInstruction").exists())
                .isFalse();
    }

    @Test
    void midnightAtTheEndOfADayIsFhirsStartOfTheNext() throws Exception {
        var late = once("1", "錠").with(DoseRhythm.DAILY.inADay(2, 0, List.of("24:00", "12:00")));
        var times =
                resource(ordered(late)).at("dosageInstruction.timing.repeat").all("timeOfDay");
        assertThat(times).extracting(time -> time.text()).containsExactly("00:00:00", "12:00:00");
    }

    @Test
    void anInjectionNamesItsDrugByAReference() throws Exception {
        var request = resource(ordered(once("1", "アンプル")).withInjection(true));
        assertThat(request.text("medicationReference.reference")).isEqualTo("#medication");
        assertThat(request.text("contained.code.text")).isEqualTo("見本薬");
        assertThat(request.at("medicationCodeableConcept").exists()).isFalse();
    }

    @Test
    void aMixturesPartWithoutAnAmountSaysThatNobodyKnowsIt() throws Exception {
        var part = new PrescribedDrug.Ingredient(Concept.of("見本液"), Amount.NONE);
        var drug = PrescribedDrug.of("1", Concept.of("見本薬"), Dosage.NONE).withDrug(Concept.of("混注"), List.of(part));
        var request = resource(ordered(Dosage.NONE).withDrugs(List.of(drug)).withInjection(true));
        assertThat(request.text("contained.ingredient.strength.extension.valueCode"))
                .isEqualTo("unknown");
    }

    @Test
    void aRefutedAllergyHasAClinicalStatus() throws Exception {
        var refuted = AllergyItem.of("DA", "ペニシリン", "", "", "", "", AllergyStatus.REFUTED);
        var allergy = resource(new Allergies("a", AT, List.of(refuted)));
        assertThat(allergy.text("verificationStatus.coding.code")).isEqualTo("refuted");
        assertThat(allergy.text("clinicalStatus.coding.code")).isEqualTo("inactive");
    }

    @Test
    void theNameOfADepartmentIsNoCode() throws Exception {
        var named = resource(Stay.of("s", AT, "visit", "内科", "", "", null, null));
        assertThat(named.text("serviceType.text")).isEqualTo("内科");
        assertThat(named.at("serviceType.coding").exists()).isFalse();
        var coded = resource(Stay.of("s", AT, "visit", "01", "", "", null, null));
        assertThat(coded.text("serviceType.coding.code")).isEqualTo("01");
    }
}
