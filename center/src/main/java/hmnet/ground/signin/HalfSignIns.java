package hmnet.ground.signin;

import hmnet.ground.directory.StaffId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sign-ins that owe their second factor (途中の認証): kept apart from sessions, so that no page can take one
/// for another.
@Component
class HalfSignIns {
    private static final int MISSES = 5;

    private final JdbcClient db;
    private final SignInSettings settings;

    HalfSignIns(JdbcClient db, SignInSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /// @param federated whether the first factor was shown to the hospital's identity provider, not to us
    record HalfSignIn(StaffId staff, boolean federated) {}

    Token open(StaffId staff, boolean federated) {
        var token = Token.fresh();
        db.sql("insert into signin_half (token, staff, federated, ends_at)"
                        + " values (?, ?, ?, now() + make_interval(secs => ?))")
                .params(
                        token.hash(),
                        staff.value(),
                        federated,
                        settings.codeWithin().toSeconds())
                .update();
        return token;
    }

    Optional<HalfSignIn> of(Token token) {
        return db.sql("select staff, federated from signin_half where token = ? and ends_at > now()")
                .param(token.hash())
                .query((row, number) -> new HalfSignIn(new StaffId(row.getLong("staff")), row.getBoolean("federated")))
                .optional();
    }

    /// Counts a wrong code.
    ///
    /// @return whether another may be tried
    boolean miss(Token token) {
        var misses = db.sql("update signin_half set misses = misses + 1 where token = ? returning misses")
                .param(token.hash())
                .query(Integer.class)
                .optional();
        if (misses.orElse(MISSES) < MISSES) {
            return true;
        }
        end(token);
        return false;
    }

    /// @return whether it stood until now: one that ended meanwhile opens nothing
    boolean end(Token token) {
        return db.sql("delete from signin_half where token = ?")
                        .param(token.hash())
                        .update()
                == 1;
    }
}
