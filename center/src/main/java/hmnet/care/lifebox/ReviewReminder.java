package hmnet.care.lifebox;

import hmnet.care.handbookapp.HandbookReminder;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks on the home of the handbook whether the life box is right still (命の宝箱の見直し).
@Component
class ReviewReminder implements HandbookReminder {
    private final Lifeboxes lifeboxes;

    ReviewReminder(Lifeboxes lifeboxes) {
        this.lifeboxes = lifeboxes;
    }

    @Override
    public Optional<Reminder> of(ResidentCaller resident, Messages m) {
        return OwnBoxes.writes(resident)
                ? lifeboxes
                        .standing(new PersonId(resident.person()))
                        .filter(lifeboxes::isDue)
                        .map(box -> new Reminder(
                                m.t("lifebox.due.notice", m.shortDay(box.rightAsOf())), OwnLifeboxPage.ADDRESS))
                : Optional.empty();
    }
}
