/// Emergency codes that a fire service's devices keep for a shift, for where there is no network (地域の控え).
@ApplicationModule
@NullMarked
package hmnet.care.areacopies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
