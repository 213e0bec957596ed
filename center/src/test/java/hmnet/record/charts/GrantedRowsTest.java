package hmnet.record.charts;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.diagnosis;
import static hmnet.record.filing.Papers.hiv;
import static hmnet.record.filing.Papers.protein;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a real opening shows (開示される記録): `GrantTest` holds the rule, this one the rows that come of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantedRowsTest extends Ward {
    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeAll
    void aHospitalSends() {
        hospital = hospital();
        var papers = Papers.of(number);
        filed(
                hospital,
                papers.visit(),
                papers.diagnoses(diagnosis("P1", "高血圧症", "I10"), diagnosis("P2", "うつ病", "F32")),
                papers.prescription("000000000000021", "架空錠５ｍｇ"),
                papers.results("000000000000022", ast("31", "F"), protein("7.2"), hiv()));
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    /// A label behind a kind: P 精神科, H HIV.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DOCTOR     | EVERYTHING               | DIAGNOSIS DIAGNOSIS+P LABORATORY LABORATORY+H LAB_SAFETY PRESCRIPTION VISIT
            DOCTOR     | EVERYTHING_BUT_SENSITIVE | DIAGNOSIS LABORATORY LAB_SAFETY PRESCRIPTION VISIT
            DOCTOR     | MEDICINES_AND_EMERGENCY  | PRESCRIPTION
            DOCTOR     | NOTHING                  | ''
            PHARMACIST | EVERYTHING               | DIAGNOSIS LAB_SAFETY PRESCRIPTION
            PHARMACIST | EVERYTHING_BUT_SENSITIVE | DIAGNOSIS LAB_SAFETY PRESCRIPTION
            PHARMACIST | MEDICINES_AND_EMERGENCY  | PRESCRIPTION
            PHARMACIST | NOTHING                  | ''
            NURSE      | EVERYTHING               | DIAGNOSIS DIAGNOSIS+P LABORATORY LABORATORY+H LAB_SAFETY PRESCRIPTION VISIT
            NURSE      | EVERYTHING_BUT_SENSITIVE | DIAGNOSIS LABORATORY LAB_SAFETY PRESCRIPTION VISIT
            NURSE      | MEDICINES_AND_EMERGENCY  | PRESCRIPTION
            NURSE      | NOTHING                  | ''
            RECEPTION  | EVERYTHING               | ''
            OPERATOR   | EVERYTHING               | ''
            """)
    void aProfessionIsShownTheseRowsUnderAConsent(Profession profession, ConsentChoice choice, String expected) {
        var kind = profession == Profession.PHARMACIST ? FacilityKind.PHARMACY : FacilityKind.CLINIC;
        var requester = at(facility(kind), profession);
        relations.begin(requester, person, RelationOrigin.CARD);
        consents.record(person, choice, "paper", "2026-04", office());
        assertThat(shown(requester, person).stream()
                        .map(entry -> entry.kind()
                                + entry.labels().stream()
                                        .map(label -> "+" + label.name().charAt(0))
                                        .collect(Collectors.joining()))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
