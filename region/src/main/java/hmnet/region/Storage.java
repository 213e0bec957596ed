package hmnet.region;

import hmnet.gateway.StorageFile;
import hmnet.region.course.Course;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The storage of one hospital (病院のストレージ), never whole in memory: each chart is written when its turn
/// comes.
record Storage(Plan plan, Facility hospital) {
    /// The files of the residents with an index from `from` up to but not including `to`.
    Iterator<StorageFile> files(int from, int to) {
        return IntStream.range(from, Math.min(to, plan.people()))
                .mapToObj(plan::resident)
                .filter(this::knows)
                .flatMap(this::chart)
                .iterator();
    }

    boolean knows(Resident resident) {
        return resident.hospitals().contains(Facility.HOSPITALS.indexOf(hospital));
    }

    Stream<StorageFile> chart(Resident resident) {
        return Course.of(plan, resident, hospital).stream();
    }
}
