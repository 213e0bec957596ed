package hmnet.ground.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/// Passwords as they are kept (パスワードの保管; S005): Argon2id over 19 MiB, two passes, a salt each. At
/// most a few are worked out at once, so that a flood of sign-ins cannot take the memory of the centre.
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern KEPT =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([^$]+)\\$([^$]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore atOnce = new Semaphore(8);
    private final AtomicLong workedOut = new AtomicLong();
    private final String nobodys = keep("the password of nobody at all");

    /// What is stored of a password.
    public String keep(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash(password, salt, MEMORY_KIB, PASSES));
    }

    /// Whether a password is the kept one. Takes the same work when nothing is kept, so that time tells no
    /// one which sign-in names exist.
    public boolean matches(String password, @Nullable String kept) {
        var parts = KEPT.matcher(kept == null ? nobodys : kept);
        if (!parts.matches()) {
            throw new IllegalStateException("A kept password is not in the form it is kept in");
        }
        var salt = Base64.getDecoder().decode(parts.group(3));
        var hash = hash(password, salt, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts.group(4))) && kept != null;
    }

    /// How many hashes were worked out so far: what a sign-in costs, in a figure that no other load can blur.
    long workedOut() {
        return workedOut.get();
    }

    private byte[] hash(String password, byte[] salt, int memoryKib, int passes) {
        workedOut.incrementAndGet();
        atOnce.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            var hash = new byte[HASH_BYTES];
            // NFKC: the same password typed with another input method is the same password (SP 800-63B).
            generator.generateBytes(
                    Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            atOnce.release();
        }
    }
}
