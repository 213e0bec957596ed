/// Incidents after a wrong link (誤連携の記録): who saw what, who was told.
@ApplicationModule
@NullMarked
package hmnet.office.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
