/// PIX Query (患者識別子の相互参照, ITI-9): a number there for the same patient's numbers elsewhere.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti9;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
