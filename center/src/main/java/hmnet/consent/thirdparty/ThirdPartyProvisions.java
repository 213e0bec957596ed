package hmnet.consent.thirdparty;

import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.consent.consents.Consents.SaidConsent;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.ExposureSubject;
import hmnet.ground.audit.Exposures;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was provided of a person's records to whom (第三者提供の記録; APPI 29 and 30), read out of the audit log, where every
/// opening of a chart stands anyway. Whoever reads it writes that down.
@Component
public class ThirdPartyProvisions {
    /// The longest span of one question: what the law keeps, and a margin.
    public static final int YEARS_MAX = 5;

    /// Events that one question opens at most.
    static final int EVENTS_MAX = 50_000;

    private static final int PART = 1_000;
    private static final int SAID_MAX = 500;

    private final Exposures exposures;
    private final Consents consents;
    private final SamePersons samePersons;
    private final Successions successions;

    ThirdPartyProvisions(Exposures exposures, Consents consents, SamePersons samePersons, Successions successions) {
        this.exposures = exposures;
        this.consents = consents;
        this.samePersons = samePersons;
        this.successions = successions;
    }

    /// What the log says of a span.
    ///
    /// @param lines the newest day first
    /// @param whole whether all events of the span were read
    public record ProvisionRecord(List<ThirdPartyProvision> lines, boolean whole) {
        /// The lines of one facility: what it provided, and what it received.
        public ProvisionRecord with(Set<FacilityId> own) {
            return new ProvisionRecord(
                    lines.stream()
                            .filter(line -> own.contains(line.recipient())
                                    || line.source() != null && own.contains(line.source()))
                            .toList(),
                    whole);
        }
    }

    /// All that was provided of a person, and of whoever is one with them, from one day to another.
    public ProvisionRecord of(PersonId person, LocalDate from, LocalDate until) {
        var persons = samePersons.of(person).stream().map(PersonId::value).toList();
        var subject = new ExposureSubject.OfPersons(persons, start(from), start(until.plusDays(1)));
        var count = new HashMap<ProvisionKey, ProvidedTimes>();
        var said = consents.said(person, SAID_MAX);
        var now = successions.now();
        UUID before = null;
        for (var read = 0; read < EVENTS_MAX; read += PART) {
            var part = exposures.part(subject, before, PART);
            part.forEach(event -> add(event, said, now, count));
            if (part.size() < PART) {
                return new ProvisionRecord(sorted(count), true);
            }
            before = part.getLast().id();
        }
        return new ProvisionRecord(sorted(count), false);
    }

    /// What makes one line.
    private record ProvisionKey(
            LocalDate day,
            @Nullable FacilityId source,
            FacilityId recipient,
            ProvisionGround ground,
            @Nullable LocalDate consentedOn,
            boolean cut) {}

    /// How often, and of which kinds.
    private record ProvidedTimes(long kinds, int times) {
        ProvidedTimes and(ProvidedTimes other) {
            return new ProvidedTimes(kinds | other.kinds, times + other.times);
        }
    }

    private static void add(
            ExposedEvent event, List<SaidConsent> said, Heirs now, Map<ProvisionKey, ProvidedTimes> count) {
        var trace = event.trace();
        if (trace.action() != Action.CHART_OPENED
                || trace.facility() == 0
                || !(trace.actor() instanceof Actor.StaffMember)) {
            return;
        }
        var recipient = new FacilityId(trace.facility());
        var ground = ProvisionGround.of(trace.detail().getOrDefault("door", ""));
        var consented = ground == ProvisionGround.CONSENT ? consentedOn(said, event.at()) : null;
        var day = day(event.at());
        var provided = ProvidedKinds.of(trace.detail()).orElse(null);
        if (provided == null || provided.more()) {
            count.merge(
                    new ProvisionKey(day, null, recipient, ground, consented, provided != null),
                    new ProvidedTimes(0, 1),
                    ProvidedTimes::and);
        }
        if (provided == null) {
            return;
        }
        var own = now.on(day).standsFor(recipient, Follows.RECORDS);
        provided.sources().entrySet().stream()
                .filter(source -> !own.contains(source.getKey()))
                .forEach(source -> count.merge(
                        new ProvisionKey(day, source.getKey(), recipient, ground, consented, false),
                        new ProvidedTimes(source.getValue(), 1),
                        ProvidedTimes::and));
    }

    private static @Nullable LocalDate consentedOn(List<SaidConsent> said, Instant at) {
        return said.stream()
                .filter(one -> !one.at().toInstant().isAfter(at))
                .findFirst()
                .filter(one -> one.state() == ConsentState.GIVEN)
                .map(one -> day(one.at().toInstant()))
                .orElse(null);
    }

    private static List<ThirdPartyProvision> sorted(Map<ProvisionKey, ProvidedTimes> count) {
        var lines = new ArrayList<ThirdPartyProvision>();
        count.forEach((key, times) -> lines.add(new ThirdPartyProvision(
                key.day(),
                key.source(),
                key.recipient(),
                key.ground(),
                key.consentedOn(),
                times.kinds(),
                times.times(),
                key.cut())));
        lines.sort(Comparator.comparing(ThirdPartyProvision::day)
                .reversed()
                .thenComparingLong(line -> line.recipient().value())
                .thenComparingLong(
                        line -> line.source() == null ? 0 : line.source().value()));
        return List.copyOf(lines);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(JapaneseDates.JAPAN).toInstant();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(JapaneseDates.JAPAN).toLocalDate();
    }
}
