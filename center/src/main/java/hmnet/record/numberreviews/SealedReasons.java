package hmnet.record.numberreviews;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Why somebody decided whose a number is, sealed to its question (判断の理由の封印): the words are theirs, and names slip in.
@Component
class SealedReasons {
    private final FieldSeal seal;

    SealedReasons(Keys keys) {
        this.seal = new FieldSeal(keys, "number reviews");
    }

    byte[] seal(long review, String why) {
        return seal.seal(place(review), why.getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    String open(long review, byte @Nullable [] why) {
        return why == null ? null : new String(seal.open(place(review), why), StandardCharsets.UTF_8);
    }

    private static String place(long review) {
        return "identity_review|" + review;
    }
}
