package hmnet.gateway;

import java.io.PrintStream;

/// Files that did not get in (受け付けられなかったファイル): those the centre refused and those not even
/// sent. The first ones are told with their reason, the rest are counted.
final class Refusals {
    private static final int TOLD = 20;

    private final PrintStream err;
    private long unsent;
    private long refused;

    Refusals(PrintStream err) {
        this.err = err;
    }

    void passedOver(String path, String why) {
        unsent++;
        tell(path, why);
    }

    void hear(Answer answer) {
        if (answer.outcome() == Answer.Outcome.REFUSED) {
            refused++;
            tell(answer.path(), answer.reason());
        }
    }

    long unsent() {
        return unsent;
    }

    long count() {
        return unsent + refused;
    }

    private void tell(String path, String why) {
        if (count() <= TOLD) {
            err.println("refused: " + path + ": " + why);
        } else if (count() == TOLD + 1) {
            err.println("refused: … and more, counted in the last line");
        }
    }
}
