package hmnet.region;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.ssmix2.StorageFile;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.formats.ssmix2.storage.StoragePath;
import hmnet.region.course.Chart;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The figures the region is held to, counted with the reader the centre uses.
class FiguresTest {
    static final Plan PLAN = new Plan(600, 2, Plan.USUAL_TODAY);
    static final Ids IDS = (type, key) -> type + key;

    static final Map<StorageKind, Integer> KINDS = new TreeMap<>();
    static int messages;
    static int live;
    static long resources;
    static int repaired;
    static int superseded;
    static int retracted;
    static int visits;

    @BeforeAll
    static void readEverything() throws BadStorage {
        for (var hospital : Facility.HOSPITALS) {
            var files = new Storage(PLAN, hospital).files(0, PLAN.people());
            while (files.hasNext()) {
                var sent = files.next();
                count(StorageFile.read(StoragePath.parse(sent.path()), sent.bytes()));
            }
        }
        System.out.printf(
                "region: messages=%d per person=%.1f resources per message=%.2f repaired=%.2f%% superseded=%.2f%% retracted=%.2f%% visits per year=%.2f %s%n",
                messages,
                1.0 * messages / PLAN.people(),
                1.0 * resources / live,
                percent(repaired),
                percent(superseded),
                percent(retracted),
                visits / yearsUnderCare(),
                KINDS);
    }

    static void count(StorageFile file) {
        messages++;
        KINDS.merge(file.name().kind(), 1, Integer::sum);
        assertThat(file.pid3Differs()).isFalse();
        repaired += file.repairs().isEmpty() ? 0 : 1;
        superseded += file.name().flag() == Flag.SUPERSEDED ? 1 : 0;
        retracted += file.name().flag() == Flag.RETRACTED ? 1 : 0;
        visits += file.name().kind() == StorageKind.ADT_12 ? 1 : 0;
        if (!file.deletes()) {
            live++;
            resources += file.parts(IDS).stream().mapToInt(Part::resources).sum();
        }
    }

    static double percent(int count) {
        return 100.0 * count / messages;
    }

    @Test
    void aMessageHoldsEightToSixteenResourcesInTheMean() {
        assertThat(1.0 * resources / live).isBetween(8.0, 16.0);
    }

    @Test
    void oneToThreeOfAHundredMessagesNeedARepair() {
        assertThat(percent(repaired)).isBetween(1.0, 3.0);
    }

    @Test
    void fiveToTenOfAHundredAreHistoryAndSomeAreTakenBack() {
        assertThat(percent(superseded)).isBetween(5.0, 10.0);
        assertThat(percent(retracted)).isBetween(0.1, 2.0);
    }

    /// Chronic illness is followed every one to four months, the healthy come once a year: see `Visits`.
    @Test
    void somebodyUnderCareComesThreeToEightTimesAYear() {
        assertThat(visits / yearsUnderCare()).isBetween(3.0, 8.0);
    }

    static double yearsUnderCare() {
        return PLAN.residents().mapToDouble(FiguresTest::yearsUnderCare).sum();
    }

    static double yearsUnderCare(Resident resident) {
        var opened = new LinkedHashSet<Chart>();
        resident.hospitals().forEach(h -> opened.add(Chart.of(PLAN, resident, Facility.HOSPITALS.get(h))));
        return opened.stream()
                .mapToDouble(chart -> ChronoUnit.DAYS.between(chart.opened(), PLAN.today()) / 365.25)
                .max()
                .orElse(0);
    }

    @Test
    void visitsReachTenYearsBack() {
        assertThat(PLAN.residents()
                        .mapToDouble(FiguresTest::yearsUnderCare)
                        .max()
                        .orElse(0))
                .isBetween(9.5, 10.1);
    }

    @Test
    void everyKindThatMostHospitalsSendIsWritten() {
        assertThat(KINDS.keySet()).containsExactlyInAnyOrderElementsOf(StorageTest.WRITTEN);
    }
}
