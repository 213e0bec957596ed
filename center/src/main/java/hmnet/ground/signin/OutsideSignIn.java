package hmnet.ground.signin;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.signin.Sessions.SignInMeans;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Lets in whom somebody else has proven (外部の認証基盤によるサインイン). Whoever calls has checked the proof, and that it is of
/// this very member of staff; the session, the second factor and the trace are the same as for everybody.
@Component
public class OutsideSignIn {
    private final HalfSignIns halves;
    private final Sessions sessions;
    private final Cookies cookies;
    private final SignInTrail trail;
    private final TransactionOperations transaction;

    OutsideSignIn(
            HalfSignIns halves,
            Sessions sessions,
            Cookies cookies,
            SignInTrail trail,
            TransactionOperations transaction) {
        this.halves = halves;
        this.sessions = sessions;
        this.cookies = cookies;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// A way that the sign-in page offers beside its own.
    ///
    /// @param path of a page that leads there
    public record OfferedSignIn(String name, String path) {}

    /// Implemented by whoever offers such ways.
    public interface OfferedSignIns {
        List<OfferedSignIn> offered();

        /// The page where a member of staff ties their account to such a way, where there is one for them.
        Optional<OfferedSignIn> ownPage(Requester person);

        /// Nobody signs in that way to this account any more, until its owner ties it anew.
        void endAll(StaffId staff);
    }

    /// Signs somebody in, or asks for our second factor first.
    ///
    /// @param twoFactors whether two kinds of factor were shown there
    /// @param back where they wanted to go
    /// @return the path that the browser goes to now
    public String enter(
            Requester person,
            boolean twoFactors,
            @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = ReturnPath.of(back);
        cookies.session(request).ifPresent(sessions::end);
        if (!twoFactors) {
            cookies.giveHalf(request, response, halves.open(person.staff(), true));
            return wanted.after("/signin/code");
        }
        var token = transaction.execute(status -> {
            trail.signedIn(person, SignInMeans.FEDERATED, request.getRemoteAddr());
            return sessions.open(person.staff(), SignInMeans.FEDERATED, false);
        });
        cookies.giveSession(request, response, token);
        return wanted.value();
    }

    /// What was opened that way ends too: the tie or the provider behind it has ended.
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(StaffId staff) {
        sessions.endFederated(staff);
    }

    /// Nobody is let in.
    ///
    /// @param why a word for the audit log
    public void refuse(Optional<Requester> person, String why, HttpServletRequest request) {
        trail.refused(person, "federated-" + why, request.getRemoteAddr());
    }
}
