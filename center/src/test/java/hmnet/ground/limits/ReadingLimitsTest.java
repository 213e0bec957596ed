package hmnet.ground.limits;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Opening;
import hmnet.record.filing.Ward;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A night shift, and somebody who reads through the region.
class ReadingLimitsTest extends Ward {
    @Autowired
    ReadingAlerts alerts;

    @Autowired
    ReadingLimits limits;

    @Autowired
    Keys rootKeys;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aNightShiftOfFortyChartsIsNoAlarm() {
        var doctor = doctor();
        assertThat(admitted(limits, doctor, people(40))).isEqualTo(40);
        assertThat(about(doctor)).isEmpty();
    }

    @Test
    void sixHundredChartsInAMomentAreAnAlarmAndStopAtTheLimit() {
        var doctor = doctor();
        var people = people(600);
        assertThat(admitted(limits, doctor, people)).isEqualTo(200);
        assertThat(about(doctor)).singleElement().satisfies(alert -> {
            assertThat(alert.measure()).isEqualTo(ReadingMeasure.CHARTS_HOUR);
            assertThat(alert.amount()).isEqualTo(200);
            assertThat(alert.refused()).isTrue();
        });
        assertThat(logged("reading-alerted", "staff:" + doctor.staff().value() + "\""))
                .as("once when the desk is told, once when it is refused")
                .hasSize(2);
        assertThat(admitted(limits, doctor, people.subList(0, 200)))
                .as("what is open")
                .isEqualTo(200);
        assertThat(admitted(limits, doctor(), people(1))).as("somebody else").isEqualTo(1);
    }

    @Test
    void aDayHasItsOwnLimit() {
        var small = with(new LimitSettings(10, 10, 3, 5, 0, 0, 0, 0, 0, 0, 0));
        var doctor = doctor();
        assertThat(admitted(small, doctor, people(9))).isEqualTo(5);
        assertThat(about(doctor)).singleElement().satisfies(alert -> {
            assertThat(alert.measure()).isEqualTo(ReadingMeasure.CHARTS_DAY);
            assertThat(alert.refused()).isTrue();
        });
    }

    @Test
    void aFacilityAsAWholeIsToldOfLongBeforeItIsStopped() {
        var small = with(new LimitSettings(100, 100, 100, 100, 5, 0, 0, 0, 0, 0, 0));
        var clinic = facility(FacilityKind.CLINIC);
        for (int n = 0; n < 3; n++) {
            assertThat(admitted(small, at(clinic, Profession.DOCTOR), people(4)))
                    .isEqualTo(4);
        }
        assertThat(alerts.of(office()).stream().filter(alert -> alert.facility().equals(clinic)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.measure()).isEqualTo(ReadingMeasure.FACILITY_HOUR);
                    assertThat(alert.refused()).isFalse();
                });
    }

    /// Its readers go on with a few charts each, and with those that are open.
    @Test
    void aStoppedFacilityIsSlowedToAFewChartsForEachReader() {
        var small = with(new LimitSettings(0, 0, 0, 0, 0, 6, 2, 0, 0, 0, 0));
        var clinic = facility(FacilityKind.CLINIC);
        var reader = at(clinic, Profession.DOCTOR);
        var open = people(8);
        assertThat(admitted(small, reader, open)).isEqualTo(6);
        var physician = at(clinic, Profession.DOCTOR);
        assertThat(admitted(small, physician, people(5)))
                .as("another reader there")
                .isEqualTo(2);
        assertThat(admitted(small, reader, open.subList(0, 6)))
                .as("what is open")
                .isEqualTo(6);
        assertThat(admitted(small, doctor(), people(5))).as("another facility").isEqualTo(5);
        assertThat(of(clinic)).singleElement().satisfies(alert -> {
            assertThat(alert.measure()).isEqualTo(ReadingMeasure.FACILITY_HOUR);
            assertThat(alert.staff()).isNull();
            assertThat(alert.refused()).isTrue();
        });
        assertThat(logged("reading-alerted", "\"refused\"", "\"facility\":" + clinic.value() + ","))
                .hasSize(1);
    }

    @Test
    void theOfficeLiftsAStopWithAReasonAndNobodyElseDoes() {
        var small = with(new LimitSettings(0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0));
        var hospital = hospital();
        var reader = at(hospital, Profession.DOCTOR);
        var desk = at(hospital, Profession.RECEPTION);
        assertThat(admitted(small, reader, people(5))).isEqualTo(3);
        var alert = of(hospital).getFirst();
        assertThat(alerts.lift(alert.id(), "見本の理由", desk)).as("a desk").isFalse();
        assertThat(alerts.lift(alert.id(), " ", office()))
                .as("without a reason")
                .isFalse();
        assertThat(admitted(small, reader, people(1))).isZero();
        var office = office();
        assertThat(alerts.lift(alert.id(), "災害の受入れと確認", office)).isTrue();
        assertThat(logged(
                        "reading-alert-closed",
                        "\"lifted\"",
                        "staff:" + office.staff().value() + "\""))
                .hasSize(1);
        assertThat(admitted(small, reader, people(5))).as("counted anew").isEqualTo(3);
        assertThat(of(hospital)).as("and told of anew").hasSize(2);
        assertThat(alerts.lift(alert.id(), "もう一度", office)).as("closed already").isFalse();
    }

    @Test
    void aReadersAndAMachinesStopIsLiftedForThemAlone() {
        var small = with(new LimitSettings(0, 3, 0, 0, 0, 0, 0, 0, 3, 0, 0));
        var hospital = hospital();
        var reader = at(hospital, Profession.DOCTOR);
        var other = at(hospital, Profession.DOCTOR);
        assertThat(admitted(small, reader, people(5))).isEqualTo(3);
        assertThat(admitted(small, other, people(5))).isEqualTo(3);
        assertThat(asked(small, hospital, 3)).isTrue();
        assertThat(asked(small, hospital, 1)).isFalse();
        assertThat(alerts.lift(about(reader).getFirst().id(), "夜間の当直と確認", office()))
                .isTrue();
        assertThat(admitted(small, reader, people(5))).isEqualTo(3);
        assertThat(admitted(small, other, people(5))).isZero();
        assertThat(asked(small, hospital, 1)).isFalse();
        var machine = of(hospital).stream()
                .filter(alert -> alert.measure() == ReadingMeasure.PERSONS_HOUR)
                .findFirst()
                .orElseThrow();
        assertThat(alerts.lift(machine.id(), "移行の作業と確認", office())).isTrue();
        assertThat(asked(small, hospital, 3)).isTrue();
        assertThat(asked(small, hospital, 1)).isFalse();
    }

    /// An alert that refused nothing has no stop.
    @Test
    void whatStoppedNothingIsNotLifted() {
        var doctor = doctor();
        admitted(with(new LimitSettings(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), doctor, people(2));
        assertThat(alerts.lift(about(doctor).getFirst().id(), "見本の理由", office()))
                .isFalse();
    }

    @Test
    void aMachineIsToldOfSoManyPeopleInAnHourAndNoMore() {
        var small = with(new LimitSettings(0, 0, 0, 0, 0, 0, 0, 3, 5, 0, 0));
        var clinic = facility(FacilityKind.CLINIC);
        var people = people(8);
        assertThat(transaction.<Boolean>execute(status -> small.admit(clinic, people.subList(0, 4))))
                .isTrue();
        assertThat(transaction.<Boolean>execute(status -> small.admit(clinic, people.subList(0, 4))))
                .as("the same again")
                .isTrue();
        assertThat(transaction.<Boolean>execute(status -> small.admit(clinic, people.subList(3, 8))))
                .as("all or none")
                .isFalse();
        assertThat(transaction.<Boolean>execute(status -> small.admit(clinic, people.subList(4, 5))))
                .isTrue();
        assertThat(alerts.of(office()).stream().filter(alert -> alert.facility().equals(clinic)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.staff()).isNull();
                    assertThat(alert.refused()).isTrue();
                });
    }

    /// Hour by hour below the alarm of an hour: the day tells of it, and ends it.
    @Test
    void aMachineThatStaysBelowTheHourIsToldOfByTheDay() {
        var small = with(new LimitSettings(0, 0, 0, 0, 0, 0, 0, 4, 5, 6, 9));
        var clinic = facility(FacilityKind.CLINIC);
        var people = people(12);
        for (var hour = 0; hour < 3; hour++) {
            var asked = people.subList(hour * 3, hour * 3 + 3);
            assertThat(transaction.<Boolean>execute(status -> small.admit(clinic, asked)))
                    .isTrue();
            db.sql("""
                    with before as (delete from person_told where facility = ? returning facility, person, at)
                    insert into person_told select facility, person, at - interval '61 minutes' from before""").param(clinic.value()).update();
        }
        assertThat(alerts.of(office()).stream().filter(alert -> alert.facility().equals(clinic)))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.measure()).isEqualTo(ReadingMeasure.PERSONS_DAY);
                    assertThat(alert.refused()).isFalse();
                });
        assertThat(transaction.<Boolean>execute(status -> small.admit(clinic, people.subList(9, 10))))
                .isFalse();
        assertThat(transaction.<Boolean>execute(status -> small.answersAboutNobody(clinic)))
                .isFalse();
        assertThat(transaction.<Boolean>execute(status -> small.admit(clinic, people.subList(0, 3))))
                .as("the same again")
                .isTrue();
    }

    @Test
    void theDatabaseDoesNotSayWhoseChartsWereOpened() {
        var one = doctor();
        var other = doctor();
        var people = people(1);
        admitted(limits, one, people);
        admitted(limits, other, people);
        assertThat(db.sql("select count(distinct chart) from chart_look where staff in (?, ?)")
                        .params(one.staff().value(), other.staff().value())
                        .query(Integer.class)
                        .single())
                .as("the same person is another number for each reader")
                .isEqualTo(2);
    }

    /// Through the door itself; the entry page's list counts nothing.
    @Test
    void aChartBeyondTheLimitStaysClosedWithItsReason() {
        var clinic = hospital();
        var doctor = at(clinic, Profession.DOCTOR);
        var person = resident(ConsentChoice.EVERYTHING, clinic, number());
        relations.begin(doctor, person, RelationOrigin.CARD);
        charts.glance(doctor, person);
        admitted(limits, doctor, people(200));
        assertThat(opened(doctor, person)).isEqualTo("READING_LIMIT");
        assertThat(logged(
                        "chart-refused",
                        "READING_LIMIT",
                        "staff:" + doctor.staff().value() + "\""))
                .hasSize(1);
    }

    @Test
    void aDeskSeesItsOwnAndSomebodyElseClosesWithAReason() {
        var hospital = hospital();
        var reader = at(hospital, Profession.DOCTOR);
        admitted(with(new LimitSettings(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), reader, people(2));
        var alert = about(reader).getFirst();
        var desk = at(hospital, Profession.RECEPTION);
        var elsewhere = at(hospital(), Profession.RECEPTION);
        assertThat(alerts.of(desk)).contains(alert);
        assertThat(alerts.of(elsewhere)).doesNotContain(alert);
        assertThat(alerts.waiting(desk)).isEqualTo(1);
        assertThat(alerts.close(alert.id(), "見本の理由", elsewhere)).isFalse();
        assertThat(alerts.close(alert.id(), "見本の理由", reader))
                .as("about themselves")
                .isFalse();
        assertThat(alerts.close(alert.id(), " ", desk)).as("without a reason").isFalse();
        assertThat(alerts.close(alert.id(), "見本の理由", desk)).isTrue();
        assertThat(alerts.close(alert.id(), "もう一度", office()))
                .as("closed already")
                .isFalse();
        assertThat(about(reader)).singleElement().satisfies(closed -> {
            assertThat(closed.why()).isEqualTo("見本の理由");
            assertThat(closed.closedBy()).isEqualTo(desk.staff());
        });
        assertThat(logged("reading-alert-closed", "staff:" + desk.staff().value() + "\""))
                .hasSize(1);
        admitted(with(new LimitSettings(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), reader, people(1));
        assertThat(about(reader)).as("it goes on").hasSize(2);
    }

    private ReadingLimits with(LimitSettings settings) {
        return new ReadingLimits(db, alerts, settings, rootKeys);
    }

    private boolean asked(ReadingLimits by, FacilityId machine, int people) {
        return Boolean.TRUE.equals(transaction.execute(status -> by.admit(machine, people(people))));
    }

    private List<ReadingAlerts.ReadingAlert> of(FacilityId facility) {
        return alerts.of(office()).stream()
                .filter(alert -> alert.facility().equals(facility))
                .toList();
    }

    private List<ReadingAlerts.ReadingAlert> about(Requester reader) {
        return alerts.of(office()).stream()
                .filter(alert -> reader.staff().equals(alert.staff()))
                .toList();
    }

    private String opened(Requester doctor, PersonId person) {
        return charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> "opened";
            case Opening.Closed(var reason) -> reason.name();
        });
    }

    private int admitted(ReadingLimits by, Requester reader, List<UUID> people) {
        var admitted = new ArrayList<UUID>();
        for (var person : people) {
            if (Boolean.TRUE.equals(transaction.execute(status -> by.admit(reader, person)))) {
                admitted.add(person);
            }
        }
        return admitted.size();
    }

    private static List<UUID> people(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }
}
