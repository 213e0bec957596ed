package hmnet.region.course;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.Outcome;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.fhirfile.outline.BundleOutline;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.model.chart.Sheet;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What hospitals say today is read as others' messages are, and nothing of it is lost.
class TodaysMessagesTest {
    private static final Plan PLAN = new Plan(120, 7, Plan.USUAL_TODAY);
    private static final Facility HOSPITAL = Facility.HOSPITALS.getFirst();
    private static final Facility FHIR_HOSPITAL =
            Facility.HOSPITALS.stream().filter(Facility::speaksFhir).findFirst().orElseThrow();

    @Test
    void everyKindIsSaidAndReadWithoutARemark() throws Unreadable {
        var types = new TreeSet<String>();
        for (var resident : known(HOSPITAL)) {
            for (var message : TodaysMessages.of(PLAN, resident, HOSPITAL)) {
                var file = Hl7File.read(message);
                assertThat(file.notes()).extracting(Note::code).isEmpty();
                assertThat(file.sheets())
                        .extracting(Sheet::patient)
                        .containsOnly(HOSPITAL.chartNumber(resident.index()));
                assertThat(file.sheets()).extracting(Sheet::entries).doesNotContain(List.of());
                types.add(file.kind());
            }
        }
        assertThat(types).containsExactly("ADT^A01", "ADT^A04", "ORU^R01", "RDE^O11");
    }

    @Test
    void aBundleStoresUnderTheHospitalsOwnNumbersAndIsReadWhole() throws Unreadable {
        int bundles = 0;
        for (var resident : known(FHIR_HOSPITAL)) {
            var bundle = TodaysBundle.of(PLAN, resident, FHIR_HOSPITAL);
            if (bundle.isEmpty()) {
                continue;
            }
            bundles++;
            var outline = BundleOutline.of(bundle.get());
            assertThat(outline.givers()).containsExactly("urn:oid:1.2.392.100495.20.3.51.1" + FHIR_HOSPITAL.code());
            assertThat(FhirFile.read(bundle.get()).sheets())
                    .hasSize(4)
                    .allSatisfy(sheet -> assertThat(sheet.version()).hasSize(17))
                    .extracting(Sheet::patient)
                    .containsOnly(FHIR_HOSPITAL.chartNumber(resident.index()));
            var checked = CheckedFile.of("today.json", "today.json", bundle.get());
            assertThat(checked.outcome()).isNotEqualTo(Outcome.REFUSED);
            assertThat(checked.rows()).isEqualTo(4);
        }
        assertThat(bundles).isBetween(5, 60);
    }

    @Test
    void theSameSeedSaysTheSameWords() {
        var again = new Plan(120, 7, Plan.USUAL_TODAY);
        for (var resident : known(HOSPITAL)) {
            assertThat(TodaysMessages.of(again, again.resident(resident.index()), HOSPITAL))
                    .containsExactlyElementsOf(TodaysMessages.of(PLAN, resident, HOSPITAL));
        }
    }

    private static List<Resident> known(Facility hospital) {
        return PLAN.residents()
                .filter(resident -> resident.hospitals().contains(Facility.HOSPITALS.indexOf(hospital)))
                .toList();
    }
}
