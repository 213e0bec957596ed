/// The threads on which the centre works by itself (定期処理): chores in a pool, calls to other machines beside it.
@ApplicationModule
@NullMarked
package hmnet.ground.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
