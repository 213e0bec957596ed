package hmnet.ground.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.bouncycastle.util.encoders.Base32;

/// What somebody is handed so that they can sign in (サインイン票): an initial password, good for one sign-in until a day,
/// and the secret for an authenticator app, made here and kept nowhere else in the clear.
///
/// @param lastDay to whose end it can be used
public record SignInSlip(String login, String password, String totpSecret, LocalDate lastDay) {
    /// Without letters and digits that are mistaken for one another on paper.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 20;
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SignInSlip fresh(String login, LocalDate lastDay) {
        var password = new StringBuilder();
        for (var n = 0; n < PASSWORD_LENGTH; n++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new SignInSlip(
                login, password.toString(), Base32.toBase32String(bytes).replace("=", ""), lastDay);
    }

    /// What an authenticator app reads.
    public String totpAddress() {
        return "otpauth://totp/hmnet:" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "?secret=" + totpSecret
                + "&issuer=hmnet";
    }

    byte[] secret() {
        return Base32.decode(totpSecret);
    }

    /// Never in a log.
    @Override
    public String toString() {
        return "SignInSlip[" + login + "]";
    }
}
