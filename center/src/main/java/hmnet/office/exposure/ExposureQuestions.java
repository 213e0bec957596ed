package hmnet.office.exposure;

import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.ExposureSubject;
import hmnet.ground.audit.Exposures;
import hmnet.ground.audit.Exposures.ExposureCount;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Answers a question and writes it into the log, in one transaction (照会と証跡). An answer names a person in the log of
/// that person too; one who is protected from the asker is not named.
@Component
class ExposureQuestions {
    static final int PAGE = 50;
    static final int FILE_MAX = 50_000;

    private final Exposures exposures;
    private final Protections protections;
    private final Audit audit;

    ExposureQuestions(Exposures exposures, Protections protections, Audit audit) {
        this.exposures = exposures;
        this.protections = protections;
        this.audit = audit;
    }

    /// @param more whether the list goes on
    /// @param named whose names may be shown
    record ExposureAnswer(ExposureCount count, List<ExposedEvent> events, boolean more, List<PersonId> named) {}

    @Transactional
    ExposureAnswer page(ExposureForm form, ExposureSubject subject, @Nullable UUID before, Requester by) {
        var count = exposures.count(subject);
        var events = exposures.part(subject, before, PAGE + 1);
        var page = events.subList(0, Math.min(PAGE, events.size()));
        var persons = persons(page);
        var kept = protections.keptFrom(by, persons);
        var named = persons.stream().filter(person -> !kept.contains(person)).toList();
        write(form, subject, by, "shown", page.size(), count);
        named.forEach(person ->
                audit.write(by.did(Action.EXPOSURE_NAMED, person.value(), "shown", Map.of("reason", reason(form)))));
        return new ExposureAnswer(count, List.copyOf(page), events.size() > PAGE, named);
    }

    /// For a file: no names in it, and no number of a person who is protected from the asker.
    ///
    /// @param unnamed who stands in it without their number
    record ExposureFile(List<ExposedEvent> events, Set<PersonId> unnamed) {}

    @Transactional
    ExposureFile file(ExposureForm form, ExposureSubject subject, Requester by) {
        var events = exposures.part(subject, null, FILE_MAX);
        write(form, subject, by, "exported", events.size(), exposures.count(subject));
        return new ExposureFile(events, protections.keptFrom(by, persons(events)));
    }

    private static List<PersonId> persons(List<ExposedEvent> events) {
        return events.stream()
                .map(event -> event.trace().person())
                .filter(Objects::nonNull)
                .distinct()
                .map(PersonId::new)
                .toList();
    }

    private void write(
            ExposureForm form, ExposureSubject subject, Requester by, String outcome, int lines, ExposureCount count) {
        var detail = new TreeMap<>(Map.of(
                "through", ExposureForm.text(form.through()),
                "from", ExposureForm.text(form.from()),
                "until", ExposureForm.text(form.until()),
                "reason", reason(form),
                "words", ExposureForm.text(form.words()),
                "lines", Integer.toString(lines),
                "events", Long.toString(count.events()),
                "persons", Long.toString(count.persons())));
        switch (subject) {
            case ExposureSubject.Through through -> {
                detail.put("subject", through.word());
                audit.write(by.did(Action.EXPOSURE_ASKED, outcome).with(detail));
            }
            case ExposureSubject.OfPersons of ->
                of.persons().forEach(person -> audit.write(by.did(Action.EXPOSURE_ASKED, person, outcome, detail)));
        }
    }

    private static String reason(ExposureForm form) {
        return ExposureForm.text(form.reason());
    }
}
