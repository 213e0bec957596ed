/// The chart on screen (統合ビューワ): the frame with the patient's banner, time line, diagnoses, admissions.
@ApplicationModule
@NullMarked
package hmnet.care.viewer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
