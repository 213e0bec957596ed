package hmnet.care.lifebox;

import hmnet.ground.design.Messages;
import hmnet.people.patients.PersonId;
import hmnet.record.forms.ShownItem;
import hmnet.record.sheets.ItemKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What stands in a life box, for other modules (命の宝箱の文): for the first page of an emergency, and in lines for a code.
@Component
public class BoxWords {
    private final Lifeboxes lifeboxes;
    private final BoxDrawing drawing;

    BoxWords(Lifeboxes lifeboxes, BoxDrawing drawing) {
        this.lifeboxes = lifeboxes;
        this.drawing = drawing;
    }

    /// What the person lets crews see; where they signed nothing themselves, what staff wrote for them and nobody
    /// confirmed, which says so. For whoever has an emergency door open to the person.
    public Optional<ShownBox> forCrews(PersonId person, Messages m) {
        return lifeboxes.standing(person).or(() -> lifeboxes.proposal(person)).flatMap(box -> drawing.first(box, m));
    }

    /// When the person last said that what stands is so; nothing where nothing stands.
    public Optional<OffsetDateTime> changedAt(PersonId person) {
        return lifeboxes.standing(person).map(KeptBox::signedAt);
    }

    /// What stands in a section, a line for each answer or each repetition of a group; nothing of what nobody
    /// confirmed.
    public List<String> lines(PersonId person, BoxSection section, Messages m) {
        return lifeboxes.standing(person).map(box -> drawing.whole(box, m)).stream()
                .flatMap(box -> box.sections().stream())
                .filter(one -> one.section() == section)
                .flatMap(one -> saying(one.items()))
                .flatMap(item -> lines(item, m))
                .toList();
    }

    /// Without the question whether there is anything, where the answer was yes and what there is follows.
    private static Stream<ShownItem> saying(List<ShownItem> items) {
        var isOpened = items.size() > 1
                && items.getFirst().kind() == ItemKind.CHOICE
                && items.getFirst().choices().getFirst().chosen();
        return items.stream().skip(isOpened ? 1 : 0);
    }

    private static Stream<String> lines(ShownItem item, Messages m) {
        return item.kind().isQuestion()
                ? Stream.of(item.text() + ": " + item.said())
                : item.groups().stream()
                        .map(group -> group.stream()
                                .filter(ShownItem::isAnswered)
                                .map(ShownItem::said)
                                .collect(Collectors.joining(m.t("viewer.comma"))))
                        .filter(line -> !line.isEmpty());
    }

    /// Of what stands the day and the author, as a line of a code says it.
    public Optional<String> signature(PersonId person, Messages m) {
        return lifeboxes
                .standing(person)
                .map(box -> m.t("lifebox.code.signed", box.response().author(), m.shortDay(box.signedAt())));
    }
}
