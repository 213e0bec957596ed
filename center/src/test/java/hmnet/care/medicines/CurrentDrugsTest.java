package hmnet.care.medicines;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.medicines.CurrentDrug.DoseChange;
import hmnet.care.medicines.CurrentDrug.DrugStanding;
import hmnet.care.medicines.CurrentDrug.DrugTwin;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.formats.model.extract.SentDepartment;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is taken now, by days of supply and days of grace.
class CurrentDrugsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final FacilityId PHARMACY = new FacilityId(3);
    private static final String AMLODIPINE_5 = "2171022F2029";
    private static final String AMLODIPINE_2_5 = "2171022F1022";
    private static final String NIFEDIPINE = "2171014G4021";

    private static List<CurrentDrug> current(ChartEntry... entries) {
        return CurrentDrugs.of(List.of(entries), TODAY, CurrentDrugsTest::name);
    }

    private static String name(FacilityId facility) {
        return facility.equals(PHARMACY) ? "例示薬局" : Filed.name(facility);
    }

    private static ChartEntry order(FacilityId facility, String day, DrugItem... items) {
        return Filed.medicines(RecordKind.PRESCRIPTION, facility, day + "T09:00", "", items);
    }

    private static ChartEntry dispensing(String day, String place, DrugItem... items) {
        return Filed.medicines(RecordKind.DISPENSING, PHARMACY, day + "T11:00", place, items);
    }

    private static DrugItem drug(String code, String name, String dose, int days) {
        return Filed.coded(CodingSystems.YJ, code, name, dose, days, CareState.ACTIVE);
    }

    private static DrugItem amlodipine(String dose, int days) {
        return drug(AMLODIPINE_5, "アムロジピン錠5mg", dose, days);
    }

    @Test
    void aDrugIsCurrentUntilItsGraceIsOverAndItsRowSaysHowLong() {
        assertThat(current(order(HOSPITAL, "2026-11-01", amlodipine("1", 28))))
                .singleElement()
                .satisfies(drug -> {
                    assertThat(drug.until()).isEqualTo(LocalDate.of(2026, 11, 28));
                    assertThat(drug.daysLeft(TODAY)).isEqualTo(7);
                    assertThat(drug.standing()).isEqualTo(DrugStanding.SUPPLIED);
                    assertThat(drug.amounts(Messages.in(Language.JAPANESE))).isEqualTo("1回 1 錠");
                });
        assertThat(current(order(HOSPITAL, "2026-11-01", amlodipine("1", 7))))
                .extracting(CurrentDrug::standing)
                .containsExactly(DrugStanding.GRACE);
        assertThat(current(order(HOSPITAL, "2026-10-31", amlodipine("1", 7)))).isEmpty();
    }

    @Test
    void whatHasNoDaysStaysForNinetyDaysAndSaysSo() {
        assertThat(current(
                        order(HOSPITAL, "2026-08-23", amlodipine("1", 0)),
                        order(CLINIC, "2026-08-22", drug("", "見本頓服", "1", 0))))
                .extracting(CurrentDrug::standing, CurrentDrug::until)
                .containsExactly(tuple(DrugStanding.OPEN, null));
    }

    @Test
    void aDoseIsComparedWithTheLastPrescriptionOfTheSameFacility() {
        assertThat(current(
                        order(HOSPITAL, "2026-11-10", amlodipine("2", 28)),
                        order(HOSPITAL, "2026-10-13", amlodipine("1", 28)),
                        order(CLINIC, "2026-11-10", drug("", "試験散", "1", 28))))
                .extracting(CurrentDrug::name, CurrentDrug::change)
                .containsExactlyInAnyOrder(tuple("アムロジピン錠5mg", DoseChange.UP), tuple("試験散", DoseChange.NEW));
        assertThat(current(
                        order(HOSPITAL, "2026-11-10", amlodipine("1", 28)),
                        order(HOSPITAL, "2026-10-13", amlodipine("1.0", 28))))
                .extracting(CurrentDrug::change)
                .containsExactly(DoseChange.SAME);
        assertThat(current(
                        order(HOSPITAL, "2026-11-20", amlodipine("1", 28)),
                        order(HOSPITAL, "2026-10-01", drug(AMLODIPINE_2_5, "アムロジピン錠2.5mg", "1", 28))))
                .as("another product of the same ingredient")
                .extracting(CurrentDrug::change)
                .containsExactly(DoseChange.SWITCHED);
    }

    /// A facility's own code may stand for several drugs.
    @Test
    void twoDrugsUnderOneCodeInOnePrescriptionHaveEachTheirRow() {
        var first = drug("999999999", "見本錠Ａ", "1", 28);
        var second = drug("999999999", "見本錠Ｂ", "1", 28);
        assertThat(current(order(HOSPITAL, "2026-11-10", first, second), order(HOSPITAL, "2026-10-13", first)))
                .extracting(CurrentDrug::name)
                .containsExactlyInAnyOrder("見本錠Ａ", "見本錠Ｂ");
    }

    @Test
    void oneDrugOfTwoDepartmentsIsTwoRowsThatNameEachOther() {
        var ours = order(HOSPITAL, "2026-11-01", amlodipine("1", 28));
        var theirs = elsewhere(order(HOSPITAL, "2026-11-10", amlodipine("2", 28)), "07");
        assertThat(current(ours, theirs))
                .hasSize(2)
                .allMatch(drug -> drug.twins().size() == 1);
        assertThat(current(ours, order(HOSPITAL, "2026-11-10", amlodipine("2", 28))))
                .as("the next prescription of the same department takes the place of the last")
                .singleElement()
                .satisfies(drug -> assertThat(drug.start()).isEqualTo(LocalDate.of(2026, 11, 10)));
        assertThat(current(ours, order(HOSPITAL, "2026-11-01", amlodipine("2", 28))))
                .as("two orders of one day")
                .hasSize(2);
    }

    /// A storage says the department by its code, a message of the same hospital by its name.
    @Test
    void theNextPrescriptionFollowsTheLastHoweverTheDepartmentIsWritten() {
        var stored = named(elsewhere(order(HOSPITAL, "2026-11-01", amlodipine("1", 28)), "01"), "");
        var said = named(elsewhere(order(HOSPITAL, "2026-11-10", amlodipine("1", 28)), "-"), "内科");
        assertThat(current(stored, said))
                .singleElement()
                .satisfies(drug -> assertThat(drug.twins()).isEmpty());
        var eyes = named(elsewhere(order(HOSPITAL, "2026-11-10", amlodipine("1", 28)), "-"), "眼科");
        assertThat(current(stored, eyes)).hasSize(2);
    }

    private static ChartEntry named(ChartEntry entry, String department) {
        return with(
                entry, entry.department(), SentDepartment.before(entry.extract().json(), department));
    }

    private static ChartEntry elsewhere(ChartEntry entry, String department) {
        return with(entry, department, entry.extract().json());
    }

    private static ChartEntry with(ChartEntry entry, String department, byte[] extract) {
        return new ChartEntry(
                entry.id(),
                entry.kind(),
                entry.facility(),
                department,
                entry.occurredAt(),
                entry.receivedAt(),
                entry.labels(),
                entry.correction(),
                entry.preliminary(),
                entry.title(),
                extract);
    }

    @Test
    void whatWasStoppedLaterIsNotCurrentAndDoesNotVanish() {
        var stop = Filed.coded(CodingSystems.YJ, AMLODIPINE_5, "アムロジピン錠5mg", "1", 0, CareState.STOPPED);
        var entries = List.of(order(HOSPITAL, "2026-11-15", stop), order(HOSPITAL, "2026-11-01", amlodipine("1", 28)));
        assertThat(CurrentDrugs.of(entries, TODAY, CurrentDrugsTest::name)).isEmpty();
        assertThat(CurrentDrugs.stopped(entries, TODAY, CurrentDrugsTest::name))
                .extracting(CurrentDrug::standing)
                .containsExactly(DrugStanding.STOPPED);
    }

    @Test
    void aDispensingStandsInTheRowOfThePrescriptionItAnswers() {
        assertThat(current(
                        order(HOSPITAL, "2026-11-01", amlodipine("1", 28)),
                        dispensing("2026-11-02", "見本病院", drug("2171022F2150", "アムロジピン錠5mg「例示」", "1", 28))))
                .singleElement()
                .satisfies(drug -> {
                    assertThat(drug.facility()).isEqualTo(HOSPITAL);
                    assertThat(Objects.requireNonNull(drug.handover()).on()).isEqualTo(LocalDate.of(2026, 11, 2));
                    assertThat(drug.handover().by()).isEqualTo(PHARMACY);
                    assertThat(drug.until()).isEqualTo(LocalDate.of(2026, 11, 29));
                    assertThat(drug.twins()).isEmpty();
                });
    }

    @Test
    void aDispensingForAnotherDoctorIsADuplicateNotAnAnswer() {
        assertThat(current(
                        order(HOSPITAL, "2026-11-01", amlodipine("1", 28)),
                        dispensing("2026-11-02", "ひな形診療所", amlodipine("1", 28))))
                .hasSize(2)
                .allMatch(CurrentDrug::duplicate);
    }

    @Test
    void theSameIngredientFromTwoFacilitiesIsADuplicateAndItsClassIsSaid() {
        assertThat(current(
                        order(HOSPITAL, "2026-11-01", amlodipine("1", 28)),
                        order(CLINIC, "2026-11-05", drug(AMLODIPINE_2_5, "アムロジピン錠2.5mg", "1", 28)),
                        order(PHARMACY, "2026-11-05", drug(NIFEDIPINE, "ニフェジピン徐放錠20mg", "1", 28))))
                .extracting(drug -> drug.drug().className(), CurrentDrug::twins)
                .containsExactly(
                        tuple(
                                "血管拡張剤",
                                List.of(
                                        new DrugTwin(CLINIC, "", "アムロジピン錠2.5mg", true),
                                        new DrugTwin(PHARMACY, "", "ニフェジピン徐放錠20mg", false))),
                        tuple(
                                "血管拡張剤",
                                List.of(
                                        new DrugTwin(HOSPITAL, "", "アムロジピン錠5mg", true),
                                        new DrugTwin(PHARMACY, "", "ニフェジピン徐放錠20mg", false))),
                        tuple(
                                "血管拡張剤",
                                List.of(
                                        new DrugTwin(CLINIC, "", "アムロジピン錠2.5mg", false),
                                        new DrugTwin(HOSPITAL, "", "アムロジピン錠5mg", false))));
    }

    @Test
    void aCodeOfAFacilitysOwnOrANameNearlyTheSameProvesNothing() {
        var own = Filed.coded("urn:hmnet:coding:99ZYX", "1001", "見本錠A", "1", 28, CareState.ACTIVE);
        var other = Filed.coded("urn:hmnet:coding:99ZYX", "1001", "見本錠B", "1", 28, CareState.ACTIVE);
        assertThat(current(order(HOSPITAL, "2026-11-01", own), order(CLINIC, "2026-11-01", other)))
                .hasSize(2)
                .allSatisfy(drug -> {
                    assertThat(drug.twins()).isEmpty();
                    assertThat(drug.drug().className()).isEmpty();
                });
        assertThat(current(
                        order(HOSPITAL, "2026-11-01", drug("", "アムロジピン錠５ｍｇ", "1", 28)),
                        order(CLINIC, "2026-11-01", drug("", "アムロジピン錠5mg", "1", 28))))
                .as("the same words in another width")
                .allMatch(CurrentDrug::duplicate);
    }

    @Test
    void whatBeginsTomorrowStandsBesideWhatIsTakenToday() {
        var tomorrow = Filed.until(amlodipine("2", 28), TODAY.plusDays(1), TODAY.plusDays(28));
        assertThat(current(order(HOSPITAL, "2026-11-20", tomorrow), order(HOSPITAL, "2026-11-01", amlodipine("1", 28))))
                .extracting(
                        CurrentDrug::standing, drug -> drug.items().getFirst().dose())
                .containsExactlyInAnyOrder(tuple(DrugStanding.SUPPLIED, "1"), tuple(DrugStanding.UPCOMING, "2"));
    }
}
