/// Blood groups, antibodies and cross-matches (血液型・輸血検査).
@ApplicationModule
@NullMarked
package hmnet.care.bloodbank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
