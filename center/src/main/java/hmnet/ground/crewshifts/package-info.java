/// Facilities whose crews open the emergency doors from registered devices alone, for one shift (救急隊の端末).
@ApplicationModule
@NullMarked
package hmnet.ground.crewshifts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
