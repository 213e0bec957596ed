/// What a person wants others to know when they cannot speak (命の宝箱): written, shown, printed, and kept right.
@ApplicationModule
@NullMarked
package hmnet.care.lifebox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
