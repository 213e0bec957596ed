/// Copies that a device keeps for a shift, and what it says of looks at them (端末の控え).
@ApplicationModule
@NullMarked
package hmnet.care.devicecopies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
