package hmnet.bench.exposure;

import hmnet.ground.audit.Actor;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.ExposureKind;
import hmnet.ground.audit.ExposureSubject;
import hmnet.ground.audit.Exposures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Each kind of question to the filled log (照会の測定): the count and the first page, over all the year; of the largest
/// subject there is and of some drawn by seed.
final class ExposureRuns {
    private static final int PAGE = 51;
    private static final int DRAWN = 5;
    private static final double NANOS = 1e6;

    private final Exposures exposures;
    private final Consumer<String> tell;

    ExposureRuns(Exposures exposures, Consumer<String> tell) {
        this.exposures = exposures;
        this.tell = tell;
    }

    /// The slowest of each kind, in milliseconds.
    ///
    /// @param wrong answers that named an event of another subject, or not as many as they counted
    record ExposureOutcome(Map<String, Double> slowest, int wrong) {
        boolean within(double millis) {
            return wrong == 0 && slowest.values().stream().allMatch(took -> took <= millis);
        }

        @Override
        public String toString() {
            var each = new StringBuilder();
            slowest.forEach((kind, took) ->
                    each.append(' ').append(kind).append("_ms=").append(String.format(Locale.ROOT, "%.0f", took)));
            return "exposure:" + each + " wrong=" + wrong;
        }
    }

    private record Question(String kind, ExposureSubject subject, Predicate<ExposedEvent> fits) {}

    ExposureOutcome run(long seed, long events, Instant begin) {
        var slowest = new TreeMap<String, Double>();
        var wrong = 0;
        for (var question : questions(seed, events, begin)) {
            var began = System.nanoTime();
            var count = exposures.count(question.subject());
            var page = exposures.part(question.subject(), null, PAGE);
            var took = (System.nanoTime() - began) / NANOS;
            tell.accept(String.format(
                    Locale.ROOT,
                    "exposure: through=%s events=%d persons=%d ms=%.0f",
                    question.kind(),
                    count.events(),
                    count.persons(),
                    took));
            slowest.merge(question.kind(), took, Math::max);
            var whole = page.size() == Math.min(PAGE, count.events());
            if (!whole || !page.stream().allMatch(question.fits())) {
                wrong++;
            }
        }
        return new ExposureOutcome(slowest, wrong);
    }

    private static List<Question> questions(long seed, long events, Instant begin) {
        var lots = new SplittableRandom(seed);
        var all = new ArrayList<Question>();
        for (var n = 0; n <= DRAWN; n++) {
            // The first of them is the busiest there is: events are drawn by cubes.
            var event = n == 0 ? null : DrawnEvent.of(seed, lots.nextLong(events), 0.5, begin);
            var facility = event == null ? 1 : (int) event.trace().facility();
            var staff =
                    event != null && event.trace().actor() instanceof Actor.StaffMember member ? member.number() : 1;
            all.add(through(
                    "user",
                    ExposureKind.ACTOR,
                    Actor.staff(staff).word(),
                    begin,
                    found -> found.trace().actor().equals(Actor.staff(staff))));
            all.add(through(
                    "facility",
                    ExposureKind.FACILITY,
                    Integer.toString(facility),
                    begin,
                    found -> found.trace().facility() == facility));
            var address = DrawnEvent.address(facility, 0);
            all.add(through(
                    "address",
                    ExposureKind.ADDRESS,
                    address,
                    begin,
                    found -> found.origin().address().equals(address)));
            var certificate = DrawnEvent.certificate(facility);
            all.add(through(
                    "certificate",
                    ExposureKind.CREDENTIAL,
                    certificate,
                    begin,
                    found -> found.origin().credential().equals(certificate)));
            if (event != null && event.trace().person() != null) {
                var person = event.trace().person();
                all.add(new Question(
                        "person",
                        new ExposureSubject.OfPersons(List.of(person), begin, end(begin)),
                        found -> person.equals(found.trace().person())));
            }
        }
        return all;
    }

    private static Question through(
            String name, ExposureKind kind, String word, Instant begin, Predicate<ExposedEvent> fits) {
        return new Question(name, new ExposureSubject.Through(kind, word, begin, end(begin)), fits);
    }

    private static Instant end(Instant begin) {
        return begin.plus(DrawnEvent.SPAN);
    }
}
