package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.provisions.ConsentProvisions.ProvisionDraft;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What a person denies within a given consent stays out of every chart it is about, and of no other.
class DenialsTest extends Ward {
    private static final long PRESCRIPTIONS = RecordKind.PRESCRIPTION.mask();
    private static final long VISITS = RecordKind.VISIT.mask();
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    @Autowired
    private TransactionTemplate transaction;

    private PersonId person;
    private FacilityId first;
    private FacilityId second;
    private Requester doctor;

    /// Two hospitals with a visit and a prescription each; the second's ten days later.
    @BeforeEach
    void somebodyWhomTwoHospitalsTreat() {
        first = hospital();
        second = hospital();
        var number = number();
        var other = number();
        doctor = doctor();
        person = resident(ConsentChoice.EVERYTHING, first, number);
        relations.tie(at(second, Profession.RECEPTION), person, other);
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(first, Papers.of(number).visit(), Papers.of(number).prescription("000000000000081", "架空錠５ｍｇ"));
        filed(
                second,
                Papers.of(other).later(10).visit(),
                Papers.of(other).later(10).prescription("000000000000082", "見本錠５ｍｇ"));
        assertThat(seen(doctor)).containsExactlyInAnyOrder("VISIT 1", "PRESCRIPTION 1", "VISIT 2", "PRESCRIPTION 2");
    }

    private List<String> seen(Requester reader) {
        return shown(reader, person).stream()
                .map(entry -> entry.kind() + (entry.facility().equals(first) ? " 1" : " 2"))
                .toList();
    }

    @Test
    void oneHospitalsMedicinesAreKeptFromOneClinic() {
        var elsewhere = doctor();
        relations.begin(elsewhere, person, RelationOrigin.CARD);
        denied(
                person,
                DeniedReaders.of(doctor.facility()),
                new ConsentProvision(second, PRESCRIPTIONS, ConsentProvision.WHATEVER, null, null));
        assertThat(seen(doctor)).containsExactlyInAnyOrder("VISIT 1", "PRESCRIPTION 1", "VISIT 2");
        assertThat(seen(elsewhere)).hasSize(4);
    }

    @Test
    void careOfSomeDaysIsKeptFromEverybody() {
        denied(
                person,
                DeniedReaders.everybody(),
                new ConsentProvision(null, -1, ConsentProvision.WHATEVER, FIRST.minusDays(40), FIRST.plusDays(5)));
        assertThat(seen(doctor)).containsExactlyInAnyOrder("VISIT 2", "PRESCRIPTION 2");
        denied(
                person,
                DeniedReaders.everybody(),
                new ConsentProvision(null, VISITS, ConsentProvision.WHATEVER, FIRST.plusDays(6), null));
        assertThat(seen(doctor)).containsExactly("PRESCRIPTION 2");
    }

    @Test
    void allPharmaciesMayBeKeptFromSeeing() {
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        assertThat(seen(pharmacist)).containsExactlyInAnyOrder("PRESCRIPTION 1", "PRESCRIPTION 2");
        denied(person, DeniedReaders.of(Set.of(FacilityKind.PHARMACY)), PRESCRIPTIONS);
        assertThat(seen(pharmacist)).isEmpty();
        assertThat(seen(doctor)).hasSize(4);
    }

    /// A consent of list type does not grow when facilities join.
    @Test
    void whoIsNotOnTheListSeesNothingThoughTheyJoinedLater() {
        denied(person, DeniedReaders.allBut(Set.of(doctor.facility())), -1);
        assertThat(seen(doctor)).hasSize(4);
        var newcomer = doctor();
        relations.begin(newcomer, person, RelationOrigin.CARD);
        assertThat(opening(newcomer)).isEqualTo("CLOSED_BY_PERSON");
    }

    @Test
    void aPurposeMayBeDeniedAndAnotherLeft() {
        provisions.record(
                person,
                new ProvisionDraft(
                        DeniedReaders.everybody(),
                        new ConsentProvision(null, -1, ConsentProvision.WHATEVER, null, null),
                        Purpose.PATIENT_REQUEST.mask(),
                        null),
                ON_PAPER,
                office());
        assertThat(seen(doctor)).hasSize(4);
        assertThat(opening(doctor, Purpose.PATIENT_REQUEST)).isEqualTo("CLOSED_BY_PERSON");
    }

    @Test
    void aDenialEndsOnItsDayOrWhenThePersonTakesItBack() {
        provisions.record(
                person,
                new ProvisionDraft(
                        DeniedReaders.everybody(),
                        new ConsentProvision(null, VISITS, ConsentProvision.WHATEVER, null, null),
                        -1,
                        OffsetDateTime.now(ZoneId.of("Asia/Tokyo")).minusSeconds(1)),
                ON_PAPER,
                office());
        assertThat(seen(doctor)).as("over already").hasSize(4);
        var id = denied(person, DeniedReaders.everybody(), VISITS);
        assertThat(seen(doctor)).containsExactlyInAnyOrder("PRESCRIPTION 1", "PRESCRIPTION 2");
        var stranger = card().holder().id();
        assertThat(provisions.end(stranger, id, ON_PAPER, office()))
                .as("another person's")
                .isFalse();
        assertThat(provisions.end(person, id, ON_PAPER, office())).isTrue();
        assertThat(provisions.end(person, id, ON_PAPER, office())).isFalse();
        assertThat(seen(doctor)).hasSize(4);
    }

    /// A chart that is being opened while the person denies waits, and shows nothing of it.
    @Test
    void aDenialThatAnOpeningWaitedForCounts() throws Exception {
        var held = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var recording = threads.submit(() -> transaction.executeWithoutResult(status -> {
                denied(person, DeniedReaders.everybody(), VISITS);
                held.countDown();
                await(go);
            }));
            await(held);
            var opening = threads.submit(() -> seen(doctor));
            for (var tries = 0; tries < 1_000 && !somebodyWaits(); tries++) {
                Thread.sleep(5);
            }
            assertThat(somebodyWaits()).isTrue();
            go.countDown();
            recording.get(10, TimeUnit.SECONDS);
            assertThat(opening.get(10, TimeUnit.SECONDS)).containsExactlyInAnyOrder("PRESCRIPTION 1", "PRESCRIPTION 2");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String opening(Requester reader) {
        return opening(reader, Purpose.TREATMENT);
    }

    private String opening(Requester reader, Purpose purpose) {
        return charts.open(reader, person, purpose, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> "opened";
            case Opening.Closed(var reason) -> reason.name();
        });
    }
}
