/// What a resident measured in a month, on one sheet of paper (からだの記録の月間表).
@ApplicationModule
@NullMarked
package hmnet.care.vitalmonth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
