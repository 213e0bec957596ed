/// What stands before every route (門番): the rule of each is enforced here, and nowhere else.
@ApplicationModule
@NullMarked
package hmnet.ground.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
