package hmnet.consent.decisions;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.DecisionBasis.KindBasis;
import hmnet.consent.policy.FirstPolicy;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Heirs;
import hmnet.ground.directory.Profession;
import hmnet.people.patients.LinkedPatient;
import hmnet.people.patients.PatientId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody at a clinic asks for what one hospital discloses of one person.
record Asked(
        Audience audience,
        Profession profession,
        FacilityKind kind,
        FacilityId home,
        ConsentChoice choice,
        List<Ruled> rules,
        boolean stoppedDisclosing,
        @Nullable LocalDate discloseFrom,
        OffsetDateTime now,
        List<ConsentProvision> denied) {
    static final FacilityId HOSPITAL = new FacilityId(7);
    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T01:00:00Z");
    private static final FacilityId CLINIC = new FacilityId(9);

    static Asked by(Profession profession, ConsentChoice choice) {
        return new Asked(
                Audience.PROFESSIONAL,
                profession,
                FacilityKind.CLINIC,
                CLINIC,
                choice,
                List.of(),
                false,
                null,
                NOW,
                List.of());
    }

    Asked asResident() {
        return new Asked(
                Audience.RESIDENT, profession, kind, home, choice, rules, stoppedDisclosing, discloseFrom, now, denied);
    }

    Asked atHome() {
        return new Asked(
                audience,
                profession,
                FacilityKind.HOSPITAL,
                HOSPITAL,
                choice,
                rules,
                stoppedDisclosing,
                discloseFrom,
                now,
                denied);
    }

    Asked from(FacilityKind other) {
        return new Asked(
                audience, profession, other, home, choice, rules, stoppedDisclosing, discloseFrom, now, denied);
    }

    Asked ruled(Ruled rule) {
        var more = new ArrayList<>(rules);
        more.add(rule);
        return new Asked(audience, profession, kind, home, choice, more, stoppedDisclosing, discloseFrom, now, denied);
    }

    Asked stopped() {
        return new Asked(audience, profession, kind, home, choice, rules, true, discloseFrom, now, denied);
    }

    Asked disclosedFrom(@Nullable LocalDate day) {
        return new Asked(audience, profession, kind, home, choice, rules, stoppedDisclosing, day, now, denied);
    }

    Asked at(OffsetDateTime moment) {
        return new Asked(
                audience, profession, kind, home, choice, rules, stoppedDisclosing, discloseFrom, moment, denied);
    }

    Asked denying(List<ConsentProvision> denials) {
        return new Asked(
                audience, profession, kind, home, choice, rules, stoppedDisclosing, discloseFrom, now, denials);
    }

    Grant grant() {
        return disclosure().grant(sources());
    }

    /// Why the grant is as it is.
    List<KindBasis> conditions() {
        return new Conditions(disclosure()).of(sources());
    }

    private Disclosure disclosure() {
        var all = new ArrayList<DisclosureRule>();
        all.add(Ruled.of(-1, Audience.PROFESSIONAL).ofTheNetwork().rule());
        all.add(Ruled.of(-1, Audience.RESIDENT).ofTheNetwork().rule());
        rules.forEach(ruled -> all.add(ruled.rule()));
        return new Disclosure(
                audience,
                FirstPolicy.BOOK.of(
                        profession,
                        kind,
                        now.atZoneSameInstant(ZoneId.of("Asia/Tokyo")).toLocalDate()),
                new RuleBook(all),
                new AgreedScope(choice.kinds(), choice.labels(), denied),
                LocalDate.of(2026, 4, 1),
                discloseFrom,
                now);
    }

    private Map<LinkedPatient, Source> sources() {
        return Map.of(
                new LinkedPatient(new PatientId(1), HOSPITAL, "0001", true),
                Source.of(HOSPITAL, home, Heirs.NONE, id -> hospital()));
    }

    List<GrantLine> lines(RecordKind wanted) {
        return grant().lines().stream()
                .filter(line -> (line.kinds() & wanted.mask()) != 0)
                .toList();
    }

    GrantLine line(RecordKind wanted) {
        return lines(wanted).getFirst();
    }

    long mask(RecordKind wanted) {
        return lines(wanted).stream().mapToLong(GrantLine::labels).reduce(0, (a, b) -> a | b);
    }

    /// Letters of the labels shown, `closed` when a rule says so, `hidden` when nothing is said.
    String sees(RecordKind wanted) {
        if (!lines(wanted).isEmpty()) {
            return Label.of(mask(wanted)).stream().map(Asked::letter).collect(Collectors.joining());
        }
        return grant().closed().stream().anyMatch(closed -> closed.kind() == wanted) ? "closed" : "hidden";
    }

    private static String letter(Label label) {
        return switch (label) {
            case UNINFORMED -> "U";
            case UNDELIVERED -> "D";
            case RESTRICTED -> "R";
            case PSYCHIATRY -> "P";
            case HIV -> "H";
            case GENETIC -> "G";
            case ABUSE -> "A";
        };
    }

    private Facility hospital() {
        return new Facility(
                HOSPITAL,
                "3410000007",
                FacilityKind.HOSPITAL,
                "見本病院",
                "ミホンビョウイン",
                "",
                "",
                Direction.DISCLOSE_AND_VIEW,
                "HM",
                false,
                stoppedDisclosing ? NOW : null);
    }
}
