package hmnet.formats.kenshin;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The results of one check-up or one guidance (健診結果・指導結果).
///
/// @param report 報告区分, 10 for 特定健診, 21 to 25 for guidance, 19 asks to delete
/// @param program 010 特定健診, 100 特定保健指導
/// @param written `yyyyMMdd`
/// @param done `yyyyMMdd`
/// @param author who made the file, `performer` who examined
record Checkup(
        String report,
        String program,
        String written,
        String done,
        Examinee examinee,
        Institution author,
        Institution performer,
        @Nullable Ticket ticket,
        List<CheckupSection> sections) {
    /// A part of the results (セクション).
    public record CheckupSection(String code, String title, String text, List<CheckupItem> items) {}

    /// Every item with those of its group.
    public Stream<CheckupItem> items() {
        return sections.stream().flatMap(section -> section.items().stream()).flatMap(Checkup::whole);
    }

    private static Stream<CheckupItem> whole(CheckupItem item) {
        return Stream.concat(Stream.of(item), item.members().stream().flatMap(Checkup::whole));
    }
}
