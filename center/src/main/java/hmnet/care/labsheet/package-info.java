/// Laboratory results as a sheet and as trends (検査結果の表).
@ApplicationModule
@NullMarked
package hmnet.care.labsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
