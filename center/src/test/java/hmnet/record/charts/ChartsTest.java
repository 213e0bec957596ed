package hmnet.record.charts;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.diagnosis;
import static hmnet.record.filing.Papers.hiv;
import static hmnet.record.filing.Papers.protein;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision.Reason;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.hl7v2.message.Diagnosis;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Occurrences.Occurrence;
import hmnet.record.charts.Occurrences.Reach;
import hmnet.record.charts.Occurrences.TimeStep;
import hmnet.record.charts.Opening.Closed;
import hmnet.record.charts.Opening.Opened;
import hmnet.record.charts.RowSelection.RowGroup;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/// Who sees what, and who is turned away.
class ChartsTest extends Ward {
    @Autowired
    Audit audit;

    @Autowired
    Occurrences occurrences;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospitalSends() {
        hospital = hospital();
        var papers = Papers.of(number);
        filed(
                hospital,
                papers.visit(),
                papers.diagnoses(diagnosis("P1", "高血圧症", "I10"), diagnosis("P2", "うつ病", "F32")),
                papers.prescription("000000000000021", "架空錠５ｍｇ"),
                papers.results("000000000000022", ast("31", "F"), protein("7.2"), hiv()));
    }

    @Test
    void withoutATieAnUnknownPersonAndAClosedOneAreOneAnswer() {
        var doctor = doctor();
        var withdrawn = resident(ConsentChoice.NOTHING, hospital, number);
        assertThat(answer(doctor, withdrawn)).isEqualTo(Reason.NOT_KNOWN);
        assertThat(answer(doctor, PersonId.fresh())).isEqualTo(Reason.NOT_KNOWN);
        assertThat(answer(doctor, card().holder().id())).isEqualTo(Reason.NOT_KNOWN);
        assertThat(charts.glance(doctor, withdrawn)).isEmpty();
    }

    @Test
    void aWithdrawnConsentIsToldToOneWithATie() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(shown(doctor, person)).isNotEmpty();
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(answer(doctor, person)).isEqualTo(Reason.CONSENT_WITHDRAWN);
        assertThat(charts.glance(doctor, person)).isEmpty();
    }

    /// V6: whoever lists today's persons has not read their charts, and the log says so.
    @Test
    void aGlanceOfAListIsLoggedAsListedAndNeverAsOpened() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(charts.glance(doctor, person)).isPresent();
        var by = "staff:" + doctor.staff().value() + "\"";
        assertThat(logged("\"chart-listed\"", "\"listed\"", by, person.toString()))
                .hasSize(1);
        assertThat(logged("\"chart-opened\"", by)).isEmpty();
        shown(doctor, person);
        assertThat(logged("\"chart-listed\"", by)).hasSize(1);
        assertThat(logged("\"chart-opened\"", by, person.toString())).hasSize(1);
    }

    @Test
    void whoHasSaidNothingYetIsClosed() {
        var doctor = doctor();
        var person = card().holder().id();
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(answer(doctor, person)).isEqualTo(Reason.CONSENT_MISSING);
    }

    @Test
    void aRelationThatEndedIsNoTie() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        db.sql("update relation set until = now() - interval '1 second' where person = ?")
                .param(person.value())
                .update();
        assertThat(answer(doctor, person)).isEqualTo(Reason.NOT_KNOWN);
    }

    @Test
    void aPharmacistSeesTheTestsThatGuideADoseAndNoOthers() {
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        assertThat(shown(pharmacist, person))
                .extracting(ChartEntry::kind)
                .containsExactlyInAnyOrder(RecordKind.DIAGNOSIS, RecordKind.PRESCRIPTION, RecordKind.LAB_SAFETY);
    }

    @Test
    void noRowIsLostBetweenPagesHoweverManyStandAtOneMoment() {
        var many = IntStream.range(0, 101).mapToObj(i -> diagnosis("M" + i, "見本の病" + i, "I10"));
        var another = number();
        filed(hospital, Papers.of(another).diagnoses(many.toArray(Diagnosis[]::new)));
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, another);
        relations.begin(doctor, person, RelationOrigin.CARD);
        charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opened(var chart) -> {
                var seen = new HashSet<UUID>();
                var span = CareSpan.all();
                for (int page = 0; page < 10; page++) {
                    var part = chart.page(-1, Optional.empty(), span, 60);
                    part.entries().forEach(entry -> seen.add(entry.id()));
                    if (!part.older()) {
                        break;
                    }
                    span = new CareSpan(span.from(), part.entries().getLast().occurredAt());
                }
                assertThat(seen)
                        .hasSameSizeAs(chart.all(-1, Optional.empty(), CareSpan.all()))
                        .hasSizeGreaterThan(100);
                yield true;
            }
            case Closed closed -> throw new AssertionError(closed);
        });
    }

    @Test
    void whatHappenedIsCountedAsItStandsOnTheChart() {
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        for (var requester : List.of(doctor(), pharmacist)) {
            relations.begin(requester, person, RelationOrigin.CARD);
            charts.open(requester, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
                case Opened(var chart) -> {
                    var all = chart.all(-1, Optional.empty(), CareSpan.all());
                    var newest = all.getFirst().occurredAt();
                    var span = new CareSpan(newest.minusYears(1), newest);
                    var occurred = occurrences.of(chart, TimeStep.MONTH, span);
                    assertThat(occurred.reaches().stream()
                                    .mapToInt(Reach::count)
                                    .sum())
                            .isEqualTo(all.size());
                    assertThat(occurred.reaches().stream().map(Reach::earliest).min(OffsetDateTime::compareTo))
                            .contains(all.getLast().occurredAt());
                    assertThat(occurred.inSpan().stream()
                                    .mapToInt(Occurrence::count)
                                    .sum())
                            .isEqualTo(chart.all(-1, Optional.empty(), span).size());
                    yield chart;
                }
                case Closed closed -> throw new AssertionError(closed);
            });
        }
    }

    /// As with somebody on dialysis for decades: an allergy of the first year stands in the band as in any other chart.
    @Test
    void whatIsPickedFromALongChartIsWhatIsPickedFromAShortOne() {
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var laboratory = RecordKind.LABORATORY.mask() | RecordKind.LAB_SAFETY.mask();
        var picked = new RowSelection(
                List.of(
                        new RowGroup(RecordKind.DIAGNOSIS.mask(), CareSpan.all().from(), 1),
                        new RowGroup(laboratory, CareSpan.all().from(), 2),
                        new RowGroup(
                                RecordKind.PRESCRIPTION.mask(), OffsetDateTime.parse("2010-01-01T00:00:00Z"), 100)),
                3);
        for (var requester : List.of(doctor(), at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST))) {
            relations.begin(requester, person, RelationOrigin.CARD);
            var found =
                    charts.open(requester, person, Purpose.TREATMENT, ChartView.SUMMARY, opening -> switch (opening) {
                        case Opened(var chart) -> {
                            var atOnce = ids(chart.selection(picked, 1_000));
                            assertThat(ids(chart.selection(picked, 1))).isEqualTo(atOnce);
                            yield atOnce.size();
                        }
                        case Closed closed -> 0;
                    });
            assertThat(found).isGreaterThan(1);
        }
    }

    private static List<UUID> ids(List<ChartEntry> entries) {
        return entries.stream().map(ChartEntry::id).toList();
    }

    @Test
    void aDocumentOutsideTheGrantIsAbsent() {
        var doctor = doctor();
        var pharmacist = at(facility(FacilityKind.PHARMACY), Profession.PHARMACIST);
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        relations.begin(pharmacist, person, RelationOrigin.CARD);
        var all = shown(doctor, person);
        assertThat(all).hasSize(7);
        for (var entry : all) {
            var seen = shown(pharmacist, person).stream().anyMatch(e -> e.id().equals(entry.id()));
            assertThat(document(doctor, person, entry)).isPresent();
            assertThat(document(pharmacist, person, entry).isPresent())
                    .as(entry.kind().name())
                    .isEqualTo(seen);
        }
    }

    @Test
    void aWithdrawalWaitsForAnOpenChartAndNothingOpensAfterIt() throws Exception {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        var office = office();
        var open = new CountDownLatch(1);
        var close = new CountDownLatch(1);
        var reading = CompletableFuture.supplyAsync(
                () -> charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> {
                    open.countDown();
                    return await(close) && opening instanceof Opened;
                }),
                Thread::startVirtualThread);
        assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
        var withdrawal = CompletableFuture.runAsync(
                () -> consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office),
                Thread::startVirtualThread);
        await(this::somebodyWaits);
        assertThat(withdrawal).isNotDone();
        close.countDown();
        assertThat(reading.get(20, TimeUnit.SECONDS)).isTrue();
        withdrawal.get(20, TimeUnit.SECONDS);
        assertThat(answer(doctor, person)).isEqualTo(Reason.CONSENT_WITHDRAWN);
    }

    @Test
    void everyOpeningAndRefusalLeavesItsEventAndNoneStaysOfOneThatFailed() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        assertThat(answer(doctor, person)).isEqualTo(Reason.NOT_KNOWN);
        relations.begin(doctor, person, RelationOrigin.CARD);
        shown(doctor, person);
        assertThatThrownBy(() -> charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> {
                    throw new IllegalStateException("the page broke");
                }))
                .hasMessage("the page broke");
        assertThat(events(doctor)).isEqualTo(3);
    }

    @Test
    void whatCannotBeWrittenDownIsNotShown() throws SQLException {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create function refuse_opened() returns trigger language plpgsql as
                    $$begin if new.person = '%s' then raise exception 'no log'; end if; return new; end$$""".formatted(person.value()));
            statement.execute(
                    "create trigger refuse_opened before insert on audit_event for each row execute function refuse_opened()");
            connection.commit();
            try {
                assertThatThrownBy(() -> shown(doctor, person)).isInstanceOf(DataAccessException.class);
            } finally {
                statement.execute("drop trigger refuse_opened on audit_event");
                statement.execute("drop function refuse_opened()");
                connection.commit();
            }
        }
        assertThat(shown(doctor, person)).isNotEmpty();
    }

    @Test
    void aHospitalThatStopsItsDisclosureClosesAtOnce() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        facilities.stopDisclosure(hospital, true);
        assertThat(shown(doctor, person)).isEmpty();
        assertThat(shown(at(hospital, Profession.DOCTOR), person)).hasSize(7);
        facilities.stopDisclosure(hospital, false);
        assertThat(shown(doctor, person)).hasSize(7);
    }

    /// The resident side reads the event: it names what was looked at, but nothing that carries a label.
    @Test
    void theEventOfARecordPageNamesTheRecordUnlessItCarriesALabel() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        for (var entry : shown(doctor, person)) {
            var event = lookedAt(doctor, person, entry.id());
            assertThat(event.get("view")).isEqualTo("viewer/record");
            assertThat(event.get("record"))
                    .isEqualTo(entry.labels().isEmpty() ? entry.id().toString() : null);
        }
        assertThat(shown(doctor, person))
                .extracting(entry -> entry.labels().isEmpty())
                .contains(true, false);
    }

    @Test
    void theEventNamesNoRecordThatWasNotShown() {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        var visit = shown(doctor, person).getFirst().id();
        assertThat(lookedAt(doctor, person, UUID.randomUUID())).doesNotContainKey("record");
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(lookedAt(doctor, person, visit)).doesNotContainKey("record");
    }

    private Map<String, String> lookedAt(Requester requester, PersonId person, UUID record) {
        charts.open(requester, person, Purpose.TREATMENT, ChartView.RECORD.of(record), opening -> true);
        return audit.of(person.value(), 1).getFirst().detail();
    }

    private Optional<Chart.Document> document(Requester requester, PersonId person, ChartEntry entry) {
        return charts.open(requester, person, Purpose.TREATMENT, ChartView.RECORD, opening -> switch (opening) {
            case Opened(var chart) -> chart.document(entry.id());
            case Closed closed -> Optional.<Chart.Document>empty();
        });
    }

    private Reason answer(Requester requester, PersonId person) {
        return charts.open(requester, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opened opened -> throw new AssertionError("It opened");
            case Closed(var reason) -> reason;
        });
    }

    private long events(Requester requester) {
        return logged("staff:" + requester.staff().value() + "\"").size();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
