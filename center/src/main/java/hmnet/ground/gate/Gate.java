package hmnet.ground.gate;

import hmnet.ground.audit.TraceOrigin;
import hmnet.ground.crewshifts.CrewShifts;
import hmnet.ground.crewshifts.CrewTurnedAway;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.disaster.DisasterModeOff;
import hmnet.ground.disaster.Disasters;
import hmnet.ground.gate.ResidentSessions.ResidentState;
import hmnet.ground.mtls.Machine;
import hmnet.ground.mtls.Machines;
import hmnet.ground.personcertificates.PersonPort;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.EndedRight;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.RightWatch;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.Sessions;
import hmnet.ground.signin.SignInState;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Lets a request through to its handler, or not (入口の判定; S020). Whatever has no rule, hangs on the other
/// connector or asks for a right the requester lacks is the same as an address nobody knows.
@Component
class Gate implements HandlerInterceptor {
    static final String REQUESTER = Requester.class.getName();
    static final String RESIDENT = ResidentCaller.class.getName();

    private static final Set<Right> OF_SUBJECT =
            EnumSet.of(Right.SUBJECT, Right.SUBJECT_SEES, Right.SUBJECT_DECIDES, Right.SUBJECT_READS);
    private static final String WHOSE_ENDED = "/my/whose?told=ended";
    static final String FACILITY = FacilityId.class.getName();
    private static final String STATIC = "/static/";

    /// Machines are judged from memory.
    private static final Duration OFTEN = Duration.ofMillis(200);

    /// Doors that other professions of care have, and emergency staff do not.
    private static final Set<Right> OF_CARE = EnumSet.of(Right.VIEW_CHART, Right.LINK, Right.PROTECT);

    private final Machines machines;
    private final PersonPort persons;
    private final Sessions sessions;
    private final ResidentSessions residents;
    private final GateRefusal gateRefusal;
    private final RoleRefusals roleRefusals;
    private final CrewShifts crewShifts;
    private final Disasters disasters;
    private final List<UntakenWords> untaken;

    Gate(
            Machines machines,
            PersonPort persons,
            Sessions sessions,
            ResidentSessions residents,
            GateRefusal gateRefusal,
            RoleRefusals roleRefusals,
            CrewShifts crewShifts,
            Disasters disasters,
            List<UntakenWords> untaken) {
        this.crewShifts = crewShifts;
        this.disasters = disasters;
        this.untaken = List.copyOf(untaken);
        this.machines = machines;
        this.persons = persons;
        this.sessions = sessions;
        this.residents = residents;
        this.gateRefusal = gateRefusal;
        this.roleRefusals = roleRefusals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws NoHandlerFoundException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.setHeader(HttpHeaders.ALLOW, null); // would tell of a route on the other connector
            return true;
        }
        var connector = connector(request);
        if (handler instanceof ResourceHttpRequestHandler
                && connector == Connector.WEB
                && request.getRequestURI().startsWith(STATIC)) {
            return true;
        }
        var rule = handler instanceof HandlerMethod method && !isErrorPage(method)
                ? method.getMethodAnnotation(Rule.class)
                : null;
        if (rule == null
                || rule.on() != connector
                || connector == Connector.CERTIFICATE && rule.value() != Right.PUBLIC) {
            throw unknown(request);
        }
        origin(rule.value(), request, connector).keep();
        return switch (connector) {
            case WEB -> person(rule.value(), request, response) && words(rule.value(), handler, request);
            case MTLS -> machine(rule.value(), request, response);
            case CERTIFICATE -> true; // each of its routes judges the certificate itself
        };
    }

    private Connector connector(HttpServletRequest request) {
        return machines.sent(request)
                ? Connector.MTLS
                : persons.received(request) ? Connector.CERTIFICATE : Connector.WEB;
    }

    /// For the audit log: under which certificate or sign-in a request came, and from where. A page for everybody does
    /// not look for a sign-in, which would keep it awake.
    private TraceOrigin origin(Right right, HttpServletRequest request, Connector connector) {
        var credential = switch (connector) {
            case WEB ->
                right == Right.PUBLIC || right == Right.RESIDENT ? Optional.<String>empty() : sessions.mark(request);
            case MTLS, CERTIFICATE ->
                machines.shown(request)
                        .map(certificate ->
                                "certificate:" + HexFormat.of().formatHex(Machines.fingerprint(certificate)));
        };
        return new TraceOrigin(TraceOrigin.address(request.getRemoteAddr()).orElse(""), credential.orElse(""));
    }

    private boolean person(Right right, HttpServletRequest request, HttpServletResponse response)
            throws NoHandlerFoundException, IOException {
        if (right == Right.PUBLIC) {
            return true;
        }
        if (right == Right.RESIDENT || OF_SUBJECT.contains(right)) {
            return resident(right, request, response);
        }
        return switch (sessions.of(request)) {
            case SignInState.Absent() -> gateRefusal.to("/signin", request, response);
            case SignInState.Locked(var person) -> gateRefusal.to("/unlock", request, response);
            case SignInState.MustChange(var person) -> gateRefusal.to("/password", request, response);
            case SignInState.Present(var person) -> {
                if (!person.may(right)) {
                    roleRefusals.write(person, request);
                    if (person.emergencyOnly() && OF_CARE.contains(right)) {
                        throw new EmergencyDoorsOnly();
                    }
                    throw unknown(request);
                }
                if (right == Right.DISASTER && disasters.opensTo(person).isEmpty()) {
                    roleRefusals.write(person, request);
                    throw new DisasterModeOff();
                }
                if (right == Right.EMERGENCY || right == Right.DISASTER) {
                    crewOnDuty(person, request);
                }
                request.setAttribute(REQUESTER, person);
                RightWatch.of(request)
                        .ifPresent(watch -> watch.follow(RightWatch.SECOND, () -> ended(person, right, request)));
                gateRefusal.whenIdle(request, response);
                yield true;
            }
        };
    }

    /// Where a facility says so, its staff come to the emergency doors from a registered device during a shift alone.
    private void crewOnDuty(Requester person, HttpServletRequest request) {
        crewShifts.objection(person, request).ifPresent(objection -> {
            roleRefusals.write(person, request);
            throw new CrewTurnedAway(objection);
        });
    }

    /// Whoever has a session of staff alone is nobody here.
    private boolean resident(Right right, HttpServletRequest request, HttpServletResponse response)
            throws NoHandlerFoundException, IOException {
        return switch (residents.of(request)) {
            case ResidentState.NotSignedIn() -> gateRefusal.to("/my/signin", request, response);
            case ResidentState.FirstSignIn(var resident) -> gateRefusal.to("/my/password", request, response);
            case ResidentState.SignedInResident(var resident, var subject) -> {
                if (right != Right.RESIDENT) {
                    yield subject(right, subject, request, response);
                }
                request.setAttribute(RESIDENT, resident);
                response.setHeader("Refresh", residents.idle().toSeconds() + 1 + "; url=/my/signin");
                yield true;
            }
        };
    }

    private static boolean isWithin(Right right, ResidentCaller caller) {
        return switch (right) {
            case SUBJECT_SEES -> caller.sees();
            case SUBJECT_DECIDES -> caller.decides();
            case SUBJECT_READS -> caller.reads();
            default -> true;
        };
    }

    /// A form begun for one person is never done for another, and an ended right never becomes one's own page.
    private boolean subject(
            Right right, Optional<ResidentCaller> subject, HttpServletRequest request, HttpServletResponse response)
            throws NoHandlerFoundException, IOException {
        if (subject.isEmpty()) {
            return elsewhere(WHOSE_ENDED, response);
        }
        var caller = subject.get();
        if (!isWithin(right, caller)) {
            throw unknown(request);
        }
        if (!request.getMethod().equals("GET") && !caller.isShownFor(request.getParameter("whose"))) {
            return elsewhere("/my/whose?told=changed", response);
        }
        request.setAttribute(RESIDENT, caller);
        var idle = residents.idle().toSeconds() + 1;
        var held = caller.representation();
        var left = held == null
                ? idle
                : Math.max(0, Duration.between(Instant.now(), held.until()).toSeconds());
        response.setHeader("Refresh", left < idle ? left + "; url=" + WHOSE_ENDED : idle + "; url=/my/signin");
        return true;
    }

    private static boolean elsewhere(String page, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, page);
        return false;
    }

    /// Asked while the request lasts. A lock hides the screen and stops nothing that is under way.
    private Optional<EndedRight> ended(Requester person, Right right, HttpServletRequest request) {
        var stands = sessions.holder(request)
                .filter(now -> now.may(right))
                .filter(now -> now.profession() == person.profession() && now.direction() == person.direction());
        return stands.isPresent() ? Optional.empty() : Optional.of(EndedRight.ofCaller("SIGN_IN_ENDED"));
    }

    /// The same of a machine.
    private Optional<EndedRight> ended(FacilityId facility, HttpServletRequest request) {
        return switch (machines.of(request)) {
            case Machine.Known known ->
                known.facility().equals(facility)
                        ? Optional.empty()
                        : Optional.of(EndedRight.ofCaller("certificate registered for another facility"));
            case Machine.Refused(var reason) -> Optional.of(EndedRight.ofCaller(reason));
        };
    }

    /// What must not be kept goes no further than here, in whatever field it was typed.
    private boolean words(Right right, Object handler, HttpServletRequest request) {
        var checked = handler instanceof HandlerMethod method ? method.getMethodAnnotation(ChecksNumbers.class) : null;
        var own = checked == null ? Set.<String>of() : Set.of(checked.value());
        for (var field : request.getParameterMap().entrySet()) {
            var typed = Arrays.stream(field.getValue());
            if (right != Right.PUBLIC
                    && !own.contains(field.getKey())
                    && typed.anyMatch(value -> untaken.stream().anyMatch(words -> words.stand(value)))) {
                throw new UntakenWordsTyped();
            }
        }
        return true;
    }

    private boolean machine(Right right, HttpServletRequest request, HttpServletResponse response)
            throws NoHandlerFoundException, IOException {
        if (right != Right.FACILITY && right != Right.PUBLIC) {
            throw unknown(request);
        }
        return switch (machines.of(request)) {
            case Machine.Known(var facility, var serial) -> {
                request.setAttribute(FACILITY, facility);
                RightWatch.of(request).ifPresent(watch -> watch.follow(OFTEN, () -> ended(facility, request)));
                yield true;
            }
            case Machine.Refused(var reason) -> gateRefusal.machine(reason, response);
        };
    }

    /// The error page is reached by an error, not by its address.
    private static boolean isErrorPage(HandlerMethod method) {
        return ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    private static NoHandlerFoundException unknown(HttpServletRequest request) {
        return new NoHandlerFoundException(request.getMethod(), request.getRequestURI(), HttpHeaders.EMPTY);
    }
}
