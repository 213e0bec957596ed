package hmnet.office.anomalies;

import hmnet.ground.audit.ExposedEvent;
import hmnet.ground.audit.ExposureKind;
import hmnet.ground.audit.ExposureSubject;
import hmnet.ground.audit.Exposures;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Asks the log what one reader opened (閲覧の数え上げ). It is counted from the log each time and added to nothing, so that
/// counting again changes nothing.
@Component
class ReadDays {
    private static final int MOST = 5_000;
    private final Exposures exposures;

    ReadDays(Exposures exposures) {
        this.exposures = exposures;
    }

    /// The events by which a reader was shown a person's chart on a day, the newest first.
    List<ExposedEvent> of(StaffId staff, PersonId person, LocalDate day) {
        var subject = new ExposureSubject.OfPersons(List.of(person.value()), begin(day), begin(day.plusDays(1)));
        return opened(staff, subject);
    }

    /// The events by which a reader was shown anybody's chart, the newest first.
    List<ExposedEvent> of(StaffId staff, Instant from, Instant until) {
        return opened(staff, through(staff, from, until));
    }

    List<ExposedEvent> of(StaffId staff, LocalDate day) {
        return of(staff, begin(day), begin(day.plusDays(1)));
    }

    /// Of how many persons a reader's events are at most, charts or not: it reads no event.
    long personsAtMost(StaffId staff, Instant from, Instant until) {
        return exposures.count(through(staff, from, until)).persons();
    }

    private static ExposureSubject through(StaffId staff, Instant from, Instant until) {
        return new ExposureSubject.Through(ExposureKind.ACTOR, staff.actor().word(), from, until);
    }

    private List<ExposedEvent> opened(StaffId staff, ExposureSubject subject) {
        return exposures.part(subject, null, MOST).stream()
                .filter(event -> ReadChart.of(event)
                        .filter(read -> read.staff().equals(staff))
                        .isPresent())
                .toList();
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(JapaneseDates.JAPAN).toInstant();
    }
}
