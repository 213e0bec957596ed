/// One record, whole, and the files attached to it (記録の画面).
@ApplicationModule
@NullMarked
package hmnet.care.recordpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
