/// Patient feeds of facilities, before their format (患者情報の受信).
@ApplicationModule
@NullMarked
package hmnet.exchange.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
