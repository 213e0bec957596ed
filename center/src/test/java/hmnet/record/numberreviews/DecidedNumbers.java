package hmnet.record.numberreviews;

import hmnet.ground.directory.Requester;

/// A desk that decides whose a number is (番号の本人確認の下ごしらえ).
public final class DecidedNumbers {
    private DecidedNumbers() {}

    /// The first question about a number: it is somebody else's.
    public static void another(NumberDesk desk, String number, String why, Requester by) {
        var review = desk.list(false, by).stream()
                .filter(one -> one.claim().number().equals(number))
                .findFirst()
                .orElseThrow();
        desk.decide(review.id(), NumberDecision.OTHER, null, why, by);
    }
}
