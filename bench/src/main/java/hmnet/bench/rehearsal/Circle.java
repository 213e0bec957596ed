package hmnet.bench.rehearsal;

import java.util.Set;
import java.util.UUID;

/// Charts and persons that hang together by any event there ever was (つながりの輪).
record Circle(Set<Long> patients, Set<UUID> persons) {
    Long[] charts() {
        return patients.toArray(Long[]::new);
    }

    String[] people() {
        return persons.stream().map(UUID::toString).toArray(String[]::new);
    }
}
