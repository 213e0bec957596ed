package hmnet.gateway;

/// How a sending ended (送信結果). Whatever was counted in the tally is safe at the centre; sending
/// everything once more is always allowed.
public sealed interface SendResult {
    Tally tally();

    /// Every file has its answer.
    record Complete(Tally tally) implements SendResult {}

    /// The connection broke or fell silent: run it again.
    record CutOff(Tally tally, String why) implements SendResult {}

    /// The centre does not take anything from this sender in this way; repeating will not help.
    record TurnedAway(Tally tally, int status, String why) implements SendResult {}
}
