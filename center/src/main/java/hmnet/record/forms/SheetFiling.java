package hmnet.record.forms;

import hmnet.ground.directory.FacilityId;
import java.util.UUID;

/// Where a signed sheet goes (署名した帳票の保存先).
interface SheetFiling {
    /// Keeps the bundle of a signed sheet. When it returns, it is on disk; the same bundle again changes nothing.
    ///
    /// @param source as whose record
    void file(FacilityId source, UUID form, byte[] bundle);
}
