package hmnet.record.corrections;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.diagnosis;
import static hmnet.record.filing.Papers.flagged;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Profession;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import hmnet.record.corrections.NoticeRows.NoticeRow;
import hmnet.record.filing.Papers;
import hmnet.record.filing.RecordsChanged;
import hmnet.record.filing.RecordsChanged.Change;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.transaction.support.TransactionTemplate;

/// Who counts as having been shown what was corrected.
class NoticeRecipientsTest extends Noticeboard {
    @Autowired
    private NoticeRows rows;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EventPublicationRegistry registry;

    @Autowired
    private IncompleteEventPublications publications;

    @Test
    void whoWasShownAResultIsToldOnceItIsCorrected() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        opens(doctor);
        assertThat(corrections.of(doctor)).isEmpty();
        sends(correctedResult());
        assertThat(corrections.of(doctor)).singleElement().satisfies(notice -> {
            assertThat(notice.person()).isEqualTo(person);
            assertThat(notice.facility()).isEqualTo(facilities.get(sender).name());
            assertThat(notice.kinds()).containsExactly(RecordKind.LAB_SAFETY);
            assertThat(notice.what()).isEqualTo(Correction.CORRECTED);
        });
    }

    @Test
    void whoWasShownAPrescriptionIsToldOnceItIsTakenBack() {
        var doctor = caring(Profession.DOCTOR);
        sends(prescription());
        opens(doctor);
        sends(flagged(prescription(), '0'));
        assertThat(corrections.of(doctor))
                .singleElement()
                .satisfies(notice -> assertThat(notice.what()).isEqualTo(Correction.RETRACTED));
    }

    @Test
    void whoWasShownAVersionBeforeTheLastIsToldWhenAllAreTakenBack() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        opens(doctor);
        var newer = anHourLater(result(), papers().results(ORDER, ast("35", "F")));
        sends(newer);
        assertThat(told(doctor)).isEmpty();
        sends(flagged(newer, '0'));
        assertThat(told(doctor)).containsExactly(RecordKind.LAB_SAFETY);
    }

    /// As a hospital moves a record: it deletes it here and stores it there.
    @Test
    void whoWasShownARecordOfTheWrongPersonIsToldWhenItMoves() {
        var doctor = caring(Profession.DOCTOR);
        var rightNumber = number();
        var rightPerson = resident(ConsentChoice.EVERYTHING, sender, rightNumber);
        relations.begin(doctor, rightPerson, RelationOrigin.CARD);
        sends(prescription());
        opens(doctor);
        sends(flagged(prescription(), '0'), Papers.of(rightNumber).prescription("000000000000001", "架空錠５ｍｇ"));
        assertThat(corrections.of(doctor))
                .singleElement()
                .satisfies(notice -> assertThat(notice.person()).isEqualTo(person));
        assertThat(shown(doctor, person)).isEmpty();
        assertThat(shown(doctor, rightPerson)).extracting(ChartEntry::kind).containsExactly(RecordKind.PRESCRIPTION);
    }

    /// V11: a diagnosis list is sent whole.
    @Test
    void whoWasShownADiagnosisIsToldOnceANewerListNoLongerHoldsIt() {
        var doctor = caring(Profession.DOCTOR);
        var list = papers().diagnoses(diagnosis("1", "見本病", "Z000"), diagnosis("2", "架空病", "Z001"));
        sends(list);
        opens(doctor);
        sends(anHourLater(list, papers().diagnoses(diagnosis("1", "見本病", "Z000"))));
        assertThat(corrections.of(doctor)).singleElement().satisfies(notice -> {
            assertThat(notice.person()).isEqualTo(person);
            assertThat(notice.kinds()).containsExactly(RecordKind.DIAGNOSIS);
            assertThat(notice.what()).isEqualTo(Correction.RETRACTED);
        });
        assertThat(namedTo(desk())).containsExactly("doctor");
    }

    @Test
    void aListThatGrowsOrNumbersItsDiagnosesAnewTellsNobody() {
        var doctor = caring(Profession.DOCTOR);
        var list = papers().diagnoses(diagnosis("1", "見本病", "Z000"));
        sends(list);
        opens(doctor);
        var grown = anHourLater(list, papers().diagnoses(diagnosis("8", "見本病", "Z000"), diagnosis("9", "架空病", "Z001")));
        sends(grown);
        assertThat(told(doctor)).isEmpty();
    }

    @Test
    void whoNeverSawTheDroppedDiagnosisIsNotTold() {
        var early = caring(Profession.DOCTOR);
        opens(early);
        var list = papers().diagnoses(diagnosis("1", "見本病", "Z000"), diagnosis("2", "架空病", "Z001"));
        sends(list);
        sends(anHourLater(list, papers().diagnoses(diagnosis("1", "見本病", "Z000"))));
        assertThat(told(early)).isEmpty();
    }

    @Test
    void aPlainNewerVersionIsNoCorrectionAndTellsNobody() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        opens(doctor);
        sends(anHourLater(result(), papers().results(ORDER, ast("35", "F"))));
        assertThat(told(doctor)).isEmpty();
        assertThat(namedTo(desk())).isEmpty();
    }

    @Test
    void whoLookedOnlyBeforeTheOldVersionArrivedIsNotTold() {
        var doctor = caring(Profession.DOCTOR);
        opens(doctor);
        sends(result());
        sends(correctedResult());
        assertThat(told(doctor)).isEmpty();
        assertThat(namedTo(desk())).isEmpty();
    }

    @Test
    void whoLookedOnlyAfterTheCorrectionIsNotTold() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        sends(correctedResult());
        opens(doctor);
        assertThat(told(doctor)).isEmpty();
    }

    @Test
    void whoNeverOpenedTheChartIsNotTold() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        charts.glance(doctor, person);
        sends(correctedResult());
        assertThat(told(doctor)).isEmpty();
        assertThat(namedTo(desk())).isEmpty();
    }

    @Test
    void aViewThatDoesNotShowTheKindDoesNotCount() {
        var reader = caring(Profession.DOCTOR);
        var other = caring(Profession.DOCTOR);
        sends(result());
        opens(reader, ChartView.LABORATORY);
        opens(other, ChartView.MEDICINES);
        var afterwards = OffsetDateTime.now(ZoneOffset.UTC);
        opens(reader, ChartView.MEDICINES);
        sends(correctedResult());
        assertThat(notices())
                .singleElement()
                .satisfies(kept -> assertThat(kept.told().displayedAt()).isBefore(afterwards));
        assertThat(told(reader)).containsExactly(RecordKind.LAB_SAFETY);
        assertThat(told(other)).isEmpty();
    }

    @Test
    void aProfessionThatNeverSawTheKindIsNeitherToldNorNamed() {
        var careWorker = caring(Profession.CARE_WORKER);
        sends(result());
        opens(careWorker);
        sends(correctedResult());
        assertThat(told(careWorker)).isEmpty();
        assertThat(namedTo(desk())).isEmpty();
    }

    @Test
    void aLabelThatKeptARowFromSomebodyKeepsItsRetractionFromThemToo() {
        var doctor = caring(Profession.DOCTOR);
        var visitingNurse = caring(Profession.VISITING_NURSE);
        var depression = papers().diagnoses(diagnosis("P3", "うつ病", "F32"));
        sends(depression);
        opens(doctor);
        opens(visitingNurse);
        sends(flagged(depression, '0'));
        assertThat(told(doctor)).containsExactly(RecordKind.DIAGNOSIS);
        assertThat(told(visitingNurse)).isEmpty();
        assertThat(namedTo(desk())).containsExactly("doctor");
    }

    @Test
    void anEventHeardTwiceTellsOnce() {
        var doctor = caring(Profession.DOCTOR);
        sends(prescription());
        opens(doctor);
        sends(flagged(prescription(), '0'));
        var notice = notices().getFirst();
        transaction.executeWithoutResult(status -> events.publishEvent(again(notice.told())));
        heard();
        assertThat(notices()).containsExactly(notice);
    }

    /// As a node leaves it that fell between the commit and the listener.
    @Test
    void anEventThatNobodyHeardIsDeliveredLater() throws SQLException {
        var doctor = caring(Profession.DOCTOR);
        sends(prescription());
        opens(doctor);
        sends(flagged(prescription(), '0'));
        var told = notices().getFirst().told();
        forget();
        transaction.executeWithoutResult(status ->
                registry.store(again(told), Stream.of(PublicationTargetIdentifier.of("corrections.telling"))));
        publications.resubmitIncompletePublicationsOlderThan(Duration.ZERO);
        heard();
        assertThat(notices())
                .singleElement()
                .satisfies(kept -> assertThat(kept.told()).isEqualTo(told));
    }

    private List<NoticeRow> notices() {
        return rows.of(sender, OffsetDateTime.now(ZoneOffset.UTC).minusDays(1));
    }

    private static RecordsChanged again(NoticeRecipient told) {
        var message = told.message();
        return new RecordsChanged(
                told.sender().value(),
                List.of(new Change(message.patient().value(), message.sourceKey(), "RETRACTED", told.at())));
    }

    private void forget() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("delete from correction_notice where facility = " + sender.value());
            connection.commit();
        }
    }
}
