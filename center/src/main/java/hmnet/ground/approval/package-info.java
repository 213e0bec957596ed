/// What one person proposes and a second one confirms (四つの目).
@ApplicationModule
@NullMarked
package hmnet.ground.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
