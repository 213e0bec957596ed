/// A second officer agrees before keys are destroyed (消去の承認).
@ApplicationModule
@NullMarked
package hmnet.office.erasures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
