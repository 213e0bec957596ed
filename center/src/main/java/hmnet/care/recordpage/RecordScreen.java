package hmnet.care.recordpage;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.Mark;
import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One record whole (記録の詳細), with its times and where it came from.
///
/// @param state what became of it or of parts of it, where the title does not say it
/// @param phone the facility's telephone, or empty
/// @param warnings what contradicts other facilities' records
/// @param sections the content, cut as the sender cut it
/// @param files what came with it, in its order; looked at when the screen is drawn, after its chart was closed
/// @param related other records that bear a number of this one
/// @param path the record's own address
/// @param explanation null for whoever it is not asked of
/// @param disputedSince since when the person asks to put it right and waits for an answer, or null
/// @param markable such requests that name this record or none yet, for the desk of who sent it
/// @param earlier versions this one replaced, for whoever may see them
public record RecordScreen(
        ChartFrame chart,
        RecordKind kind,
        String title,
        @Nullable String state,
        String facility,
        String phone,
        @Nullable String department,
        Times times,
        List<Mark> marks,
        List<String> warnings,
        List<Section> sections,
        Supplier<List<RecordFile>> files,
        List<Earlier> earlier,
        List<RelatedRecord> related,
        String path,
        @Nullable Explanation explanation,
        @Nullable LocalDate disputedSince,
        List<MarkableRequest> markable) {
    /// A request of the person that this record can be named for, at the desk of who sent it.
    ///
    /// @param named whether it is, so that the mark can be taken off
    public record MarkableRequest(String id, String kind, LocalDate receivedOn, boolean named) {}

    /// Whether it was explained to the patient (説明済み), for whoever of the sending facility may say so.
    public enum Explanation {
        /// Not yet.
        OPEN,
        TOLD,
        /// 未告知 by its sender.
        UNTOLD,
        /// Not final.
        PRELIMINARY
    }

    /// When it happened, came, was made final and was released: four times, never mixed.
    public record Times(
            OffsetDateTime occurred,
            OffsetDateTime received,
            @Nullable OffsetDateTime confirmed,
            @Nullable OffsetDateTime released) {}

    /// @param title a heading, or empty
    public record Section(String title, List<RecordLine> lines) {}

    /// @param note what is one touch away: code, method, original unit
    /// @param stressed words that change what the value means: not every day, a comment at a result
    /// @param state what became of it, in words; null for what is as the record says
    public record RecordLine(
            String label,
            String value,
            @Nullable String note,
            LabFlag flag,
            List<String> stressed,
            @Nullable LineState state) {
        public RecordLine(String label, String value, @Nullable String note, LabFlag flag) {
            this(label, value, note, flag, List.of(), null);
        }
    }

    /// What became of what a line tells (状態).
    ///
    /// @param apart never to be read as given, measured or current
    public record LineState(String words, boolean apart, boolean struck) {}

    /// A file that came with the record.
    ///
    /// @param name what its sender called it, or what kind of file it is
    /// @param address where it is handed out, or null where it is kept back
    /// @param poster the address of a picture of it, or null where there is none
    /// @param preview the address of its pages as pictures, or null where none are drawn
    /// @param keptBack why it is kept back, the end of a message key, or null
    /// @param remarks what could not be taken out of it or is not known of it, in words
    public record RecordFile(
            String name,
            String kind,
            int sizeKb,
            @Nullable String address,
            @Nullable String poster,
            @Nullable String preview,
            @Nullable String keptBack,
            List<String> remarks) {}

    /// Another record that bears the same number.
    ///
    /// @param state what became of it, where the title does not say it
    public record RelatedRecord(
            String path,
            RecordKind kind,
            String title,
            @Nullable String state,
            String facility,
            OffsetDateTime occurred,
            List<Mark> marks) {}

    public record Earlier(int version, OffsetDateTime received, String what) {}
}
