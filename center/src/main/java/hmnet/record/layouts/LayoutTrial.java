package hmnet.record.layouts;

import hmnet.formats.base.Unreadable;
import hmnet.formats.labcsv.LabCsvFile;
import hmnet.formats.labcsv.LabLayout;
import hmnet.formats.labcsv.LabLine;
import java.util.List;

/// A layout tried on a sample file (試し読み): what the file says by it, or why it says nothing. Nothing is
/// kept.
sealed interface LayoutTrial {
    int SHOWN = 20;
    String OF_ANOTHER = "not-of-this-layout";

    /// What the first results say.
    record Read(int results, int patients, List<LabLine> first) implements LayoutTrial {}

    /// The declaration is none.
    record BadLayout(int line, String text) implements LayoutTrial {}

    /// The file is not of this layout, or says what cannot be.
    record BadSample(String code, int line, String field, String text) implements LayoutTrial {}

    static LayoutTrial of(String declaration, byte[] sample) {
        LabLayout layout;
        try {
            layout = LabLayouts.read(declaration);
        } catch (Unreadable bad) {
            return new BadLayout(bad.note().line(), bad.note().text());
        }
        try {
            return LabCsvFile.fits(sample, layout)
                    ? read(LabCsvFile.read(sample, layout))
                    : new BadSample(OF_ANOTHER, 0, "", "");
        } catch (Unreadable bad) {
            var note = bad.note();
            return new BadSample(note.code(), note.line(), note.field(), note.text());
        }
    }

    private static Read read(LabCsvFile file) {
        return new Read(
                file.lines().size(),
                (int) file.lines().stream()
                        .map(line -> line.at("patient"))
                        .distinct()
                        .count(),
                file.lines().stream().limit(SHOWN).toList());
    }
}
