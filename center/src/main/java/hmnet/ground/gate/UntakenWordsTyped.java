package hmnet.ground.gate;

/// Somebody typed what no page takes (受け取らない語の入力).
final class UntakenWordsTyped extends RuntimeException {
    UntakenWordsTyped() {
        super("Words that are not taken");
    }
}
