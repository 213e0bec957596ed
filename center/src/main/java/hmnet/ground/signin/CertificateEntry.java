package hmnet.ground.signin;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Sessions.ProvenCertificate;
import hmnet.ground.signin.Sessions.SignInMeans;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Signs in whom a certificate stands for (証明書によるサインイン), under the throttle, the trail and the cookies of every other
/// way in. Whether the certificate counts, and whose it is, was found out before.
@Component
public class CertificateEntry {
    private static final String OTHER_FACILITY = "device-other-facility";

    private final SignIn signIn;
    private final SignInAccounts accounts;
    private final HalfSignIns halves;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Cookies cookies;
    private final SignInTrail trail;
    private final TransactionOperations transaction;
    private final List<ShiftLengths> shifts;

    CertificateEntry(
            SignIn signIn,
            SignInAccounts accounts,
            HalfSignIns halves,
            Sessions sessions,
            Throttle throttle,
            Cookies cookies,
            SignInTrail trail,
            TransactionOperations transaction,
            List<ShiftLengths> shifts) {
        this.shifts = List.copyOf(shifts);
        this.signIn = signIn;
        this.accounts = accounts;
        this.halves = halves;
        this.sessions = sessions;
        this.throttle = throttle;
        this.cookies = cookies;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// How an attempt ended, as a key of what the page says.
    ///
    /// @param problem null once somebody is signed in
    /// @param pause how long to wait before another attempt
    public record EntryAnswer(@Nullable String problem, Duration pause) {
        private static EntryAnswer wrong(String key) {
            return new EntryAnswer(key, Duration.ZERO);
        }
    }

    /// How long a sign-in at a facility's device lasts, where the facility says so (勤務の長さ).
    public interface ShiftLengths {
        /// Nothing where it lasts as everywhere.
        Optional<Duration> of(FacilityId facility);
    }

    /// Counts an attempt with a certificate before it is judged (S008).
    ///
    /// @return how long to wait instead; empty where it may be judged
    public Optional<Duration> charge(byte[] fingerprint, HttpServletRequest request) {
        return throttle.charge(subject(fingerprint), Throttle.network(request.getRemoteAddr()));
    }

    /// Gives an attempt back: the certificate counts.
    public void counted(byte[] fingerprint, HttpServletRequest request) {
        throttle.succeeded(subject(fingerprint), Throttle.network(request.getRemoteAddr()));
    }

    /// A certificate signs nobody in.
    ///
    /// @param why a word for the audit log
    public void refused(Optional<Requester> person, byte[] fingerprint, String why, HttpServletRequest request) {
        trail.refusedCertificate(person, "certificate-" + why, hex(fingerprint), request.getRemoteAddr());
    }

    /// Both factors in one: a card that its holder opened with a PIN (S002). It takes over the screen of whoever was
    /// signed in there.
    @Transactional
    public void card(
            Requester holder, ProvenCertificate card, HttpServletRequest request, HttpServletResponse response) {
        enter(holder, SignInMeans.HPKI_CARD, card, false, request, response);
    }

    /// A facility's device, to which its user adds a password (S002). Whoever works elsewhere hears that the password
    /// is wrong (A008).
    public EntryAnswer device(
            FacilityId facility,
            ProvenCertificate device,
            String login,
            String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (login.length() > PasswordRule.LONGEST || password.length() > PasswordRule.LONGEST) {
            return EntryAnswer.wrong("signin.wrong");
        }
        var name = login.strip();
        var address = request.getRemoteAddr();
        return switch (signIn.password(name, password, address, cookies.device(request))) {
            case Attempt.Passed(var half, var person) -> {
                halves.end(half);
                if (!person.facility().equals(facility)) {
                    throttle.charge(name, throttle.place(name, address, cookies.device(request)));
                    trail.refusedCertificate(Optional.of(person), OTHER_FACILITY, hex(device.fingerprint()), address);
                    yield EntryAnswer.wrong("signin.wrong");
                }
                transaction.executeWithoutResult(status -> enter(
                        person,
                        SignInMeans.DEVICE_AND_PASSWORD,
                        device,
                        accounts.useUp(person.staff()),
                        request,
                        response));
                yield new EntryAnswer(null, Duration.ZERO);
            }
            case Attempt.Wrong(), Attempt.Over() -> EntryAnswer.wrong("signin.wrong");
            case Attempt.SlipOver() -> EntryAnswer.wrong("signin.slip-over");
            case Attempt.Held(var wait) -> new EntryAnswer("signin.held.seconds", wait);
        };
    }

    private void enter(
            Requester person,
            SignInMeans means,
            ProvenCertificate certificate,
            boolean mustChange,
            HttpServletRequest request,
            HttpServletResponse response) {
        var device = cookies.device(request).orElseGet(Token::fresh);
        cookies.session(request).ifPresent(sessions::end);
        throttle.remember(person.login(), device);
        trail.signedInByCertificate(person, means, hex(certificate.fingerprint()), request.getRemoteAddr());
        var shift = means == SignInMeans.DEVICE_AND_PASSWORD ? shift(person) : Optional.<Duration>empty();
        cookies.giveSession(request, response, sessions.open(person.staff(), means, mustChange, certificate, shift));
        cookies.giveDevice(request, response, device);
    }

    private Optional<Duration> shift(Requester person) {
        return shifts.stream()
                .flatMap(lengths -> lengths.of(person.facility()).stream())
                .min(Comparator.naturalOrder());
    }

    /// Where somebody wanted to go before they had to sign in: a page of ours.
    public static String back(@Nullable String asked) {
        return ReturnPath.of(asked).value();
    }

    private static String subject(byte[] fingerprint) {
        return "certificate " + hex(fingerprint);
    }

    private static String hex(byte[] fingerprint) {
        return HexFormat.of().formatHex(fingerprint);
    }
}
