package hmnet.record.numberreviews;

import hmnet.ground.directory.Requester;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients.ChartNumberHolder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A desk that decides whose a number is (番号の本人確認の下ごしらえ).
public final class DecidedNumbers {
    private DecidedNumbers() {}

    /// The first question about a number: it is somebody else's.
    public static void another(NumberDesk desk, String number, String why, Requester by) {
        decide(desk, number, NumberDecision.OTHER, why, by);
    }

    /// The first question about a number: it is about who had the number first.
    public static void first(NumberDesk desk, String number, String why, Requester by) {
        decide(desk, number, NumberDecision.SAME, why, by);
    }

    /// Of each question about a number the names that the desk sees side by side.
    public static List<String> sides(NumberDesk desk, String number, Requester by) {
        return desk.list(false, by).stream()
                .filter(one -> one.claim().number().equals(number))
                .map(one -> desk.open(one.id(), by).orElseThrow())
                .map(opened -> Stream.concat(
                                Stream.of(opened.review().claim().demographics()),
                                opened.holders().stream().map(ChartNumberHolder::shown))
                        .map(said -> said.familyName() + said.givenName() + said.familyKana() + said.givenKana())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static void decide(NumberDesk desk, String number, NumberDecision decision, String why, Requester by) {
        var review = desk.list(false, by).stream()
                .filter(one -> one.claim().number().equals(number))
                .findFirst()
                .orElseThrow();
        desk.decide(review.id(), decision, holder(desk, review, decision, by), why, by);
    }

    private static @Nullable PatientId holder(
            NumberDesk desk, NumberReview review, NumberDecision decision, Requester by) {
        return decision == NumberDecision.SAME
                ? desk.open(review.id(), by).orElseThrow().holders().getFirst().patient()
                : null;
    }
}
