package hmnet.office.exposure;

import hmnet.consent.protection.Protections;
import hmnet.ground.audit.ExposureKind;
import hmnet.ground.audit.ExposureSubject;
import hmnet.ground.audit.TraceOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.NamedParties;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.people.links.Persons;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Whom or what a typed question is about (照会の対象の読取り).
@Component
class ExposureSubjects {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SESSION = Pattern.compile("session:[0-9a-f]{16}");

    private final NamedParties parties;
    private final Staff staff;
    private final Persons persons;
    private final SamePersons samePersons;
    private final Protections protections;

    ExposureSubjects(
            NamedParties parties, Staff staff, Persons persons, SamePersons samePersons, Protections protections) {
        this.parties = parties;
        this.staff = staff;
        this.persons = persons;
        this.samePersons = samePersons;
        this.protections = protections;
    }

    /// Empty for a subject that nobody knows, and for the chart of a person from whom the asker is shut out.
    Optional<ExposureSubject> read(ExposureForm form, Requester by) {
        var typed = ExposureForm.text(form.subject());
        return switch (ExposureForm.text(form.through())) {
            case "user" ->
                staff.account(typed)
                        .map(account -> through(
                                form, ExposureKind.ACTOR, account.actor().word()));
            case "facility" ->
                facility(typed, by).map(one -> through(form, ExposureKind.FACILITY, Long.toString(one.value())));
            case "address" -> TraceOrigin.address(typed).map(address -> through(form, ExposureKind.ADDRESS, address));
            case "credential" -> credential(typed).map(word -> through(form, ExposureKind.CREDENTIAL, word));
            case "chart" -> chart(form, typed, by);
            // From outside: a word that the form does not offer.
            default -> Optional.empty();
        };
    }

    private static ExposureSubject through(ExposureForm form, ExposureKind kind, String word) {
        return new ExposureSubject.Through(kind, word, form.begins(), form.ends());
    }

    private Optional<FacilityId> facility(String typed, Requester by) {
        var named = parties.read(typed.lines().findFirst().orElse(""), "", by);
        return named.facilities().stream().findFirst();
    }

    /// A certificate's SHA-256, with colons or without, or the mark of a sign-in as a list shows it.
    private static Optional<String> credential(String typed) {
        var word = typed.toLowerCase(Locale.ROOT);
        if (SESSION.matcher(word).matches()) {
            return Optional.of(word);
        }
        var hex = word.replaceFirst("^certificate:", "").replaceAll("[:\\s]", "");
        return FINGERPRINT.matcher(hex).matches() ? Optional.of("certificate:" + hex) : Optional.empty();
    }

    private Optional<ExposureSubject> chart(ExposureForm form, String facility, Requester by) {
        return facility(facility, by)
                .flatMap(one -> persons.current(one, ExposureForm.text(form.number())))
                .flatMap(patient -> persons.personsOf(List.of(patient)).stream().findFirst())
                .map(samePersons::of)
                .filter(people -> protections.keptFrom(by, people).isEmpty())
                .map(people -> new ExposureSubject.OfPersons(
                        people.stream().map(PersonId::value).toList(), form.begins(), form.ends()));
    }
}
