package hmnet.consent.mypages;

import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.consent.consents.Consents.SaidConsent;
import hmnet.consent.consents.EmergencyDoor;
import hmnet.consent.proxies.Proxies;
import hmnet.ground.audit.AccessLogEntry;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.transparency.Checkpoints;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who saw what, as the person it is about reads it (だれが見たか).
@Component
class OwnLog {
    static final int PAGE = 30;
    private static final int READ = 200;
    private static final int READS_MAX = 25;
    private static final int SAID_MAX = 500;

    /// Pages with a list of many. Whatever opens one thing alone is called by one word, whichever thing it was.
    private static final Set<String> LISTS = Set.of(
            "emergency",
            "summary",
            "timeline",
            "medicines",
            "drug-history",
            "injections",
            "handbook",
            "laboratory",
            "vitals",
            "checkups",
            "diagnoses",
            "admissions",
            "search",
            "documents",
            "print");

    private final Audit audit;
    private final Consents consents;
    private final SamePersons samePersons;
    private final Facilities facilities;
    private final Proxies proxies;
    private final Checkpoints checkpoints;

    OwnLog(
            Audit audit,
            Consents consents,
            SamePersons samePersons,
            Facilities facilities,
            Proxies proxies,
            Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        this.audit = audit;
        this.consents = consents;
        this.samePersons = samePersons;
        this.facilities = facilities;
        this.proxies = proxies;
    }

    /// A page of the log.
    ///
    /// @param older the last event of it, where there may be more, or null
    record OwnLogPart(List<OwnLogLine> lines, @Nullable UUID older) {}

    /// The newest of it, or what came before an event; that it was shown stands in it too.
    @Transactional
    public OwnLogPart of(ResidentCaller resident, @Nullable UUID before) {
        var part = part(resident, before);
        audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "log"));
        return part;
    }

    /// The same; that it was shown is the caller's to write.
    OwnLogPart part(ResidentCaller resident, @Nullable UUID before) {
        var persons = persons(resident);
        var said = consents.said(new PersonId(resident.person()), SAID_MAX);
        var lines = new ArrayList<OwnLogLine>();
        var from = before;
        for (var n = 0; n < READS_MAX && lines.size() <= PAGE; n++) {
            var read = audit.of(persons, from, READ);
            read.forEach(entry -> OwnLogAct.of(entry).ifPresent(act -> lines.add(line(entry, act, said))));
            if (read.size() < READ) {
                break;
            }
            from = read.getLast().id();
        }
        var page = lines.subList(0, Math.min(lines.size(), PAGE));
        return new OwnLogPart(
                List.copyOf(page), lines.size() > PAGE ? page.getLast().event() : null);
    }

    /// What this resident is shown of an event, signed, with the proof that the event is in the log.
    @Transactional
    public Optional<String> receipt(ResidentCaller resident, UUID event, Messages m) {
        var said = consents.said(new PersonId(resident.person()), SAID_MAX);
        var receipt = audit.entry(persons(resident), event)
                .flatMap(entry -> OwnLogAct.of(entry).map(act -> line(entry, act, said)))
                .flatMap(line -> audit.receipt(event)
                        .map(proven -> checkpoints.receipt(
                                proven, OwnLogWords.of(line, m).all())));
        if (receipt.isPresent()) {
            audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "receipt"));
        }
        return receipt;
    }

    private Collection<UUID> persons(ResidentCaller resident) {
        return samePersons.of(new PersonId(resident.person())).stream()
                .map(PersonId::value)
                .toList();
    }

    private OwnLogLine line(AccessLogEntry entry, OwnLogAct act, List<SaidConsent> said) {
        var at = entry.at().atOffset(ZoneOffset.UTC);
        var consent = act.ofChart() ? saidAt(said, at) : Optional.<SaidConsent>empty();
        return new OwnLogLine(
                entry.id(),
                at,
                place(entry),
                who(entry),
                act.word(entry),
                act == OwnLogAct.OPENED ? view(entry) : null,
                act.ofChart() && !entry.purpose().isEmpty() ? entry.purpose().toLowerCase(Locale.ROOT) : null,
                refused(entry, act),
                act.ofChart()
                        ? consent.map(SaidConsent::state)
                                .orElse(ConsentState.NONE)
                                .word()
                        : null,
                consent.map(SaidConsent::at).orElse(null),
                entry.leaf() != null,
                EmergencyDoor.of(entry.detail().getOrDefault("door", ""))
                        .map(EmergencyDoor::word)
                        .orElse(null),
                handedTo(entry, act));
    }

    private @Nullable String handedTo(AccessLogEntry entry, OwnLogAct act) {
        var to = entry.detail().get("to");
        return to == null || act != OwnLogAct.EMERGENCY_HANDED_ON && act != OwnLogAct.EMERGENCY_HANDOVER_ENDED
                ? null
                : facilities.get(new FacilityId(Long.parseLong(to))).name();
    }

    /// The facility, or which of the person's representatives it was.
    private String place(AccessLogEntry entry) {
        if (entry.profession().equals(ResidentCaller.PROXY_WORD)) {
            return proxies.nameOf(Long.parseLong(entry.detail().getOrDefault("proxy", "0")))
                    .orElse("");
        }
        return entry.facility() == 0
                ? ""
                : facilities.get(new FacilityId(entry.facility())).name();
    }

    private static String who(AccessLogEntry entry) {
        if (!entry.profession().isEmpty()) {
            return entry.profession();
        }
        return entry.facility() == 0 ? "centre" : "machine";
    }

    private static String view(AccessLogEntry entry) {
        var word = entry.detail().getOrDefault("view", "");
        var page = word.substring(word.lastIndexOf('/') + 1);
        return LISTS.contains(page) ? page : "part";
    }

    private static @Nullable String refused(AccessLogEntry entry, OwnLogAct act) {
        if (act == OwnLogAct.REFUSED) {
            return entry.outcome().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (act == OwnLogAct.CARD_READ && entry.outcome().equals("passed")) {
            return "passed";
        }
        return act.missed(entry) ? "failed" : null;
    }

    private static Optional<SaidConsent> saidAt(List<SaidConsent> said, OffsetDateTime at) {
        return said.stream().filter(one -> !one.at().isAfter(at)).findFirst();
    }
}
