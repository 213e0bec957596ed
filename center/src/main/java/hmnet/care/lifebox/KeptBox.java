package hmnet.care.lifebox;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import hmnet.record.answers.FilledItem;
import hmnet.record.answers.SheetResponse;
import hmnet.record.forms.KeptSheet;
import hmnet.record.sheets.AnswerValue;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A life box as it was signed (署名した命の宝箱).
///
/// @param form the number of its sheet
/// @param patient the chart it was filed under
/// @param reviewedAt when it was said to be right still, or null
record KeptBox(
        UUID id,
        UUID form,
        PatientId patient,
        FacilityId facility,
        BoxState state,
        OffsetDateTime signedAt,
        @Nullable OffsetDateTime reviewedAt,
        KeptSheet kept,
        SheetResponse response) {
    /// As of when its person stands by it.
    OffsetDateTime rightAsOf() {
        return reviewedAt == null ? signedAt : reviewedAt;
    }

    List<FilledItem> items() {
        return response.under(kept.sheet()).filled().items();
    }

    /// Whether crews may see a section: what is not said is not shown.
    boolean shows(BoxSection section) {
        return answers("show")
                .anyMatch(said -> said instanceof AnswerValue.Chosen(var choice)
                        && (choice.code().equals("all") || choice.code().equals("some") && isChosen(section)));
    }

    private boolean isChosen(BoxSection section) {
        return answers("show-" + section.word()).anyMatch(one -> one instanceof AnswerValue.YesNo(var yes) && yes);
    }

    private Stream<AnswerValue> answers(String linkId) {
        return all(items()).filter(one -> one.item().linkId().equals(linkId)).flatMap(one -> one.values().stream());
    }

    private static Stream<FilledItem> all(List<FilledItem> items) {
        return items.stream()
                .flatMap(one ->
                        Stream.concat(Stream.of(one), one.groups().stream().flatMap(KeptBox::all)));
    }
}
