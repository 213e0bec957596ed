package hmnet.bench.stage;

import hmnet.gateway.StorageFile;
import java.util.List;

/// One sender and all it has to send (送信病院), in memory before any clock starts.
public record Hospital(String code, List<StorageFile> files) {
    public Hospital with(List<StorageFile> others) {
        return new Hospital(code, List.copyOf(others));
    }

    public static int files(List<Hospital> hospitals) {
        return hospitals.stream().mapToInt(hospital -> hospital.files().size()).sum();
    }
}
