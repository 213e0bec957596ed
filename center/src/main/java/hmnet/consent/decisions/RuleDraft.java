package hmnet.consent.decisions;

import hmnet.consent.policy.PolicyBook;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a facility would change in its rule (開示ルールの変更案), for professionals elsewhere. What it does not speak of stays
/// as the line before it says.
///
/// @param kinds mask of record kinds
/// @param department null = every department without a line of its own
/// @param professions mask of those to whom the kinds are shown
/// @param delayDays days after receipt
public record RuleDraft(
        FacilityId facility,
        LocalDate effectiveOn,
        long kinds,
        @Nullable String department,
        long professions,
        boolean disclosed,
        int delayDays)
        implements TriedChange {
    /// Before all lines of the database, whose numbers are smaller.
    private static final long FIRST_ID = Long.MAX_VALUE - 64;

    @Override
    public FacilityId source() {
        return facility;
    }

    @Override
    public boolean touches(Profession profession, FacilityKind at) {
        return true;
    }

    @Override
    public RuleBook changed(RuleBook now) {
        return now.with(lines(now));
    }

    @Override
    public PolicyBook changed(PolicyBook now) {
        return now;
    }

    /// As a proposal keeps it.
    @Override
    public String words() {
        return String.join(
                " ",
                effectiveOn.toString(),
                Long.toString(kinds),
                department == null ? "-" : department,
                Long.toString(professions),
                Boolean.toString(disclosed),
                Integer.toString(delayDays));
    }

    public static RuleDraft of(FacilityId facility, String words) {
        var parts = words.split(" ", -1);
        return new RuleDraft(
                facility,
                LocalDate.parse(parts[0]),
                Long.parseLong(parts[1]),
                parts[2].equals("-") ? null : parts[2],
                Long.parseLong(parts[3]),
                Boolean.parseBoolean(parts[4]),
                Integer.parseInt(parts[5]));
    }

    public List<RecordKind> kindList() {
        return Stream.of(RecordKind.values())
                .filter(kind -> (kinds & kind.mask()) != 0)
                .toList();
    }

    /// A line for each kind, stronger than those before it.
    List<DisclosureRule> lines(RuleBook book) {
        return kindList().stream().map(kind -> line(kind, before(kind, book))).toList();
    }

    private Optional<DisclosureRule> before(RecordKind kind, RuleBook book) {
        var own = book.ofDepartments(facility, kind, Audience.PROFESSIONAL, effectiveOn).stream()
                .filter(rule -> department != null && department.equals(rule.department()))
                .findFirst();
        return own.isPresent() ? own : book.general(facility, kind, Audience.PROFESSIONAL, effectiveOn);
    }

    private DisclosureRule line(RecordKind kind, Optional<DisclosureRule> before) {
        return new DisclosureRule(
                FIRST_ID + kind.bit(),
                facility,
                before.map(DisclosureRule::version).orElse(1),
                effectiveOn,
                kind.mask(),
                department,
                Audience.PROFESSIONAL,
                professions,
                before.map(DisclosureRule::facilityKinds).orElse(-1L),
                disclosed,
                before.map(DisclosureRule::careSince).orElse(null),
                delayDays,
                before.map(DisclosureRule::onlyReleased).orElse(false),
                before.map(DisclosureRule::preliminary).orElse(true));
    }
}
