/// Patient Demographics Match (患者照合, PDQm `$match`).
@ApplicationModule
@NullMarked
package hmnet.exchange.iti119;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
