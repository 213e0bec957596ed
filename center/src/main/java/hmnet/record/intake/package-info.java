/// The doors through which facilities send (取込), and the quarantine desk.
@ApplicationModule
@NullMarked
package hmnet.record.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
