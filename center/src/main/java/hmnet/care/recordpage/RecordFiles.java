package hmnet.care.recordpage;

import hmnet.formats.other.Attachments;
import hmnet.formats.other.Attachments.AttachedContent;
import hmnet.formats.other.FileExaminer;
import hmnet.ground.design.Messages;
import hmnet.people.patients.PersonId;
import hmnet.record.previews.Previews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The files of one record as they were taken out of its chart (記録の添付ファイル), not looked at yet. To look at one waits for
/// a scanner and for another process: whoever asks has left the chart's transaction.
///
/// @param bundle the record; empty when it is of a kind that has no files
/// @param large its one file in the file store, or null; it was examined before it was filed
record RecordFiles(String bundle, @Nullable LargeAttachment large, FileExaminer examiner) {
    /// One that may be handed out. No other file of the record is looked at.
    ///
    /// @param file its place in the record, the first is 1
    Optional<ShownFile> one(int file) {
        if (large != null) {
            return file == 1 ? Optional.of(ShownFile.of(large)) : Optional.empty();
        }
        var sent = bundle.isEmpty() || file < 1 ? List.<Attachments.SentAttachment>of() : Attachments.sent(bundle);
        if (file > sent.size() || file < 1) {
            return Optional.empty();
        }
        var asked = sent.get(file - 1);
        return AttachedContent.of(asked.title(), asked.content(), examiner) instanceof AttachedContent.Safe safe
                ? Optional.of(ShownFile.of(safe))
                : Optional.empty();
    }

    /// All of them as the record's page lists them, in its order.
    List<RecordScreen.RecordFile> lines(PersonId person, UUID record, Messages m) {
        if (large != null) {
            return List.of(line(ShownFile.of(large), address(person, record, 1), m));
        }
        var lines = new ArrayList<RecordScreen.RecordFile>();
        for (var content : bundle.isEmpty() ? List.<AttachedContent>of() : Attachments.of(bundle, examiner)) {
            lines.add(
                    switch (content) {
                        case AttachedContent.Safe safe ->
                            line(ShownFile.of(safe), address(person, record, lines.size() + 1), m);
                        case AttachedContent.KeptBack(var title, var why, var size) ->
                            new RecordScreen.RecordFile(
                                    title,
                                    "",
                                    ShownFile.kilobytes(size),
                                    null,
                                    null,
                                    null,
                                    AttachedFiles.keptBack(why),
                                    List.of());
                    });
        }
        return lines;
    }

    private static String address(PersonId person, UUID record, int file) {
        return "/people/%s/records/%s/files/%d".formatted(person, record, file);
    }

    /// A picture is its own poster. One that an office file brings may show what was cut from it since.
    private static RecordScreen.RecordFile line(ShownFile file, String address, Messages m) {
        return new RecordScreen.RecordFile(
                file.name(),
                file.kind().word(),
                file.kilobytes(),
                address,
                AttachedFiles.drawn(file.kind()) ? address : null,
                Previews.drawn(file.kind()) ? address + "/preview" : null,
                null,
                AttachedFiles.remarks(file.notes(), m));
    }
}
