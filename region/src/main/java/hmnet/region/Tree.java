package hmnet.region;

import hmnet.gateway.Progress;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The storages of all hospitals as folders on disk (ストレージの書き出し), for trying an import by hand:
/// `OUT/CODE/…`.
final class Tree {
    private Tree() {}

    static void write(Plan plan, Path out, PrintStream err) throws IOException {
        var progress = new Progress(err, "region: files", 0);
        for (var hospital : Facility.HOSPITALS) {
            var root = out.resolve(hospital.code());
            var files = new Storage(plan, hospital).files(0, plan.people());
            while (files.hasNext()) {
                var file = files.next();
                var path = root.resolve(file.path());
                Files.createDirectories(Optional.ofNullable(path.getParent()).orElseThrow());
                Files.write(path, file.bytes());
                progress.one();
            }
        }
    }
}
