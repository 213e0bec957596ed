/// PIXV3 Query (患者識別子の相互参照, ITI-45): a number there for the same patient's numbers elsewhere.
@ApplicationModule
@NullMarked
package hmnet.exchange.iti45;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
