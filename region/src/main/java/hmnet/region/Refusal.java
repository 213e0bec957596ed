package hmnet.region;

import java.io.IOException;

/// The centre does not take something, and sending it again will not help (受付拒否).
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String why) {
        super(why);
    }
}
