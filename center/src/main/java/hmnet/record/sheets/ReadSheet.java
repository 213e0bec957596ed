package hmnet.record.sheets;

import java.util.List;
import java.util.Optional;

/// A sheet as it was read (読取り結果).
///
/// @param sheet nothing where the file is refused
/// @param findings in the order of the file
public record ReadSheet(Optional<FormSheet> sheet, List<SheetFinding> findings) {
    public ReadSheet {
        findings = List.copyOf(findings);
    }

    public boolean isRefused() {
        return sheet.isEmpty();
    }
}
