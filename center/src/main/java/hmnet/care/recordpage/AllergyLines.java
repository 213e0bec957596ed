package hmnet.care.recordpage;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.recordpage.RecordScreen.RecordLine;
import hmnet.care.recordpage.RecordScreen.Section;
import hmnet.care.viewer.AllergyWords;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.ground.design.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Allergies in lines, parted by whether they are so (アレルギーの内容): what is past or refuted stands under
/// its own heading, never among what warns.
final class AllergyLines {
    private final Messages m;

    AllergyLines(Messages m) {
        this.m = m;
    }

    List<Section> of(AllergyExtract allergies) {
        var parts = new EnumMap<AllergyState, List<RecordLine>>(AllergyState.class);
        allergies
                .items()
                .forEach(item -> parts.computeIfAbsent(AllergyWords.state(item), state -> new ArrayList<>())
                        .add(line(item)));
        return parts.entrySet().stream()
                .map(part -> new Section(
                        m.t("viewer.allergy.heading." + part.getKey().word()), part.getValue()))
                .toList();
    }

    private RecordLine line(AllergyItem item) {
        var name = AllergyWords.name(item, m);
        var note = Stream.concat(
                        Stream.of(
                                AllergyWords.category(item, m),
                                item.since().isEmpty() ? "" : m.t("viewer.allergy.since", item.since()),
                                item.recorded().isEmpty() ? "" : m.t("viewer.allergy.recorded", item.recorded()),
                                item.code()),
                        item.notes().stream())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(m.t("viewer.comma")));
        return new RecordLine(
                name.isEmpty() ? m.t("viewer.allergies") : name,
                AllergyWords.state(item) == AllergyState.DENIED
                        ? m.t("viewer.allergy.denied")
                        : AllergyWords.harm(item, m),
                note.isEmpty() ? null : note,
                LabFlag.NONE);
    }
}
