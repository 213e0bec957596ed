/// Patient Demographics Query (患者基本情報の照会, ITI-21): who somebody is, page by page.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti21;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
