/// Which connector a route hangs on and who may use it (入口の規則).
@ApplicationModule
@NullMarked
package hmnet.ground.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
