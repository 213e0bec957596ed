package hmnet.consent.decisions;

import static hmnet.consent.consents.ConsentChoice.EVERYTHING;
import static hmnet.consent.consents.ConsentChoice.EVERYTHING_BUT_SENSITIVE;
import static hmnet.consent.consents.ConsentChoice.MEDICINES_AND_EMERGENCY;
import static hmnet.formats.model.code.RecordKind.ALLERGY;
import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;
import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.LABORATORY;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static hmnet.formats.model.code.RecordKind.VISIT;
import static hmnet.ground.directory.Profession.DOCTOR;
import static hmnet.ground.directory.Profession.NURSE;
import static hmnet.ground.directory.Profession.PHARMACIST;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.policy.FirstPolicy;
import hmnet.consent.policy.ReaderPolicy;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The rule of a grant (開示範囲の決め方), tried on values alone. The rows that a real opening then shows are held by
/// `GrantedRowsTest`.
class GrantTest {
    /// Three professions, three consents, every kind: the labels a row may carry, or `closed`, or `hidden` when
    /// nothing may hint at it. U 未告知, R 閲覧制限, P 精神科, H HIV, G 遺伝, A 虐待.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DOCTOR     | EVERYTHING               | DIAGNOSIS    | URPHGA
            DOCTOR     | EVERYTHING               | PRESCRIPTION | URPHGA
            DOCTOR     | EVERYTHING               | LABORATORY   | URPHGA
            DOCTOR     | EVERYTHING               | LAB_SAFETY   | URPHGA
            DOCTOR     | EVERYTHING               | PROFILE      | URPHGA
            DOCTOR     | EVERYTHING_BUT_SENSITIVE | DIAGNOSIS    | UR
            DOCTOR     | EVERYTHING_BUT_SENSITIVE | PRESCRIPTION | URPHGA
            DOCTOR     | EVERYTHING_BUT_SENSITIVE | ALLERGY      | URPHGA
            DOCTOR     | EVERYTHING_BUT_SENSITIVE | INJECTION    | UR
            DOCTOR     | EVERYTHING_BUT_SENSITIVE | LABORATORY   | UR
            DOCTOR     | MEDICINES_AND_EMERGENCY  | PRESCRIPTION | URPHGA
            DOCTOR     | MEDICINES_AND_EMERGENCY  | ALLERGY      | URPHGA
            DOCTOR     | MEDICINES_AND_EMERGENCY  | DIAGNOSIS    | hidden
            DOCTOR     | MEDICINES_AND_EMERGENCY  | LABORATORY   | hidden
            PHARMACIST | EVERYTHING               | DIAGNOSIS    | U
            PHARMACIST | EVERYTHING               | PRESCRIPTION | URPHGA
            PHARMACIST | EVERYTHING               | ALLERGY      | URPHGA
            PHARMACIST | EVERYTHING               | LAB_SAFETY   | U
            PHARMACIST | EVERYTHING               | LABORATORY   | closed
            PHARMACIST | EVERYTHING               | VISIT        | closed
            PHARMACIST | EVERYTHING               | ADMISSION    | closed
            PHARMACIST | EVERYTHING_BUT_SENSITIVE | PRESCRIPTION | URPHGA
            PHARMACIST | EVERYTHING_BUT_SENSITIVE | DIAGNOSIS    | U
            PHARMACIST | EVERYTHING_BUT_SENSITIVE | LABORATORY   | closed
            PHARMACIST | MEDICINES_AND_EMERGENCY  | LABORATORY   | closed
            PHARMACIST | MEDICINES_AND_EMERGENCY  | LAB_SAFETY   | hidden
            NURSE      | EVERYTHING               | DIAGNOSIS    | UPH
            NURSE      | EVERYTHING               | PRESCRIPTION | UPH
            NURSE      | EVERYTHING               | LABORATORY   | UPH
            NURSE      | EVERYTHING               | LAB_ORDER    | closed
            NURSE      | EVERYTHING_BUT_SENSITIVE | DIAGNOSIS    | U
            NURSE      | EVERYTHING_BUT_SENSITIVE | LABORATORY   | U
            NURSE      | EVERYTHING_BUT_SENSITIVE | PRESCRIPTION | U
            NURSE      | MEDICINES_AND_EMERGENCY  | PRESCRIPTION | U
            DOCTOR     | NOTHING                  | PRESCRIPTION | hidden
            NURSE      | MEDICINES_AND_EMERGENCY  | VISIT        | hidden
            """)
    void whatAProfessionSeesUnderAConsent(
            Profession profession, ConsentChoice choice, RecordKind kind, String expected) {
        assertThat(asked(profession, choice).sees(kind)).isEqualTo(expected);
    }

    /// What is under way goes on under a grant that shows as much, and under no narrower one.
    @Test
    void aLaterGrantCoversAnEarlierOneUnlessItShowsLess() {
        var doctors = asked(DOCTOR, EVERYTHING);
        var grant = doctors.grant();
        var later = doctors.at(Asked.NOW.plusDays(1)).grant();
        assertThat(grant.lines()).isNotEmpty();
        assertThat(grant.covers(grant)).isTrue();
        assertThat(later.covers(grant)).as("time alone takes nothing away").isTrue();
        assertThat(asked(PHARMACIST, EVERYTHING).grant().covers(grant)).isFalse();
        assertThat(asked(DOCTOR, EVERYTHING_BUT_SENSITIVE).grant().covers(grant))
                .isFalse();
        assertThat(asked(DOCTOR, MEDICINES_AND_EMERGENCY).grant().covers(grant)).isFalse();
        assertThat(doctors.stopped().grant().covers(grant)).isFalse();
        assertThat(doctors.disclosedFrom(LocalDate.of(2026, 11, 1)).grant().covers(grant))
                .isFalse();
        assertThat(grant.covers(asked(DOCTOR, MEDICINES_AND_EMERGENCY).grant())).isTrue();
    }

    @Test
    void whatIsNotHandedOverYetIsShownToNobodyOutsideTheSendingFacility() {
        var elsewhere = asked(DOCTOR, EVERYTHING).grant();
        assertThat(elsewhere.lines()).allMatch(line -> (line.labels() & Label.UNDELIVERED.mask()) == 0);
        var athome = asked(DOCTOR, EVERYTHING).atHome().grant();
        assertThat(athome.lines()).allMatch(line -> (line.labels() & Label.UNDELIVERED.mask()) != 0);
    }

    /// 未告知 and 未交付 do not exist for the resident's side, not even as a closed kind.
    @ParameterizedTest
    @EnumSource(ConsentChoice.class)
    void theResidentsSideNeverSeesWhatTheResidentWasNotTold(ConsentChoice choice) {
        var grant = asked(DOCTOR, choice).asResident().grant();
        assertThat(grant.lines())
                .allMatch(line -> (line.labels() & (Label.UNINFORMED.mask() | Label.UNDELIVERED.mask())) == 0);
    }

    @Test
    void aHospitalsDelayHoldsResultsBackAndIsSaid() {
        var asked = asked(DOCTOR, EVERYTHING).ruled(Ruled.of(LABORATORY).delayed(7));
        assertThat(asked.line(LABORATORY).receivedBefore()).isEqualTo(Asked.NOW.minusDays(7));
        assertThat(asked.line(PRESCRIPTION).receivedBefore()).isEqualTo(Asked.NOW);
        assertThat(asked.grant().closed())
                .containsExactly(new ClosedKind(Asked.HOSPITAL, LABORATORY, ClosedKind.ClosingReason.DELAY, 7));
    }

    /// U3: what would have stopped the next prescription.
    @Test
    void anAllergyNeverWaitsForADelayAndIsNotSaidToWait() {
        var asked = asked(DOCTOR, EVERYTHING).ruled(Ruled.of(ALLERGY).delayed(7));
        assertThat(asked.line(ALLERGY).receivedBefore()).isEqualTo(Asked.NOW);
        assertThat(asked.grant().closed()).isEmpty();
    }

    @Test
    void aHospitalsOwnDoctorWaitsForNoDelay() {
        var asked = asked(DOCTOR, EVERYTHING)
                .ruled(Ruled.of(LABORATORY).delayed(7).since(LocalDate.of(2026, 1, 1)))
                .atHome();
        assertThat(asked.line(LABORATORY).receivedBefore()).isEqualTo(Asked.NOW);
        assertThat(asked.line(LABORATORY).since().getYear()).isEqualTo(1);
        assertThat(asked.grant().closed()).isEmpty();
    }

    @Test
    void aDepartmentsOwnLineGoesBeforeTheHospitalsOne() {
        var asked = asked(DOCTOR, EVERYTHING)
                .ruled(Ruled.of(DIAGNOSIS).department("21").closed());
        assertThat(asked.lines(DIAGNOSIS)).singleElement().satisfies(line -> {
            assertThat(line.department()).isNull();
            assertThat(line.otherThan()).isEqualTo("21");
        });
        var open = asked(DOCTOR, EVERYTHING)
                .ruled(Ruled.of(DIAGNOSIS).closed())
                .ruled(Ruled.of(DIAGNOSIS).department("01"));
        assertThat(open.lines(DIAGNOSIS))
                .singleElement()
                .satisfies(line -> assertThat(line.department()).isEqualTo("01"));
    }

    @Test
    void aStoppedDisclosureClosesEverythingButAtHome() {
        var stopped = asked(DOCTOR, EVERYTHING).stopped();
        assertThat(stopped.grant().lines()).isEmpty();
        assertThat(stopped.grant().closed())
                .hasSize(RecordKind.values().length)
                .allMatch(closed -> closed.why() == ClosedKind.ClosingReason.STOPPED);
        assertThat(stopped.atHome().grant().lines()).isNotEmpty();
    }

    @Test
    void aRuleMayOpenToSomeProfessionsAtSomeFacilitiesOnly() {
        var toClinics = Ruled.of(VISIT).to(DOCTOR.mask(), FacilityKind.CLINIC.mask());
        assertThat(asked(DOCTOR, EVERYTHING).ruled(toClinics).sees(VISIT)).isEqualTo("URPHGA");
        assertThat(asked(NURSE, EVERYTHING).ruled(toClinics).sees(VISIT)).isEqualTo("closed");
        assertThat(asked(DOCTOR, EVERYTHING)
                        .from(FacilityKind.PHARMACY)
                        .ruled(toClinics)
                        .sees(VISIT))
                .isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,2026-04-01,2026-04-01",
        "2026-04-01,2026-01-01,2026-04-01",
        "2026-04-01,,2026-04-01",
        ",2026-01-01,2026-01-01"
    })
    void ofCareSinceAndDiscloseFromTheNarrowerHolds(LocalDate careSince, LocalDate discloseFrom, LocalDate first) {
        var asked = asked(DOCTOR, EVERYTHING)
                .ruled(Ruled.of(VISIT).since(careSince))
                .disclosedFrom(discloseFrom);
        assertThat(asked.line(VISIT).since())
                .isEqualTo(first.atStartOfDay()
                        .atZone(java.time.ZoneId.of("Asia/Tokyo"))
                        .toOffsetDateTime());
    }

    @Test
    void aLaterLineGoesBeforeAnEarlierOneAndTheOwnBeforeTheNetworks() {
        var opened = asked(DOCTOR, EVERYTHING)
                .ruled(Ruled.of(VISIT).closed().effective("2026-02-01"))
                .ruled(Ruled.of(VISIT).effective("2026-03-01"));
        assertThat(opened.sees(VISIT)).isEqualTo("URPHGA");
        var networkLater = asked(DOCTOR, EVERYTHING)
                .ruled(Ruled.of(VISIT).closed().effective("2026-02-01"))
                .ruled(Ruled.of(VISIT).ofTheNetwork().effective("2026-03-01"));
        assertThat(networkLater.sees(VISIT)).isEqualTo("closed");
    }

    /// A day begins at midnight in Japan, nine hours before it does in Greenwich.
    @Test
    void aRuleBeginsAtMidnightInJapan() {
        var tomorrow = Ruled.of(VISIT).closed().effective("2026-11-21");
        var before = asked(DOCTOR, EVERYTHING).ruled(tomorrow).at(OffsetDateTime.parse("2026-11-20T14:59:00Z"));
        assertThat(before.sees(VISIT)).isEqualTo("URPHGA");
        var after = asked(DOCTOR, EVERYTHING).ruled(tomorrow).at(OffsetDateTime.parse("2026-11-20T15:00:00Z"));
        assertThat(after.sees(VISIT)).isEqualTo("closed");
    }

    @Test
    void everyProfessionHasALineOfItsOwnAndTheOfficeSeesNothing() {
        for (var profession : Profession.values()) {
            assertThat(read(profession).labels() & Label.UNDELIVERED.mask())
                    .as(profession.word())
                    .isZero();
        }
        for (var kind : RecordKind.values()) {
            assertThat(read(Profession.OPERATOR).sees(kind)).isFalse();
            assertThat(read(Profession.RECEPTION).sees(kind)).isFalse();
        }
    }

    @Test
    void safetyChecksSeeAllergiesAndMedicinesWhateverTheLabelAndNothingElse() {
        for (var kind : RecordKind.values()) {
            var open =
                    kind == ALLERGY || kind == PRESCRIPTION || kind == DISPENSING ? ~0L & ~Label.UNDELIVERED.mask() : 0;
            for (var profession : Profession.values()) {
                var checks = profession == DOCTOR || profession == PHARMACIST;
                assertThat(read(profession).safe(kind))
                        .as("%s %s", profession, kind)
                        .isEqualTo(checks ? open & Label.mask(java.util.EnumSet.allOf(Label.class)) : 0);
            }
        }
    }

    private static ReaderPolicy read(Profession profession) {
        return FirstPolicy.BOOK.of(profession, FacilityKind.CLINIC, LocalDate.of(2026, 1, 1));
    }

    private static Asked asked(Profession profession, ConsentChoice choice) {
        return Asked.by(profession, choice);
    }

    private static final ConsentChoice[] NARROWER = {EVERYTHING_BUT_SENSITIVE, MEDICINES_AND_EMERGENCY};

    @Test
    void aNarrowerChoiceNeverOpensMore() {
        for (var profession : new Profession[] {DOCTOR, PHARMACIST, NURSE}) {
            for (var choice : NARROWER) {
                for (var kind : RecordKind.values()) {
                    assertThat(asked(profession, choice).mask(kind)
                                    & ~asked(profession, EVERYTHING).mask(kind))
                            .as("%s %s %s", profession, choice, kind)
                            .isZero();
                }
            }
        }
    }
}
