/// Target ranges and alert bounds that residents set for what they measure (からだの記録の目標).
@ApplicationModule
@NullMarked
package hmnet.care.vitaltargets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
