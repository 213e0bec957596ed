package hmnet.ground.openid;

import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Sessions.LiveSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Whoever is signed in, as Spring Authorization Server knows them (サインイン中の職員). Lives for one request, in no store.
final class StaffOnScreen extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient LiveSession session;

    StaffOnScreen(LiveSession session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    LiveSession session() {
        return session;
    }

    Requester person() {
        return session.person();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    /// The mark of the session: no number of ours goes out by mistake.
    @Override
    public Object getPrincipal() {
        return session.mark().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaffOnScreen one && one.session.equals(session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
