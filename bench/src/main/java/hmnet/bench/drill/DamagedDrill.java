package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Damage;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.bench.stage.Stage;
import hmnet.record.inbox.InboxSeal;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Damaged files among sound ones (破損ファイル混入): the charts come out as without them, and each damaged
/// file waits before a human with its reason.
final class DamagedDrill implements StageDrill {
    @Override
    public int people(DrillSettings asked) {
        return asked.people(24);
    }

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var sound = stage.undisturbed();
        var damaged = new HashSet<String>();
        var mixed = mix(stage.hospitals(), asked, damaged);
        try (var centre = stage.centre()) {
            Load.send(centre, mixed);
            var digest = centre.digest();
            var told = reasons(centre, damaged);
            var same = digest.charts().equals(sound.charts());
            var held = digest.quarantined() - sound.quarantined();
            return Verdict.of(
                    "damaged",
                    asked.seed(),
                    same && held == damaged.size() && told == damaged.size(),
                    "files",
                    Hospital.files(mixed),
                    "damaged",
                    damaged.size(),
                    "quarantined",
                    held,
                    "with_reason",
                    told,
                    "charts",
                    ShuffleDrill.word(same));
        }
    }

    private static List<Hospital> mix(List<Hospital> hospitals, DrillSettings asked, Set<String> damaged) {
        var random = new Random(asked.seed());
        var mixed = new ArrayList<Hospital>();
        for (var hospital : hospitals) {
            var orders = hospital.files().stream().filter(Damage::fits).toList();
            var all = new ArrayList<>(hospital.files());
            for (var time = 0; time < asked.times(4); time++) {
                for (var damage : Damage.values()) {
                    var number = damaged.size();
                    var copy = damage.copy(orders.get(random.nextInt(orders.size())), number, random);
                    damaged.add(copy.path());
                    all.add(random.nextInt(all.size()), copy);
                }
            }
            mixed.add(hospital.with(all));
        }
        return mixed;
    }

    /// How many of them are held with a reason.
    private static int reasons(CentreProcess centre, Set<String> damaged) throws IOException {
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select %s, o.reason from inbox_outcome o join inbox i on i.id = o.id where o.state = 3""".formatted(InboxSeal.PATH))) {
            var seal = OwnerDatabase.names(centre);
            var left = new HashSet<>(damaged);
            while (rows.next()) {
                if (!rows.getString("reason").isBlank()) {
                    left.remove(seal.path(rows));
                } else {
                    System.err.println("drill damaged: no reason for " + seal.path(rows));
                }
            }
            left.forEach(path -> System.err.println("drill damaged: not held: " + path));
            return damaged.size() - left.size();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
