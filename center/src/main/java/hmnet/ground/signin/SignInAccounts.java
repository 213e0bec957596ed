package hmnet.ground.signin;

import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.Keys;
import hmnet.ground.passkeys.PasskeyHolder;
import hmnet.ground.passkeys.Passkeys;
import hmnet.ground.personcertificates.PersonCards;
import hmnet.ground.signin.OutsideSignIn.OfferedSignIns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What people sign in with (認証情報の登録): one password and one authenticator each.
@Component
public class SignInAccounts {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final JdbcClient db;
    private final SealedSecrets secrets;
    private final SignInSettings settings;
    private final Clock clock;
    private final Passkeys passkeys;
    private final PersonCards cards;
    private final List<OfferedSignIns> others;
    private final Passwords passwords = new Passwords();
    private final OneTimeCodes codes = new OneTimeCodes();

    SignInAccounts(
            JdbcClient db,
            Keys keys,
            SignInSettings settings,
            Passkeys passkeys,
            PersonCards cards,
            List<OfferedSignIns> others,
            Clock clock) {
        this.others = others;
        this.db = db;
        this.secrets = new SealedSecrets(keys);
        this.settings = settings;
        this.passkeys = passkeys;
        this.cards = cards;
        this.clock = clock;
    }

    /// A slip for somebody, good for as many days as is set; `renew` makes it work.
    public SignInSlip slip(String login) {
        return SignInSlip.fresh(login, today().plusDays(settings.slipDays()));
    }

    /// Gives a person a password and an authenticator, in place of earlier ones.
    ///
    /// @param totpSecret at least 16 bytes
    /// @param initial whether the password is good for one sign-in, in which another must be chosen (S009); it ends
    /// with its slip
    public void give(StaffId staff, String password, byte[] totpSecret, boolean initial) {
        give(staff, password, totpSecret, initial ? today().plusDays(settings.slipDays()) : null);
    }

    /// @param lastDay of the slip, or null for a password that the person chose
    private void give(StaffId staff, String password, byte[] totpSecret, @Nullable LocalDate lastDay) {
        if (password.codePointCount(0, password.length()) < PasswordRule.SHORTEST) {
            throw new IllegalArgumentException("A password has at least " + PasswordRule.SHORTEST + " characters");
        }
        if (totpSecret.length < 16) {
            throw new IllegalArgumentException("A TOTP secret has at least 16 bytes");
        }
        db.sql("""
                        insert into signin_account (staff, password, must_change, totp_secret, slip_last_day)
                        values (?, ?, ?, ?, ?)
                        on conflict (staff) do update
                           set password = excluded.password, must_change = excluded.must_change,
                               totp_secret = excluded.totp_secret, slip_last_day = excluded.slip_last_day,
                               totp_last_step = 0, changed_at = now()""")
                .params(staff.value(), passwords.keep(password), lastDay != null, secrets.seal(staff, totpSecret))
                .param(lastDay)
                .update();
    }

    /// Ends at once all that a person signs in with, and whatever they have open.
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(StaffId staff) {
        db.sql("""
                        update signin_account
                           set password = null, must_change = false, totp_secret = null, slip_last_day = null,
                               changed_at = now()
                         where staff = ?""").param(staff.value()).update();
        db.sql("delete from signin_half where staff = ?").param(staff.value()).update();
        db.sql("delete from signin_session where staff = ?")
                .param(staff.value())
                .update();
        passkeys.endAll(PasskeyHolder.staff(staff.value()));
        cards.endAll(staff);
        others.forEach(way -> way.endAll(staff));
    }

    /// Gives a person both factors anew: the ones before are dead at once, and open pages with them.
    @Transactional(propagation = Propagation.MANDATORY)
    public void renew(StaffId staff, SignInSlip slip) {
        end(staff);
        give(staff, slip.password(), slip.secret(), slip.lastDay());
    }

    /// A slip that nobody has signed in with yet.
    ///
    /// @param over whether its last day has passed
    public record UnusedSlip(LocalDate lastDay, boolean over) {}

    public Optional<UnusedSlip> unusedSlip(StaffId staff) {
        return db.sql("""
                        select slip_last_day from signin_account
                         where staff = ? and must_change and password is not null and slip_last_day is not null""")
                .param(staff.value())
                .query(LocalDate.class)
                .optional()
                .map(day -> new UnusedSlip(day, day.isBefore(today())));
    }

    /// Ends a slip that nobody has used, and with it the authenticator's key that stands on it.
    ///
    /// @return false where there is none any more
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean endSlip(StaffId staff) {
        var ended = db.sql("""
                        update signin_account
                           set password = null, must_change = false, totp_secret = null, slip_last_day = null,
                               changed_at = now()
                         where staff = ? and must_change and password is not null""").param(staff.value()).update() == 1;
        if (ended) {
            db.sql("delete from signin_half where staff = ?")
                    .param(staff.value())
                    .update();
        }
        return ended;
    }

    /// How many password hashes were worked out so far.
    long hashesWorkedOut() {
        return passwords.workedOut();
    }

    /// Whether this is the person's password. The same work is done for a person who has none or does not
    /// exist.
    boolean knows(StaffId staff, String password) {
        return passwords.matches(password, password(staff).orElse(null));
    }

    /// Whether this is a code the person's authenticator shows now; each is taken once.
    @Transactional
    boolean takes(StaffId staff, String code) {
        var step = secret(staff)
                .map(kept -> codes.step(secrets.open(staff, kept), code, Instant.now()))
                .orElseGet(OptionalLong::empty);
        return step.isPresent()
                && db.sql("update signin_account set totp_last_step = ? where staff = ? and totp_last_step < ?")
                                .params(step.getAsLong(), staff.value(), step.getAsLong())
                                .update()
                        == 1;
    }

    /// Uses an initial password up.
    ///
    /// @return whether it was one: another must be chosen now
    boolean useUp(StaffId staff) {
        return db.sql("update signin_account set password = null where staff = ? and must_change")
                        .param(staff.value())
                        .update()
                == 1;
    }

    void change(StaffId staff, String password) {
        db.sql("update signin_account set password = ?, must_change = false, slip_last_day = null, changed_at = now()"
                        + " where staff = ?")
                .params(passwords.keep(password), staff.value())
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    private Optional<String> password(StaffId staff) {
        return db.sql("select password from signin_account where staff = ? and password is not null")
                .param(staff.value())
                .query(String.class)
                .optional();
    }

    private Optional<byte[]> secret(StaffId staff) {
        return db.sql("select totp_secret from signin_account where staff = ? and totp_secret is not null")
                .param(staff.value())
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
