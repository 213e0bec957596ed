package hmnet.region.course;

import static hmnet.formats.ssmix2.storage.StorageName.Flag.LIVE;

import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.gateway.StorageFile;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What a hospital sends of a resident beside its storage (ストレージ以外のファイル): summaries of stays, reports
/// of images, letters as PDF, vital signs and check-ups, as FHIR. They stand where the storage has a visit or a stay.
public final class ChartFiles {
    private static final int MEASURED = 6;
    private static final int STAYS = 2;

    private ChartFiles() {}

    /// Of the featured and three in ten others.
    public static List<StorageFile> of(Plan plan, Resident resident, Facility hospital) {
        var chart = Chart.of(plan, resident, hospital);
        if (!TodaysMessages.isFollowed(chart)) {
            return List.of();
        }
        var storage = Course.of(plan, resident, hospital).stream()
                .map(ChartFiles::name)
                .filter(name -> name.flag() == LIVE)
                .toList();
        var files = new ArrayList<StorageFile>();
        var letters = new WardLetters(chart);
        var visits = days(storage, StorageKind.ADT_12);
        var admitted = days(storage, StorageKind.ADT_22);
        var left = days(storage, StorageKind.ADT_52);
        for (var stay = Math.max(0, left.size() - STAYS); stay < left.size(); stay++) {
            files.add(letters.summary(admitted.get(stay), left.get(stay)));
        }
        if (!visits.isEmpty()) {
            if (letters.mayBeXrayed(visits.getLast())) {
                files.add(letters.image(visits.getLast()));
            }
            files.add(letters.letter(visits.getLast()));
            files.add(new Measurements(chart).vitals(last(visits)));
        }
        new Measurements(chart).checkups().forEach(files::add);
        return files;
    }

    private static List<LocalDate> last(List<LocalDate> visits) {
        return visits.subList(Math.max(0, visits.size() - MEASURED), visits.size());
    }

    private static List<LocalDate> days(List<StorageName> storage, StorageKind kind) {
        return storage.stream()
                .filter(name -> name.kind() == kind)
                .flatMap(name -> Stream.ofNullable(name.careDate()))
                .sorted()
                .toList();
    }

    private static StorageName name(StorageFile file) {
        try {
            return StorageName.parse(file.path().substring(file.path().lastIndexOf('/') + 1));
        } catch (BadStorage e) {
            throw new IllegalStateException(Objects.toString(file.path()), e);
        }
    }
}
