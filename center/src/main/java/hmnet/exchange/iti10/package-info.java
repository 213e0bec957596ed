/// PIX Update Notification (相互参照の変更通知, ITI-10): facilities that wish hear of other numbers of their
/// patients.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti10;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
