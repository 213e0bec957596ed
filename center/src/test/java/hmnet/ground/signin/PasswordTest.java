package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.Keys;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PasswordTest {
    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordIsKeptAsArgon2idWithASaltOfItsOwn() {
        var kept = passwords.keep("a phrase long enough");
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("phrase");
        assertThat(passwords.keep("a phrase long enough")).isNotEqualTo(kept);
        assertThat(passwords.matches("a phrase long enough", kept)).isTrue();
        assertThat(passwords.matches("a phrase long enougH", kept)).isFalse();
        assertThat(passwords.matches("the password of nobody at all", null)).isFalse();
    }

    @Test
    void theSamePasswordFromAnotherKeyboardIsTheSame() {
        assertThat(passwords.matches("ﾊﾟｽﾜｰﾄﾞ ながい文章 12", passwords.keep("パスワード　ながい文章　１２")))
                .isTrue();
    }

    @Test
    void shortAndGuessablePasswordsAreNotTaken() {
        assertThat(PasswordRule.objection("fourteen chars", "yamada")).contains("signin.password.short");
        assertThat(PasswordRule.objection("a".repeat(201), "yamada")).contains("signin.password.long");
        for (var bad : new String[] {
            "aaaaaaaaaaaaaaaaaaaa", "123456789012345678", "I am Yamada, hello", "password for hospital"
        }) {
            assertThat(PasswordRule.objection(bad, "yamada")).as(bad).contains("signin.password.guessable");
        }
        assertThat(PasswordRule.objection("雨の日は図書館で本を読みますね", "yamada")).isEmpty();
    }

    @Test
    void aSealedSecretOpensForItsOwnerOnly() {
        var secrets = new SealedSecrets(new Keys(new byte[32]));
        var secret = new byte[20];
        secret[3] = 7;
        var sealed = secrets.seal(new StaffId(1), secret);
        assertThat(secrets.open(new StaffId(1), sealed)).isEqualTo(secret);
        assertThatThrownBy(() -> secrets.open(new StaffId(2), sealed)).isInstanceOf(IllegalStateException.class);
    }

    /// RFC 6238, appendix B, cut to six digits.
    @Test
    void codesAreThoseOfTheStandard() {
        var secret = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var codes = new OneTimeCodes();
        assertThat(codes.code(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(codes.code(secret, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        var at = Instant.ofEpochSecond(1_111_111_109);
        assertThat(codes.step(secret, "081804", at.plusSeconds(30))).hasValue(37_037_036);
        assertThat(codes.step(secret, "081804", at.plusSeconds(60))).isEmpty();
    }
}
