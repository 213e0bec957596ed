package hmnet.formats.model.extract;

import hmnet.formats.model.code.CareState;
import java.util.List;

/// A document or report (文書・報告書の抜粋): what a list shows and what is read at once.
///
/// @param type what document it is, in words
/// @param contentType of the file that belongs to it, empty when the sections are all there is
/// @param size of that file in bytes, 0 when there is none
public record DocumentExtract(
        String type, String author, String contentType, int size, List<SectionItem> items, CareState state)
        implements Extract {
    /// A section with its heading.
    public record SectionItem(String title, String text) {}

    @Override
    public byte[] write() {
        return new ExtractJson()
                .put("type", type)
                .put("author", author)
                .put("contentType", contentType)
                .put("size", size)
                .put(state, "")
                .items(items, (json, item) -> json.put("title", item.title).put("text", item.text))
                .bytes();
    }

    static DocumentExtract of(ExtractFields fields) {
        return new DocumentExtract(
                fields.text("type"),
                fields.text("author"),
                fields.text("contentType"),
                fields.number("size"),
                fields.items().stream()
                        .map(item -> new SectionItem(item.text("title"), item.text("text")))
                        .toList(),
                fields.state());
    }
}
