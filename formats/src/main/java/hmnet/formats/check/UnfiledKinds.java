package hmnet.formats.check;

import hmnet.formats.base.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Files that are known and not filed (取り込まない形式): documents of IHE that other doors take, reports of
/// infectious diseases that tell of no patient. From `unfiled.csv`.
final class UnfiledKinds {
    private static final int HEAD = 8192;
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final List<UnfiledKind> ALL = Table.read(UnfiledKinds.class, "unfiled.csv").stream()
            .map(row -> new UnfiledKind(row.get(0), Pattern.compile(row.get(1).replace("\\u002c", ","))))
            .toList();

    private UnfiledKinds() {}

    private record UnfiledKind(String name, Pattern begins) {}

    /// What a file is; empty for one that is not known here either.
    static Optional<String> name(byte[] bytes) {
        for (var charset : List.of(StandardCharsets.UTF_8, MS932)) {
            var head = new String(bytes, 0, Math.min(bytes.length, HEAD), charset)
                    .replace("\uFEFF", "")
                    .stripLeading();
            for (var kind : ALL) {
                if (kind.begins.matcher(head).find()) {
                    return Optional.of(kind.name);
                }
            }
        }
        return Optional.empty();
    }
}
