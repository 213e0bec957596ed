package hmnet.formats.model.terms;

import java.time.LocalDate;

/// Which edition of a code table a file is (コード表の版): as the folder's `terms.csv` says, and what was read.
///
/// @param layout of its columns, from `layouts.csv`
/// @param date of which it is
/// @param source who gives it out
/// @param facility 医療機関コード of the facility whose codes it explains; empty for everybody's
public record Edition(
        String file, String layout, String version, LocalDate date, String source, String facility, String sha256) {
    /// As codes that it gives say it.
    public String label() {
        return layout + " " + version;
    }
}
