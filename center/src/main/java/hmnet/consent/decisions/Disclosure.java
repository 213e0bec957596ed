package hmnet.consent.decisions;

import hmnet.consent.decisions.ClosedKind.ClosingReason;
import hmnet.consent.policy.ReaderPolicy;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.people.patients.LinkedPatient;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pure rule that turns consent, relation, profession and a hospital's rule into a grant
/// (開示範囲の計算). The narrower of all always wins.
///
/// @param reader what the policy says of a professional who reads; null for the resident side
/// @param consent what the person shows to this reader
/// @param consentedOn since when the consent holds
/// @param discloseFrom the relation's first day of disclosed care, or null
record Disclosure(
        Audience audience,
        @Nullable ReaderPolicy reader,
        RuleBook rules,
        AgreedScope consent,
        LocalDate consentedOn,
        @Nullable LocalDate discloseFrom,
        OffsetDateTime now) {
    private static final OffsetDateTime ALWAYS = OffsetDateTime.parse("0001-01-01T00:00:00Z");

    Grant grant(Map<LinkedPatient, Source> patients) {
        var lines = new ArrayList<GrantLine>();
        var closed = new ArrayList<ClosedKind>();
        patients.forEach((patient, source) -> {
            for (var kind : RecordKind.values()) {
                ofKind(patient, source, kind, lines, closed);
            }
        });
        return new Grant(
                audience, consentedOn, merged(lines), closed, !consent.denied().isEmpty());
    }

    private void ofKind(
            LinkedPatient patient, Source source, RecordKind kind, List<GrantLine> lines, List<ClosedKind> closed) {
        if (isDenied(patient, kind)) {
            return;
        }
        var facility = source.facility();
        if (audience == Audience.PROFESSIONAL && !professional().sees(kind)) {
            closed.add(new ClosedKind(facility.id(), kind, ClosingReason.PROFESSION, 0));
            return;
        }
        if ((consent.kinds() & kind.mask()) == 0) {
            return;
        }
        var day = now.atZoneSameInstant(JAPAN).toLocalDate();
        var own = source.own();
        var general = rules.general(source.ruled(), kind, audience, day);
        var departments = rules.ofDepartments(source.ruled(), kind, audience, day);
        var named = departments.stream().map(DisclosureRule::department).collect(Collectors.joining(","));
        if (!own && (!source.discloses() || general.isEmpty() || !opens(general.get()))) {
            var why = source.stopped() ? ClosingReason.STOPPED : ClosingReason.FACILITY_RULE;
            closed.add(new ClosedKind(facility.id(), kind, why, 0));
        } else if (general.isPresent()) {
            var delay = delayDays(kind, general.get(), own);
            if (delay > 0) {
                closed.add(new ClosedKind(facility.id(), kind, ClosingReason.DELAY, delay));
            }
            lines.addAll(undenied(line(patient, kind, general.get(), own, null, own ? "" : named), kind));
        }
        if (!own && source.discloses()) {
            departments.stream()
                    .filter(this::opens)
                    .forEach(rule ->
                            lines.addAll(undenied(line(patient, kind, rule, false, rule.department(), ""), kind)));
        }
    }

    /// What the policy says of a professional; throws where the resident side reads.
    ReaderPolicy professional() {
        return Objects.requireNonNull(reader, "A professional reads by the policy");
    }

    /// Whether the person keeps the whole kind back for all time. Then not even the rule that closes it besides is
    /// named:
    /// it would tell that the person is known there.
    private boolean isDenied(LinkedPatient patient, RecordKind kind) {
        return consent.denied().stream()
                .anyMatch(denial -> denial.covers(patient.facility(), kind.mask())
                        && denial.whole()
                        && denial.careFrom() == null
                        && denial.careUntil() == null);
    }

    /// What the person's denials leave of a line of one kind. Safety checks see a label whatever was denied of it
    /// (`SafetyLine`), and nothing of a kind that was.
    private List<GrantLine> undenied(GrantLine line, RecordKind kind) {
        var left = List.of(line);
        for (var denial : consent.denied()) {
            if (denial.covers(line.facility(), kind.mask())) {
                left = left.stream()
                        .flatMap(one -> undenied(one, denial, kind))
                        .filter(GrantLine::shows)
                        .toList();
            }
        }
        return left;
    }

    /// Care before and after the denied one stays; rows of the denied care stay without the labels.
    private Stream<GrantLine> undenied(GrantLine line, ConsentProvision denial, RecordKind kind) {
        var start = start(denial);
        var end = end(denial);
        var around = Stream.of(line.within(ALWAYS, start), line.within(end, GrantLine.FOR_EVER));
        return denial.whole()
                ? around
                : Stream.concat(
                        around,
                        Stream.of(
                                line.within(start, end).bearing(line.labels() & ~denial.labels() | safe(line, kind))));
    }

    private long safe(GrantLine line, RecordKind kind) {
        return audience == Audience.RESIDENT
                ? 0
                : line.labels() & professional().safe(kind);
    }

    private static OffsetDateTime start(ConsentProvision denial) {
        return denial.careFrom() == null ? ALWAYS : day(denial.careFrom());
    }

    private static OffsetDateTime end(ConsentProvision denial) {
        return denial.careUntil() == null
                ? GrantLine.FOR_EVER
                : day(denial.careUntil().plusDays(1));
    }

    private static OffsetDateTime day(LocalDate day) {
        return day.atStartOfDay(JAPAN).toOffsetDateTime();
    }

    /// A hospital may keep results back until its own doctor has told them. What would have stopped the next
    /// prescription cannot wait for that: allergies are never late for those who treat (decision 0073).
    private int delayDays(RecordKind kind, DisclosureRule rule, boolean own) {
        return own || audience == Audience.PROFESSIONAL && kind == RecordKind.ALLERGY ? 0 : rule.delayDays();
    }

    private boolean opens(DisclosureRule rule) {
        return audience == Audience.RESIDENT
                ? rule.disclosed()
                : rule.opensTo(professional().profession(), professional().at());
    }

    private GrantLine line(
            LinkedPatient patient,
            RecordKind kind,
            DisclosureRule rule,
            boolean own,
            @Nullable String department,
            String otherThan) {
        return new GrantLine(
                patient.patient(),
                patient.facility(),
                kind.mask(),
                labels(kind, own),
                own ? ALWAYS : since(rule),
                GrantLine.FOR_EVER,
                now.minusDays(delayDays(kind, rule, own)),
                !own && rule.onlyReleased(),
                rule.preliminary(),
                department,
                otherThan);
    }

    /// Labels a row may carry: what the audience may see at all, what the profession sees, what the person
    /// shows, and what safety checks see whatever the person shows of a label (`SafetyLine`). 未交付 is the
    /// sending facility's alone; 未告知 is never the resident side's.
    private long labels(RecordKind kind, boolean own) {
        if (audience == Audience.RESIDENT) {
            return consent.labels() & ~Label.UNINFORMED.mask() & ~Label.UNDELIVERED.mask();
        }
        var undelivered = own ? Label.UNDELIVERED.mask() : 0;
        var shown = consent.labels() | Label.UNINFORMED.mask();
        var seen = professional().labels() & shown | professional().safe(kind);
        return seen & ~Label.UNDELIVERED.mask() | undelivered;
    }

    private OffsetDateTime since(DisclosureRule rule) {
        var from = rule.careSince();
        if (discloseFrom != null && (from == null || discloseFrom.isAfter(from))) {
            from = discloseFrom;
        }
        return from == null ? ALWAYS : day(from);
    }

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// Lines that differ in nothing but the kind become one.
    private static List<GrantLine> merged(List<GrantLine> lines) {
        var merged = new LinkedHashMap<GrantLine, Long>();
        for (var line : lines) {
            merged.merge(line.of(0), line.kinds(), (a, b) -> a | b);
        }
        return merged.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .toList();
    }
}
