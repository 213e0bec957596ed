/// Today's patients on a device of their facility for one shift, for where there is no network (本日の控え).
@ApplicationModule
@NullMarked
package hmnet.care.daycopies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
