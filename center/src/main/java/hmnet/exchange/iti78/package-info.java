/// Patient Demographics Query for Mobile (患者基本情報照会, PDQm).
@ApplicationModule
@NullMarked
package hmnet.exchange.iti78;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
