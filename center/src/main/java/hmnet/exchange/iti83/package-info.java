/// Patient Identifier Cross-reference for Mobile (患者ID相互参照, PIXm).
@ApplicationModule
@NullMarked
package hmnet.exchange.iti83;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
