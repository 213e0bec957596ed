/// How much somebody reads and asks (閲覧・照会の上限と警報): counted, told to a desk, and at last refused.
@ApplicationModule
@NullMarked
package hmnet.ground.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
