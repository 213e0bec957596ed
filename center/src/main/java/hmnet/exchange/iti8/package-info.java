/// Patient Identity Feed (患者登録の受信, ITI-8): kept, then acknowledged; what it means is found out afterwards.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti8;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
