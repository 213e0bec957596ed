package hmnet.care.launch;

import hmnet.care.launch.LaunchRequest.LaunchedView;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.links.OwnCharts;
import hmnet.people.links.OwnCharts.OwnChart;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedNumbers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Addresses by which a facility's own system opens a chart (起動): taken once, while they are fresh, and followed once
/// by
/// the user they name.
@Component
class Launches {
    static final Duration FRESH = Duration.ofMinutes(2);
    private static final int TOKEN_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final LaunchKeys keys;
    private final Facilities facilities;
    private final SealedNumbers numbers;
    private final OwnCharts charts;
    private final Relations relations;
    private final Protections protections;
    private final Audit audit;
    private final Clock clock;

    Launches(
            JdbcClient db,
            LaunchKeys keys,
            Facilities facilities,
            SealedNumbers numbers,
            OwnCharts charts,
            Relations relations,
            Protections protections,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.keys = keys;
        this.facilities = facilities;
        this.numbers = numbers;
        this.charts = charts;
        this.relations = relations;
        this.protections = protections;
        this.audit = audit;
        this.clock = clock;
    }

    /// Takes an address in. What is refused under a key that works is written down; an unknown key is nobody's.
    ///
    /// @return what the browser carries through signing in
    @Transactional
    public Optional<String> take(LaunchRequest asked) {
        var key = keys.working(asked.key());
        if (key.isEmpty() || !asked.isSignedBy(key.get().secret())) {
            return Optional.empty();
        }
        var facility = key.get().facility();
        if (!facilities.get(facility).code().equals(asked.facility())) {
            return refused(asked, facility, "other-facility");
        }
        if (Duration.between(asked.time(), clock.instant()).abs().compareTo(FRESH) > 0) {
            return refused(asked, facility, "expired");
        }
        var token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        var carried = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        var taken = db.sql("""
                        insert into launch (token, key, nonce, facility, login, number, view)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (key, nonce) do nothing""")
                .params(
                        hash(carried),
                        asked.key(),
                        asked.nonce(),
                        facility.value(),
                        asked.user(),
                        numbers.of(facility, asked.patient()),
                        asked.view().word())
                .update();
        return taken == 1 ? Optional.of(carried) : refused(asked, facility, "replayed");
    }

    private Optional<String> refused(LaunchRequest asked, FacilityId facility, String why) {
        audit.write(Trace.of(Action.CHART_LAUNCHED, new Actor.FacilityMachine(facility.value()), why)
                .with("key", asked.key().toString()));
        return Optional.empty();
    }

    /// Where an address leads (起動の結果).
    sealed interface LaunchOutcome {
        /// To a page of a chart, which decides as always.
        record ChartToOpen(PersonId person, LaunchedView view) implements LaunchOutcome {}

        /// To nothing: why, as in `launch.problem.…`.
        record LaunchRefusal(String why) implements LaunchOutcome {}
    }

    /// Follows an address that was taken: once, by the user it names, of the facility whose key signed it.
    @Transactional
    public LaunchOutcome follow(String carried, Requester by) {
        var found = db.sql("""
                        update launch set followed_at = now()
                         where token = ? and followed_at is null and facility = ? and login = ?
                           and at > now() - interval '15 minutes'
                           and exists (select from launch_key k where k.id = launch.key and k.ended_at is null)
                        returning facility, number, view""")
                .params(hash(carried), by.facility().value(), by.login())
                .query((row, n) -> Map.entry(
                        numbers.open(row),
                        LaunchedView.of(row.getString("view")).orElse(LaunchedView.SUMMARY)))
                .optional();
        if (found.isEmpty()) {
            return told(by, Optional.empty(), new LaunchOutcome.LaunchRefusal("not-yours"));
        }
        var chart =
                charts.numbered(by.facility(), found.get().getKey()).stream().findFirst();
        var person = chart.map(OwnChart::person).filter(one -> !protections.keeps(by, one));
        if (chart.isEmpty() || person.isEmpty()) {
            return told(by, person, new LaunchOutcome.LaunchRefusal(chart.isEmpty() ? "no-chart" : "unlinked"));
        }
        return relations.ties(by.facility(), person.get())
                ? told(
                        by,
                        person,
                        new LaunchOutcome.ChartToOpen(person.get(), found.get().getValue()))
                : told(by, person, new LaunchOutcome.LaunchRefusal("untied"));
    }

    private LaunchOutcome told(Requester by, Optional<PersonId> person, LaunchOutcome outcome) {
        var word = switch (outcome) {
            case LaunchOutcome.ChartToOpen opens -> "opens";
            case LaunchOutcome.LaunchRefusal(var why) -> why;
        };
        audit.write(by.did(Action.CHART_LAUNCHED, person.map(PersonId::value).orElse(null), word, Map.of()));
        return outcome;
    }

    /// An address is refused as too old long before its row goes.
    @Scheduled(fixedDelay = 600_000)
    void forget() {
        db.sql("delete from launch where at < now() - interval '1 day'").update();
    }

    private static byte[] hash(String carried) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(carried.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
