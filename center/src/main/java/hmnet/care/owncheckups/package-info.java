/// Check-ups as their resident reads them, and copies them from a sheet by item (本人の健診).
@ApplicationModule
@NullMarked
package hmnet.care.owncheckups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
