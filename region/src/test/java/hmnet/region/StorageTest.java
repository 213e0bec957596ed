package hmnet.region;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.gateway.StorageFile;
import hmnet.region.course.Chart;
import hmnet.region.plan.Facility;
import hmnet.region.plan.FeaturedResident;
import hmnet.region.plan.Plan;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StorageTest {
    /// What a hospital's storage holds as a rule; the readers know more (formats/README.md).
    static final Set<StorageKind> WRITTEN = EnumSet.of(
            StorageKind.ADT_00,
            StorageKind.ADT_12,
            StorageKind.ADT_22,
            StorageKind.ADT_52,
            StorageKind.ADT_61,
            StorageKind.PPR_01,
            StorageKind.OMP_01,
            StorageKind.OMP_02,
            StorageKind.OMP_11,
            StorageKind.OMP_12,
            StorageKind.OML_01,
            StorageKind.OML_11);

    static final Plan PLAN = new Plan(60, 11, Plan.USUAL_TODAY);

    static List<StorageFile> files(Plan plan, int hospital, int from, int to) {
        var files = new ArrayList<StorageFile>();
        new Storage(plan, Facility.HOSPITALS.get(hospital)).files(from, to).forEachRemaining(files::add);
        return files;
    }

    static StorageName name(StorageFile file) {
        try {
            return StorageName.parse(file.path().substring(file.path().lastIndexOf('/') + 1));
        } catch (Exception e) {
            throw new AssertionError(file.path(), e);
        }
    }

    static String text(StorageFile file) {
        return new String(file.bytes(), Charset.forName("ISO-2022-JP"));
    }

    static Stream<StorageFile> of(FeaturedResident featuredResident, StorageKind kind) {
        var index = List.of(FeaturedResident.values()).indexOf(featuredResident);
        return files(PLAN, featuredResident.hospitals.getFirst(), index, index + 1).stream()
                .filter(file -> name(file).kind() == kind);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        var once = files(PLAN, 0, 0, 60);
        var again = files(new Plan(60, 11, Plan.USUAL_TODAY), 0, 0, 60);
        assertThat(again).hasSameSizeAs(once);
        for (var i = 0; i < once.size(); i++) {
            assertThat(again.get(i).path()).isEqualTo(once.get(i).path());
            assertThat(again.get(i).bytes()).isEqualTo(once.get(i).bytes());
        }
    }

    @Test
    void whoIsSentInStridesIsSentOnce() {
        var whole = files(PLAN, 1, 0, 60);
        var strides = new ArrayList<>(files(PLAN, 1, 0, 7));
        strides.addAll(files(PLAN, 1, 7, 60));
        assertThat(strides)
                .extracting(StorageFile::path)
                .containsExactlyElementsOf(whole.stream().map(StorageFile::path).toList());
        assertThat(whole).extracting(StorageFile::path).doesNotHaveDuplicates();
    }

    @Test
    void theFirstFileOfAHugeRegionComesAtOnce() {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        var files =
                new Storage(new Plan(2_850_000, 1, Plan.USUAL_TODAY), Facility.HOSPITALS.get(0)).files(0, 2_850_000);
        assertThat(files.next().path()).isNotEmpty();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theKindsThatMostHospitalsSendAreWrittenAndAllCanBeParsed() throws Exception {
        var kinds = new HashSet<StorageKind>();
        for (var file : files(PLAN, 0, 0, 60)) {
            kinds.add(name(file).kind());
            assertThat(Message.parse(file.bytes()).header().text(10)).isNotEmpty();
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(WRITTEN);
    }

    @Test
    void noVisitLiesInTheFutureOrBeforeBirth() {
        for (var file : files(PLAN, 0, 0, 60)) {
            var day = name(file).careDate();
            if (day != null) {
                assertThat(day).isBeforeOrEqualTo(PLAN.today());
            }
        }
        PLAN.residents().forEach(resident -> {
            for (var hospital : resident.hospitals()) {
                var chart = Chart.of(PLAN, resident, Facility.HOSPITALS.get(hospital));
                assertThat(chart.opened()).isAfterOrEqualTo(resident.birthDate());
            }
        });
    }

    @Test
    void aChartHasOneLiveListOfDiagnosesAndItsOldOnesAreHistory() {
        var lists = of(FeaturedResident.TWO_HOSPITALS, StorageKind.PPR_01)
                .map(StorageTest::name)
                .toList();
        assertThat(lists).filteredOn(list -> list.flag() == Flag.LIVE).hasSize(1);
        assertThat(lists).filteredOn(list -> list.flag() == Flag.SUPERSEDED).isNotEmpty();
    }

    @Test
    void theLabelledResidentHasAnHivTestAPsychiatricDiagnosisAndAnUntoldCancer() {
        assertThat(of(FeaturedResident.LABELLED, StorageKind.OML_11))
                .anyMatch(file -> text(file).contains("|5F5"));
        assertThat(of(FeaturedResident.LABELLED, StorageKind.PPR_01))
                .anyMatch(file -> text(file).contains("F329")
                        && text(file).contains("C187")
                        && text(file).contains("未告知"));
    }

    @Test
    void theCorrectedResidentHasAResultMeasuredAgainAndOneTakenBack() {
        var results = of(FeaturedResident.CORRECTED, StorageKind.OML_11).toList();
        assertThat(results)
                .anyMatch(file -> name(file).flag() == Flag.LIVE && text(file).contains("|C|||"));
        assertThat(results).anyMatch(file -> name(file).flag() == Flag.SUPERSEDED);
        assertThat(results).anyMatch(file -> name(file).flag() == Flag.RETRACTED);
    }

    @Test
    void whoeverTakesWarfarinHasTheirClottingMeasured() {
        var results = of(FeaturedResident.TWO_HOSPITALS, StorageKind.OML_11).toList();
        assertThat(of(FeaturedResident.TWO_HOSPITALS, StorageKind.OMP_01))
                .anyMatch(file -> text(file).contains("ワルファリン"));
        assertThat(results).anyMatch(file -> text(file).contains("|2B030"));
    }
}
