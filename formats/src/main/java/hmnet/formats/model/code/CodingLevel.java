package hmnet.formats.model.code;

import java.util.List;

/// How far a test, drug or diagnosis has a standard code (コード化の状況).
///
/// @param sent the code that stands for it, of the sender's own system where no standard one was sent
public record CodingLevel(Vocabulary of, Code sent, CodingSource standing) {
    /// By whose doing it has one.
    public enum CodingSource {
        /// 標準コードで送られた.
        STANDARD,
        /// コード表で対応づいた.
        TRANSLATED,
        /// 送られたコードに対応がない.
        UNMAPPED,
        /// コードがない: words alone were sent.
        UNCODED
    }

    /// @param codes all it has, those of tables too
    public static CodingLevel of(Vocabulary vocabulary, List<Code> codes) {
        boolean translated = false;
        for (var code : codes) {
            if (!code.code().isBlank() && vocabulary.isStandard(code.system())) {
                if (code.isSent()) {
                    return new CodingLevel(vocabulary, code, CodingSource.STANDARD);
                }
                translated = true;
            }
        }
        var sent = vocabulary.main(codes);
        return new CodingLevel(
                vocabulary,
                sent,
                translated
                        ? CodingSource.TRANSLATED
                        : sent.code().isBlank() ? CodingSource.UNCODED : CodingSource.UNMAPPED);
    }

    /// A code that its own table calls something else maps nothing.
    public CodingLevel doubted(Equivalents tables) {
        return isMapped() && tables.contradicted(sent).isPresent()
                ? new CodingLevel(of, sent, CodingSource.UNMAPPED)
                : this;
    }

    public boolean isMapped() {
        return standing == CodingSource.STANDARD || standing == CodingSource.TRANSLATED;
    }
}
