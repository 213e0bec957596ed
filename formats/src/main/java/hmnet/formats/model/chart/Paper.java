package hmnet.formats.model.chart;

import hmnet.formats.model.code.Label;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document or a report (文書・報告書): what can be read of it, and its bytes where it is a file.
///
/// @param type what document it is (LOINC or the sender's own), such as 退院時サマリー
/// @param sections in the order of the document; a report without headings has one
/// @param contentType of `content`, such as `application/pdf`; empty when the sections are all there is
/// @param content as sent, empty when the sections are all there is; never drawn without being made safe
/// @param stored where the bytes lie that are too many for `content`; then that is empty
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record Paper(
        String key,
        OffsetDateTime at,
        PaperKind kind,
        Concept type,
        String title,
        String author,
        String department,
        List<PaperSection> sections,
        String contentType,
        byte[] content,
        CareStatus status,
        Set<Label> labels,
        @Nullable StoredContent stored)
        implements Entry {
    /// One that holds its bytes itself.
    public Paper(
            String key,
            OffsetDateTime at,
            PaperKind kind,
            Concept type,
            String title,
            String author,
            String department,
            List<PaperSection> sections,
            String contentType,
            byte[] content,
            CareStatus status,
            Set<Label> labels) {
        this(key, at, kind, type, title, author, department, sections, contentType, content, status, labels, null);
    }

    /// Bytes that are too many to stand in a record and lie elsewhere (別置きの本体).
    ///
    /// @param address a URN that names them; whoever may see the record asks where it came from
    public record StoredContent(String address, long length) {}

    /// Which sheet it belongs to (種別).
    public enum PaperKind {
        /// 紹介状・退院時サマリー・経過記録・その他の文書.
        DOCUMENT,
        /// 放射線・内視鏡・生理検査・病理の報告.
        REPORT
    }

    /// A part with its heading.
    public record PaperSection(String title, String text) {}
}
