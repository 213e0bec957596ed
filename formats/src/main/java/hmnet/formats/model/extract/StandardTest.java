package hmnet.formats.model.extract;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.Collection;

/// What a test under a code of its sender's own is in JLAC10 (検査の標準コード): as the sender says beside it,
/// or a code table. Where two are named, neither counts.
public final class StandardTest {
    private StandardTest() {}

    /// @param codes all of the test, those that were sent first
    public static LabExtract.AnalyteItem of(LabExtract.AnalyteItem item, Collection<Code> codes) {
        var named = codes.stream()
                .filter(code -> code.system().equals(CodingSystems.JLAC10))
                .toList();
        boolean one = named.stream().map(Code::code).distinct().count() == 1;
        return !one || item.system().equals(CodingSystems.JLAC10)
                ? item
                : item.meaning(named.getFirst().code(), named.getFirst().table());
    }
}
