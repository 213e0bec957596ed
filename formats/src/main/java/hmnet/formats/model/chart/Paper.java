package hmnet.formats.model.chart;

import hmnet.formats.model.code.Label;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/// A document or a report (文書・報告書): what can be read of it, and its bytes where it is a file.
///
/// @param type what document it is (LOINC or the sender's own), such as 退院時サマリー
/// @param sections in the order of the document; a report without headings has one
/// @param contentType of `content`, such as `application/pdf`; empty when the sections are all there is
/// @param content as sent, empty when the sections are all there is; never drawn without being made safe
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
        Set<Label> labels)
        implements Entry {
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
