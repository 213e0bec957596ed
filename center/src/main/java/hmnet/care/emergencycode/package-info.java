/// A signed code that a person carries and an emergency crew reads without a network (救急QR).
@ApplicationModule
@NullMarked
package hmnet.care.emergencycode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
