package hmnet.care.launch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the address says by which a facility's own system opens a chart (起動の求め).
///
/// @param facility the facility's code
/// @param user the login of the one who asks
/// @param patient the facility's own chart number
/// @param nonce used once under the key
record LaunchRequest(
        UUID key,
        String facility,
        String user,
        String patient,
        LaunchedView view,
        Instant time,
        String nonce,
        String signature) {
    private static final String HMAC = "HmacSHA256";
    private static final String FORM = "hmnet-launch-1";
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}]{1,80}");

    /// Pages of a chart that may be opened so.
    enum LaunchedView {
        SUMMARY,
        TIMELINE,
        MEDICINES,
        LABORATORY,
        DIAGNOSES,
        ADMISSIONS;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<LaunchedView> of(String word) {
            return Arrays.stream(values())
                    .filter(view -> view.word().equals(word))
                    .findFirst();
        }
    }

    /// Nothing where a word is missing or has no such form.
    static Optional<LaunchRequest> of(Map<String, String> said) {
        var view = LaunchedView.of(said.getOrDefault("view", "summary"));
        var nonce = said.getOrDefault("nonce", "");
        var words = java.util.stream.Stream.of("facility", "user", "patient")
                .map(name -> said.getOrDefault(name, ""))
                .toList();
        if (view.isEmpty()
                || !NONCE.matcher(nonce).matches()
                || !words.stream().allMatch(word -> PLAIN.matcher(word).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LaunchRequest(
                    UUID.fromString(said.getOrDefault("key", "")),
                    words.get(0),
                    words.get(1),
                    words.get(2),
                    view.get(),
                    Instant.ofEpochSecond(Long.parseLong(said.getOrDefault("time", ""))),
                    nonce,
                    said.getOrDefault("signature", "")));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// What is signed: a line each, in this order.
    private byte[] signed() {
        return String.join(
                        "\n", FORM, facility, user, patient, view.word(), Long.toString(time.getEpochSecond()), nonce)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The signature that this would have under a secret: HMAC-SHA-256 in Base64 of addresses, without padding.
    String signature(byte[] secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC, e);
        }
    }

    boolean isSignedBy(byte[] secret) {
        return MessageDigest.isEqual(
                signature(secret).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
