package hmnet.region.course;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.Outcome;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.RecordKind;
import hmnet.gateway.StorageFile;
import hmnet.region.plan.Facility;
import hmnet.region.plan.FeaturedResident;
import hmnet.region.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// The demonstration's charts hold documents, reports, vital signs and check-ups (U23).
class ChartFilesTest {
    private static final Plan PLAN = new Plan(120, 7, Plan.USUAL_TODAY);

    private static List<StorageFile> files(int resident) {
        var who = PLAN.resident(resident);
        var files = new ArrayList<StorageFile>();
        who.hospitals().forEach(each -> files.addAll(ChartFiles.of(PLAN, who, Facility.HOSPITALS.get(each))));
        return files;
    }

    private static Set<RecordKind> kinds(List<StorageFile> files) throws Unreadable {
        var kinds = EnumSet.noneOf(RecordKind.class);
        for (var file : files) {
            for (var sheet : FhirFile.read(file.bytes()).sheets()) {
                sheet.entries().stream()
                        .filter(KeptFhir.class::isInstance)
                        .map(entry -> ((KeptFhir) entry).kind())
                        .forEach(kinds::add);
            }
        }
        return kinds;
    }

    @Test
    void theChartAtTwoHospitalsShowsEveryKind() throws Unreadable {
        assertThat(kinds(files(List.of(FeaturedResident.values()).indexOf(FeaturedResident.TWO_HOSPITALS))))
                .contains(RecordKind.DOCUMENT, RecordKind.REPORT, RecordKind.VITAL, RecordKind.CHECKUP);
    }

    @Test
    void everyFileIsReadWholeAndNamesItsPatient() throws Unreadable {
        var seen = 0;
        for (var resident : PLAN.residents().toList()) {
            for (var place : resident.hospitals()) {
                var hospital = Facility.HOSPITALS.get(place);
                for (var file : ChartFiles.of(PLAN, resident, hospital)) {
                    seen++;
                    var read = FhirFile.read(file.bytes());
                    assertThat(read.notes())
                            .as(file.path())
                            .extracting(Note::code)
                            .isEmpty();
                    assertThat(read.sheets())
                            .extracting(Sheet::patient)
                            .containsOnly(hospital.chartNumber(resident.index()));
                    var checked = CheckedFile.of(file.path(), file.path(), file.bytes());
                    assertThat(checked.outcome()).as(file.path()).isNotEqualTo(Outcome.REFUSED);
                }
            }
        }
        assertThat(seen).isPositive();
    }

    /// It is read as any reader of PDF would: one page with the patient's name.
    @Test
    void aLetterIsAPdfThatNamesThePatient() throws Unreadable, IOException {
        var resident = List.of(FeaturedResident.values()).indexOf(FeaturedResident.TWO_HOSPITALS);
        var letters = files(resident).stream()
                .filter(file -> file.path().startsWith("letter-"))
                .toList();
        assertThat(letters).isNotEmpty();
        for (var letter : letters) {
            var bundle = new String(letter.bytes(), StandardCharsets.UTF_8);
            var data = bundle.substring(bundle.indexOf("\"data\":\"") + 8);
            var pdf = Base64.getDecoder().decode(data.substring(0, data.indexOf('"')));
            try (var read = Loader.loadPDF(pdf)) {
                assertThat(read.getNumberOfPages()).isOne();
                assertThat(new PDFTextStripper().getText(read))
                        .contains(
                                "診療情報提供書",
                                PLAN.resident(resident).name().inJis().family());
            }
        }
    }

    @Test
    void theSamePlanGivesTheSameFiles() {
        var again = new Plan(120, 7, Plan.USUAL_TODAY);
        var hospital = Facility.HOSPITALS.getFirst();
        var once = ChartFiles.of(PLAN, PLAN.resident(0), hospital);
        assertThat(ChartFiles.of(again, again.resident(0), hospital))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(once);
    }

    /// One blood group of a person, but for the one whose hospitals contradict each other.
    @Test
    void twoHospitalsAgreeOnTheBloodGroupButForOneFeaturedResident() {
        for (var resident :
                PLAN.residents().filter(one -> !one.hospitals().isEmpty()).toList()) {
            var said = resident.hospitals().stream()
                    .map(each -> Papers.blood(Chart.of(PLAN, resident, Facility.HOSPITALS.get(each))))
                    .distinct()
                    .count();
            assertThat(said).as(resident.toString()).isEqualTo(resident.index() == 0 ? 2 : 1);
        }
    }
}
