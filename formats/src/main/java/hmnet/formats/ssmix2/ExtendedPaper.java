package hmnet.formats.ssmix2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.cda.CdaFile;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.ssmix2.storage.DocumentKind;
import hmnet.formats.ssmix2.storage.ExtendedPath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A document of the extended storage as an entry (拡張ストレージの文書): whether it is a report, and its text.
final class ExtendedPaper {
    private static final int TEXT_MAX = 1 << 20;

    private static final Set<String> REPORTS = Table.read(ExtendedFile.class, "report-types.csv").stream()
            .map(List::getFirst)
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> REPORT_WORDS = List.of("レポート", "報告書", "所見", "検査結果");

    private static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);

    private ExtendedPaper() {}

    /// Whom a document of CDA or FHIR names itself: the folder names a number, which another human may have now. One
    /// that cannot be read is kept as it came, and names nobody.
    ///
    /// @throws Unreadable where it names several
    static Demographics person(byte[] bytes, String name) throws Unreadable {
        var people = people(bytes, name).stream()
                .filter(person -> !person.equals(NOBODY))
                .distinct()
                .toList();
        if (people.size() > 1) {
            throw new Unreadable("patients-differ", 0, name, people.size() + " patients in a document");
        }
        return people.isEmpty() ? NOBODY : people.getFirst();
    }

    private static List<Demographics> people(byte[] bytes, String name) {
        try {
            return CdaFile.looksLike(bytes, name)
                    ? CdaFile.people(bytes)
                    : FhirFile.looksLike(bytes, name)
                            ? FhirFile.read(bytes).sheets().stream()
                                    .map(Sheet::person)
                                    .toList()
                            : List.of();
        } catch (Unreadable damaged) {
            return List.of();
        }
    }

    static Entry paper(ExtendedPath path, ContentType type, byte[] bytes, List<Note> notes) {
        var text = type.isPlain() && bytes.length <= TEXT_MAX ? text(bytes, notes) : "";
        return new Paper(
                "document",
                path.at(),
                isReport(path.kind()) ? Paper.PaperKind.REPORT : Paper.PaperKind.DOCUMENT,
                path.kind().concept(),
                path.kind().title(),
                "",
                "",
                text.isBlank() ? List.of() : List.of(new Paper.PaperSection("", text)),
                type.media(),
                bytes,
                CareStatus.ACTIVE,
                Set.of());
    }

    private static boolean isReport(DocumentKind kind) {
        return REPORTS.contains(kind.standard().code())
                || kind.standard().code().isEmpty() && isReportName(kind.title());
    }

    static boolean isReportName(String title) {
        return REPORT_WORDS.stream().anyMatch(title::contains);
    }

    /// UTF-8 or MS932; what is neither is kept without its words.
    private static String text(byte[] bytes, List<Note> notes) {
        for (var charset : List.of(StandardCharsets.UTF_8, RecordForm.WINDOWS)) {
            var text = decoded(bytes, charset);
            if (text != null) {
                return text.replace("\uFEFF", "").replace("\r\n", "\n").strip();
            }
        }
        notes.add(Note.info("charset-unknown", 0, "", "neither UTF-8 nor MS932; kept as bytes"));
        return "";
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }
}
