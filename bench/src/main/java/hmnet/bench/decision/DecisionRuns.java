package hmnet.bench.decision;

import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision;
import hmnet.consent.decisions.Decisions;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a decision takes (判定の所要時間), each in a transaction of its own, as for a page: drawn readers ask for drawn
/// persons and purposes. A resident asks for nothing that is decided so; what they ask on their own page is why a chart
/// would open to somebody, which decides and explains.
final class DecisionRuns {
    private static final int WARM_UP = 4_000;
    private static final int UNKNOWN_OF_HUNDRED = 4;
    private static final double NANOS = 1e6;

    private final DecisionCast cast;
    private final Decisions decisions;
    private final TransactionTemplate transaction;

    DecisionRuns(BeanFactory centre, DecisionCast cast) {
        this.cast = cast;
        this.decisions = centre.getBean(Decisions.class);
        this.transaction = new TransactionTemplate(centre.getBean(PlatformTransactionManager.class));
    }

    private record DecidedCase(double millis, Decision decision) {}

    List<String> run(int cases, long seed) {
        var lots = new SplittableRandom(seed);
        for (var n = 0; n < Math.min(WARM_UP, 2 * cases); n++) {
            ofStaff(lots);
            ofResident(lots);
        }
        var staff = new ArrayList<DecidedCase>();
        var residents = new ArrayList<DecidedCase>();
        for (var n = 0; n < cases; n++) {
            staff.add(ofStaff(lots));
            if (n % 4 == 0) {
                residents.add(ofResident(lots));
            }
        }
        return List.of(line("staff", staff), line("resident", residents), closed(staff));
    }

    private DecidedCase ofStaff(SplittableRandom lots) {
        var reader = reader(lots);
        var person = person(lots);
        var purpose = purpose(lots, reader);
        return timed(() -> decisions.decide(reader, person, purpose));
    }

    /// About a reader nobody named, as the resident's page asks it.
    private DecidedCase ofResident(SplittableRandom lots) {
        var reader = reader(lots);
        var person = cast.persons.get(lots.nextInt(cast.persons.size()));
        return timed(() -> decisions.explain(reader, person, Purpose.TREATMENT).decision());
    }

    private DecidedCase timed(Supplier<Decision> decided) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var began = System.nanoTime();
            var decision = decided.get();
            return new DecidedCase((System.nanoTime() - began) / NANOS, decision);
        }));
    }

    private Requester reader(SplittableRandom lots) {
        return cast.readers.get(lots.nextInt(cast.readers.size()));
    }

    private PersonId person(SplittableRandom lots) {
        return lots.nextInt(100) < UNKNOWN_OF_HUNDRED
                ? new PersonId(new UUID(lots.nextLong(), lots.nextLong()))
                : cast.persons.get(lots.nextInt(cast.persons.size()));
    }

    /// Whoever has the emergency doors asks through them as often as not.
    private static Purpose purpose(SplittableRandom lots, Requester reader) {
        var lot = lots.nextInt(100);
        if (reader.emergency() && lot < 50 || lot < 2) {
            return lot % 2 == 0 ? Purpose.EMERGENCY : Purpose.BREAK_GLASS;
        }
        return lot < 90 ? Purpose.TREATMENT : Purpose.PATIENT_REQUEST;
    }

    private static String line(String of, List<DecidedCase> cases) {
        var lines = cases.stream()
                .flatMap(one -> one.decision() instanceof Decision.Granted granted
                        ? Stream.of((double) granted.grant().lines().size())
                        : Stream.empty())
                .toList();
        var through = cases.stream()
                .filter(one -> one.decision() instanceof Decision.Granted granted && granted.door() != null)
                .count();
        var denied = cases.stream()
                .filter(one -> one.decision() instanceof Decision.Granted granted
                        && granted.grant().denied())
                .count();
        var spread = Spread.of(cases.stream().map(DecidedCase::millis).toList());
        var sizes = Spread.of(lines);
        return "decision: of=" + of + " n=" + cases.size() + " opened=" + lines.size() + " closed="
                + (cases.size() - lines.size()) + " with_denials=" + denied + " through_emergency_doors=" + through
                + " grant_lines_p50=" + Math.round(sizes.at(50)) + " grant_lines_max=" + Math.round(sizes.at(100))
                + " p50_ms=" + spread.text(50) + " p95_ms=" + spread.text(95) + " p99_ms=" + spread.text(99);
    }

    private static String closed(List<DecidedCase> cases) {
        var reasons = new TreeMap<Decision.Reason, Integer>();
        for (var one : cases) {
            if (one.decision() instanceof Decision.Refused(var reason)) {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        var line = new StringBuilder("closed:");
        reasons.forEach((reason, n) -> line.append(' ')
                .append(reason.name().toLowerCase(Locale.ROOT))
                .append('=')
                .append(n));
        return line.toString();
    }
}
