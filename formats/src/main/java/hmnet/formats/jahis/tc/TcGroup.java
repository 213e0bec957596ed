package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import java.util.ArrayList;
import java.util.List;

/// Drugs that share a usage (RP): records 201, then 301, 311, 391.
///
/// @param number without leading zeros
/// @param more 301, 311, 391 in their order
record TcGroup(String number, List<TcMedicine> medicines, List<RecordLine> more) {
    static TcGroup open(String number) {
        return new TcGroup(number, new ArrayList<>(), new ArrayList<>());
    }

    /// Record 301; one without columns where there is none.
    RecordLine usage() {
        return more.stream()
                .filter(line -> line.tag().equals("301"))
                .findFirst()
                .orElse(RecordLine.of("301"));
    }
}
