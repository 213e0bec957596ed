/// What crews hand on to the hospital they drive to (搬送先への共有).
@ApplicationModule
@NullMarked
package hmnet.consent.handovers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
