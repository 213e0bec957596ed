/// What residents measured at home, for those who care for them (ひろしま健康手帳ビューワ).
@ApplicationModule
@NullMarked
package hmnet.care.homevitals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
