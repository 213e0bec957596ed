package hmnet.consent.decisions;

import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line of a disclosure rule as the tests say it; open to everybody at once if nothing else is said.
record Ruled(DisclosureRule rule) {
    static Ruled of(RecordKind kind) {
        return of(kind.mask(), Audience.PROFESSIONAL);
    }

    static Ruled of(long kinds, Audience audience) {
        return new Ruled(new DisclosureRule(
                1,
                Asked.HOSPITAL,
                1,
                LocalDate.of(2026, 1, 1),
                kinds,
                null,
                audience,
                -1,
                -1,
                true,
                null,
                0,
                false,
                true));
    }

    Ruled delayed(int days) {
        return with(rule.department(), rule.professions(), rule.facilityKinds(), rule.disclosed(), null, days);
    }

    Ruled closed() {
        return with(rule.department(), rule.professions(), rule.facilityKinds(), false, null, rule.delayDays());
    }

    Ruled department(String code) {
        return with(code, rule.professions(), rule.facilityKinds(), rule.disclosed(), null, rule.delayDays());
    }

    Ruled to(long professions, long facilityKinds) {
        return with(rule.department(), professions, facilityKinds, rule.disclosed(), null, rule.delayDays());
    }

    Ruled since(@Nullable LocalDate day) {
        return with(
                rule.department(), rule.professions(), rule.facilityKinds(), rule.disclosed(), day, rule.delayDays());
    }

    Ruled releasing(boolean onlyReleased, boolean preliminary) {
        return new Ruled(new DisclosureRule(
                rule.id(),
                rule.facility(),
                rule.version(),
                rule.effectiveOn(),
                rule.kinds(),
                rule.department(),
                rule.audience(),
                rule.professions(),
                rule.facilityKinds(),
                rule.disclosed(),
                rule.careSince(),
                rule.delayDays(),
                onlyReleased,
                preliminary));
    }

    Ruled effective(String day) {
        return dated(rule.facility(), LocalDate.parse(day));
    }

    Ruled ofTheNetwork() {
        return dated(null, rule.effectiveOn());
    }

    private Ruled dated(hmnet.ground.directory.@Nullable FacilityId facility, LocalDate day) {
        return new Ruled(new DisclosureRule(
                rule.id(),
                facility,
                rule.version(),
                day,
                rule.kinds(),
                rule.department(),
                rule.audience(),
                rule.professions(),
                rule.facilityKinds(),
                rule.disclosed(),
                rule.careSince(),
                rule.delayDays(),
                rule.onlyReleased(),
                rule.preliminary()));
    }

    private Ruled with(
            @Nullable String department,
            long professions,
            long facilityKinds,
            boolean disclosed,
            @Nullable LocalDate careSince,
            int delayDays) {
        return new Ruled(new DisclosureRule(
                rule.id(),
                rule.facility(),
                rule.version(),
                rule.effectiveOn(),
                rule.kinds(),
                department,
                rule.audience(),
                professions,
                facilityKinds,
                disclosed,
                careSince,
                delayDays,
                rule.onlyReleased(),
                rule.preliminary()));
    }
}
