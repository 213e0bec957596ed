package hmnet.ground.signin;

import hmnet.ground.design.Visitor;
import hmnet.ground.design.Visitors;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the page frame whom it greets (挨拶). A locked screen greets nobody.
@Component
class Greeting implements Visitors {
    private final Sessions sessions;
    private final SignInSettings settings;

    Greeting(Sessions sessions, SignInSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public @Nullable Visitor of(HttpServletRequest request) {
        return switch (sessions.of(request)) {
            case SignInState.Absent() -> null;
            case SignInState.Locked(var person) -> null;
            case SignInState.MustChange(var person) -> null;
            case SignInState.Present(var person) -> visitor(person);
        };
    }

    private Visitor visitor(Requester person) {
        var rights = Arrays.stream(Right.values()).filter(person::may).collect(Collectors.toSet());
        return new Visitor(
                person.name(),
                person.facilityName(),
                person.profession().word(),
                rights,
                settings.idleLock().toSeconds());
    }
}
