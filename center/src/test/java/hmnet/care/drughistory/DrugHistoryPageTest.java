package hmnet.care.drughistory;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.ChartFrames;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.base.Unreadable;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.model.chart.Medicines;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Who reads the history of drugs, injections and the handbook of a person, and who is turned away.
class DrugHistoryPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/medicines");
    private static final HistoryQuery ALL = new HistoryQuery(null, null);
    private static final LocalDate PAPERS = LocalDate.of(2026, 4, 1);

    @Autowired
    private DrugHistoryPage page;

    @Autowired
    private HandbookPage handbook;

    @Autowired
    private ChartFrames chartFrames;

    @Autowired
    private Audit audit;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aHospitalPrescribedThreeDaysAgo() {
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        int days = (int) PAPERS.until(chartFrames.today(), ChronoUnit.DAYS) - 3;
        filed(
                hospital,
                Papers.of(number).later(days).prescription("000000000000071", "見本錠１ｍｇ"),
                Papers.of(number).prescription("000000000000070", "むかしの錠１ｍｇ"));
    }

    private Requester caring(Profession profession) {
        var requester = at(facility(FacilityKind.CLINIC), profession);
        relations.begin(requester, person, RelationOrigin.CARD);
        return requester;
    }

    private String lastView() {
        return String.valueOf(audit.of(person.value(), 1).getFirst().detail().get("view"));
    }

    @Test
    void aPharmacistReadsTheHistoryAndTheLogSaysSo() {
        var pharmacist = caring(Profession.PHARMACIST);
        var answer = page.history(person, ALL, pharmacist, FRAME);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("見本錠１ｍｇ", "むかしの錠１ｍｇ", "対応する調剤の記録は届いていないか");
        assertThat(lastView()).isEqualTo("viewer/drug-history");
        var elsewhere =
                new HistoryQuery(Long.toString(facility(FacilityKind.CLINIC).value()), null);
        assertThat(page.history(person, elsewhere, pharmacist, FRAME).getBody()).doesNotContain("見本錠１ｍｇ");
    }

    @Test
    void theMedicinesTakenNowGoToAHandbookAsCodesAndAsAFile() throws Unreadable {
        var pharmacist = caring(Profession.PHARMACIST);
        var codes = handbook.codes(person, pharmacist, FRAME);
        assertThat(codes.getBody()).contains("見本錠１ｍｇ", "<svg", "1 / 1").doesNotContain("むかしの錠");
        assertThat(lastView()).isEqualTo("viewer/handbook");
        ResponseEntity<?> file = handbook.file(person, pharmacist, FRAME);
        assertThat(lastView()).isEqualTo("viewer/handbook-file");
        var sheets =
                TcFile.read((byte[]) Objects.requireNonNull(file.getBody())).sheets();
        var medicines = (Medicines) sheets.getFirst().entries().getFirst();
        assertThat(medicines.drugs()).singleElement().satisfies(drug -> {
            assertThat(drug.drug().shown()).isEqualTo("見本錠１ｍｇ");
            assertThat(drug.daily().value()).isEqualTo("3");
            assertThat(drug.count()).isEqualTo(14);
        });
        assertThat(medicines.place()).isEqualTo(facilities.get(hospital).name());
    }

    @Test
    void whoHasNoTieIsToldNothing() {
        var stranger = doctor();
        assertThat(page.history(person, ALL, stranger, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.injections(person, ALL, stranger, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(handbook.codes(person, stranger, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(handbook.file(person, stranger, FRAME).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aCareWorkerReadsOfInjectionsOnlyThatTheyAreClosed() {
        var worker = caring(Profession.CARE_WORKER);
        var answer = page.injections(person, ALL, worker, FRAME);
        assertThat(answer.getBody()).contains("注射").doesNotContain("見本錠１ｍｇ", "受信した記録はありません");
        assertThat(page.history(person, ALL, worker, FRAME).getBody()).contains("見本錠１ｍｇ");
    }
}
