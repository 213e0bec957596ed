/// Protected persons (保護対象者): from whom they are hidden, the register, ending it by two.
@ApplicationModule
@NullMarked
package hmnet.consent.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
