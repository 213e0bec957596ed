/// Who else signs the audit log (監査証跡の立会い): the door for countersignatures, the watch over silent witnesses, the
/// operators' page.
@ApplicationModule
@NullMarked
package hmnet.ground.witnesses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
