/// PIXV3 Update Notification (相互参照の変更通知, ITI-46): the same as ITI-10 for systems that speak SOAP.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti46;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
