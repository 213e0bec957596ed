/// What a treatment means for a result (治療域の参考).
@ApplicationModule
@NullMarked
package hmnet.care.therapy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
