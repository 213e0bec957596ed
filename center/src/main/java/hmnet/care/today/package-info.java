/// Today's patients of a facility (今日の患者).
@ApplicationModule
@NullMarked
package hmnet.care.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
