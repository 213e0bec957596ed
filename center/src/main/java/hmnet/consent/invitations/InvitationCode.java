package hmnet.consent.invitations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a facility shows once (案内の番号): twelve letters and digits, 60 bits, none of them easily misread.
///
/// @param value as it is shown, without hyphens
public record InvitationCode(String value) {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final Pattern WRITTEN = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationCode fresh() {
        return new InvitationCode(RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining()));
    }

    /// As somebody typed it or a camera read it.
    public static Optional<InvitationCode> of(String typed) {
        var bare = typed.strip().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return WRITTEN.matcher(bare).matches() ? Optional.of(new InvitationCode(bare)) : Optional.empty();
    }

    /// In groups of four, as people read it.
    public String printed() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
