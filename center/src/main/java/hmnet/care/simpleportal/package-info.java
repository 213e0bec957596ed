/// Three large buttons for a care office's one tablet (簡易ポータル).
@ApplicationModule
@NullMarked
package hmnet.care.simpleportal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
