/// Changed cross-references on their way to those who hear of them (相互参照の変更通知), by whatever protocol.
@ApplicationModule
@NullMarked
package hmnet.exchange.updates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
