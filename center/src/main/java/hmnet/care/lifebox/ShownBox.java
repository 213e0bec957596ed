package hmnet.care.lifebox;

import hmnet.record.forms.ShownItem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A life box as pages show it (命の宝箱の表示), section by section, word for word.
///
/// @param author in words: the person, who represents them, or staff with their facility
/// @param facility who wrote it for the person, where nobody confirmed it; else null
/// @param reviewedAt when it was said to be right still, or null
/// @param old whether the wishes are so old that they must be asked again
public record ShownBox(
        UUID id,
        String author,
        @Nullable String facility,
        OffsetDateTime signedAt,
        @Nullable OffsetDateTime reviewedAt,
        boolean old,
        List<ShownSection> sections) {
    public ShownBox {
        sections = List.copyOf(sections);
    }

    /// A section (項目).
    ///
    /// @param answered whether anything is written: what is not says nothing
    /// @param crews whether crews may see it
    public record ShownSection(
            BoxSection section, String title, List<ShownItem> items, boolean answered, boolean crews) {}

    /// Those that stand beside some facts of the chart on the first page of an emergency.
    public List<ShownSection> at(BoxSection.FirstPlace place) {
        return sections.stream().filter(one -> one.section().place() == place).toList();
    }
}
